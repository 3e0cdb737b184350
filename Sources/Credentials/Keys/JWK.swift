import JSONText

/// Why something is not taken as a public key.
public enum KeyProblem: Error, Equatable, Sendable {
  /// It is no key of a kind that we know.
  case unknownKind
  /// A member is missing or cannot be read.
  case damaged
  /// Too short to trust, or so long that it would take our time.
  case sizeRefused
  /// It holds the private part: whoever has read it could sign.
  case privatePartPublished
}

extension PublicKey {
  /// As a JSON Web Key (RFC 7517, RFC 8037).
  ///
  /// - Parameter id: its `kid`; the thumbprint when nil.
  /// - Parameter issuer: whose key it is, as key sets of several issuers say it in `iss`.
  public func jwk(id: String? = nil, issuer: String? = nil) -> JSON {
    JSON.members(
      required.map { ($0, .string($1)) } + [
        ("kid", .string(id ?? thumbprint)), ("use", .string("sig")),
        ("alg", .string(algorithm)), ("iss", issuer.map { .string($0) }),
      ])
  }

  /// What names the key whatever its `kid` (RFC 7638).
  public var thumbprint: String {
    let members = required.sorted { $0.0 < $1.0 }.map { "\"\($0.0)\":\"\($0.1)\"" }
    return Base64.encodeURL(Sodium.sha256(Array("{\(members.joined(separator: ","))}".utf8)))
  }

  /// The one algorithm that a key of this kind is used with (RFC 7518 §3.1, RFC 8037 §3.1).
  public var algorithm: String {
    switch self {
    case .rsa: "RS256"
    case .ed25519: "EdDSA"
    case .p256: "ES256"
    }
  }

  private var required: [(String, String)] {
    switch self {
    case .rsa(let key):
      [
        ("kty", "RSA"), ("n", Base64.encodeURL(key.modulus)),
        ("e", Base64.encodeURL(key.exponent)),
      ]
    case .ed25519(let key):
      [("kty", "OKP"), ("crv", "Ed25519"), ("x", Base64.encodeURL(key.bytes))]
    case .p256(let key):
      [
        ("kty", "EC"), ("crv", "P-256"), ("x", Base64.encodeURL(key.x)),
        ("y", Base64.encodeURL(key.y)),
      ]
    }
  }

  /// Reads a JSON Web Key; symmetric ones are of no known kind.
  public init(jwk: JSON) throws(KeyProblem) {
    if jwk["d"] != nil || jwk["p"] != nil { throw .privatePartPublished }
    if let use = jwk["use"], use.string != "sig" { throw .unknownKind }
    switch (jwk["kty"]?.string, jwk["crv"]?.string) {
    case ("RSA", _):
      guard let modulus = Self.bytes(jwk["n"]), let exponent = Self.bytes(jwk["e"]) else {
        throw .damaged
      }
      guard let key = RSAPublicKey(modulus: modulus, exponent: exponent) else {
        throw .sizeRefused
      }
      self = .rsa(key)
    case ("OKP", "Ed25519"):
      guard let bytes = Self.bytes(jwk["x"]), let key = Ed25519PublicKey(bytes) else {
        throw .damaged
      }
      self = .ed25519(key)
    case ("EC", "P-256"):
      guard let x = Self.bytes(jwk["x"]), let y = Self.bytes(jwk["y"]),
        let key = P256PublicKey(x: x, y: y)
      else { throw .damaged }
      self = .p256(key)
    default: throw .unknownKind
    }
  }

  private static func bytes(_ value: JSON?) -> [UInt8]? {
    guard let text = value?.string, text.utf8.count <= 2_048 else { return nil }
    return Base64.decodeURL(text.utf8)
  }
}
