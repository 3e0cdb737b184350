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
    /// What it is called.
    public var name: String
    /// Its home page.
    public var url: String
    /// Where one can write to.
    public var email: String
    /// A few sentences of plain text.
    public var description: String?
    /// A picture of it.
    public var image: BadgeImage?
    /// Where its key is. One alone: a verifier in use takes no badge of an issuer with two, so that
    /// a new key means a new profile.
    public var publicKey: String?
    /// The id of its ``RevocationList``.
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
    /// What it is called.
    public var name: String
    /// A few sentences of plain text.
    public var description: String
    /// A picture of it.
    public var image: BadgeImage
    /// What one does to earn it.
    public var criteria: Criteria
    /// The id of a ``Profile``.
    public var issuer: String
    /// Words to find it by.
    public var tags: [String] = []
    /// What it corresponds to elsewhere.
    public var alignments: [Alignment] = []
    /// Of the badge itself, such as `2`.
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
}
