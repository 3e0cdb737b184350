import JSONText

/// The documents of Open Badges 3.0.
public enum OB3 {
  /// In exactly this order. The context of badges is named with its version: the one without
  /// redefines terms that VC 2.0 protects. The last defines the names of validators, without which
  /// the official validator refuses a badge.
  public static let contexts = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
  ]

  /// Who issues badges, as credentials say it.
  public struct Profile: Sendable, Hashable {
    /// An `https` address, that of its controller document.
    public var id: String
    public var name: String
    /// Its home page.
    public var url: String?
    public var email: String?
    public var description: String?
    public var image: BadgeImage?

    /// Everything that an issuer must say; the rest is set afterwards.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }

    /// As a part of a credential.
    public var json: JSON { .members(members) }

    var members: [(String, JSON?)] {
      [
        ("id", .string(id)), ("type", .strings(["Profile"])), ("name", .string(name)),
        ("url", url.map { .string($0) }), ("email", email.map { .string($0) }),
        ("description", description.map { .string($0) }), ("image", image?.ob3),
      ]
    }
  }

  /// A badge that can be earned. A changed one has another id.
  public struct Achievement: Sendable, Hashable {
    public var id: String
    public var name: String
    public var description: String
    public var criteria: Criteria
    /// One of the specification's list, such as `Badge` or `Competency`.
    public var type = "Badge"
    public var image: BadgeImage?
    public var tags: [String] = []
    public var alignments: [Alignment] = []
    public var version: String?
    /// Such as `fr`.
    public var language: String?
    /// Endorsements of it, each an ``EndorsementCredential`` signed as a JWT.
    public var endorsements: [String] = []

    /// Everything that an achievement must say; the rest is set afterwards.
    public init(id: String, name: String, description: String, criteria: Criteria) {
      self.id = id
      self.name = name
      self.description = description
      self.criteria = criteria
    }

    /// As a part of a credential.
    public var json: JSON {
      .members([
        ("id", .string(id)), ("type", .strings(["Achievement"])),
        ("achievementType", .string(type)), ("name", .string(name)),
        ("description", .string(description)), ("criteria", criteria.json), ("image", image?.ob3),
        ("tag", .strings(tags)), ("alignment", .array(alignments.map(\.ob3))),
        ("version", version.map { .string($0) }), ("inLanguage", language.map { .string($0) }),
        ("endorsementJwt", .strings(endorsements)),
      ])
    }
  }

  /// Where it is said whether something was taken back.
  public struct Status: Sendable, Hashable {
    /// The address of a ``StatusListCredential``.
    public var list: String
    /// Given out at random: it tells nothing of how many there are.
    public var index: Int

    /// One bit of a list.
    public init(list: String, index: Int) {
      self.list = list
      self.index = index
    }

    var json: JSON {
      .members([
        ("id", .string("\(list)#\(index)")), ("type", "BitstringStatusListEntry"),
        ("statusPurpose", "revocation"), ("statusListIndex", .string(String(index))),
        ("statusListCredential", .string(list)),
      ])
    }
  }

  /// That somebody earned a badge. To be signed by ``VCJWT`` or ``DataIntegrity``.
  public struct AchievementCredential: Sendable, Hashable {
    /// See ``CredentialID``.
    public var id: String
    /// Of who earned it: random, another one for each award.
    public var subject: String
    public var recipient: SaltedIdentity
    public var issuer: Profile
    public var achievement: Achievement
    public var validFrom: Timestamp
    public var validUntil: Timestamp?
    /// When it was earned, if that is not ``validFrom``: it stays when a credential is renewed.
    public var awarded: Timestamp?
    /// What the credential is called; the achievement's name when nil.
    public var name: String?
    /// About what this person did, in Markdown.
    public var narrative: String?
    public var evidence: [Evidence] = []
    public var status: Status?
    /// Endorsements of this award, each an ``EndorsementCredential`` signed as a JWT: embedded as
    /// JSON, one would describe the same node twice.
    public var endorsements: [String] = []

    /// Everything that a credential must say; the rest is set afterwards.
    public init(
      id: String, subject: String, recipient: SaltedIdentity, issuer: Profile,
      achievement: Achievement, validFrom: Timestamp
    ) {
      self.id = id
      self.subject = subject
      self.recipient = recipient
      self.issuer = issuer
      self.achievement = achievement
      self.validFrom = validFrom
    }

    /// The credential, without a proof.
    public var json: JSON {
      let subject = JSON.members([
        ("id", .string(self.subject)), ("type", .strings(["AchievementSubject"])),
        ("identifier", .array([recipient.ob3])), ("narrative", narrative.map { .string($0) }),
        ("achievement", achievement.json),
      ])
      return .members([
        ("@context", .strings(OB3.contexts)), ("id", .string(id)),
        ("type", .strings(["VerifiableCredential", "OpenBadgeCredential"])),
        ("issuer", issuer.json), ("validFrom", .string(validFrom.text)),
        ("validUntil", validUntil.map { .string($0.text) }),
        ("awardedDate", .string((awarded ?? validFrom).text)),
        ("name", .string(name ?? achievement.name)), ("credentialSubject", subject),
        ("evidence", .array(evidence.map(\.ob3))),
        ("credentialSchema", .array([OB3.schema("achievementcredential")])),
        ("credentialStatus", status?.json), ("endorsementJwt", .strings(endorsements)),
      ])
    }
  }

  /// That somebody vouches for an achievement, an issuer or an award. To be signed by who endorses.
  public struct EndorsementCredential: Sendable, Hashable {
    /// See ``CredentialID``.
    public var id: String
    /// What the endorsement is called.
    public var name: String
    /// The id of what is endorsed.
    public var subject: String
    /// In Markdown.
    public var comment: String?
    /// Who endorses.
    public var issuer: Profile
    public var validFrom: Timestamp
    public var validUntil: Timestamp?
    public var status: Status?

    /// Everything that an endorsement must say; the rest is set afterwards.
    public init(
      id: String, name: String, subject: String, comment: String?, issuer: Profile,
      validFrom: Timestamp
    ) {
      self.id = id
      self.name = name
      self.subject = subject
      self.comment = comment
      self.issuer = issuer
      self.validFrom = validFrom
    }

    /// The credential, without a proof.
    public var json: JSON {
      let subject = JSON.members([
        ("id", .string(self.subject)), ("type", .strings(["EndorsementSubject"])),
        ("endorsementComment", comment.map { .string($0) }),
      ])
      return .members([
        ("@context", .strings(OB3.contexts)), ("id", .string(id)),
        ("type", .strings(["VerifiableCredential", "EndorsementCredential"])),
        ("issuer", issuer.json), ("validFrom", .string(validFrom.text)),
        ("validUntil", validUntil.map { .string($0.text) }), ("name", .string(name)),
        ("credentialSubject", subject),
        ("credentialSchema", .array([OB3.schema("endorsementcredential")])),
        ("credentialStatus", status?.json),
      ])
    }
  }

  private static func schema(_ name: String) -> JSON {
    let folder = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json"
    return .members([
      ("id", .string("\(folder)/ob_v3p0_\(name)_schema.json")),
      ("type", "1EdTechJsonSchemaValidator2019"),
    ])
  }
}
