import Testing

@testable import Preau

@Suite struct `A pasted list of names` {
  @Test(arguments: [
    ("Léa Martin", "Léa M."),
    ("MARTIN Léa", "Léa M."),
    ("MARTIN LEA", "Lea M."),
    ("Martin;Léa", "Léa M."),
    ("MARTIN\tLÉA\t2B\t12/03/2011", "Léa M."),
    ("1. MARTIN Léa 3", "Léa M."),
    ("  03)  DE SOUSA   Maria-Luz  ", "Maria-Luz D."),
    ("D’ALMEIDA Jean-Pierre", "Jean-Pierre D."),
    ("Mme NGUYEN Thi Mai", "Thi Mai N."),
    ("\"Benali\",\"Inès\",ines@exemple.fr", "Inès B."),
    ("Zoé", "Zoé"),
    ("• ÉMILE ZOLA", "Zola É."),
  ])
  func `is read however it was typed`(line: String, name: String) {
    #expect(NameList(line).lines.map(\.name) == [name])
  }

  @Test(arguments: ["", "   \t ", "\n\r\n\n", "12\n03/04/2010\n—", "ines@exemple.fr"])
  func `holds nobody where no name is`(text: String) {
    #expect(NameList(text).lines.isEmpty)
  }

  @Test func `says a name once, and what was repeated`() {
    let list = NameList("MARTIN Léa 1\r\n\r\nmartin LÉA\r\nBENALI Inès\n")
    #expect(list.lines.map(\.name) == ["Léa M.", "Inès B."])
    #expect(list.repeated == 1)
  }

  @Test func `tells two of the same first name apart`() {
    let list = NameList("MARTIN Léa\nMOREAU Léa\nMORAND Léa\nDURAND Léa")
    #expect(list.lines.map(\.name) == ["Léa Ma.", "Léa More.", "Léa Mora.", "Léa D."])
    let folded = Set(list.lines.map { RollName.fold($0.name) })
    #expect(folded.count == 4)
  }

  @Test(arguments: [
    ("Nom;Prénom;Classe\nMartin;Léa;2B", ["Léa M."]),
    ("Prénom;Nom\nLéa;Martin\nInès;Benali", ["Léa M.", "Inès B."]),
    ("N°\tNom de famille\tPrénoms\tDate de naissance\nMARTIN\tLéa", ["Léa M."]),
    ("Liste des élèves de seconde bac pro cuisine\nLéa Martin\nTotal : 1 élève", ["Léa M."]),
    ("Classe : 2de B\nÉlèves\nLéa Martin", ["Léa M."]),
    ("Noémie Prénat\nElie Total", ["Noémie P.", "Elie T."]),
  ])
  func `leaves out what names nobody`(text: String, names: [String]) {
    let list = NameList(text)
    #expect(list.lines.map(\.name) == names)
    #expect(list.lines.count + list.headings.count == text.split(separator: "\n").count)
  }

  @Test func `is read in the order that the teacher says`() {
    let text = "Martin Léa\nde Sousa, Maria Luz"
    #expect(NameList(text, order: .familyFirst).lines.map(\.name) == ["Léa M.", "Maria Luz D."])
    #expect(NameList(text, order: .givenFirst).lines.map(\.name) == ["Martin L.", "de Sousa M."])
  }

  @Test func `is not read without end`() {
    let list = NameList(String(repeating: "MARTIN Léa\n", count: 100_000))
    #expect(list.lines.count == 1)
    #expect(NameList(String(repeating: "é", count: 1_000_000)).lines.count <= 1)
  }
}

@Suite struct `A name at the door` {
  @Test(arguments: [" léa b ", "LEA B.", "Léa-B", "lé\u{301}a\u{A0}b", "Léa  B."])
  func `is forgiven case, accents and spaces`(typed: String) {
    #expect(RollName.fold(typed) == "leab")
  }

  @Test func `keeps other alphabets`() {
    #expect(RollName.fold("Анна К.") != RollName.fold("Олег К."))
    #expect(!RollName.fold("Анна").isEmpty)
  }
}

@Suite struct `A secret` {
  @Test func `has forty bits`() {
    #expect(SecretWords.all.count == 512)
    #expect(Set(SecretWords.all).count == 512)
    // 2^27 for the words, 10,000 numbers.
    #expect(512 * 512 * 512 * 10_000 > 1 << 40)
  }

  @Test func `is made of words that are typed without accents`() {
    for word in SecretWords.all {
      #expect((3...8).contains(word.utf8.count), "\(word)")
      #expect(word.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(word)")
    }
  }

  @Test func `is three words and a number, and not the same twice`() {
    let secrets = (0..<500).map { _ in ClassSecret.random().text }
    #expect(Set(secrets).count == 500)
    for secret in secrets {
      let parts = secret.split(separator: "-")
      #expect(parts.count == 4)
      #expect(parts.dropLast().allSatisfy { SecretWords.all.contains(String($0)) })
      #expect(parts.last?.count == 4 && parts.last?.allSatisfy(\.isNumber) == true)
    }
  }

  @Test(arguments: ["tigre-lune-sapin-4827", "Tigre Lune Sapin 4827", "TIGRELUNESAPIN4827"])
  func `is forgiven spaces and hyphens`(typed: String) {
    #expect(ClassSecret.folded(typed) == "tigrelunesapin4827")
  }

  @Test func `draws every number alike`() {
    var counts = [Int](repeating: 0, count: 18)
    for _ in 0..<18_000 { counts[Crypto.randomNumber(below: 18)] += 1 }
    // Six standard deviations around a thousand.
    #expect(counts.allSatisfy { (816...1_184).contains($0) }, "\(counts)")
  }
}

@Suite struct `The code of a class` {
  @Test func `is read as it is shown, and without care`() throws {
    let code = ClassCode.random()
    let grouped = code.shown
    for typed in [grouped, grouped.lowercased(), code.text, " \(code.text) "] {
      #expect(ClassCode(typed: typed) == code)
    }
  }

  @Test(arguments: ["", "CDF", "CDFHJKM", "CDFHJO", "CDFHJ1", "ÉÉÉÉÉÉ"])
  func `is refused when it cannot be one`(typed: String) {
    #expect(ClassCode(typed: typed) == nil)
  }
}

@Suite struct `A school year` {
  @Test(arguments: [
    (1_782_777_600, 2025),  // 2026-06-30
    (1_782_950_400, 2026),  // 2026-07-02
    (1_798_761_600, 2026),  // 2027-01-01
  ])
  func `begins in summer`(seconds: Int64, first: Int) {
    #expect(SchoolYear(of: Instant(seconds: seconds)).first == first)
  }
}
