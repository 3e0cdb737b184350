/// A text that equals another only when both have the same code units.
///
/// Swift's own `==` takes texts that look alike for the same: U+212A is equal to `K`, and `é` is
/// equal in one scalar and in two. Whoever decides by a name what a signature covers must not.
/// The order is that of code points, as that of UTF-8 bytes is.
public struct ExactString: Hashable, Comparable, Sendable {
  public let string: String

  public init(_ string: String) {
    self.string = string
  }

  public static func == (one: ExactString, other: ExactString) -> Bool {
    one.withBytes { one in other.withBytes { one.elementsEqual($0) } }
  }

  public static func < (one: ExactString, other: ExactString) -> Bool {
    one.withBytes { one in other.withBytes { one.lexicographicallyPrecedes($0) } }
  }

  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  private func withBytes<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = string.utf8.withContiguousStorageIfAvailable(use) { return result }
    var copy = string
    return copy.withUTF8(use)
  }
}
