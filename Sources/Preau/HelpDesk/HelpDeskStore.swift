// Two people who press at the same time are told apart by the statement itself: every act is one
// conditional UPDATE, and whoever changed no row is told why.

import SQLite

/// Every statement about one request for help.
enum HelpDeskStore {
  /// The request of a thread, and whether `viewer` is a volunteer of its space: one statement, by
  /// primary keys; nil for a thread that is no question.
  static func request(
    of thread: Thread.ID, viewer: Viewer, _ db: Reader
  ) throws -> (request: HelpRequest, isVolunteer: Bool)? {
    try db.row(
      """
      SELECT help_volunteer.member IS NOT NULL, help_request.thread, help_request.space,
             help_request.state, help_request.asked, owner.id, owner.name, owner.role,
             owner.public_name, owner.deleted
        FROM help_request
        LEFT JOIN member AS owner ON owner.id = help_request.owner
        LEFT JOIN help_volunteer
          ON help_volunteer.space = help_request.space AND help_volunteer.member = ?2
       WHERE help_request.thread = ?1
      """, thread, viewer.reader
    ) { row in
      let isVolunteer = try row.next(Bool.self)
      return (try read(&row), isVolunteer)
    }
  }

  /// Reads nine columns: thread, space, state, asked, and the five of the owner.
  static func read(_ row: inout Row) throws -> HelpRequest {
    let (thread, space) = (try row.next(Thread.ID.self), try row.next(Space.ID.self))
    let state = try row.next(HelpRequest.State.self)
    let asked = try row.next(Instant.self)
    return HelpRequest(
      thread: thread, space: space, state: state, owner: try author(&row), asked: asked)
  }

  /// Reads the five columns of an ``Author``, all NULL when there is nobody.
  private static func author(_ row: inout Row) throws -> Author? {
    let id = try row.next(Member.ID?.self)
    let name = try row.next(String?.self)
    let role = try row.next(Member.Role?.self)
    let hasPublicName = try row.next(Bool?.self)
    let deleted = try row.next(Int64?.self)
    guard let id, let name, let role, let hasPublicName else { return nil }
    return Author(
      id: id, name: name, role: role, hasPublicName: hasPublicName, isDeleted: deleted != nil)
  }

  /// What was said when the request was handed over, the latest first.
  static func notes(of thread: Thread.ID, _ db: Reader) throws -> [HelpNote] {
    try db.rows(
      """
      SELECT author.id, author.name, author.role, author.public_name, author.deleted,
             heir.id, heir.name, heir.role, heir.public_name, heir.deleted,
             help_note.text, help_note.created
        FROM help_note
        JOIN member AS author ON author.id = help_note.author
        LEFT JOIN member AS heir ON heir.id = help_note.heir
       WHERE help_note.thread = ? ORDER BY help_note.id DESC LIMIT 20
      """, thread
    ) { row in
      HelpNote(
        author: try Author.read(&row), heir: try author(&row), text: try row.next(),
        created: try row.next())
    }
  }

  // MARK: Acts

  /// Makes `member` the owner of a new request; taking it twice changes nothing.
  ///
  /// - Throws: ``HelpRefusal/taken(by:)`` for whoever came second.
  static func take(
    _ thread: Thread.ID, by viewer: Viewer, at now: Instant, _ db: Writer
  ) throws {
    let changed = try db.run(
      """
      UPDATE help_request SET state = 'taken', owner = ?2, changed = ?3
       WHERE thread = ?1 AND state = 'new' AND removed = 0
      """, thread, viewer.reader, now)
    if changed == 1 { return }
    let found = try request(of: thread, viewer: viewer, db).orNotFound().request
    guard found.state.isOpen, let owner = found.owner else { throw HelpRefusal.changed }
    if owner.id.value != viewer.reader { throw HelpRefusal.taken(by: owner) }
  }

  /// Does what `act` says; a request that was nobody's becomes the one's who did it.
  ///
  /// - Throws: ``HelpRefusal/changed`` when it was in no state for that any more.
  static func perform(
    _ act: HelpRequest.Act, on thread: Thread.ID, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    let changed =
      switch act {
      case .wait:
        try db.run(
          """
          UPDATE help_request SET state = 'waiting', owner = coalesce(owner, ?2), changed = ?3
           WHERE thread = ?1 AND state IN ('new', 'taken') AND removed = 0
          """, thread, member, now)
      case .resolve:
        try db.run(
          """
          UPDATE help_request SET state = 'resolved', owner = coalesce(owner, ?2), changed = ?3
           WHERE thread = ?1 AND state IN ('new', 'taken', 'waiting') AND removed = 0
          """, thread, member, now)
      case .giveUp:
        try db.run(
          """
          UPDATE help_request SET state = 'unresolved', owner = coalesce(owner, ?2), changed = ?3
           WHERE thread = ?1 AND state IN ('new', 'taken', 'waiting') AND removed = 0
          """, thread, member, now)
      case .reopen: try reopen(thread, by: member, at: now, db)
      }
    if changed == 0 { throw HelpRefusal.changed }
    if act == .resolve { try HelpFollowUpStore.begin(thread, at: now, db) }
  }

  /// Takes a request up again for whoever looked after it, or for the desk: its asker needs more.
  static func giveBack(_ thread: Thread.ID, at now: Instant, _ db: Writer) throws {
    try ThreadStore.accept(nil, in: thread, db)
    try ThreadStore.set(.open, of: thread, db)
    try db.run(
      """
      UPDATE help_request
         SET state = CASE WHEN owner IS NULL THEN 'new' ELSE 'taken' END, changed = ?2
       WHERE thread = ?1 AND state IN ('resolved', 'unresolved', 'closed')
      """, thread, now)
  }

  /// What was accepted is so no longer, and the thread takes replies again.
  private static func reopen(
    _ thread: Thread.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Int {
    let isDone = try db.value(
      """
      SELECT 1 FROM help_request
       WHERE thread = ? AND state IN ('resolved', 'unresolved', 'closed') AND removed = 0
      """, thread, as: Int.self)
    if isDone == nil { return 0 }
    try ThreadStore.accept(nil, in: thread, db)
    try ThreadStore.set(.open, of: thread, db)
    return try db.run(
      "UPDATE help_request SET state = 'taken', owner = ?2, changed = ?3 WHERE thread = ?1",
      thread, member, now)
  }

  /// Gives an open request to somebody else, or back to the desk, with a word.
  ///
  /// - Parameter heir: somebody who helps there; nil for the desk.
  /// - Throws: ``HelpRefusal/changed``.
  static func handOver(
    _ thread: Thread.ID, to heir: Member.ID?, saying text: String, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let changed = try db.run(
      """
      UPDATE help_request
         SET owner = ?2, changed = ?3, state = CASE WHEN ?2 IS NULL THEN 'new' ELSE 'taken' END
       WHERE thread = ?1 AND state IN ('new', 'taken', 'waiting') AND removed = 0
         AND owner IS NOT ?2
      """, thread, heir, now)
    if changed == 0 { throw HelpRefusal.changed }
    try db.run(
      "INSERT INTO help_note (thread, author, heir, text, created) VALUES (?, ?, ?, ?, ?)",
      thread, member, heir, text, now)
  }
}
