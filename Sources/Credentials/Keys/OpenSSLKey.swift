import COpenSSL

/// A key in the hands of OpenSSL, which locks what it shares between threads.
final class OpenSSLKey: @unchecked Sendable {
  private let pointer: OpaquePointer

  private init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { EVP_PKEY_free(pointer) }

  static func generateRSA(bits: Int) -> OpenSSLKey {
    guard let pointer = preau_rsa_generate(bits) else {
      fatalError("OpenSSL makes no key: it is out of memory or of randomness")
    }
    return OpenSSLKey(pointer)
  }

  /// - Parameter subjectPublicKeyInfo: RFC 5280 §4.1.2.7.
  convenience init?(subjectPublicKeyInfo der: [UInt8]) {
    let read = der.withUnsafeBufferPointer { bytes in
      var start = bytes.baseAddress
      return d2i_PUBKEY(nil, &start, bytes.count)
    }
    guard let read else {
      ERR_clear_error()
      return nil
    }
    self.init(read)
  }

  convenience init?(privateKey der: [UInt8]) {
    let read = der.withUnsafeBufferPointer { bytes in
      var start = bytes.baseAddress
      return d2i_AutoPrivateKey(nil, &start, bytes.count)
    }
    guard let read else {
      ERR_clear_error()
      return nil
    }
    self.init(read)
  }

  /// The private key as PKCS #1 has it (RFC 8017 §A.1.2).
  var privateKey: [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    let count = i2d_PrivateKey(pointer, &start)
    guard count > 0, let start else { fatalError("OpenSSL does not give the key out") }
    defer { CRYPTO_clear_free(start, Int(count), #file, #line) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  var isRSA: Bool { EVP_PKEY_get_base_id(pointer) == EVP_PKEY_RSA }
  var isElliptic: Bool { EVP_PKEY_get_base_id(pointer) == EVP_PKEY_EC }

  /// A number of the key, the highest byte first; nil when this kind has none of that name.
  func number(_ name: String) -> [UInt8]? {
    var found: OpaquePointer?
    guard EVP_PKEY_get_bn_param(pointer, name, &found) == 1, let number = found else {
      ERR_clear_error()
      return nil
    }
    defer { BN_free(number) }
    var bytes = [UInt8](repeating: 0, count: Int(preau_bn_byte_count(number)))
    BN_bn2bin(number, &bytes)
    return bytes
  }

  /// Signs the SHA-256 of `message`.
  func sign(_ message: [UInt8]) -> [UInt8] {
    guard let context = EVP_MD_CTX_new() else { fatalError("OpenSSL is out of memory") }
    defer { EVP_MD_CTX_free(context) }
    var count = 0
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, pointer) == 1,
      EVP_DigestSign(context, nil, &count, message, message.count) == 1
    else { fatalError("OpenSSL does not sign with this key") }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
      fatalError("OpenSSL does not sign with this key")
    }
    return Array(signature.prefix(count))
  }

  func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    let isRight =
      EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, pointer) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    if !isRight { ERR_clear_error() }
    return isRight
  }
}
