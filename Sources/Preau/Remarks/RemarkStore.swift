import HTML
import SQLite

/// Every statement about remarks.
enum RemarkStore {
  // MARK: Writing

  /// Where the form with this mark has already led.
  static func made(_ submission: [UInt8], _ db: Reader) throws -> TutorialRemark.ID? {
    try db.value("SELECT id FROM remark WHERE submission = ?", submission)
  }

  /// Keeps a remark and tells the authors; an answer, also who is answered.
  ///
  /// - Parameters:
  ///   - anchor: of the section that it is about, where it quotes no passage.
  ///   - answered: the remark that it answers, whose place and readers it shares.
  ///   - isHeld: whether what its author writes in the space is read first: then the authors read
  ///     it, and no others.
  /// - Throws: ``RemarkRefusal``, ``PostingRefusal/silenced(until:)``.
  static func make(
    _ new: NewRemark, of view: TutorialView, version: Int, _ section: TutorialSection?,
    answering answered: TutorialRemark? = nil, isHeld: Bool = false, submission: [UInt8]?,
    by author: Member.ID, at now: Instant, _ db: Writer
  ) throws -> TutorialRemark.ID {
    try SilenceStore.admit(author, in: view.space.id, at: now, db)
    let wanted = answered?.visibility ?? new.visibility
    let visibility = isHeld && wanted == .members ? .authors : wanted
    let place = new.section ?? section
    let quote = answered == nil ? new.quote : nil
    let count = try db.run(
      """
      INSERT INTO remark (tutorial, version, parent, author, text, visibility, anchor, heading, exact,
                          prefix, suffix, created, submission)
      SELECT tutorial.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
        FROM tutorial JOIN space ON space.id = tutorial.space
       WHERE tutorial.id = ?1 AND space.closed IS NULL AND tutorial.removed IS NULL
      """, view.tutorial.id, answered?.version ?? version, answered?.id, author, new.text,
      visibility, answered?.anchor ?? place?.anchor ?? "",
      answered?.heading ?? place?.title ?? "", quote?.exact, quote?.prefix ?? "",
      quote?.suffix ?? "", now, submission)
    if count == 0 { throw RemarkRefusal.spaceClosed }
    let id = TutorialRemark.ID(db.lastInsertedRow)
    if visibility == .onlyMe { return id }
    try tell(id, new, view, answered, by: author, at: now, db)
    return id
  }

  private static func tell(
    _ id: TutorialRemark.ID, _ new: NewRemark, _ view: TutorialView, _ answered: TutorialRemark?,
    by author: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let words = String(new.text.prefix(200))
    let subject = Happening.Subject.page(TutorialRemark.address(id).text)
    if let answered {
      try Notifications.tell(
        .told(
          .remarkAnswered, to: [answered.author.id], about: subject, by: author, words: words),
        at: now, db)
    }
    let authors = view.signers.map(\.id).filter { $0 != answered?.author.id }
    try Notifications.tell(
      .told(.remarkMade, to: authors, about: subject, by: author, words: words), at: now, db)
  }

  // MARK: Reading

  /// All of a tutorial that nobody has taken back, in the order of time: which of them a reader sees
  /// is asked of each.
  static func all(of tutorial: Tutorial.ID, _ db: Reader) throws -> [TutorialRemark] {
    try db.rows(
      """
      SELECT remark.id, version, parent, text, visibility, anchor, heading, exact, prefix, suffix,
             created, settled IS NOT NULL, hidden_by IS NOT NULL, hidden_reason,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM remark JOIN member ON member.id = remark.author
       WHERE remark.tutorial = ? AND (removed IS NULL OR hidden_by IS NOT NULL)
       ORDER BY remark.id LIMIT 2000
      """, tutorial, read: read)
  }

  static func remark(
    _ id: TutorialRemark.ID, _ db: Reader
  ) throws -> (remark: TutorialRemark, tutorial: Tutorial.ID)? {
    let tutorial = try db.value(
      "SELECT tutorial FROM remark WHERE id = ?", id, as: Tutorial.ID.self)
    guard let tutorial else { return nil }
    return try all(of: tutorial, db).first { $0.id == id }.map { ($0, tutorial) }
  }

  private static func read(_ row: inout Row) throws -> TutorialRemark {
    let id = try row.next(TutorialRemark.ID.self)
    let version = try row.next(Int.self)
    let parent = try row.next(TutorialRemark.ID?.self)
    let text = try row.next(String.self)
    let visibility = try row.next(TutorialRemark.Visibility.self)
    let anchor = try row.next(String.self)
    let heading = try row.next(String.self)
    let exact = try row.next(String?.self)
    let around = (prefix: try row.next(String.self), suffix: try row.next(String.self))
    let created = try row.next(Instant.self)
    let isSettled = try row.next(Bool.self)
    let isHidden = try row.next(Bool.self)
    let reason = try row.next(String.self)
    return TutorialRemark(
      id: id, version: version, parent: parent, author: try Author.read(&row), text: text,
      visibility: visibility, anchor: anchor, heading: heading,
      quote: exact.map { PassageQuote(exact: $0, prefix: around.prefix, suffix: around.suffix) },
      created: created, isSettled: isSettled, hiddenReason: isHidden ? reason : nil)
  }

  // MARK: What becomes of them

  static func toggleSettled(_ id: TutorialRemark.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE remark SET settled = CASE WHEN settled IS NULL THEN ?2 END WHERE id = ?1", id, now)
  }

  /// Its author takes it back; answers to it go with it.
  static func remove(_ id: TutorialRemark.ID, at now: Instant, _ db: Writer) throws {
    try db.run("UPDATE remark SET removed = ? WHERE id = ? AND removed IS NULL", now, id)
  }

  /// A référent takes it out of sight, and its author learns why.
  static func hide(
    _ remark: TutorialRemark, of view: TutorialView, reason: String, by member: Member.ID,
    at now: Instant,
    _ db: Writer
  ) throws {
    let count = try db.run(
      """
      UPDATE remark SET removed = ?2, hidden_by = ?3, hidden_reason = ?4
       WHERE id = ?1 AND removed IS NULL
      """, remark.id, now, member, reason)
    if count == 0 { return }
    try Notifications.tell(
      .told(
        .remarkHidden, to: [remark.author.id], about: .page(view.tutorial.address.text),
        by: member, words: reason), at: now, db)
    try Journal.write(
      .remarkHidden, by: member, on: remark.author.id, in: view.space.id,
      about: .tutorial(view.tutorial.id), detail: reason, at: now, db)
  }

  // MARK: Members

  /// What remarks and suggestions count for the limits on posting.
  static func recentPosting(of member: Member, _ db: Reader) throws -> RecentPosting {
    try db.row(
      """
      SELECT max(created), count(*) FROM (
        SELECT created FROM remark WHERE author = ?1 AND created >= ?2
        UNION ALL
        SELECT created FROM suggestion WHERE author = ?1 AND created >= ?2)
      """, member.id, member.joined
    ) { row in
      RecentPosting(lastPost: try row.next(Instant?.self), threads: 0, posts: try row.next())
    } ?? RecentPosting(lastPost: nil, threads: 0, posts: 0)
  }

  /// What a member who leaves wrote for nobody else is nobody's.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM remark WHERE author = ? AND visibility = 'private'", member)
  }
}
