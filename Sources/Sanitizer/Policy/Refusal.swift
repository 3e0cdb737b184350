/// Why a document is not rendered at all. It is never rendered by half.
public enum Refusal: Error, Equatable, Sendable, CaseIterable {
  /// Too many elements inside each other.
  case tooDeep
  /// A tag that no person writes.
  case tagTooLong
  /// Too many attributes, or end tags without a start.
  case tooManyAttributes
  /// Too many different names of elements and attributes.
  case tooManyNames
  /// The result would be much larger than its source.
  case tooMuchOutput
  /// A table with too many cells.
  case tableTooLarge
  /// Too many uses of a long link definition.
  case tooManyReferences
  /// Too many characters with which Markdown marks.
  case tooMuchMarkup
  /// The time for one document is over.
  case tookTooLong
}

extension Refusal: CustomStringConvertible {
  /// One line for a log or a terminal; pages have their own words.
  public var description: String {
    switch self {
    case .tooDeep: "more than \(Policy.deepestParse) elements inside each other"
    case .tagTooLong: "a tag longer than \(Policy.longestTag) bytes"
    case .tooManyAttributes: "too many attributes, or end tags without a start"
    case .tooManyNames: "more than \(Policy.mostNames) different names of elements and attributes"
    case .tooMuchOutput: "the result would be much larger than its source"
    case .tableTooLarge: "tables of more than \(Policy.mostTableCells) cells"
    case .tooManyReferences: "too many uses of a long link definition"
    case .tooMuchMarkup: "too much Markdown markup"
    case .tookTooLong: "the document took too long"
    }
  }
}
