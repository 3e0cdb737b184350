/// A field such as `form-data; name="texte"; filename="a.png"` (RFC 9110 §5.6.6).
struct FieldValue {
  let value: String
  /// By name, in lower case; the first one where a name is repeated.
  let parameters: [String: String]

  init(_ text: String) {
    var parts = Self.split(Array(text.utf8)).makeIterator()
    value = Self.text(parts.next() ?? []).trimmed
    var parameters: [String: String] = [:]
    while let part = parts.next() {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = Self.text(part[..<equals]).trimmed.lowercased()
      if !name.isEmpty, parameters[name] == nil {
        parameters[name] = Self.unquoted(Self.text(part[equals...].dropFirst()).trimmed)
      }
    }
    self.parameters = parameters
  }

  /// At the semicolons that are not between quotes.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var quoted = false
    return bytes.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      return byte == UInt8(ascii: ";") && !quoted
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Browsers write a quote in a name as `%22` (HTML §4.10.21.8) and never use a backslash, which
  /// old ones left alone in the paths of Windows.
  private static func unquoted(_ text: String) -> String {
    let (bytes, quote) = (text.utf8, UInt8(ascii: "\""))
    guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return text }
    let inside = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    return inside.split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}
