import JSONText

extension OB2 {
  /// The public key of an issuer.
  public struct CryptographicKey: Sendable, Hashable {
    /// Where this document is.
    public var id: String
    /// The id of the ``Profile`` that names this key.
    public var owner: String
    /// The public key.
    public var key: RSAPublicKey

    /// A key and whose it is.
    public init(id: String, owner: String, key: RSAPublicKey) {
      self.id = id
      self.owner = owner
      self.key = key
    }

    /// The document.
    public var json: JSON {
      OB2.document(
        "CryptographicKey", id: id,
        [("owner", .string(owner)), ("publicKeyPem", .string(PublicKey.rsa(key).pem))])
    }
  }

  /// The signed assertions that were taken back.
  public struct RevocationList: Sendable, Hashable {
    /// Where this document is.
    public var id: String
    /// The id of the ``Profile`` that names this list.
    public var issuer: String
    /// Those that were taken back.
    public var revoked: [Entry]

    /// One that was taken back.
    public struct Entry: Sendable, Hashable {
      /// What it is known by.
      public var id: String
      /// Why, for whoever earned it to read.
      public var reason: String?

      /// - Parameter id: of the assertion.
      public init(id: String, reason: String?) {
        self.id = id
        self.reason = reason
      }
    }

    /// Who took what back.
    public init(id: String, issuer: String, revoked: [Entry]) {
      self.id = id
      self.issuer = issuer
      self.revoked = revoked
    }

    /// The document. A verifier in use misses what stands in a list of one entry: there are always
    /// two that name no award.
    public var json: JSON {
      let decoys = (1...2).map { JSON.string(CredentialID.derived(from: "\(id)\n\($0)")) }
      let entries = revoked.map {
        JSON.members([
          ("id", .string($0.id)), ("revocationReason", $0.reason.map { .string($0) }),
        ])
      }
      return OB2.document(
        "RevocationList", id: id,
        [("issuer", .string(issuer)), ("revokedAssertions", .array(entries + decoys))])
    }
  }
}
