import Foundation

/// How browsers write the fields of a form into a request.
public enum FormEncoding {
  /// `application/x-www-form-urlencoded` (WHATWG URL §5.2).
  public static func urlencoded(_ entries: [(String, String)]) -> String {
    entries.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
  }

  /// `multipart/form-data` (RFC 7578).
  public static func multipart(_ entries: [Form.Entry], boundary: String) -> [UInt8] {
    var body: [UInt8] = []
    for entry in entries {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(entry.name)\"".utf8)
      if let file = entry.file {
        body += Array("; filename=\"\(file.name)\"\r\nContent-Type: \(file.type)".utf8)
      }
      body += Array("\r\n\r\n".utf8) + (entry.file?.bytes ?? Array(entry.value.utf8))
      body += Array("\r\n".utf8)
    }
    return body + Array("--\(boundary)--\r\n".utf8)
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): result += "+"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return result
  }
}
