/// Identifiers that are nobody's address (RFC 9562).
public enum CredentialID {
  /// A new `urn:uuid:` of version 4.
  public static func random() -> String { urn(Sodium.randomBytes(16)) }

  /// Always the same for the same text. Version 8 would be for this; a verifier in use knows none
  /// above 5.
  static func derived(from text: String) -> String {
    urn(Array(Sodium.sha256(Array(text.utf8)).prefix(16)))
  }

  private static func urn(_ random: [UInt8]) -> String {
    var bytes = random
    bytes[6] = bytes[6] & 0x0F | 4 << 4
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(Hexadecimal.encode(bytes).utf8)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map {
      String(decoding: digits[$0], as: UTF8.self)
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}
