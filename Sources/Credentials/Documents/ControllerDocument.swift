import JSONText

extension OB3 {
  /// What an issuer's id answers: who it is and with which keys it signs (W3C Controlled
  /// Identifiers 1.0). Keys that no longer sign stay here, so that old badges stay valid.
  public struct ControllerDocument: Sendable, Hashable {
    /// Who it is about.
    public var profile: Profile
    /// For proofs; see ``method(for:)``.
    public var proofKeys: [Ed25519PublicKey]
    /// For JWTs.
    public var tokenKeys: [TokenKey]

    /// A key and the address that answers it.
    public struct TokenKey: Sendable, Hashable {
      /// The `kid` of tokens.
      public var address: String
      /// The public key.
      public var key: RSAPublicKey

      /// - Parameter address: `https`; answers ``PublicKey/jwk(id:issuer:)`` with this id.
      public init(address: String, key: RSAPublicKey) {
        self.address = address
        self.key = key
      }
    }

    /// An issuer and all the keys that it ever had.
    public init(profile: Profile, proofKeys: [Ed25519PublicKey], tokenKeys: [TokenKey]) {
      self.profile = profile
      self.proofKeys = proofKeys
      self.tokenKeys = tokenKeys
    }

    /// The id of a key for proofs. The official validator takes the key from the fragment.
    public func method(for key: Ed25519PublicKey) -> String {
      "\(profile.id)#\(Multikey.text(key))"
    }

    /// The document.
    public var json: JSON {
      let owner = JSON.string(profile.id)
      let multikeys = proofKeys.map {
        JSON.members([
          ("id", .string(method(for: $0))), ("type", "Multikey"), ("controller", owner),
          ("publicKeyMultibase", .string(Multikey.text($0))),
        ])
      }
      let webKeys = tokenKeys.map {
        JSON.members([
          ("id", .string($0.address)), ("type", "JsonWebKey"), ("controller", owner),
          ("publicKeyJwk", PublicKey.rsa($0.key).jwk(id: $0.address)),
        ])
      }
      let methods = multikeys + webKeys
      return .members(
        [("@context", .strings(Self.contexts))] + profile.members + [
          ("verificationMethod", .array(methods)),
          ("assertionMethod", .array(methods.compactMap { $0["id"] })),
        ])
    }

    static let contexts = [OB3.contexts[0], OB3.contexts[1], "https://www.w3.org/ns/cid/v1"]
  }

  /// The keys of all issuers of a site, at `/.well-known/jwks.json` (Open Badges 3.0 Implementation
  /// Guide, Key provenance).
  public static func keySet(_ keys: [(issuer: String, key: ControllerDocument.TokenKey)]) -> JSON {
    .object(
      JSONObject([
        (
          "keys",
          .array(
            keys.map { PublicKey.rsa($0.key.key).jwk(id: $0.key.address, issuer: $0.issuer) })
        )
      ]))
  }
}
