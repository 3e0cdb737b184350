// What a community has written to be used again, after its threads:
//
//   tutorial    id category authors created · asked shared review submitted published published_at
//               review_by thread tags concepts removed
//   version     tutorial number author title created body licence · summary language fits tags
//               message published
//   seal        tutorial version kind author given · words
//   origin      tutorial original version title licence adapted authors
//   passage     tutorial number post author body · state
//   resource    id category created changed title licence · tutorial url author description authors
//               language tags concepts minutes connection adaptation access trust trust_by trust_at
//               trust_words removed removed_for
//   use         resource author created happened again · speaks_as level track modality sought
//               changed edited removed removed_for
//   collection  id author kind title created changed · words visibility editors asked removed
//   item        collection resource created · note
//
// Versions of a tutorial follow its line in their order, from 1; `shared`, `review` and `published`
// are numbers of versions. A card is of a tutorial or of a link; what is a card of a file stays
// behind with the file. Concepts are named by their addresses: a site knows them from its
// vocabularies. Authors and editors stand in the order in which they sign.

extension ExchangeRecord {
  struct Tutorial: Sendable {
    let id: Int64
    let category: Int64
    let authors: [Int64]
    /// Who was asked to sign and has not answered.
    let asked: [Int64]
    let created: Instant
    let shared: Int64?
    let review: Int64?
    let submitted: Instant?
    let published: Int64?
    let publishedAt: Instant?
    let reviewBy: Day?
    let thread: Int64?
    let tags: [Int64]
    let concepts: [String]
    let removed: Instant?
  }

  struct Version: Sendable {
    let tutorial: Int64
    let number: Int64
    let author: Int64
    let title: String
    let summary: String
    let created: Instant
    /// Markdown.
    let body: String
    let licence: Licence
    let language: Language
    let fits: String
    /// As they were typed.
    let tags: String
    let message: String
    let published: Instant?
  }

  struct Seal: Sendable {
    let tutorial: Int64
    let version: Int64
    let kind: ReviewSeal
    let author: Int64
    let given: Instant
    let words: String
  }

  /// What a tutorial was adapted from.
  struct Origin: Sendable {
    let tutorial: Int64
    let original: Int64
    let version: Int64
    let title: String
    let licence: Licence
    let adapted: Instant
    let authors: [Int64]
  }

  /// A post that a tutorial quotes.
  struct Passage: Sendable {
    let tutorial: Int64
    let number: Int64
    let post: Int64
    let author: Int64
    /// Markdown.
    let body: String
    let state: String
  }

  /// A card of the catalogue.
  struct Resource: Sendable {
    let id: Int64
    let category: Int64
    let tutorial: Int64?
    let url: ResourceAddress?
    let author: Int64?
    let created: Instant
    let changed: Instant
    let title: String
    let description: String
    let authors: String
    let licence: Licence
    let language: String
    let tags: [Int64]
    let concepts: [String]
    let minutes: Int64?
    let connection: Preau.Resource.Connection?
    let adaptation: String
    let access: [AccessibilityTerm]
    let trust: AccessibilityCard.Trust
    let trustBy: Int64?
    let trustAt: Instant?
    let trustWords: String
    let isRemoved: Bool
    let removedFor: String
  }

  /// What somebody did with what a card is about.
  struct Use: Sendable {
    let resource: Int64
    let author: Int64
    let created: Instant
    let speaksAs: String
    let level: String?
    let track: String?
    let modality: String?
    let sought: String
    let happened: String
    let changed: String
    let again: UseReport.Again
    let edited: Instant?
    let removed: Instant?
    let removedFor: String
  }

  struct Collection: Sendable {
    let id: Int64
    let author: Int64
    let kind: Preau.Collection.Kind
    let title: String
    let words: String
    let visibility: String
    let created: Instant
    let changed: Instant
    let editors: [Int64]
    let asked: [Int64]
    let removed: Instant?
  }

  /// A place of a collection.
  struct Item: Sendable {
    let collection: Int64
    let resource: Int64
    let created: Instant
    let note: String
  }
}

extension ExchangeRecord {
  /// In bytes.
  private enum Most {
    static let line = 1_000
    static let words = 16_000
    static let body = 1_048_576
  }

  static func tutorial(_ fields: ExchangeFields) throws(Rejection) -> Tutorial {
    let published = try fields.optionalID("published")
    let publishedAt = try fields.optionalTime("published_at")
    if (published == nil) != (publishedAt == nil) { throw .missing("published_at") }
    let day = try fields.optionalTime("review_by")
    let authors = try fields.orderedIDs("authors")
    if authors.isEmpty { throw .empty("authors") }
    return Tutorial(
      id: try fields.id("id"), category: try fields.id("category"), authors: authors,
      asked: try fields.optionalOrderedIDs("asked"), created: try fields.time("created"),
      shared: try fields.optionalID("shared"), review: try fields.optionalID("review"),
      submitted: try fields.optionalTime("submitted"), published: published,
      publishedAt: publishedAt, reviewBy: day.map { Day($0, offset: 0) },
      thread: try fields.optionalID("thread"), tags: try fields.optionalIDs("tags"),
      concepts: try fields.texts("concepts"), removed: try fields.optionalTime("removed"))
  }

  static func version(_ fields: ExchangeFields) throws(Rejection) -> Version {
    Version(
      tutorial: try fields.id("tutorial"), number: try fields.id("number"),
      author: try fields.id("author"), title: try fields.line("title", longest: Most.line),
      summary: try fields.optionalText("summary", longest: Most.words),
      created: try fields.time("created"), body: try fields.text("body", longest: Most.body),
      licence: try fields.licence("licence"),
      language: try fields.choice("language", Language.self) ?? .french,
      fits: try fields.optionalText("fits", longest: Most.line),
      tags: try fields.optionalText("tags", longest: Most.line),
      message: try fields.optionalText("message", longest: Most.line),
      published: try fields.optionalTime("published"))
  }

  static func seal(_ fields: ExchangeFields) throws(Rejection) -> Seal {
    guard let kind = try fields.choice("kind", ReviewSeal.self) else { throw .missing("kind") }
    return Seal(
      tutorial: try fields.id("tutorial"), version: try fields.id("version"), kind: kind,
      author: try fields.id("author"), given: try fields.time("given"),
      words: try fields.optionalText("words", longest: Most.words))
  }

  static func origin(_ fields: ExchangeFields) throws(Rejection) -> Origin {
    Origin(
      tutorial: try fields.id("tutorial"), original: try fields.id("original"),
      version: try fields.id("version"), title: try fields.line("title", longest: Most.line),
      licence: try fields.licence("licence"), adapted: try fields.time("adapted"),
      authors: try fields.orderedIDs("authors"))
  }

  static func passage(_ fields: ExchangeFields) throws(Rejection) -> Passage {
    Passage(
      tutorial: try fields.id("tutorial"), number: try fields.id("number"),
      post: try fields.id("post"), author: try fields.id("author"),
      body: try fields.text("body", longest: Most.body),
      state: try fields.choice("state", ["agreed", "asked", "refused"]))
  }

  static func resource(_ fields: ExchangeFields) throws(Rejection) -> Resource {
    let tutorial = try fields.optionalID("tutorial")
    let typed = try fields.optionalText("url", longest: ResourceAddress.longest)
    let url = typed.isEmpty ? nil : ResourceAddress(typed)
    if !typed.isEmpty, url == nil {
      throw .notAllowed(key: "url", what: "is no address of a page")
    }
    if (tutorial == nil) == (url == nil) { throw .missing(tutorial == nil ? "url" : "tutorial") }
    let minutes = try fields.optionalID("minutes")
    return Resource(
      id: try fields.id("id"), category: try fields.id("category"), tutorial: tutorial, url: url,
      author: try fields.optionalID("author"), created: try fields.time("created"),
      changed: try fields.time("changed"), title: try fields.line("title", longest: Most.line),
      description: try fields.optionalText("description", longest: Most.words),
      authors: try fields.optionalText("authors", longest: Most.line),
      licence: try fields.licence("licence"), language: try language(fields),
      tags: try fields.optionalIDs("tags"), concepts: try fields.texts("concepts"),
      minutes: minutes,
      connection: try fields.choice("connection", Preau.Resource.Connection.self),
      adaptation: try fields.optionalText("adaptation", longest: Most.words),
      access: try access(fields),
      trust: try fields.choice("trust", AccessibilityCard.Trust.self) ?? .unchecked,
      trustBy: try fields.optionalID("trust_by"), trustAt: try fields.optionalTime("trust_at"),
      trustWords: try fields.optionalText("trust_words", longest: Most.words),
      isRemoved: try fields.flag("removed"),
      removedFor: try fields.optionalText("removed_for", longest: Most.words))
  }

  /// A language tag (RFC 5646), as far as letters, figures and hyphens go.
  private static func language(_ fields: ExchangeFields) throws(Rejection) -> String {
    let tag = try fields.optionalText("language", longest: 35)
    guard
      tag.utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        default: false
        }
      })
    else { throw .notAllowed(key: "language", what: "is no language tag") }
    return tag.isEmpty ? Language.french.rawValue : tag
  }

  private static func access(_ fields: ExchangeFields) throws(Rejection) -> [AccessibilityTerm] {
    var terms: [AccessibilityTerm] = []
    for value in try fields.texts("access") {
      guard let term = AccessibilityTerm.term(value: value) else {
        throw .notAllowed(key: "access", what: "holds something else than our terms")
      }
      terms.append(term)
    }
    return terms
  }

  static func use(_ fields: ExchangeFields) throws(Rejection) -> Use {
    guard let again = try fields.choice("again", UseReport.Again.self) else {
      throw .missing("again")
    }
    return Use(
      resource: try fields.id("resource"), author: try fields.id("author"),
      created: try fields.time("created"),
      speaksAs: try fields.optionalText("speaks_as", longest: Most.line),
      level: try fields.optionalLine("level"), track: try fields.optionalLine("track"),
      modality: try fields.optionalLine("modality"),
      sought: try fields.optionalText("sought", longest: Most.words),
      happened: try fields.text("happened", longest: Most.words),
      changed: try fields.optionalText("changed", longest: Most.words), again: again,
      edited: try fields.optionalTime("edited"), removed: try fields.optionalTime("removed"),
      removedFor: try fields.optionalText("removed_for", longest: Most.words))
  }

  static func collection(_ fields: ExchangeFields) throws(Rejection) -> Collection {
    Collection(
      id: try fields.id("id"), author: try fields.id("author"),
      kind: try fields.choice("kind", Preau.Collection.Kind.self) ?? .toolbox,
      title: try fields.line("title", longest: Most.line),
      words: try fields.optionalText("words", longest: Most.words),
      visibility: try fields.choice("visibility", ["public", "members", "private"]),
      created: try fields.time("created"), changed: try fields.time("changed"),
      editors: try fields.optionalIDs("editors"), asked: try fields.optionalIDs("asked"),
      removed: try fields.optionalTime("removed"))
  }

  static func item(_ fields: ExchangeFields) throws(Rejection) -> Item {
    Item(
      collection: try fields.id("collection"), resource: try fields.id("resource"),
      created: try fields.time("created"),
      note: try fields.optionalText("note", longest: Most.words))
  }
}

extension ExchangeFields {
  /// In their order, each once.
  func orderedIDs(_ key: String) throws(Rejection) -> [Int64] {
    let known = try ids(key)
    guard case .array(let values) = members[key] else { return known }
    var ordered: [Int64] = []
    for case .integer(let id) in values where !ordered.contains(id) { ordered.append(id) }
    return ordered
  }

  func optionalOrderedIDs(_ key: String) throws(Rejection) -> [Int64] {
    members[key] == nil ? [] : try orderedIDs(key)
  }

  /// Texts of one line; none where the key is absent.
  func texts(_ key: String) throws(Rejection) -> [String] {
    guard let value = members[key] else { return [] }
    guard case .array(let values) = value, values.count <= 500 else {
      throw .wrongKind(key: key, wanted: "a list of strings")
    }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value, text.utf8.count <= 1_000,
        !text.utf8.contains(where: { $0 < 0x20 })
      else { throw .wrongKind(key: key, wanted: "a list of strings") }
      texts.append(text)
    }
    return texts
  }

  func optionalLine(_ key: String) throws(Rejection) -> String? {
    members[key] == nil ? nil : try line(key, longest: 1_000)
  }

  func licence(_ key: String) throws(Rejection) -> Licence {
    guard let licence = Licence(uri: try line(key, longest: 1_000)) else {
      throw .notAllowed(key: key, what: "is no licence that we know")
    }
    return licence
  }
}
