/// Why a document is not taken. It never holds anything of the document but a line's number.
public struct XMLError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// More than ``XMLLimits/bytes``, or than ``XMLLimits/documentTypeBytes``.
    case tooLong
    /// More than ``XMLLimits/depth``.
    case tooDeep
    /// More than ``XMLLimits/elements``.
    case tooManyElements
    /// More than ``XMLLimits/attributes``, or than ``XMLLimits/prefixes``.
    case tooManyAttributes
    /// More than ``XMLLimits/attributeBytes``.
    case attributeTooLong
    /// More than ``XMLLimits/textBytes``.
    case textTooLong
    /// It uses an entity of its own, or one from elsewhere.
    case entity
    /// It counts on its document type for the values of attributes.
    case documentType
    /// It is not XML: libxml2's number for it.
    case malformed(Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where it was seen, from 1; 0 for the document as a whole.
  public let line: Int

  init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}

extension XMLError: CustomStringConvertible {
  /// One sentence, for whoever runs a command.
  public var description: String {
    line > 0 ? "line \(line): \(words)" : words
  }

  private var words: String {
    switch reason {
    case .tooLong: "the document is too long"
    case .tooDeep: "too many elements inside each other"
    case .tooManyElements: "too many elements"
    case .tooManyAttributes: "too many attributes in one tag"
    case .attributeTooLong: "the value of an attribute is too long"
    case .textTooLong: "a text is too long"
    case .entity: "the document uses entities of its own: write out what they stand for"
    case .documentType: "the document counts on its DTD for attributes: write them out"
    case .malformed(let code): "this is not well-formed XML (error \(code))"
    }
  }
}
