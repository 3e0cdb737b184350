import SQLite

extension ImportRun {
  mutating func load(
    _ thread: ExchangeRecord.Thread, _ line: Int, _ db: Writer
  ) throws {
    try ids.checkNew(.thread, thread.id)
    if waiting[thread.id] != nil { throw Rejection.duplicate(id: thread.id) }
    let space = try ids.row(.category, thread.category, "category")
    let author = try ids.row(.user, thread.author, "author")
    let tags = try ids.rows(.tag, thread.tags, "tags")
    let meToo = try ids.rows(.user, thread.meToo, "me_too")
    let followers = try ids.rows(.user, thread.followers, "followers")
    let concepts = try concepts(thread.concepts, line, db)
    var identity = LineIdentity()
    identity.add(space)
    identity.add(author)
    identity.add(thread.created.seconds)
    identity.add(thread.title)
    let digest = occurrences.digest(of: identity)
    if let row = try ids.recall(.thread, thread.id, in: space, digest, db) {
      expect(thread, line, row)
    } else if let row = ids.first(
      try ImportStore.threads(in: space, by: author, thread, db), .thread)
    {
      try ids.meet(.thread, thread.id, in: space, digest, row: row, db)
      expect(thread, line, row)
    } else {
      waiting[thread.id] = WaitingThread(
        line: line, record: thread, space: space, author: author, tags: tags, meToo: meToo,
        followers: followers, concepts: concepts, digest: digest)
    }
  }

  private mutating func expect(_ thread: ExchangeRecord.Thread, _ line: Int, _ row: Int64) {
    if let post = thread.accepted { accepted[post] = (line, row) }
  }

  /// Makes the thread, now that its first post is here.
  mutating func add(
    _ thread: WaitingThread, first post: ExchangeRecord.Post, _ db: Writer
  ) throws -> Int64 {
    let row = try ImportStore.add(thread, removed: thread.record.removed ?? post.removed, db)
    waiting[thread.record.id] = nil
    try ids.noteNew(.thread, thread.record.id, in: thread.space, thread.digest, row: row, db)
    expect(thread.record, thread.line, row)
    return row
  }
}
