import JSONText

/// The documents of Open Badges 2.0, as verifiers in use read them.
public enum OB2 {
  /// The one context, always as a text.
  public static let context = "https://w3id.org/openbadges/v2"

  static func document(_ type: String, id: String, _ members: [(String, JSON?)]) -> JSON {
    .members(
      [("@context", .string(context)), ("type", .string(type)), ("id", .string(id))] + members)
  }

  /// Who issues badges.
  public struct Profile: Sendable, Hashable {
    /// Where this document is.
    public var id: String
    public var name: String
    /// Its home page.
    public var url: String
    public var email: String
    public var description: String?
    public var image: BadgeImage?
    /// Where its key is. One alone: a verifier in use takes no badge of an issuer with two, so that
    /// a new key means a new profile.
    public var publicKey: String?
    public var revocationList: String?

    /// Everything that an issuer must say; the rest is set afterwards.
    public init(id: String, name: String, url: String, email: String) {
      self.id = id
      self.name = name
      self.url = url
      self.email = email
    }

    /// The document. It says nothing of `verification`: assertions share its origin then.
    public var json: JSON {
      OB2.document(
        "Issuer", id: id,
        [
          ("name", .string(name)), ("url", .string(url)), ("email", .string(email)),
          ("description", description.map { .string($0) }), ("image", image?.ob2),
          ("publicKey", publicKey.map { .string($0) }),
          ("revocationList", revocationList.map { .string($0) }),
        ])
    }
  }

  /// A badge that can be earned. A changed one has another id.
  public struct BadgeClass: Sendable, Hashable {
    /// Where this document is.
    public var id: String
    public var name: String
    public var description: String
    public var image: BadgeImage
    public var criteria: Criteria
    /// The id of a ``Profile``.
    public var issuer: String
    public var tags: [String] = []
    public var alignments: [Alignment] = []
    public var version: String?
    /// The ids of what it was before, or is in other languages.
    public var related: [String] = []
    /// The ids of ``Endorsement``s.
    public var endorsements: [String] = []
    /// Such as `fr`.
    public var language: String?

    /// Everything that a class must say; the rest is set afterwards.
    public init(
      id: String, name: String, description: String, image: BadgeImage, criteria: Criteria,
      issuer: String
    ) {
      self.id = id
      self.name = name
      self.description = description
      self.image = image
      self.criteria = criteria
      self.issuer = issuer
    }

    /// The document.
    public var json: JSON {
      OB2.document(
        "BadgeClass", id: id,
        [
          ("name", .string(name)), ("description", .string(description)), ("image", image.ob2),
          ("criteria", criteria.json), ("issuer", .string(issuer)), ("tags", .strings(tags)),
          ("alignment", .array(alignments.map(\.ob2))), ("version", version.map { .string($0) }),
          ("related", .strings(related)), ("endorsement", .strings(endorsements)),
          ("@language", language.map { .string($0) }),
        ])
    }
  }

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
    public var recipient: SaltedIdentity
    /// The id of a ``BadgeClass``, never the class itself: a verifier in use wants an address.
    public var badge: String
    public var proof: Proof
    public var issuedOn: Timestamp
    public var expires: Timestamp?
    /// The address of the baked picture.
    public var image: String?
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

  /// The public key of an issuer.
  public struct CryptographicKey: Sendable, Hashable {
    /// Where this document is.
    public var id: String
    /// The id of the ``Profile`` that names this key.
    public var owner: String
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
    public var revoked: [Entry]

    /// One that was taken back.
    public struct Entry: Sendable, Hashable {
      public var id: String
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

  /// That somebody vouches for a class, an issuer or an award.
  public struct Endorsement: Sendable, Hashable {
    /// Where this document is.
    public var id: String
    /// The id of what is endorsed.
    public var subject: String
    /// In Markdown.
    public var comment: String?
    /// The id of the ``Profile`` of who endorses.
    public var issuer: String
    public var issuedOn: Timestamp
    public var proof: Proof = .hosted

    /// Who vouches for what, in which words.
    public init(
      id: String, subject: String, comment: String?, issuer: String, issuedOn: Timestamp
    ) {
      self.id = id
      self.subject = subject
      self.comment = comment
      self.issuer = issuer
      self.issuedOn = issuedOn
    }

    /// The document.
    public var json: JSON {
      let claim = JSON.members([
        ("id", .string(subject)), ("endorsementComment", comment.map { .string($0) }),
      ])
      return OB2.document(
        "Endorsement", id: id,
        [
          ("claim", claim), ("issuer", .string(issuer)), ("issuedOn", .string(issuedOn.text)),
          ("verification", proof.json),
        ])
    }

    /// What the address of a withdrawn one answers, with the status 410.
    public static func revoked(id: String, reason: String?) -> JSON {
      OB2.document(
        "Endorsement", id: id,
        [("revoked", true), ("revocationReason", reason.map { .string($0) })])
    }
  }
}
