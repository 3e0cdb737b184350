import HTML
import SQLite
import Sanitizer

/// The five types of line. Stored under these names.
enum ImportKind: String, ColumnValue, CaseIterable {
  case user, category, tag, thread, post
}

/// A thread whose first post has not come yet: without one it is not made. Its ids are ours.
struct WaitingThread {
  let line: Int
  let record: ExchangeRecord.Thread
  let space: Int64
  let author: Int64
  let tags: [Int64]
  let meToo: [Int64]
  let followers: [Int64]
  let digest: Int64
}

/// What posts added to a thread, to be counted once for all of them.
struct ThreadGrowth {
  let thread: Int64
  let title: String
  var lastNumber: Int
  var visible = 0
  var lastActivity = Instant(seconds: 0)
}

/// An import on its way through a file: what each id of the file stands for here.
struct ImportRun {
  /// Rows made, by type.
  private(set) var added: [ImportKind: Int] = [:]
  /// Lines that were known already.
  private(set) var known = 0
  private(set) var rejected = 0
  /// What is to be said of lines, in their order.
  private(set) var remarks: [(line: Int, text: String)] = []
  private let now: Instant

  private var rows: [ImportKind: [Int64: Int64]] = [:]
  /// The log-in names of the file, for mentions: here, another member may have the same.
  private var logins: [String: Member.ID] = [:]
  private var waiting: [Int64: WaitingThread] = [:]
  /// Ids of accepted posts that have not come yet, with the thread's row.
  private var accepted: [Int64: (line: Int, thread: Int64)] = [:]
  private var slugs: [ImportKind: Set<String>] = [:]
  private var occurrences = Occurrences()
  /// Threads and posts that lines of this file stand for already: two equal lines are two rows.
  private var taken: [ImportKind: Set<Int64>] = [:]

  // Of the thread that the last post went to:
  private var growth: ThreadGrowth?
  private var postsOf: Int64?
  private var isNewThread = false
  private var postOccurrences = Occurrences()

  init(now: Instant) {
    self.now = now
  }

  /// Loads the lines of one transaction.
  mutating func load(_ batch: [ImportLine], _ db: Writer) throws {
    for line in batch {
      do {
        switch try line.record.get() {
        case .user(let user): try load(user, line.number, db)
        case .category(let category): try load(category, db)
        case .tag(let tag): try load(tag, db)
        case .thread(let thread): try load(thread, line.number, db)
        case .post(let post): try load(post, line, db)
        }
      } catch let rejection as Rejection {
        reject(line.number, rejection)
      }
    }
    // Others may write before the next batch comes.
    try closeGrowth(db)
  }

  /// Says what never came.
  mutating func finish() {
    for thread in waiting.values.sorted(by: { $0.line < $1.line }) {
      reject(thread.line, .withoutPost)
    }
    for (id, place) in accepted.sorted(by: { $0.value.line < $1.value.line }) {
      reject(place.line, .unknown(key: "accepted", id: id))
    }
  }

  /// Hands over what is to be said, and forgets it.
  mutating func takeRemarks() -> [(line: Int, text: String)] {
    defer { remarks = [] }
    return remarks
  }

  private mutating func reject(_ line: Int, _ rejection: Rejection) {
    rejected += 1
    remarks.append((line, "rejected: \(rejection)"))
  }

  // MARK: Ids

  private func row(_ kind: ImportKind, _ id: Int64, _ key: String) throws(Rejection) -> Int64 {
    guard let row = rows[kind]?[id] else { throw .unknown(key: key, id: id) }
    return row
  }

  /// Ascending, each once: two ids of a file may stand for one row.
  private func rows(
    _ kind: ImportKind, _ ids: [Int64], _ key: String
  ) throws(Rejection) -> [Int64] {
    var found: Set<Int64> = []
    for id in ids { found.insert(try row(kind, id, key)) }
    return found.sorted()
  }

  private func checkNew(_ kind: ImportKind, _ id: Int64) throws(Rejection) {
    if rows[kind]?[id] != nil { throw .duplicate(id: id) }
  }

  /// What is unique within its type.
  private mutating func checkUnique(
    _ kind: ImportKind, _ key: String, _ text: String
  ) throws(Rejection) {
    guard slugs[kind, default: []].insert(text).inserted else { throw .taken(key: key) }
  }

  /// The row of a line that was loaded before.
  private mutating func recall(
    _ kind: ImportKind, _ id: Int64, in place: Int64, _ digest: Int64, _ db: Reader
  ) throws -> Int64? {
    guard let row = try ImportStore.row(kind, in: place, digest, db) else { return nil }
    guard try ImportStore.exists(kind, row, db) else { throw Rejection.goneHere }
    note(kind, id, row)
    known += 1
    return row
  }

  /// Takes note of a row that was there, though not by an import.
  private mutating func meet(
    _ kind: ImportKind, _ id: Int64, in place: Int64, _ digest: Int64, row: Int64, _ db: Writer
  ) throws {
    try ImportStore.remember(kind, in: place, digest, row: row, db)
    note(kind, id, row)
    known += 1
  }

  private mutating func noteNew(
    _ kind: ImportKind, _ id: Int64, in place: Int64, _ digest: Int64, row: Int64, _ db: Writer
  ) throws {
    try ImportStore.remember(kind, in: place, digest, row: row, db)
    note(kind, id, row)
    added[kind, default: 0] += 1
  }

  private mutating func note(_ kind: ImportKind, _ id: Int64, _ row: Int64) {
    rows[kind, default: [:]][id] = row
    if kind == .thread || kind == .post { taken[kind, default: []].insert(row) }
  }

  /// The first of `found` that no line of this file stands for.
  private func first(_ found: [Int64], _ kind: ImportKind) -> Int64? {
    found.first { taken[kind]?.contains($0) != true }
  }

  /// `name`, or the first of `name-2`, `name-3`… that is free.
  private func free(_ name: String, isTaken: (String) throws -> Bool) throws -> String {
    var candidate = name
    var number = 1
    while try isTaken(candidate) {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}

// MARK: - Members, spaces, tags

extension ImportRun {
  private mutating func load(
    _ user: ExchangeRecord.User, _ line: Int, _ db: Writer
  ) throws {
    try checkNew(.user, user.id)
    try checkUnique(.user, "login", user.login)
    var identity = LineIdentity()
    identity.add(user.login)
    identity.add(user.joined.seconds)
    let digest = identity.digest
    if try recall(.user, user.id, in: 0, digest, db) == nil {
      if let row = try ImportStore.member(login: user.login, joined: user.joined, db) {
        try meet(.user, user.id, in: 0, digest, row: row, db)
      } else {
        try add(user, line, digest, db)
      }
    }
    if user.deleted == nil, let row = rows[.user]?[user.id] {
      logins[user.login] = Member.ID(row)
    }
  }

  private mutating func add(
    _ user: ExchangeRecord.User, _ line: Int, _ digest: Int64, _ db: Writer
  ) throws {
    let about = try render(user.about)
    let login = try free(user.login) { try ImportStore.hasMember(login: $0, db) }
    if login != user.login && user.deleted == nil {
      remarks.append((line, "the log-in name belongs to somebody else here: \(login) instead"))
    }
    var email = user.email
    if let address = email, try ImportStore.hasMember(email: address, db) {
      remarks.append((line, "the e-mail address belongs to somebody else here: left out"))
      email = nil
    }
    let row = try ImportStore.add(user, login: login, email: email, db)
    if user.deleted != nil { try ImportStore.setErasedLogin(of: row, db) }
    if !user.about.isEmpty { try ImportStore.setAbout(about, of: row, db) }
    try noteNew(.user, user.id, in: 0, digest, row: row, db)
  }

  private func render(_ about: String) throws(Rejection) -> SanitizedHTML {
    if about.isEmpty { return .empty }
    do { return try RenderedAbout.render(about) } catch { throw .refused(error) }
  }

  private mutating func load(_ category: ExchangeRecord.Category, _ db: Writer) throws {
    try checkNew(.category, category.id)
    try checkUnique(.category, "slug", category.slug)
    let referents = try rows(.user, category.referents, "referents")
    let members = try rows(.user, category.members, "members").filter { !referents.contains($0) }
    let isPrivate = category.visibility == "private"
    var identity = LineIdentity()
    for text in [category.slug, category.name, category.visibility] { identity.add(text) }
    identity.add(referents)
    identity.add(members)
    let digest = identity.digest
    if try recall(.category, category.id, in: 0, digest, db) != nil { return }
    let same = try ImportStore.space(
      slug: category.slug, name: category.name, visibility: category.visibility, db)
    if let same, !isPrivate {
      try meet(.category, category.id, in: 0, digest, row: same, db)
      // A file does not make référents of a space that is already somebody's.
      for member in members + referents {
        try ImportStore.join(same, member, asReferent: false, at: now, db)
      }
    } else if let same, try ImportStore.members(of: same, db) == (members + referents).sorted() {
      try meet(.category, category.id, in: 0, digest, row: same, db)
    } else {
      let slug = try free(category.slug) { try ImportStore.hasSpace(slug: $0, db) }
      let row = try ImportStore.add(category, slug: slug, at: now, db)
      for member in referents { try ImportStore.join(row, member, asReferent: true, at: now, db) }
      for member in members { try ImportStore.join(row, member, asReferent: false, at: now, db) }
      try noteNew(.category, category.id, in: 0, digest, row: row, db)
    }
  }

  private mutating func load(_ tag: ExchangeRecord.Tag, _ db: Writer) throws {
    try checkNew(.tag, tag.id)
    try checkUnique(.tag, "slug", tag.slug)
    var identity = LineIdentity()
    identity.add(tag.slug)
    let digest = identity.digest
    if try recall(.tag, tag.id, in: 0, digest, db) != nil { return }
    if let row = try ImportStore.tag(slug: tag.slug, db) {
      try meet(.tag, tag.id, in: 0, digest, row: row, db)
    } else {
      let row = try ImportStore.add(tag, db)
      try noteNew(.tag, tag.id, in: 0, digest, row: row, db)
    }
  }
}

// MARK: - Threads

extension ImportRun {
  private mutating func load(
    _ thread: ExchangeRecord.Thread, _ line: Int, _ db: Writer
  ) throws {
    try checkNew(.thread, thread.id)
    if waiting[thread.id] != nil { throw Rejection.duplicate(id: thread.id) }
    let space = try row(.category, thread.category, "category")
    let author = try row(.user, thread.author, "author")
    let tags = try rows(.tag, thread.tags, "tags")
    let meToo = try rows(.user, thread.meToo, "me_too")
    let followers = try rows(.user, thread.followers, "followers")
    var identity = LineIdentity()
    identity.add(space)
    identity.add(author)
    identity.add(thread.created.seconds)
    identity.add(thread.title)
    let digest = occurrences.digest(of: identity)
    if let row = try recall(.thread, thread.id, in: space, digest, db) {
      expect(thread, line, row)
    } else if let row = first(
      try ImportStore.threads(in: space, by: author, thread, db), .thread)
    {
      try meet(.thread, thread.id, in: space, digest, row: row, db)
      expect(thread, line, row)
    } else {
      waiting[thread.id] = WaitingThread(
        line: line, record: thread, space: space, author: author, tags: tags, meToo: meToo,
        followers: followers, digest: digest)
    }
  }

  private mutating func expect(_ thread: ExchangeRecord.Thread, _ line: Int, _ row: Int64) {
    if let post = thread.accepted { accepted[post] = (line, row) }
  }

  /// Makes the thread, now that its first post is here.
  private mutating func add(
    _ thread: WaitingThread, first post: ExchangeRecord.Post, _ db: Writer
  ) throws -> Int64 {
    let row = try ImportStore.add(thread, removed: thread.record.removed ?? post.removed, db)
    waiting[thread.record.id] = nil
    try noteNew(.thread, thread.record.id, in: thread.space, thread.digest, row: row, db)
    expect(thread.record, thread.line, row)
    return row
  }
}

// MARK: - Posts

extension ImportRun {
  private mutating func load(
    _ post: ExchangeRecord.Post, _ line: ImportLine, _ db: Writer
  ) throws {
    try checkNew(.post, post.id)
    let author = try row(.user, post.author, "author")
    let parent = try post.parent.map { id throws(Rejection) in try row(.post, id, "parent") }
    let thanks = try rows(.user, post.thanks, "thanks")
    let thread = try open(post, db)
    if let parent, let id = post.parent, try ImportStore.thread(of: parent, db) != thread {
      throw Rejection.otherThread(key: "parent", id: id)
    }
    var identity = LineIdentity()
    identity.add(author)
    identity.add(parent ?? 0)
    identity.add(post.created.seconds)
    identity.add(post.body)
    let digest = postOccurrences.digest(of: identity)
    if !isNewThread, try isHere(post, by: author, in: thread, digest, db) { return }
    try add(
      post, line, to: thread, by: author, parent: parent, thanks: thanks, digest: digest, db)
  }

  /// The row of the thread that a post belongs to.
  private mutating func open(_ post: ExchangeRecord.Post, _ db: Writer) throws -> Int64 {
    if postsOf != post.thread {
      try closeGrowth(db)
      postsOf = post.thread
      postOccurrences.forget()
      taken[.post] = []
      isNewThread = false
    }
    guard let thread = waiting[post.thread] else { return try row(.thread, post.thread, "thread") }
    if let parent = post.parent { throw Rejection.otherThread(key: "parent", id: parent) }
    isNewThread = true
    return try add(thread, first: post, db)
  }

  /// Whether the post was loaded before, or is here in another way.
  private mutating func isHere(
    _ post: ExchangeRecord.Post, by author: Int64, in thread: Int64, _ digest: Int64, _ db: Writer
  ) throws -> Bool {
    if try recall(.post, post.id, in: thread, digest, db) == nil {
      let same = try ImportStore.posts(in: thread, by: author, at: post.created, db)
      guard let row = first(same, .post) else { return false }
      try meet(.post, post.id, in: thread, digest, row: row, db)
    }
    // Whichever answer was accepted since is somebody's choice here.
    accepted[post.id] = nil
    return true
  }

  private mutating func add(
    _ post: ExchangeRecord.Post, _ line: ImportLine, to thread: Int64, by author: Int64,
    parent: Int64?, thanks: [Int64], digest: Int64, _ db: Writer
  ) throws {
    var growth = try growth(of: thread, db)
    growth.lastNumber += 1
    growth.lastActivity = max(growth.lastActivity, post.created)
    if post.removed == nil { growth.visible += 1 }
    let row = try ImportStore.add(
      post, to: thread, number: growth.lastNumber, by: author, parent: parent, body: line.body,
      thanks: thanks, db)
    self.growth = growth
    try finish(post, line, row, db)
    // What is removed is not found.
    if post.removed == nil { try makeFindable(post, line, row, by: author, in: growth, db) }
    if let place = accepted.removeValue(forKey: post.id) {
      if place.thread == thread {
        try ImportStore.accept(row, in: thread, db)
      } else {
        reject(place.line, .otherThread(key: "accepted", id: post.id))
      }
    }
    try noteNew(.post, post.id, in: thread, digest, row: row, db)
  }

  /// Gives the body what needs the post's number: scoped names, links of mentions.
  private func finish(
    _ post: ExchangeRecord.Post, _ line: ImportLine, _ row: Int64, _ db: Writer
  ) throws {
    var mentioned: [String: Member.ID] = [:]
    for name in line.calls { mentioned[name] = logins[name] }
    for member in mentioned.values { try ImportStore.mention(member.value, in: row, db) }
    if !mentioned.isEmpty || line.body.hasScopedNames {
      // Just too large with its links: it stays as it is.
      let body = try? PostBody.render(post.body, for: Number(row), mentioning: mentioned)
      if let body { try ImportStore.setBody(body, of: row, db) }
    }
  }

  private func makeFindable(
    _ post: ExchangeRecord.Post, _ line: ImportLine, _ row: Int64, by author: Int64,
    in thread: ThreadGrowth, _ db: Writer
  ) throws {
    try SearchIndex.put(
      SearchIndex.Document(
        kind: .post, reference: row, whole: thread.thread, number: thread.lastNumber,
        author: author, created: post.created.seconds, title: thread.title, body: line.text), db)
  }

  private mutating func growth(of thread: Int64, _ db: Writer) throws -> ThreadGrowth {
    if let growth, growth.thread == thread { return growth }
    try closeGrowth(db)
    let number = try ImportStore.lastNumber(of: thread, db) ?? 0
    return ThreadGrowth(
      thread: thread, title: try ImportStore.title(of: thread, db), lastNumber: number)
  }

  private mutating func closeGrowth(_ db: Writer) throws {
    if let growth { try ImportStore.count(growth, db) }
    growth = nil
  }
}
