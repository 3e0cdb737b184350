import SQLite

extension ImportRun {
  /// A post that waits stays one: it is seen by those who saw it, and published by nobody else.
  mutating func load(_ held: ExchangeRecord.Held, _ db: Writer) throws {
    try ids.checkNew(.held, held.id)
    let space = try ids.row(.category, held.category, "category")
    let author = try ids.row(.user, held.author, "author")
    let thread = try held.thread.map { id throws(Rejection) in try ids.row(.thread, id, "thread") }
    var identity = LineIdentity()
    identity.add(author)
    identity.add(thread ?? 0)
    identity.add(held.created.seconds)
    identity.add(held.title)
    identity.add(held.body)
    let digest = occurrences.digest(of: identity)
    if try ids.recall(.held, held.id, in: space, digest, db) != nil { return }
    let same = try ImportStore.heldPosts(in: space, by: author, at: held.created, db)
    if let row = ids.first(same, .held) {
      try ids.meet(.held, held.id, in: space, digest, row: row, db)
      return
    }
    let number = try thread.map { try keepPlace(in: $0, db) }
    let row = try ImportStore.add(
      held, in: space, by: author, thread: thread, number: number, db)
    try ids.noteNew(.held, held.id, in: space, digest, row: row, db)
  }

  /// The number of the next post is that of this one, once it is published.
  private mutating func keepPlace(in thread: Int64, _ db: Writer) throws -> Int {
    var growth = try growth(of: thread, db)
    growth.lastNumber += 1
    self.growth = growth
    return growth.lastNumber
  }
}
