/// How much of a document is taken before it is refused.
public struct XMLLimits: Sendable {
  /// Bytes of the whole document.
  public var bytes = 16 << 20
  /// Elements inside each other.
  public var depth = 256
  /// Attributes of one element, declarations of namespaces included.
  public var attributes = 64
  /// Elements in all.
  public var elements = 5_000_000
  /// Prefixes declared at one place, those of all elements around it included.
  public var prefixes = 256
  /// Bytes of the document type.
  public var documentTypeBytes = 16_384
  /// Bytes of the value of one attribute, in UTF-8.
  public var attributeBytes = 65_536
  /// Bytes of text between two tags, in UTF-8.
  public var textBytes = 1 << 20

  /// The usual ones.
  public init() {}
}
