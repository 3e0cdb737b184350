/// `%20` and the like (RFC 3986 §2.1).
public enum PercentEncoding {
  /// Decodes one part of a path.
  ///
  /// - Returns: nil when a `%` is not followed by two hexadecimal digits, when the bytes are not
  ///   UTF-8, or when one of them is a control character.
  public static func decode(_ bytes: some Collection<UInt8>) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      var plain = byte
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next()?.hexadecimal, let low = rest.next()?.hexadecimal else {
          return nil
        }
        plain = high << 4 | low
      }
      if plain < 0x20 || plain == 0x7F { return nil }
      decoded.append(plain)
    }
    return String(validating: decoded, as: UTF8.self)
  }

  /// Decodes a name or a value of a query or form as browsers do: `+` is a space, a lone `%` stays,
  /// what is not UTF-8 (and NUL, which no text holds) becomes U+FFFD.
  public static func decodeForm(_ bytes: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var plain = bytes[index]
      if plain == UInt8(ascii: "+") {
        plain = 0x20
      } else if plain == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = bytes[index + 1].hexadecimal, let low = bytes[index + 2].hexadecimal
      {
        plain = high << 4 | low
        index += 2
      }
      if plain == 0 { decoded += [0xEF, 0xBF, 0xBD] } else { decoded.append(plain) }
      index += 1
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Encodes one part of a path: all but letters, digits and `-._~` (RFC 3986 §2.3).
  public static func encode(segment: String) -> String { encode(segment, space: "%20") }

  /// Encodes a name or a value of a query or of an urlencoded form.
  public static func encode(query: String) -> String { encode(query, space: "+") }

  private static func encode(_ text: String, space: String) -> String {
    var encoded = ""
    encoded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte.isUnreserved {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte == 0x20 {
        encoded += space
      } else {
        encoded.unicodeScalars.append("%")
        encoded.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
        encoded.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
      }
    }
    return encoded
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimal: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }

  fileprivate var isUnreserved: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
