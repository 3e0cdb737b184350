import CSodium

/// What of libsodium is needed beside its signatures.
enum Sodium {
  /// Read before anything else of the library is used.
  static let ready: Bool = {
    precondition(sodium_init() >= 0, "libsodium finds no source of random numbers.")
    return true
  }()

  static func randomBytes(_ count: Int) -> [UInt8] {
    _ = ready
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && sodium_memcmp(one, other, one.count) == 0
  }
}
