/// Where a link, a form or an image leads.
///
/// Written as a literal, an address is one of our own, and what is put into it is percent-encoded:
/// `"/espaces/\(slug)"` cannot become another path, query or scheme.
public struct Address: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The address as it is written in a page, before escaping.
  public let text: String

  /// An address of ours, as our source has it.
  public init(stringLiteral value: StaticString) {
    text = value.description
  }

  private init(text: String) {
    self.text = text
  }

  /// An address of ours with values in it, each of them encoded.
  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  /// An address on another site, when its scheme is `http` or `https` and a host follows.
  public init?(elsewhere text: String) {
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    guard let scheme, text.utf8.count > scheme.utf8.count,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C })
    else { return nil }
    self.text = text
  }

  /// One of our own addresses that came from outside, such as where to return after a log-in.
  ///
  /// Only a path of this site is taken: `//host`, `/\host` and control characters are refused.
  public init?(ownPath text: String) {
    let bytes = Array(text.utf8)
    guard bytes.first == 0x2F, bytes.count < 2_048, bytes.count == 1 || bytes[1] != 0x2F,
      bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C })
    else { return nil }
    self.text = text
  }

  /// The same address with one more pair in its query.
  public func adding(_ name: StaticString, _ value: String) -> Address {
    let mark = text.utf8.contains(0x3F) ? "&" : "?"
    return Address(text: text + mark + "\(name)=" + Self.encode(value))
  }

  /// The same address with a fragment.
  public func at(_ fragment: String) -> Address {
    Address(text: text + "#" + Self.encode(fragment))
  }

  /// What a literal with values is put together from.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    /// Called by the compiler.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }
    /// Text of our source, as it is.
    public mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
    /// A number, which needs no encoding.
    public mutating func appendInterpolation(_ number: some BinaryInteger) { text += "\(number)" }
    /// Any text, percent-encoded (RFC 3986 §2.1).
    public mutating func appendInterpolation(_ value: String) { text += Address.encode(value) }
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
  static func encode(_ value: String) -> String {
    // Most of what is put into an address is a slug.
    if value.utf8.allSatisfy(isUnreserved) { return value }
    var encoded: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in value.utf8 {
      if isUnreserved(byte) {
        encoded.append(byte)
      } else {
        encoded += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
