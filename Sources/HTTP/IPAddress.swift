/// An IPv4 or IPv6 address. IPv4 seen through an IPv6 socket (`::ffff:192.0.2.1`) equals IPv4.
public struct IPAddress: Hashable, Sendable {
  /// Sixteen bytes; those of IPv4 are the last four after `::ffff`.
  let bytes: [UInt8]

  /// Whether it is an IPv4 address, however it came.
  public var isIPv4: Bool { bytes.starts(with: Self.mapped) }
  /// Whether it is this machine: `127.0.0.0/8` or `::1` (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
  public var isLoopback: Bool {
    isIPv4 ? bytes[12] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  private static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0` (the zone is dropped).
  public init?(_ text: some StringProtocol) {
    if let four = Self.four(text) {
      bytes = Self.mapped + four
    } else if let sixteen = Self.sixteen(text.prefix { $0 != "%" }) {
      bytes = sixteen
    } else {
      return nil
    }
  }

  private static func four(_ text: some StringProtocol) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part -> UInt8? in
      // A leading zero means octal to some: no address is written so.
      guard part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), part == "0" || part.first != "0"
      else { return nil }
      return UInt8(part)
    }
    return bytes.count == 4 ? bytes : nil
  }

  private static func sixteen(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count <= 45 else { return nil }
    let halves = split(text)
    guard let left = groups(halves.left) else { return nil }
    guard let rightText = halves.right else { return left.count == 16 ? left : nil }
    guard let right = groups(rightText), left.count + right.count <= 14 else { return nil }
    return left + Array(repeating: 0, count: 16 - left.count - right.count) + right
  }

  /// At the first `::`, which stands for the zeros that are not written.
  private static func split(_ text: some StringProtocol) -> (left: String, right: String?) {
    let characters = Array(text.utf8)
    let colon = UInt8(ascii: ":")
    let gap = characters.indices.dropLast().first {
      characters[$0] == colon && characters[$0 + 1] == colon
    }
    guard let gap else { return (String(text), nil) }
    return (
      String(decoding: characters[..<gap], as: UTF8.self),
      String(decoding: characters[(gap + 2)...], as: UTF8.self)
    )
  }

  private static func groups(_ text: String) -> [UInt8]? {
    if text.isEmpty { return [] }
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains("."), let four = four(part) {
        bytes += four
      } else if (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0.hexadecimal != nil }),
        let group = UInt16(part, radix: 16)
      {
        bytes += [UInt8(group >> 8), UInt8(group & 255)]
      } else {
        return nil
      }
    }
    return bytes
  }

  /// The address for logs: without the last number of IPv4, with the first 48 bits of IPv6.
  public var shortened: IPAddress {
    let kept = isIPv4 ? 15 : 6
    return IPAddress(bytes: bytes.prefix(kept) + Array(repeating: 0, count: 16 - kept))
  }
}

extension IPAddress: CustomStringConvertible {
  /// The one way of writing it that RFC 5952 leaves.
  public var description: String {
    if isIPv4 { return bytes.suffix(4).map(String.init).joined(separator: ".") }
    let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
    let zeros = Self.longestZeros(groups)
    let text = { (part: ArraySlice<UInt16>) in
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard zeros.count > 1 else { return text(groups[...]) }
    return text(groups[..<zeros.lowerBound]) + "::" + text(groups[zeros.upperBound...])
  }

  private static func longestZeros(_ groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in groups.indices {
      if groups[index] != 0 {
        start = index + 1
      } else if index + 1 - start > best.count {
        best = start..<(index + 1)
      }
    }
    return best
  }
}
