// The exchange format: UTF-8, one JSON object a line. Each type has documented keys, which every
// line holds, then optional ones, which stand only where a value differs from the plain case.
//
//   user      id login name email joined · role about public_name language deleted suspended
//   category  id slug name about · subject level visibility members referents holding first_posts
//             closed allows_masks shows_moderation seals
//   tag       id slug label
//   thread    id category author title tags created posts
//             · kind state accepted pinned me_too followers removed concepts
//   post      id thread author parent created body · thanks edited removed
//   field     id category label kind · help options required removed
//   answer    field value · thread held
//   held      id category author created body · thread answers kind title tags submitted
//
// A held post waits to be published. One that answers a thread stands among its posts, where it keeps
// its place; `answers` is the place of the post that it answers, from 1. One that begins a thread has
// a title, and its tags as they were typed. Fields are what a space asks of those who ask; answers are
// those of a thread, or of a held post that begins one. Tutorials and the catalogue have types of
// their own: see `CatalogueRecord`.
//
// Ids are those of the file, separately for each type. Every id that a line names is on an earlier
// line, but for `accepted`, which is a post of the thread that follows.

/// One line of an exchange file, its keys read and its ids still those of the file.
enum ExchangeRecord: Sendable {
  case user(User)
  case category(Category)
  case tag(Tag)
  case thread(Thread)
  case post(Post)
  case held(Held)
  case field(Field)
  case answer(Answer)
  case tutorial(Tutorial)
  case version(Version)
  case seal(Seal)
  case origin(Origin)
  case passage(Passage)
  case resource(Resource)
  case use(Use)
  case collection(Collection)
  case item(Item)

  struct User: Sendable {
    let id: Int64
    let login: String
    let name: String
    let email: String?
    let joined: Instant
    let role: Member.Role
    /// Markdown.
    let about: String
    let hasPublicName: Bool
    let language: Language?
    let deleted: Instant?
    let suspended: Instant?
  }

  /// A space.
  struct Category: Sendable {
    let id: Int64
    let slug: String
    let name: String
    let about: String
    let subject: String
    let level: String
    let visibility: String
    let members: [Int64]
    let referents: [Int64]
    let holding: HoldingChoice
    let closed: Instant?
    let allowsMasks: Bool
    let showsModeration: Bool
    /// Which ones a tutorial needs to be published there.
    let seals: [ReviewSeal]
  }

  struct Tag: Sendable {
    let id: Int64
    let slug: String
    let label: String
  }

  struct Thread: Sendable {
    let id: Int64
    let category: Int64
    let author: Int64
    let title: String
    let tags: [Int64]
    let created: Instant
    let kind: String
    let state: String
    let accepted: Int64?
    let isPinned: Bool
    let meToo: [Int64]
    let followers: [Int64]
    let removed: Instant?
    /// By their addresses.
    let concepts: [String]
  }

  struct Post: Sendable {
    let id: Int64
    let thread: Int64
    let author: Int64
    let parent: Int64?
    let created: Instant
    /// Markdown.
    let body: String
    let thanks: [Int64]
    let edited: Instant?
    let removed: Instant?
  }

  /// What a space asks with a question.
  struct Field: Sendable {
    let id: Int64
    let category: Int64
    let label: String
    let kind: String
    let help: String
    /// One a line.
    let options: String
    let isRequired: Bool
    let removed: Instant?
  }

  /// What a question has answered: of a thread, or of a held post.
  struct Answer: Sendable {
    let field: Int64
    let value: String
    let thread: Int64?
    let held: Int64?
  }

  /// A post that waits to be published.
  struct Held: Sendable {
    let id: Int64
    let category: Int64
    let author: Int64
    let created: Instant
    /// Markdown.
    let body: String
    /// Nil for one that begins a thread.
    let thread: Int64?
    let answers: Int64?
    let kind: String
    let title: String
    let tags: String
    let submitted: Instant?
  }
}

extension ExchangeRecord {
  /// In bytes, so that one "character" of a megabyte is refused too.
  private enum Longest {
    static let line = 1_000
    static let about = 65_536
    static let body = 262_144
  }

  /// Reads a line.
  ///
  /// - Parameter shift: seconds added to every time.
  init(_ line: [UInt8], shift: Int64 = 0) throws(Rejection) {
    let parsed = line.withUnsafeBufferPointer { bytes in
      Result { () throws(JSONValue.Malformed) in try JSONValue(bytes) }
    }
    let value: JSONValue
    do { value = try parsed.get() } catch { throw .notJSON(error) }
    guard case .object(let members) = value else { throw .notAnObject }
    let fields = ExchangeFields(members: members, shift: shift)
    switch try fields.text("type", longest: Longest.line) {
    case "user": self = .user(try Self.user(fields))
    case "category": self = .category(try Self.category(fields))
    case "tag": self = .tag(try Self.tag(fields))
    case "thread": self = .thread(try Self.thread(fields))
    case "post": self = .post(try Self.post(fields))
    case "held": self = .held(try Self.held(fields))
    case "field": self = .field(try Self.field(fields))
    case "answer": self = .answer(try Self.answer(fields))
    case "tutorial": self = .tutorial(try Self.tutorial(fields))
    case "version": self = .version(try Self.version(fields))
    case "seal": self = .seal(try Self.seal(fields))
    case "origin": self = .origin(try Self.origin(fields))
    case "passage": self = .passage(try Self.passage(fields))
    case "resource": self = .resource(try Self.resource(fields))
    case "use": self = .use(try Self.use(fields))
    case "collection": self = .collection(try Self.collection(fields))
    case "item": self = .item(try Self.item(fields))
    default: throw .unknownType
    }
  }

  private static func user(_ fields: ExchangeFields) throws(Rejection) -> User {
    let deleted = try fields.optionalTime("deleted")
    return User(
      id: try fields.id("id"), login: try fields.login("login", isErased: deleted != nil),
      // Someone who left has no name any more.
      name: try fields.name("name", mayBeEmpty: deleted != nil),
      email: try fields.email("email"), joined: try fields.time("joined"),
      role: try fields.choice("role", Member.Role.self) ?? .learner,
      about: try fields.optionalText("about", longest: Longest.about),
      hasPublicName: try fields.flag("public_name"),
      language: try fields.choice("language", Language.self), deleted: deleted,
      suspended: try fields.optionalTime("suspended"))
  }

  private static func category(_ fields: ExchangeFields) throws(Rejection) -> Category {
    Category(
      id: try fields.id("id"), slug: try fields.spaceSlug("slug"),
      name: try fields.line("name", longest: Longest.line),
      about: try fields.text("about", longest: Longest.about, mayBeEmpty: true),
      subject: try fields.optionalText("subject", longest: Longest.line),
      level: try fields.optionalText("level", longest: Longest.line),
      visibility: try fields.choice("visibility", ["public", "members", "private"]),
      members: try fields.optionalIDs("members"), referents: try fields.optionalIDs("referents"),
      holding: try holding(fields), closed: try fields.optionalTime("closed"),
      allowsMasks: try fields.flag("allows_masks"),
      showsModeration: try fields.flag("shows_moderation"), seals: try seals(fields))
  }

  private static func seals(_ fields: ExchangeFields) throws(Rejection) -> [ReviewSeal] {
    var seals: [ReviewSeal] = []
    for name in try fields.texts("seals") {
      guard let seal = ReviewSeal(rawValue: name) else {
        throw .notAllowed(key: "seals", what: "holds something else than teaching and trade")
      }
      seals.append(seal)
    }
    return seals
  }

  private static func holding(_ fields: ExchangeFields) throws(Rejection) -> HoldingChoice {
    var choice = HoldingChoice()
    choice.holding = try fields.choice("holding", Holding.self) ?? .nothing
    if let number = try fields.optionalID("first_posts") {
      guard let number = Int(exactly: number), Holding.firstPosts.contains(number) else {
        throw .wrongKind(key: "first_posts", wanted: "a number from 1 to 20")
      }
      choice.firstPosts = number
    }
    return choice
  }

  private static func tag(_ fields: ExchangeFields) throws(Rejection) -> Tag {
    Tag(
      id: try fields.id("id"), slug: try fields.slug("slug"),
      label: try fields.line("label", longest: Longest.line))
  }

  private static func thread(_ fields: ExchangeFields) throws(Rejection) -> Thread {
    // Only a help for other readers: posts are counted as they come.
    _ = try fields.count("posts")
    return Thread(
      id: try fields.id("id"), category: try fields.id("category"),
      author: try fields.id("author"), title: try fields.line("title", longest: Longest.line),
      tags: try fields.ids("tags"), created: try fields.time("created"),
      kind: try fields.choice("kind", ["question", "discussion", "experience"]),
      state: try fields.choice("state", ["open", "closed"]),
      accepted: try fields.optionalID("accepted"), isPinned: try fields.flag("pinned"),
      meToo: try fields.optionalIDs("me_too"), followers: try fields.optionalIDs("followers"),
      removed: try fields.optionalTime("removed"), concepts: try fields.texts("concepts"))
  }

  private static func post(_ fields: ExchangeFields) throws(Rejection) -> Post {
    Post(
      id: try fields.id("id"), thread: try fields.id("thread"), author: try fields.id("author"),
      parent: try fields.idOrNull("parent"), created: try fields.time("created"),
      body: try fields.text("body", longest: Longest.body),
      thanks: try fields.optionalIDs("thanks"), edited: try fields.optionalTime("edited"),
      removed: try fields.optionalTime("removed"))
  }

  private static func field(_ fields: ExchangeFields) throws(Rejection) -> Field {
    Field(
      id: try fields.id("id"), category: try fields.id("category"),
      label: try fields.line("label", longest: Longest.line),
      kind: try fields.choice("kind", ["line", "text", "choice"]),
      help: try fields.optionalText("help", longest: Longest.line),
      options: try fields.optionalText("options", longest: 4 * Longest.line),
      isRequired: try fields.flag("required"), removed: try fields.optionalTime("removed"))
  }

  private static func answer(_ fields: ExchangeFields) throws(Rejection) -> Answer {
    let held = try fields.optionalID("held")
    return Answer(
      field: try fields.id("field"),
      value: try fields.text("value", longest: 16 * Longest.line),
      thread: held == nil ? try fields.id("thread") : nil, held: held)
  }

  private static func held(_ fields: ExchangeFields) throws(Rejection) -> Held {
    let thread = try fields.optionalID("thread")
    return Held(
      id: try fields.id("id"), category: try fields.id("category"),
      author: try fields.id("author"), created: try fields.time("created"),
      body: try fields.text("body", longest: Longest.body), thread: thread,
      answers: try fields.optionalID("answers"),
      kind: try fields.choice("kind", ["question", "discussion", "experience"]),
      title: thread == nil ? try fields.line("title", longest: Longest.line) : "",
      tags: try fields.optionalText("tags", longest: Longest.line),
      submitted: try fields.optionalTime("submitted"))
  }
}

extension ExchangeRecord {
  /// The latest moment that the line names.
  var newest: Instant? {
    switch self {
    case .user(let user):
      max(user.joined, user.deleted ?? user.joined, user.suspended ?? user.joined)
    case .category(let category): category.closed
    case .tag: nil
    case .thread(let thread): max(thread.created, thread.removed ?? thread.created)
    case .post(let post):
      max(post.created, post.edited ?? post.created, post.removed ?? post.created)
    case .held(let held): max(held.created, held.submitted ?? held.created)
    case .field(let field): field.removed
    case .answer: nil
    case .tutorial(let tutorial): max(tutorial.created, tutorial.publishedAt ?? tutorial.created)
    case .version(let version): max(version.created, version.published ?? version.created)
    case .seal(let seal): seal.given
    case .origin(let origin): origin.adapted
    case .passage: nil
    case .resource(let resource): max(resource.created, resource.changed)
    case .use(let use): max(use.created, use.edited ?? use.created)
    case .collection(let collection): max(collection.created, collection.changed)
    case .item(let item): item.created
    }
  }
}
