// The one file of the product that vouches for markup. It does so for two kinds only:
// (1) bytes read back from a column of bodies, where nothing but a `SanitizedHTML` is ever bound;
// (2) such bytes with a link taken out of them.

@_spi(Sanitizer) import HTML
import SQLite

extension SanitizedHTML: ColumnValue {
  public func bind(to parameter: Parameter) throws { try utf8.bind(to: parameter) }

  /// Reads a column that holds a body: never use it for one that holds anything else.
  public static func read(_ column: Column) throws -> SanitizedHTML {
    SanitizedHTML(writtenBySanitizer: try [UInt8].read(column))
  }

  /// A body not rendered yet.
  static var empty: SanitizedHTML { SanitizedHTML(writtenBySanitizer: []) }

  /// The same body in which the links that mention a member are only words, without the name.
  ///
  /// Mentions are written by ``Mentions`` as links to `/membres/N` around `@name`.
  func withoutMentions(_ somebody: String) -> SanitizedHTML {
    let start = Array("<a href=\"/membres/".utf8)
    guard utf8.containsSequence(start) else { return self }
    var kept: [UInt8] = []
    var rest = utf8[...]
    while let link = rest.firstRange(of: start) {
      kept += rest[..<link.lowerBound]
      rest = rest[link.upperBound...]
      guard let end = rest.firstRange(of: Array("</a>".utf8)) else { break }
      kept += Array(somebody.utf8)
      rest = rest[end.upperBound...]
    }
    return SanitizedHTML(writtenBySanitizer: kept + rest)
  }
}

extension [UInt8] {
  fileprivate func containsSequence(_ other: [UInt8]) -> Bool { firstRange(of: other) != nil }
}
