/// The prefix of ids and fragments, so that a body can neither name nor cover an id of the page.
///
/// Several bodies share a page, and each may have a footnote 1: the caller's scope keeps them
/// apart, as in `user-content-p123-fn-1`.
struct Scope: @unchecked Sendable {
  /// `user-content-`, then the caller's scope and a hyphen. Owned by whoever calls ``deallocate()``.
  let prefix: UnsafeMutablePointer<UInt8>
  let count: Int

  private static let common: StaticString = "user-content-"

  /// - Parameter name: ASCII letters, digits, `_` and `-`; other bytes are left out.
  init(_ name: String?) {
    let common = UnsafeBufferPointer(
      start: Self.common.utf8Start, count: Self.common.utf8CodeUnitCount)
    var bytes = Array(common)
    if let name, !name.isEmpty {
      bytes += name.utf8.filter { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }.prefix(64)
      bytes.append(UInt8(ascii: "-"))
    }
    count = bytes.count
    prefix = .allocate(capacity: count)
    prefix.initialize(from: bytes, count: count)
  }

  func deallocate() { prefix.deallocate() }

  /// `value` without a prefix of ours: it is never doubled.
  func unprefixed(_ value: SentValue) -> SentValue {
    if begins(value, withPrefixOf: count) { return value[from: count, to: value.count] }
    let common = Self.common.utf8CodeUnitCount
    if begins(value, withPrefixOf: common) { return value[from: common, to: value.count] }
    return value
  }

  private func begins(_ value: SentValue, withPrefixOf length: Int) -> Bool {
    guard value.count >= length else { return false }
    for at in 0..<length where value.bytes[at] != prefix[at] { return false }
    return true
  }
}
