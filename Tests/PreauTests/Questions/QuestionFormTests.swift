import HTTP
import SQLite
import Testing

@testable import Preau

@Suite struct `An answer to a field` {
  private func field(
    _ kind: QuestionField.Kind, isRequired: Bool = false, isRemoved: Bool = false
  ) -> QuestionField {
    QuestionField(
      id: QuestionField.ID(1), label: "Navigateur", help: "", kind: kind,
      options: ["Firefox", "Chrome"], isRequired: isRequired, isRemoved: isRemoved)
  }

  @Test func `is required where the space says so, of new questions alone`() throws {
    #expect(throws: QuestionField.Problem.missing) {
      try field(.line, isRequired: true).checked(" \u{00A0}", isStrict: true)
    }
    #expect(try field(.line, isRequired: true).checked("", isStrict: false) == nil)
    #expect(try field(.line).checked("", isStrict: true) == nil)
  }

  @Test func `is one of the choices, and short enough`() throws {
    #expect(try field(.choice).checked(" Firefox ", isStrict: true) == "Firefox")
    #expect(throws: QuestionField.Problem.unknownChoice) {
      try field(.choice).checked("Lynx", isStrict: true)
    }
    #expect(try field(.choice).checked("Lynx", isStrict: false) == "Lynx")
    #expect(throws: QuestionField.Problem.tooLong(over: 1)) {
      try field(.line).checked(String(repeating: "a", count: 201), isStrict: true)
    }
    #expect(try field(.text).checked("a\r\nb", isStrict: true) == "a\nb")
    #expect(try field(.line).checked("a\r\nb", isStrict: true) == "a b")
  }

  @Test(arguments: [
    ("", "", QuestionFieldDraft.Problem.labelMissing),
    ("Choix", "Un seul", .optionsMissing), ("Choix", "a\na\n \n", .optionsMissing),
  ])
  func `a field is complete before it is asked`(
    label: String, options: String, problem: QuestionFieldDraft.Problem
  ) {
    var draft = QuestionFieldDraft()
    (draft.label, draft.options, draft.kind) = (label, options, .choice)
    #expect(throws: problem) { try draft.checked() }
  }
}

@Suite struct `The form of a space` {
  typealias Person = Community.Person
  private let community: Community
  private var database: Database { community.site.database }

  init() throws {
    community = try Community()
    for field in [
      [("demande", "Équipement"), ("genre", "line"), ("obligatoire", "oui")],
      [("demande", "Navigateur"), ("genre", "choice"), ("choix", "Firefox\r\nChrome")],
      [("demande", "Déjà essayé"), ("aide", "Même sans succès."), ("genre", "text")],
    ] {
      let answer = try community.post(
        "/espaces/public/bureau/precisions", field, as: .referent)
      #expect(answer.status == 303)
    }
  }

  private func ask(
    _ answers: [(String, String)], kind: String = "question", shown: String = "public",
    as person: Person = .learner
  ) throws -> Response {
    try community.post(
      "/fils/nouveau",
      [
        ("espace", "public"), ("genre", kind), ("titre", "L’écran reste noir"),
        ("texte", "Depuis ce matin."), ("etiquettes", "écran"), ("vu", "oui"),
        ("formulaire", shown), ("action", "publier"),
      ] + answers, as: person)
  }

  private func value<T: ColumnValue>(_ sql: StaticString, as type: T.Type = T.self) throws -> T? {
    try database.read { try $0.value(sql, as: type) }
  }

  private let all = [
    ("champ-1", "Tablette Zénith"), ("champ-2", "Firefox"), ("champ-3", "Éteindre.\r\nRallumer."),
  ]

  @Test func `is on the page of a space that is chosen, and kept through every error`() throws {
    let page = try community.get("/fils/nouveau?espace=public", as: .learner).text
    for words in ["Équipement", "name=\"champ-1\"", "Même sans succès.", "Chrome"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(
      try !community.get("/fils/nouveau?espace=members", as: .learner).text.contains("champ-1"))
    let missing = try ask([("champ-2", "Firefox"), ("champ-3", "Tout.")])
    #expect(missing.status == 422)
    #expect(missing.text.contains("href=\"#champ-1\""))
    #expect(
      missing.text.contains("selected>Firefox") || missing.text.contains("Firefox\" selected"))
    #expect(missing.text.contains("Tout."))
    #expect(missing.text.contains("Depuis ce matin."))
    #expect(try value("SELECT count(*) FROM thread", as: Int.self) == 3)
  }

  @Test func `comes before publication when the space was chosen without it`() throws {
    let asked = try ask([], shown: "members")
    #expect(asked.status == 200)
    #expect(asked.text.contains("demande quelques précisions"))
    #expect(asked.text.contains("Depuis ce matin."))
    #expect(try value("SELECT fields FROM draft", as: String.self)?.contains("matin") == true)
    let discussion = try ask([], kind: "discussion", shown: "members")
    #expect(discussion.status == 303)
  }

  @Test func `stands at the head of the question, is found, and filters the board`() throws {
    #expect(try ask(all).status == 303)
    let page = try community.get("/fils/4-l-ecran-reste-noir", as: .insider).text
    for words in ["<dt>Équipement</dt>", "Tablette Zénith", "<dd>Éteindre.<br>Rallumer.</dd>"] {
      #expect(page.contains(words), "\(words)")
    }
    for word in ["zenith", "rallumer"] {
      let found = try community.get("/recherche?q=\(word)", as: .insider).text
      #expect(found.contains("/fils/4-"), "\(word)")
    }
    func board(_ query: String) throws -> Bool {
      try community.get("/espaces/public/bureau?\(query)", as: .referent).text
        .contains("/fils/4-l-ecran")
    }
    #expect(try board("precision=1&contient=tablette+ZENITH"))
    #expect(try board("precision=1&contient=tab"))
    #expect(try !board("precision=2&contient=tablette"))
    #expect(try !board("precision=2&contient=Chrome"))
    try database.write { try SearchIndex.empty($0) }
    try SearchIndex.rebuild(in: database)
    #expect(try community.get("/recherche?q=zenith", as: .insider).text.contains("/fils/4-"))
  }

  @Test func `the same form sent twice makes one question`() throws {
    let envoi = all + [("envoi", "une-fois")]
    let (first, second) = (try ask(envoi), try ask(envoi))
    #expect(first["Location"] == second["Location"])
    #expect(try value("SELECT count(*) FROM question_answer", as: Int.self) == 3)
  }

  @Test func `a field that is asked no more keeps its answers`() throws {
    _ = try ask(all)
    let removal = try community.post(
      "/espaces/public/bureau/precisions-retrait", [("champ", "1")], as: .referent)
    #expect(removal.status == 303)
    let page = try community.get("/fils/4-l-ecran-reste-noir", as: .insider).text
    #expect(page.contains("Tablette Zénith"))
    let form = try community.get("/fils/nouveau?espace=public", as: .learner).text
    #expect(!form.contains("champ-1"))
    // Its author can still correct it.
    let post = try value("SELECT max(id) FROM post", as: Int64.self) ?? 0
    let edit = try community.get("/messages/\(post)/modifier", as: .learner).text
    #expect(edit.contains("Tablette Zénith"))
    let saved = try community.post(
      "/messages/\(post)/modifier",
      [
        ("titre", "L’écran reste noir"), ("texte", "Depuis ce matin."), ("etiquettes", "écran"),
        ("champ-1", "Portable Orion"), ("champ-3", "Rallumer."), ("action", "publier"),
      ], as: .learner)
    #expect(saved.status == 303)
    let after = try community.get("/fils/4-l-ecran-reste-noir", as: .insider).text
    #expect(after.contains("Portable Orion") && !after.contains("Firefox"))
    #expect(try community.get("/recherche?q=orion", as: .insider).text.contains("/fils/4-"))
    #expect(try !community.get("/recherche?q=zenith", as: .insider).text.contains("/fils/4-"))
  }

  @Test func `its order is that of the référent, who alone changes it`() throws {
    let move = [("monter", "3")]
    #expect(
      try community.post("/espaces/public/bureau/precisions-ordre", move, as: .insider).status
        == 403)
    #expect(
      try community.post("/espaces/public/bureau/precisions-ordre", move, as: .referent).status
        == 303)
    let order = try database.read { db in
      try QuestionFieldStore.fields(of: Space.ID(1), db).map(\.label)
    }
    #expect(order == ["Équipement", "Déjà essayé", "Navigateur"])
    #expect(try community.get("/espaces/public/bureau/precisions", as: .insider).status == 403)
    for index in 4...QuestionField.mostPerSpace {
      let field = [("demande", "Champ \(index)"), ("genre", "line")]
      _ = try community.post("/espaces/public/bureau/precisions", field, as: .referent)
    }
    let extra = try community.post(
      "/espaces/public/bureau/precisions", [("demande", "Un de trop")], as: .referent)
    #expect(extra.status == 422)
  }

  @Test func `a held question keeps its answers, published as they were read`() throws {
    _ = try community.post(
      "/espaces/public/relecture", [("relecture", "questions"), ("premiers", "2")], as: .referent)
    #expect(try ask(all)["Location"] == "/attente/1")
    #expect(try community.get("/attente/1", as: .referent).text.contains("Tablette Zénith"))
    #expect(try community.get("/attente/1/modifier", as: .learner).text.contains("Tablette Zénith"))
    let answer = try community.post("/attente/1/publication", [("version", "1")], as: .referent)
    #expect(answer.status == 303)
    #expect(
      try community.get("/fils/4-l-ecran-reste-noir", as: .visitor).text.contains("Tablette Zénith")
    )
    #expect(try value("SELECT count(*) FROM held_answer", as: Int.self) == 0)
    #expect(try value("SELECT count(*) FROM question_answer", as: Int.self) == 3)
  }

  @Test func `goes through an exchange file, and back`() throws {
    _ = try ask(all)
    _ = try community.post(
      "/espaces/public/relecture", [("relecture", "questions"), ("premiers", "2")], as: .referent)
    _ = try community.post(
      "/fils/nouveau",
      [
        ("espace", "public"), ("genre", "question"), ("titre", "Une autre"), ("texte", "Et ceci."),
        ("vu", "oui"), ("formulaire", "public"), ("champ-1", "Téléphone"), ("action", "publier"),
      ], as: .insider)
    let folder = try ExchangeFolder()
    var file = try ExportFile(folder.path + "/from.jsonl")
    try database.read { db in try Export.write(db, to: &file) }
    try file.finish()
    let bytes = try #require(readFile(folder.path + "/from.jsonl"))
    _ = try folder.load(bytes: bytes)
    #expect(folder.remarks == [])
    #expect(try folder.value("SELECT count(*) FROM question_answer", as: Int.self) == 3)
    #expect(try folder.value("SELECT count(*) FROM held_answer", as: Int.self) == 1)
    #expect(
      try folder.exported().joined(separator: "\n") + "\n" == String(decoding: bytes, as: UTF8.self)
    )
    let again = try folder.load(bytes: bytes)
    #expect(again == Import.Outcome(known: bytes.count { $0 == 0x0A }))
  }

  @Test func `the name of who left goes out of answers`() throws {
    _ = try ask([("champ-1", "Celui de @insider"), ("champ-2", "Firefox")])
    try database.write { try DeletionStore.delete(Person.insider.id, at: .now, $0) }
    while try NameErasure.some(database) {}
    let answer = try value("SELECT value FROM question_answer WHERE field = 1", as: String.self)
    #expect(answer == "Celui de «\u{00A0}compte supprimé\u{00A0}»")
    #expect(try !community.get("/recherche?q=insider", as: .outsider).text.contains("/fils/4-"))
  }

  @Test func `is searched without the name of who wears a mask`() throws {
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    #expect(try ask(all + [("sans-nom", "oui")]).status == 303)
    let found = try community.get("/recherche?q=zenith", as: .referent).text
    #expect(found.contains("/fils/4-") && !found.contains("Élodie learner"))
  }
}
