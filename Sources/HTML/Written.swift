/// Markup that a ``Page`` has written, kept to be put into other pages as it is.
public struct Written: Sendable {
  let utf8: [UInt8]

  /// Writes a part by itself, as `write` would write it in a page.
  public init(capacity: Int = 2_048, _ write: (inout Page) -> Void) {
    var page = Page(capacity: capacity)
    write(&page)
    utf8 = page.utf8
  }

  /// Bytes of UTF-8.
  public var count: Int { utf8.count }
}

extension Page {
  /// Writes a part that was written before.
  public mutating func written(_ part: Written) {
    part.utf8.withUnsafeBufferPointer { append($0) }
  }
}
