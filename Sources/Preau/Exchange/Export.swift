import SQLite

/// `preau export`: writes a community as an exchange file, of which an import into an empty folder
/// makes a community that exports the same bytes.
public enum Export {
  /// Writes `file` (`-`: standard output) from one snapshot, so that it holds together even while
  /// the site is served. Says on standard error what the format cannot carry.
  ///
  /// - Throws: ``StartFailure``, or what the database says; an old file of that name then stays.
  public static func run(dataFolder: String, file: String) throws {
    let leftOut = try Store.useExisting(in: dataFolder) { database in
      var output = try ExportFile(file)
      let leftOut = try database.read { db in
        try write(db, to: &output)
        return try LeftOutStore.counts(db)
      }
      try output.finish()
      try database.write { try Journal.write(.exported, by: nil, at: .now, $0) }
      return leftOut
    }
    if leftOut.isEmpty { return }
    let list = leftOut.map { "\($0.count) \($0.what)" }.joined(separator: ", ")
    Terminal.complain("not in the file, since the format has no place for them: \(list)")
  }

  /// Writes every line.
  static func write(_ db: Reader, to output: inout ExportFile) throws {
    var lines = ExportLines()
    try lines.write(db) { try output.write($0) }
  }
}

/// The lines of an export, with the ids that they have in the file: 1, 2, 3… for each type.
struct ExportLines {
  var line = JSONLineWriting()
  private(set) var members: [Int64: Int64] = [:]
  private(set) var spaces: [Int64: Int64] = [:]
  private(set) var tags: [Int64: Int64] = [:]
  private(set) var threads: [Int64: Int64] = [:]
  /// Posts that tutorials quote.
  private(set) var quoted: [Int64: Int64] = [:]
  var tutorials: [Int64: Int64] = [:]
  var resources: [Int64: Int64] = [:]
  private var lastThread: Int64 = 0
  private var lastPost: Int64 = 0
  private var lastHeld: Int64 = 0
  private var fields: [Int64: Int64] = [:]

  mutating func write(_ db: Reader, _ put: ([UInt8]) throws -> Void) throws {
    try ExportStore.users(db) { user in
      add(user)
      try put(line.take())
    }
    try ExportStore.spaces(db) { space in
      try add(space, db)
      try put(line.take())
    }
    try ExportStore.fields(db) { field in
      add(field)
      try put(line.take())
    }
    try ExportStore.tags(db) { id, slug, label in
      tags[id] = Int64(tags.count + 1)
      line.begin("tag")
      line.add("id", Int64(tags.count))
      line.add("slug", slug)
      line.add("label", label)
      line.end()
      try put(line.take())
    }
    let isQuoted = try CatalogueExportStore.quotedPosts(db)
    let held = Dictionary(grouping: try ExportStore.held(db)) { $0.thread }
    try ExportStore.threads(db) { thread in
      try add(thread, db)
      try put(line.take())
      var posts: [Int64: Int64] = [:]
      var waiting = (held[thread.id] ?? [])[...]
      try ExportStore.posts(of: thread.id, db) { post in
        while let next = waiting.first, next.number < post.number {
          add(waiting.removeFirst(), inThread: true)
          try put(line.take())
        }
        try add(post, &posts, db)
        try put(line.take())
        if isQuoted.contains(post.id) { quoted[post.id] = lastPost }
      }
      for post in waiting {
        add(post, inThread: true)
        try put(line.take())
      }
      // Behind the first post, without which there is no thread.
      for answer in fields.isEmpty ? [] : try ExportStore.answers(of: thread.id, db) {
        add(answer.value, to: answer.field, isHeld: false)
        try put(line.take())
      }
    }
    for post in held[nil] ?? [] {
      add(post, inThread: false)
      try put(line.take())
      for answer in try ExportStore.answers(ofHeld: post.id, db) {
        add(answer.value, to: answer.field, isHeld: true)
        try put(line.take())
      }
    }
    try writeCatalogue(db, put)
  }

  private mutating func add(_ user: ExportStore.User) {
    members[user.id] = Int64(members.count + 1)
    line.begin("user")
    line.add("id", Int64(members.count))
    // That of someone who left is made of the number: see `DeletionStore`.
    line.add("login", user.deleted == nil ? user.login : "!\(members.count)")
    line.add("name", user.name)
    if let email = user.email { line.add("email", email) } else { line.addNull("email") }
    line.add("joined", user.joined)
    if user.role != .learner { line.add("role", user.role.rawValue) }
    if !user.about.isEmpty { line.add("about", user.about) }
    if user.hasPublicName { line.addTrue("public_name") }
    if let language = user.language { line.add("language", language.rawValue) }
    if let deleted = user.deleted { line.add("deleted", deleted) }
    if let suspended = user.suspended { line.add("suspended", suspended) }
    line.end()
  }

  private mutating func add(_ space: ExportStore.Space, _ db: Reader) throws {
    spaces[space.id] = Int64(spaces.count + 1)
    line.begin("category")
    line.add("id", Int64(spaces.count))
    line.add("slug", space.slug)
    line.add("name", space.name)
    line.add("about", space.about)
    if !space.subject.isEmpty { line.add("subject", space.subject) }
    if !space.level.isEmpty { line.add("level", space.level) }
    if space.visibility != "public" { line.add("visibility", space.visibility) }
    add("members", try ExportStore.members(of: space.id, role: "member", db))
    add("referents", try ExportStore.members(of: space.id, role: "referent", db))
    if space.holding != "nothing" { line.add("holding", space.holding) }
    if space.firstPosts != 2 { line.add("first_posts", space.firstPosts) }
    if let closed = space.closed { line.add("closed", closed) }
    if space.allowsMasks { line.addTrue("allows_masks") }
    if space.showsModeration { line.addTrue("shows_moderation") }
    add("seals", space.seals.map(\.rawValue))
    line.end()
  }

  /// Members, where there are any.
  private mutating func add(_ name: StaticString, _ rows: [Int64]) {
    if !rows.isEmpty { line.add(name, rows.compactMap { members[$0] }) }
  }

  private mutating func add(_ thread: ExportStore.Thread, _ db: Reader) throws {
    lastThread += 1
    threads[thread.id] = lastThread
    line.begin("thread")
    line.add("id", lastThread)
    line.add("category", spaces[thread.space] ?? 0)
    line.add("author", members[thread.author] ?? 0)
    line.add("title", thread.title)
    line.add("tags", try ExportStore.tags(of: thread.id, db).compactMap { tags[$0] })
    line.add("created", thread.created)
    line.add("posts", thread.posts)
    if thread.kind != "question" { line.add("kind", thread.kind) }
    if thread.state != "open" { line.add("state", thread.state) }
    if let place = thread.accepted { line.add("accepted", lastPost + place) }
    if thread.isPinned { line.addTrue("pinned") }
    add("me_too", try ExportStore.meToo(of: thread.id, db))
    add("followers", try ExportStore.followers(of: thread.id, db))
    if let removed = thread.removed { line.add("removed", removed) }
    add("concepts", try CatalogueExportStore.concepts(.thread, of: thread.id, db))
    line.end()
  }

  /// - Parameter posts: of this thread, what each row has become in the file.
  private mutating func add(
    _ post: ExportStore.Post, _ posts: inout [Int64: Int64], _ db: Reader
  ) throws {
    lastPost += 1
    posts[post.id] = lastPost
    line.begin("post")
    line.add("id", lastPost)
    line.add("thread", lastThread)
    line.add("author", members[post.author] ?? 0)
    if let parent = post.parent.flatMap({ posts[$0] }) {
      line.add("parent", parent)
    } else {
      line.addNull("parent")
    }
    line.add("created", post.created)
    line.add("body", post.body)
    add("thanks", try ExportStore.thanks(for: post.id, db))
    if let edited = post.edited { line.add("edited", edited) }
    if let removed = post.removed { line.add("removed", removed) }
    line.end()
  }

  private mutating func add(_ field: ExportStore.Field) {
    fields[field.id] = Int64(fields.count + 1)
    line.begin("field")
    line.add("id", Int64(fields.count))
    line.add("category", spaces[field.space] ?? 0)
    line.add("label", field.label)
    line.add("kind", field.kind)
    if !field.help.isEmpty { line.add("help", field.help) }
    if !field.options.isEmpty { line.add("options", field.options) }
    if field.isRequired { line.addTrue("required") }
    if let removed = field.removed { line.add("removed", removed) }
    line.end()
  }

  /// - Parameter isHeld: of the last held post; else of the last thread.
  private mutating func add(_ value: String, to field: Int64, isHeld: Bool) {
    line.begin("answer")
    line.add("field", fields[field] ?? 0)
    line.add("value", value)
    if isHeld { line.add("held", lastHeld) } else { line.add("thread", lastThread) }
    line.end()
  }

  private mutating func add(_ held: ExportStore.Held, inThread: Bool) {
    lastHeld += 1
    line.begin("held")
    line.add("id", lastHeld)
    line.add("category", spaces[held.space] ?? 0)
    line.add("author", members[held.author] ?? 0)
    line.add("created", held.created)
    line.add("body", held.body)
    if inThread {
      line.add("thread", lastThread)
      if let answers = held.answers, answers > 0 { line.add("answers", answers) }
    } else {
      if held.kind != "question" { line.add("kind", held.kind) }
      line.add("title", held.title)
      if !held.tags.isEmpty { line.add("tags", held.tags) }
    }
    if held.submitted != held.created { line.add("submitted", held.submitted) }
    line.end()
  }
}
