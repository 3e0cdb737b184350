/// Why a document is not rendered at all. It is never rendered by half.
public enum Refusal: Error, Equatable, Sendable, CaseIterable {
  case tooDeep
  case tagTooLong
  case tooManyAttributes
  case tooManyNames
  case tooMuchOutput
  case tableTooLarge
  case tooManyReferences
  case tooMuchMarkup
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
