import HTML
import SQLite
import Sanitizer

extension ImportRun {
  mutating func load(
    _ post: ExchangeRecord.Post, _ line: ImportLine, _ db: Writer
  ) throws {
    try ids.checkNew(.post, post.id)
    let author = try ids.row(.user, post.author, "author")
    let parent = try post.parent.map { id throws(Rejection) in try ids.row(.post, id, "parent") }
    let thanks = try ids.rows(.user, post.thanks, "thanks")
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
      ids.forgetTaken(.post)
      isNewThread = false
    }
    guard let thread = waiting[post.thread] else {
      return try ids.row(.thread, post.thread, "thread")
    }
    if let parent = post.parent { throw Rejection.otherThread(key: "parent", id: parent) }
    isNewThread = true
    return try add(thread, first: post, db)
  }

  /// Whether the post was loaded before, or is here in another way.
  private mutating func isHere(
    _ post: ExchangeRecord.Post, by author: Int64, in thread: Int64, _ digest: Int64, _ db: Writer
  ) throws -> Bool {
    if try ids.recall(.post, post.id, in: thread, digest, db) == nil {
      let same = try ImportStore.posts(in: thread, by: author, at: post.created, db)
      guard let row = ids.first(same, .post) else { return false }
      try ids.meet(.post, post.id, in: thread, digest, row: row, db)
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
    growth.lastPublished = growth.lastNumber
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
    try ids.noteNew(.post, post.id, in: thread, digest, row: row, db)
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

  mutating func growth(of thread: Int64, _ db: Writer) throws -> ThreadGrowth {
    if let growth, growth.thread == thread { return growth }
    try closeGrowth(db)
    let number = try ImportStore.lastNumber(of: thread, db) ?? 0
    return ThreadGrowth(
      thread: thread, title: try ImportStore.title(of: thread, db), lastNumber: number)
  }

  mutating func closeGrowth(_ db: Writer) throws {
    if let growth { try ImportStore.count(growth, db) }
    growth = nil
  }
}
