import JSONText

extension OB2 {
  /// How something can be checked.
  public enum Proof: Sendable, Hashable {
    /// It is what its own address answers.
    case hosted
    /// It is signed with the key at this address.
    case signed(creator: String)

    var json: JSON {
      switch self {
      case .hosted: .members([("type", "HostedBadge")])
      case .signed(let creator):
        .members([("type", "SignedBadge"), ("creator", .string(creator))])
      }
    }
  }

  /// That somebody earned a badge.
  public struct Assertion: Sendable, Hashable {
    /// Where this document is, for a hosted one; ``CredentialID`` for a signed one.
    public var id: String
    /// Who earned it.
    public var recipient: SaltedIdentity
    /// The id of a ``BadgeClass``, never the class itself: a verifier in use wants an address.
    public var badge: String
    /// How it can be checked.
    public var proof: Proof
    /// When it was given.
    public var issuedOn: Timestamp
    /// Until when it is valid; nil for ever.
    public var expires: Timestamp?
    /// The address of the baked picture.
    public var image: String?
    /// What shows it.
    public var evidence: [Evidence] = []
    /// In Markdown.
    public var narrative: String?
    /// The ids of ``Endorsement``s.
    public var endorsements: [String] = []

    /// Everything that an assertion must say; the rest is set afterwards.
    public init(
      id: String, recipient: SaltedIdentity, badge: String, proof: Proof, issuedOn: Timestamp
    ) {
      self.id = id
      self.recipient = recipient
      self.badge = badge
      self.proof = proof
      self.issuedOn = issuedOn
    }

    /// The document, or what is signed.
    public var json: JSON {
      OB2.document(
        "Assertion", id: id,
        [
          ("recipient", recipient.ob2), ("badge", .string(badge)), ("verification", proof.json),
          ("issuedOn", .string(issuedOn.text)), ("expires", expires.map { .string($0.text) }),
          ("image", image.map { .string($0) }), ("evidence", .array(evidence.map(\.ob2))),
          ("narrative", narrative.map { .string($0) }), ("endorsement", .strings(endorsements)),
        ])
    }

    /// Signed with RS256; its ``proof`` says with which key.
    public func signed(with key: RSASigningKey) -> String {
      CompactJWS.sign(json.utf8, keyID: nil, with: key)
    }

    /// What the address of a revoked one answers, with the status 410. All else is left out: a
    /// verifier in use takes whatever still looks like an assertion.
    public static func revoked(id: String, reason: String?) -> JSON {
      OB2.document(
        "Assertion", id: id,
        [("revoked", true), ("revocationReason", reason.map { .string($0) })])
    }
  }
}
