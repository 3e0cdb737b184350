import SQLite

/// What a member types to log in, and others type after an @ to name them.
///
/// Letters and digits of any alphabet, `.`, `-` and `_`; folded to lower case and to one Unicode
/// form, so that « Léa » and « léa » are one member. It never holds an @: an e-mail address cannot
/// be mistaken for one.
struct LogInName: Sendable, Hashable {
  let text: String

  static let lengths = 3...40

  enum Problem: Error, Equatable {
    case empty
    case tooShort
    case tooLong
    case forbidden(Character)
    case noLetter
  }

  init(typed: String) throws(Problem) {
    // Bytes first: one "character" can be megabytes long.
    let typed = typed.trimmed
    if typed.isEmpty { throw .empty }
    if typed.utf8.count > 4 * Self.lengths.upperBound { throw .tooLong }
    let folded = Self.fold(typed)
    if let character = folded.first(where: { !Self.allows($0) }) { throw .forbidden(character) }
    if folded.count < Self.lengths.lowerBound { throw .tooShort }
    if folded.count > Self.lengths.upperBound { throw .tooLong }
    if !folded.contains(where: { $0.isLetter || $0.isNumber }) { throw .noLetter }
    text = folded
  }

  /// The form in which names and e-mail addresses are stored and compared.
  static func fold(_ typed: String) -> String { typed.trimmed.lowercased().nfc }

  private static func allows(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard scalars.count <= 2, let first = scalars.first else { return false }
    if scalars.count == 1, ".-_".unicodeScalars.contains(first) { return true }
    switch first.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .titlecaseLetter,
      .decimalNumber:
      // Some letters have no composed form: one accent may follow.
      return scalars.dropFirst().allSatisfy { $0.properties.generalCategory == .nonspacingMark }
    default: return false
    }
  }
}

extension LogInName: ColumnValue {
  func bind(to parameter: Parameter) throws { try text.bind(to: parameter) }
  static func read(_ column: Column) throws -> LogInName { LogInName(stored: try .read(column)) }

  private init(stored text: String) { self.text = text }
}
