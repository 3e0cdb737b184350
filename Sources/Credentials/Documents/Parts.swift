import JSONText

/// A picture of a badge or of an issuer.
public struct BadgeImage: Sendable, Hashable {
  /// Where it is: PNG or SVG.
  public var address: String
  /// What it shows, for those who do not see it.
  public var caption: String?

  /// A picture with words.
  public init(address: String, caption: String? = nil) {
    self.address = address
    self.caption = caption
  }

  /// OB 2.0 §Image.
  var ob2: JSON {
    guard let caption else { return .string(address) }
    return .members([("id", .string(address)), ("caption", .string(caption))])
  }

  /// OB 3.0 takes no other member.
  var ob3: JSON {
    .members([
      ("id", .string(address)), ("type", "Image"), ("caption", caption.map { .string($0) }),
    ])
  }
}

/// What somebody did to earn a badge; at least one of the two is given.
public struct Criteria: Sendable, Hashable {
  /// A page about it.
  public var address: String?
  /// In Markdown.
  public var narrative: String?

  /// Criteria in words, on a page, or both.
  public init(narrative: String?, address: String? = nil) {
    self.narrative = narrative
    self.address = address
  }

  /// The same in both versions.
  var json: JSON {
    .members([
      ("id", address.map { .string($0) }), ("narrative", narrative.map { .string($0) }),
    ])
  }
}

/// What a badge corresponds to in a framework that others keep.
public struct Alignment: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// Where it is.
  public var address: String
  /// A few sentences of plain text.
  public var description: String?
  /// What the framework is called.
  public var framework: String?
  /// How the framework writes it.
  public var code: String?

  /// - Parameter address: of the concept in its framework.
  public init(
    name: String, address: String, description: String? = nil, framework: String? = nil,
    code: String? = nil
  ) {
    self.name = name
    self.address = address
    self.description = description
    self.framework = framework
    self.code = code
  }

  var ob2: JSON { .members(members) }
  var ob3: JSON { .members([("type", .strings(["Alignment"]))] + members) }

  private var members: [(String, JSON?)] {
    [
      ("targetName", .string(name)), ("targetUrl", .string(address)),
      ("targetDescription", description.map { .string($0) }),
      ("targetFramework", framework.map { .string($0) }), ("targetCode", code.map { .string($0) }),
    ]
  }
}

/// What shows that somebody earned a badge; at least one member is given.
public struct Evidence: Sendable, Hashable {
  /// Where it is.
  public var address: String?
  /// What it is called.
  public var name: String?
  /// In Markdown.
  public var narrative: String?
  /// A few sentences of plain text.
  public var description: String?
  /// Of which kind it is, such as `ePortfolio`.
  public var genre: String?

  /// - Parameter address: a page that anybody who may see the badge may see.
  public init(
    address: String? = nil, name: String? = nil, narrative: String? = nil,
    description: String? = nil, genre: String? = nil
  ) {
    self.address = address
    self.name = name
    self.narrative = narrative
    self.description = description
    self.genre = genre
  }

  var ob2: JSON { .members(members) }
  var ob3: JSON { .members([("type", .strings(["Evidence"]))] + members) }

  private var members: [(String, JSON?)] {
    [
      ("id", address.map { .string($0) }), ("name", name.map { .string($0) }),
      ("narrative", narrative.map { .string($0) }),
      ("description", description.map { .string($0) }), ("genre", genre.map { .string($0) }),
    ]
  }
}
