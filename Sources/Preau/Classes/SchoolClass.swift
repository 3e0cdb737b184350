import HTML
import SQLite

/// A class: a private space with a code, a school year and a roll of learners.
struct SchoolClass: Sendable {
  let space: Space
  let code: ClassCode
  let year: SchoolYear
  let isClosed: Bool
  /// How many ask to enter.
  let waiting: Int
  /// What the one who looks is there; a référent is a teacher of the class.
  let role: Space.Role?

  var id: Space.ID { space.id }
  var address: Address { Self.address(id) }

  static func address(_ id: Space.ID) -> Address { "/classes/\(id.value)" }

  /// How many names are taken at once.
  static let mostAtOnce = 40
  /// How many learners a class has at most.
  static let mostLearners = 200
  static let longestName = 60
}

extension Viewer {
  /// Whether this person may make classes.
  var teaches: Bool { member?.role == .teacher || isAdministrator }
}

/// What opens the door of a class, with a name and a secret: `CDF-HJK`.
///
/// It is no secret: it stands on the board. No letters or figures that are taken for others
/// (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V), nor vowels, which would make words.
struct ClassCode: Sendable, Hashable {
  /// Six characters of the alphabet.
  let text: String

  private static let alphabet = Array("CDFHJKMNPRTWXY3479")
  private static let length = 6

  static func random() -> ClassCode {
    ClassCode(stored: String((0..<length).map { _ in alphabet[Crypto.randomNumber(below: 18)] }))
  }

  /// In any case, with spaces and hyphens or without.
  init?(typed: String) {
    guard typed.utf8.count <= 60 else { return nil }
    let text = typed.uppercased().filter { $0.isLetter || $0.isNumber }
    guard text.count == Self.length, text.allSatisfy(Self.alphabet.contains) else { return nil }
    self.text = text
  }

  private init(stored text: String) { self.text = text }

  /// In two groups, as it is shown.
  var shown: String { text.prefix(3) + "-" + text.dropFirst(3) }
}

extension ClassCode: ColumnValue {
  func bind(to parameter: Parameter) throws { try text.bind(to: parameter) }
  static func read(_ column: Column) throws -> ClassCode { ClassCode(stored: try .read(column)) }
}

/// From one summer to the next.
struct SchoolYear: Sendable, Hashable {
  /// 2026 for 2026-2027.
  let first: Int

  var text: String { "\(first)-\(first + 1)" }
  var next: SchoolYear { SchoolYear(first: first + 1) }

  /// The year of a day: from July on, teachers prepare the next one.
  init(of moment: Instant) {
    let day = CalendarTime(moment)
    first = day.month >= 7 ? day.year : day.year - 1
  }

  init(first: Int) { self.first = first }

  /// One of the years that a form offers.
  init?(_ text: String, now: Instant) {
    guard let first = Int(text), Self.offered(now).contains(where: { $0.first == first }) else {
      return nil
    }
    self.first = first
  }

  /// The one before, this one, the next.
  static func offered(_ now: Instant) -> [SchoolYear] {
    let current = SchoolYear(of: now).first
    return (current - 1...current + 1).map { SchoolYear(first: $0) }
  }
}

extension SchoolYear: ColumnValue {
  func bind(to parameter: Parameter) throws { try first.bind(to: parameter) }
  static func read(_ column: Column) throws -> SchoolYear {
    SchoolYear(first: try Int.read(column))
  }
}

/// What was typed to make a class.
struct ClassDraft {
  var name = ""
  var year = ""

  enum Problem: Error { case nameMissing, nameTooLong, yearUnknown }

  /// - Throws: the first problem.
  func checked(now: Instant) throws(Problem) -> (name: String, year: SchoolYear) {
    let name = name.oneLine
    if name.isEmpty { throw .nameMissing }
    if name.utf8.count > 4 * SchoolClass.longestName || name.count > SchoolClass.longestName {
      throw .nameTooLong
    }
    guard let year = SchoolYear(year, now: now) else { throw .yearUnknown }
    return (name, year)
  }
}
