/// A public key as one text that begins with what it is (W3C Controlled Identifiers 1.0 §2.2.2).
public enum Multikey {
  /// `z6Mk…`.
  public static func text(_ key: Ed25519PublicKey) -> String {
    "z" + Base58.encode(ed25519 + key.bytes)
  }

  /// - Returns: nil for another kind of key.
  public static func read(_ text: String) -> Ed25519PublicKey? {
    guard text.utf8.first == UInt8(ascii: "z"), let bytes = Base58.decode(text.utf8.dropFirst()),
      bytes.starts(with: ed25519)
    else { return nil }
    return Ed25519PublicKey(Array(bytes.dropFirst(ed25519.count)))
  }

  /// The multicodec of a public Ed25519 key, 0xED, as a varint.
  private static let ed25519: [UInt8] = [0xED, 0x01]
}
