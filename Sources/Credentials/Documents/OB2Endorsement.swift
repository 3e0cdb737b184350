import JSONText

extension OB2 {
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
    /// Since when.
    public var issuedOn: Timestamp
    /// How it can be checked.
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
