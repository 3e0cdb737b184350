import JSONText

/// A credential secured as a JWT (Open Badges 3.0 §8.2): its payload is the credential, and says
/// the same once more in the names that JWTs have for it.
public enum VCJWT {
  /// - Parameter keyID: an `https` address that answers the one JWK.
  /// - Parameter credential: without a proof; it has an id, an issuer with an id, and a subject
  ///   with an id, as every credential of ``OB3`` does.
  public static func sign(_ credential: JSON, keyID: String, with key: RSASigningKey) -> String {
    CompactJWS.sign(payload(of: credential).utf8, keyID: keyID, with: key)
  }

  static func payload(of credential: JSON) -> JSON {
    let issuer = credential["issuer"]?["id"] ?? credential["issuer"]
    let claims: [(String, JSON?)] = [
      ("iss", issuer), ("jti", credential["id"]), ("sub", credential["credentialSubject"]?["id"]),
      ("nbf", date(credential["validFrom"])), ("exp", date(credential["validUntil"])),
    ]
    return claims.reduce(credential) { $0.with($1.0, $1.1) }
  }

  private static func date(_ value: JSON?) -> JSON? {
    value?.string.flatMap { Timestamp($0) }.map { .number(String($0.seconds)) }
  }
}
