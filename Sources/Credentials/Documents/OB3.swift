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
    /// What it is called.
    public var name: String
    /// Its home page.
    public var url: String?
    /// Where one can write to.
    public var email: String?
    /// A few sentences of plain text.
    public var description: String?
    /// A picture of it.
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
    /// What it is known by.
    public var id: String
    /// What it is called.
    public var name: String
    /// A few sentences of plain text.
    public var description: String
    /// What one does to earn it.
    public var criteria: Criteria
    /// One of the specification's list, such as `Badge` or `Competency`.
    public var type = "Badge"
    /// A picture of it.
    public var image: BadgeImage?
    /// Words to find it by.
    public var tags: [String] = []
    /// What it corresponds to elsewhere.
    public var alignments: [Alignment] = []
    /// Of the badge itself, such as `2`.
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

  static func schema(_ name: String) -> JSON {
    let folder = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json"
    return .members([
      ("id", .string("\(folder)/ob_v3p0_\(name)_schema.json")),
      ("type", "1EdTechJsonSchemaValidator2019"),
    ])
  }
}
