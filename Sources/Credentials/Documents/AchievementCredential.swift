import JSONText

extension OB3 {
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
    /// Who earned it.
    public var recipient: SaltedIdentity
    /// Who gives it.
    public var issuer: Profile
    /// What was earned.
    public var achievement: Achievement
    /// From when it is valid.
    public var validFrom: Timestamp
    /// Until when it is valid; nil for ever.
    public var validUntil: Timestamp?
    /// When it was earned, if that is not ``validFrom``: it stays when a credential is renewed.
    public var awarded: Timestamp?
    /// What the credential is called; the achievement's name when nil.
    public var name: String?
    /// About what this person did, in Markdown.
    public var narrative: String?
    /// What shows it.
    public var evidence: [Evidence] = []
    /// Where it is said whether it was taken back; nil when it cannot be.
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
}
