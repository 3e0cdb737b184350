/// How much of a document is taken before it is refused.
public struct XMLLimits: Sendable {
  /// Bytes of the whole document.
  public var bytes = 16 << 20
  /// Elements inside each other.
  public var depth = 256
  /// Attributes of one element, declarations of namespaces included.
  public var attributes = 64
  /// Bytes of the value of one attribute, in UTF-8.
  public var attributeBytes = 65_536
  /// Bytes of text between two tags, in UTF-8.
  public var textBytes = 1 << 20

  /// The usual ones.
  public init() {}
}
