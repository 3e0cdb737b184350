import JSONText

extension OB3 {
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
    /// From when it is valid.
    public var validFrom: Timestamp
    /// Until when it is valid; nil for ever.
    public var validUntil: Timestamp?
    /// Where it is said whether it was taken back; nil when it cannot be.
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
}
