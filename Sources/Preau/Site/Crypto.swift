import CSodium

/// libsodium, as Préau uses it. Nothing else knows that library.
enum Crypto {
  /// Bytes that nobody can guess.
  static func randomBytes(_ count: Int) -> [UInt8] {
    _ = ready
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// BLAKE2b-256 of `bytes`; with a `key` (16 to 64 bytes), a message authentication code.
  static func hash(_ bytes: [UInt8], key: [UInt8] = []) -> [UInt8] {
    _ = ready
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_generichash(
      &digest, digest.count, bytes, UInt64(bytes.count), key.isEmpty ? nil : key, key.count)
    return digest
  }

  /// BLAKE2b-256 of bytes that lie elsewhere.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    _ = ready
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_generichash(
      &digest, digest.count, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), nil,
      0)
    return digest
  }

  /// Compares in a time that does not tell where the two differ.
  static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && sodium_memcmp(one, other, one.count) == 0
  }

  /// Passwords cost 19 MiB and 2 passes of Argon2id (OWASP Password Storage Cheat Sheet).
  private static let passwordMemory = 19 * 1_024 * 1_024
  private static let passwordPasses: UInt64 = 2

  /// The hash to store for `password`, in libsodium's text encoding.
  ///
  /// - Throws: ``OutOfMemory`` when the machine cannot spare 19 MiB.
  static func passwordHash(_ password: String) throws(OutOfMemory) -> String {
    _ = ready
    var encoded = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let status = crypto_pwhash_str_alg(
      &encoded, password, UInt64(password.utf8.count), passwordPasses, passwordMemory,
      crypto_pwhash_ALG_ARGON2ID13)
    guard status == 0 else { throw OutOfMemory() }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether `password` is the one behind `encoded`.
  static func password(_ password: String, matches encoded: String) -> Bool {
    _ = ready
    return crypto_pwhash_str_verify(encoded, password, UInt64(password.utf8.count)) == 0
  }

  struct OutOfMemory: Error {}

  /// The hash of no password at all, at the price of all others: what is compared when there is no
  /// member, so that the answer takes as long.
  static let nobodysPassword =
    "$argon2id$v=19$m=19456,t=2,p=1$cHJlYXVwcmVhdXByZWF1cA$"
    + String(repeating: "A", count: 43)

  private static let ready: Bool = {
    precondition(sodium_init() >= 0, "libsodium finds no source of random numbers.")
    return true
  }()
}
