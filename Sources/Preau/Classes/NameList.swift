/// A list of names as it was pasted from a spreadsheet, a mail or a roll.
///
/// What is kept of a learner is what stands in the review: by default the first name and an
/// initial, enough to know one another in a class. The rest is forgotten with the page.
struct NameList {
  struct Line: Equatable {
    /// What was pasted, tidied.
    let typed: String
    /// The name that is suggested.
    let name: String
  }

  /// Which name stands first where nothing else tells.
  enum Order: String, CaseIterable, Sendable {
    /// Found line by line: by its capitals, its columns, the titles of the columns.
    case found = "trouver"
    case givenFirst = "prenom"
    case familyFirst = "nom"
  }

  private(set) var lines: [Line] = []
  /// Titles of columns and of the list, totals: what names nobody.
  private(set) var headings: [String] = []
  /// Lines that said the same name again.
  private(set) var repeated = 0

  /// More than a list of names can be: the rest is not read.
  private static let longestText = 32_768
  private static let mostLines = 400

  init(_ text: String, order: Order = .found) {
    var order = order
    var seen: Set<String> = []
    var people: [PastedName] = []
    let text = String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline).prefix(Self.mostLines) {
      if let heading = PastedHeading(line) {
        headings.append(heading.text)
        if order == .found { order = heading.order ?? order }
        continue
      }
      guard let person = PastedName(String(line), order: order) else { continue }
      if seen.insert(RollName.fold(person.typed)).inserted {
        people.append(person)
      } else {
        repeated += 1
      }
    }
    lines = Self.suggested(people)
  }

  /// « Léa M. », or as many letters more as tell two of them apart.
  private static func suggested(_ people: [PastedName]) -> [Line] {
    var letters = [Int](repeating: 1, count: people.count)
    for _ in 0..<20 {
      let names = zip(people, letters).map { $0.short($1) }
      var places: [String: [Int]] = [:]
      for (index, name) in names.enumerated() {
        places[RollName.fold(name), default: []].append(index)
      }
      let clashes = places.values.filter { $0.count > 1 }.flatMap { $0 }
      if clashes.isEmpty { break }
      for index in clashes { letters[index] += 1 }
    }
    return zip(people, letters).map { Line(typed: $0.typed, name: $0.short($1)) }
  }
}

/// One pasted line, taken apart.
struct PastedName: Equatable {
  let typed: String
  let given: String
  let family: String

  /// - Returns: nil for a line without a name, such as a blank one.
  init?(_ line: String, order: NameList.Order = .found) {
    let columns = Self.columns(of: line)
    // A name is in the first two columns; behind are classes, options, addresses.
    let words = columns.prefix(2).flatMap { $0 }
    guard !words.isEmpty else { return nil }
    typed = words.joined(separator: " ")
    let capitals = words.filter(Self.isInCapitals)
    if order != .found && words.count > 1 {
      let parts = columns.count > 1 ? columns : [[words[0]], Array(words.dropFirst())]
      let (first, second) = (parts[0].joined(separator: " "), parts[1].joined(separator: " "))
      given = Self.calm(order == .givenFirst ? first : second)
      family = order == .givenFirst ? second : first
    } else if !capitals.isEmpty && capitals.count < words.count {
      given = words.filter { !Self.isInCapitals($0) }.joined(separator: " ")
      family = capitals.joined(separator: " ")
    } else if columns.count > 1, let first = columns.first {
      // Exports write the family name first.
      family = first.joined(separator: " ")
      given = Self.calm(columns[1].joined(separator: " "))
    } else if words.count == 1 {
      given = Self.calm(words[0])
      family = ""
    } else if capitals.isEmpty {
      given = words[0]
      family = words.dropFirst().joined(separator: " ")
    } else {
      family = words[0]
      given = Self.calm(words.dropFirst().joined(separator: " "))
    }
  }

  /// The words of each column that has any.
  static func columns(of line: some StringProtocol) -> [[String]] {
    line.split { "\t;,".contains($0) }.map { words(of: String($0)) }.filter { !$0.isEmpty }
  }

  /// The given name and the first letters of the family name.
  func short(_ letters: Int) -> String {
    let plain = family.split { $0 == " " || $0 == "'" || $0 == "’" }.joined()
    if plain.isEmpty { return letters > 1 ? "\(given) \(letters)" : given }
    if letters > plain.count { return "\(given) \(Self.calm(family)) \(letters)" }
    let initial = plain.prefix(1).uppercased() + plain.prefix(letters).dropFirst().lowercased()
    return letters >= plain.count ? "\(given) \(initial)" : "\(given) \(initial)."
  }

  /// Words with a letter and no figure: numbers, dates of birth and addresses go.
  private static func words(of column: String) -> [String] {
    column.split { $0.isWhitespace || "\"()[]*•".contains($0) }.map { word in
      String(word.drop { ".-–—".contains($0) })
    }.filter { word in
      word.contains(where: \.isLetter) && !word.contains { $0.isNumber || $0 == "@" }
        && !titles.contains(word.lowercased())
    }
  }

  private static let titles: Set = ["m.", "mme", "mlle", "mr"]

  private static func isInCapitals(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }

  /// « JEAN-PIERRE » is « Jean-Pierre ».
  private static func calm(_ name: String) -> String {
    guard name.filter(\.isLetter).allSatisfy({ $0.isUppercase }) else { return name }
    var startsWord = true
    return name.reduce(into: "") { calmed, character in
      calmed += startsWord ? String(character) : character.lowercased()
      startsWord = !character.isLetter
    }
  }
}
