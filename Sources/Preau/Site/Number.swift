import SQLite

/// The number of a row, which cannot stand for a row of another kind.
public struct Number<Of>: Sendable, Hashable {
  /// As the database counts, from 1.
  public let value: Int64

  /// A number that is known to be one of these.
  public init(_ value: Int64) {
    self.value = value
  }
}

extension Number: ColumnValue {
  /// Kept as a whole number.
  public func bind(to parameter: Parameter) throws { try value.bind(to: parameter) }
  /// - Throws: ``SQLiteError`` when the column holds no whole number.
  public static func read(_ column: Column) throws -> Number {
    Number(try Int64.read(column))
  }
}

/// A part of a path that a route receives, already decoded.
protocol PathValue: SendableMetatype {
  /// - Parameter segment: one decoded segment of the path.
  init?(segment: String)
}

extension String: PathValue {
  init?(segment: String) { self = segment }
}

extension Number: PathValue {
  init?(segment: String) {
    guard let value = Int64(segment), value > 0, segment.utf8.first != 0x2B else { return nil }
    self.init(value)
  }
}

/// `123-a-title`: the number decides, the words are for people.
struct Slugged<Of>: PathValue {
  let number: Number<Of>
  /// What follows the number's hyphen; empty when nothing does.
  let slug: String

  init?(segment: String) {
    let parts = segment.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let number = Number<Of>(segment: String(first)) else {
      return nil
    }
    self.number = number
    slug = parts.count == 2 ? String(parts[1]) : ""
  }
}
