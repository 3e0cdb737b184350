// What is done to many requests at once can be undone: each line keeps what a request was before, and
// undoing touches only those that are still as the batch left them.

import SQLite

/// Every statement about many requests at once. Loops are of at most one page of the board.
enum HelpBatchStore {
  /// Puts a tag on the threads that have room for one more.
  static func tag(
    _ threads: [Thread.ID], with tag: Tag, in space: Space.ID, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws -> HelpBatch.ID {
    try TagStore.name(tag, in: space, db)
    let number = try db.value("SELECT id FROM tag WHERE slug = ?", tag.slug, as: Int64.self)
    let batch = try begin(.tag, in: space, tag: number, heir: nil, by: member, at: now, db)
    for thread in threads {
      guard let before = try request(thread, in: space, db) else { continue }
      let changed = try db.run(
        """
        INSERT INTO thread_tag (thread, tag) SELECT ?1, ?2
         WHERE (SELECT count(*) FROM thread_tag WHERE thread = ?1) < ?3
        ON CONFLICT DO NOTHING
        """, thread, number, ThreadDraft.mostTags)
      if changed == 1 { try note(before, in: batch, db) }
    }
    return batch
  }

  /// Gives open requests to one who helps.
  static func assign(
    _ threads: [Thread.ID], to heir: Member.ID, in space: Space.ID, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws -> HelpBatch.ID {
    let batch = try begin(.assign, in: space, tag: nil, heir: heir, by: member, at: now, db)
    for thread in threads {
      guard let before = try request(thread, in: space, db) else { continue }
      let changed = try db.run(
        """
        UPDATE help_request SET owner = ?2, state = 'taken', changed = ?3
         WHERE thread = ?1 AND state IN ('new', 'taken', 'waiting') AND owner IS NOT ?2
        """, thread, heir, now)
      if changed == 1 {
        try note(before, in: batch, db)
        try Notifications.tell(
          .told(.assigned, to: [heir], about: .thread(thread), by: member), at: now, db)
      }
    }
    return batch
  }

  /// Closes the threads of open requests.
  static func close(
    _ threads: [Thread.ID], in space: Space.ID, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws -> HelpBatch.ID {
    let batch = try begin(.close, in: space, tag: nil, heir: nil, by: member, at: now, db)
    for thread in threads {
      guard let before = try request(thread, in: space, db), before.state.isOpen else { continue }
      try ThreadStore.set(.closed, of: thread, db)
      try note(before, in: batch, db)
      try Notifications.tell(
        .told(.closed, to: asker(of: thread, db), about: .thread(thread), by: member), at: now, db)
    }
    return batch
  }

  private static func asker(of thread: Thread.ID, _ db: Reader) throws -> [Member.ID] {
    try db.rows("SELECT author FROM thread WHERE id = ?", thread) { row in try row.next() }
  }

  private typealias Before = (thread: Thread.ID, state: HelpRequest.State, owner: Member.ID?)

  private static func request(
    _ thread: Thread.ID, in space: Space.ID, _ db: Reader
  ) throws -> Before? {
    try db.row(
      """
      SELECT thread, state, owner FROM help_request
       WHERE thread = ? AND space = ? AND removed = 0
      """, thread, space
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  private static func begin(
    _ action: HelpBatch.Action, in space: Space.ID, tag: Int64?, heir: Member.ID?,
    by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> HelpBatch.ID {
    try db.run(
      """
      INSERT INTO help_batch (space, member, action, tag, heir, created)
      VALUES (?, ?, ?, ?, ?, ?)
      """, space, member, action, tag, heir, now)
    return Number(db.lastInsertedRow)
  }

  private static func note(_ before: Before, in batch: HelpBatch.ID, _ db: Writer) throws {
    try db.run(
      "INSERT INTO help_batch_line (batch, thread, state, owner) VALUES (?, ?, ?, ?)", batch,
      before.thread, before.state, before.owner)
  }

  /// What a member did at once in a space.
  static func batch(
    _ id: HelpBatch.ID, in space: Space.ID, by viewer: Viewer, _ db: Reader
  ) throws -> HelpBatch? {
    try db.row(
      """
      SELECT id, action, (SELECT count(*) FROM help_batch_line WHERE batch = help_batch.id),
             undone IS NOT NULL
        FROM help_batch WHERE id = ? AND space = ? AND member = ?
      """, id, space, viewer.reader
    ) { row in
      HelpBatch(
        id: try row.next(), action: try row.next(), count: try row.next(),
        isUndone: try row.next())
    }
  }

  /// Brings back what each request was before, where nothing happened to it since.
  ///
  /// - Returns: false when it was undone already.
  static func undo(_ batch: HelpBatch, at now: Instant, _ db: Writer) throws -> Bool {
    let changed = try db.run(
      "UPDATE help_batch SET undone = ? WHERE id = ? AND undone IS NULL", now, batch.id)
    if changed == 0 { return false }
    switch batch.action {
    case .tag: try takeOffTag(batch.id, db)
    case .assign: try giveBack(batch.id, at: now, db)
    case .close: try open(batch.id, at: now, db)
    }
    return true
  }

  private static func takeOffTag(_ batch: HelpBatch.ID, _ db: Writer) throws {
    try db.run(
      """
      DELETE FROM thread_tag
       WHERE thread IN (SELECT thread FROM help_batch_line WHERE batch = ?1)
         AND tag = (SELECT tag FROM help_batch WHERE id = ?1)
      """, batch)
  }

  private static func giveBack(_ batch: HelpBatch.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      UPDATE help_request
         SET owner = before.owner, state = before.state, changed = ?2
        FROM help_batch_line AS before JOIN help_batch ON help_batch.id = before.batch
       WHERE before.batch = ?1 AND help_request.thread = before.thread
         AND help_request.state = 'taken' AND help_request.owner = help_batch.heir
         AND help_request.changed = help_batch.created
      """, batch, now)
  }

  private static func open(_ batch: HelpBatch.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      UPDATE thread SET state = 'open'
       WHERE state = 'closed'
         AND id IN (SELECT help_batch_line.thread FROM help_batch_line
                      JOIN help_request ON help_request.thread = help_batch_line.thread
                     WHERE help_batch_line.batch = ?1 AND help_request.state = 'closed')
      """, batch)
    try db.run(
      """
      UPDATE help_request SET owner = before.owner, state = before.state, changed = ?2
        FROM help_batch_line AS before
       WHERE before.batch = ?1 AND help_request.thread = before.thread
         AND help_request.state IN ('new', 'taken') AND help_request.owner IS before.owner
      """, batch, now)
  }
}
