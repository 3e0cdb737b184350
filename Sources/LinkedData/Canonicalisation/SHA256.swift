import CSodium

/// The hash of RDFC-1.0 (§4.2: SHA-256 unless another is agreed upon).
enum SHA256 {
  /// In lower-case hexadecimal digits.
  static func hexadecimal(of text: String) -> String {
    var text = text
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    text.withUTF8 { bytes in
      _ = crypto_hash_sha256(&digest, bytes.baseAddress, UInt64(bytes.count))
    }
    return String(decoding: digest.flatMap { [digit($0 >> 4), digit($0 & 15)] }, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
