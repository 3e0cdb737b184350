import JSONText

/// A signed text in three parts (RFC 7515 §7.1).
///
/// What its header says never decides how it is checked: the key does. `none` and the algorithms
/// with a shared secret do not exist here, so that a public key cannot be taken for a secret.
public struct CompactJWS: Sendable {
  /// The first part, decoded.
  public let header: JSON
  /// The second part, decoded.
  public let payload: [UInt8]
  /// The third part, decoded.
  public let signature: [UInt8]
  /// What was signed: the first two parts as they came.
  private let signed: [UInt8]

  /// Why a text is not such a one, or its signature does not hold.
  public enum Problem: Error, Equatable, Sendable {
    /// Not three parts of base64url, or no object as a header.
    case damaged
    /// More than ``CompactJWS/longestText``.
    case tooLong
    /// A header of more than ``CompactJWS/longestHeader``.
    case headerTooLong
    /// It names an algorithm that is not taken from anybody: `none`, a shared secret, or unknown.
    case algorithmRefused(String)
    /// It names another algorithm than the one that its key is for.
    case algorithmNotOfKey(named: String, key: PublicKey.Kind)
    /// It demands something that we do not know (RFC 7515 §4.1.11).
    case demandUnknown
    /// The signature is not that key's.
    case signatureWrong
  }

  /// In bytes: a credential with long texts has some 10,000.
  public static let longestText = 1_048_576
  /// In bytes, decoded: one with a key in it has some 600.
  public static let longestHeader = 4_096
  /// Everything that a header may name.
  static let algorithms: Set = ["RS256", "ES256", "EdDSA"]

  /// Takes a text apart, without looking at the signature.
  public init(reading text: some Collection<UInt8>) throws(Problem) {
    guard text.count <= Self.longestText else { throw .tooLong }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .damaged }
    guard parts[0].count <= Self.longestHeader * 4 / 3 + 2 else { throw .headerTooLong }
    guard let head = Base64.decodeURL(parts[0]), let payload = Base64.decodeURL(parts[1]),
      let signature = Base64.decodeURL(parts[2])
    else { throw .damaged }
    let header: JSON
    do { header = try JSON(reading: head, limits: JSONLimits(depth: 4)) } catch { throw .damaged }
    guard header.object != nil, let algorithm = header["alg"]?.string else { throw .damaged }
    guard Self.algorithms.contains(where: { areSame($0, algorithm) }) else {
      throw .algorithmRefused(String(algorithm.prefix(32)))
    }
    if header["crit"] != nil || header["b64"] != nil { throw .demandUnknown }
    self.header = header
    self.payload = payload
    self.signature = signature
    signed = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
  }

  /// Whether a text has the characters of one: three parts of base64url.
  public static func looksLike(_ text: some Collection<UInt8>) -> Bool {
    var dots = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "."): dots += 1
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): continue
      default: return false
      }
    }
    return dots == 2
  }

  /// What the header names; one of ``algorithms``.
  public var algorithm: String { header["alg"]?.string ?? "" }

  /// Where the header says that the key is.
  public var keyID: String? { header["kid"]?.string }

  /// Checks the signature.
  public func verify(with key: PublicKey) throws(Problem) {
    guard areSame(algorithm, key.algorithm) else {
      throw .algorithmNotOfKey(named: algorithm, key: key.kind)
    }
    let isRight =
      switch key {
      case .rsa(let key): key.isSignature(signature, of: signed)
      case .p256(let key): key.isSignature(signature, of: signed)
      case .ed25519(let key): key.isSignature(signature, of: signed)
      }
    guard isRight else { throw .signatureWrong }
  }

  /// Signs with RS256, the one algorithm that every verifier of badges knows.
  ///
  /// - Parameter keyID: the address of the key; nil for OB 2.0, which says it in the assertion.
  public static func sign(
    _ payload: [UInt8], keyID: String?, with key: RSASigningKey
  ) -> String {
    let header = JSON.members([("alg", "RS256"), ("kid", keyID.map { .string($0) })])
    let signed = Base64.encodeURL(header.utf8) + "." + Base64.encodeURL(payload)
    return signed + "." + Base64.encodeURL(key.sign(Array(signed.utf8)))
  }
}
