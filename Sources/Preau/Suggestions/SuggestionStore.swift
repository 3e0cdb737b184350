import HTML
import SQLite

/// Every statement about suggestions.
enum SuggestionStore {
  // MARK: Making one

  /// Where the form with this mark has already led.
  static func made(_ submission: [UInt8], _ db: Reader) throws -> Suggestion.ID? {
    try db.value("SELECT id FROM suggestion WHERE submission = ?", submission)
  }

  /// Keeps a suggestion and tells the authors.
  ///
  /// - Throws: ``SuggestionRefusal/spaceClosed``, ``PostingRefusal/silenced(until:)``.
  static func make(
    _ new: NewSuggestion, of view: TutorialView, version: Int, _ section: TutorialSection?,
    submission: [UInt8]?, by author: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Suggestion.ID {
    try SilenceStore.admit(author, in: view.space.id, at: now, db)
    let count = try db.run(
      """
      INSERT INTO suggestion (tutorial, base, anchor, heading, author, reason, created, submission)
      SELECT tutorial.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8
        FROM tutorial JOIN space ON space.id = tutorial.space
       WHERE tutorial.id = ?1 AND space.closed IS NULL AND tutorial.removed IS NULL
      """, view.tutorial.id, version, section?.anchor ?? "", section?.title ?? "", author,
      new.reason, now, submission)
    if count == 0 { throw SuggestionRefusal.spaceClosed }
    let id = Suggestion.ID(db.lastInsertedRow)
    for (number, hunk) in new.hunks.enumerated() {
      try db.run(
        """
        INSERT INTO suggestion_hunk (suggestion, number, line, before, removed, added, after)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, id, number, hunk.line, stored(hunk.before), stored(hunk.removed), stored(hunk.added),
        stored(hunk.after))
    }
    try Notifications.tell(
      .told(
        .suggestionMade, to: view.signers.map(\.id),
        about: .page(Suggestion.address(view.tutorial.id, id).text), by: author, words: new.reason),
      at: now, db)
    return id
  }

  /// No line and one empty line are not the same.
  private static func stored(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private static func lines(_ stored: String) -> [String] { stored.lines.dropLast() }

  // MARK: Reading

  static func suggestion(
    _ id: Suggestion.ID, of tutorial: Tutorial.ID, _ db: Reader
  ) throws -> Suggestion? {
    try db.row(
      """
      SELECT suggestion.id, base, anchor, heading, reason, created, state, decided, words, version,
             author.id, author.name, author.role, author.public_name, author.deleted,
             decider.id, decider.name, decider.role, decider.public_name, decider.deleted
        FROM suggestion
        JOIN member AS author ON author.id = suggestion.author
        LEFT JOIN member AS decider ON decider.id = suggestion.decided_by
       WHERE suggestion.id = ? AND suggestion.tutorial = ?
      """, id, tutorial, read: read)
  }

  /// Those of a tutorial, those that wait first, then the newest.
  ///
  /// - Parameter author: whose; nil: all.
  static func all(
    of tutorial: Tutorial.ID, by author: Member.ID?, _ db: Reader
  ) throws -> [Suggestion] {
    try db.rows(
      """
      SELECT suggestion.id, base, anchor, heading, reason, created, state, decided, words, version,
             author.id, author.name, author.role, author.public_name, author.deleted,
             decider.id, decider.name, decider.role, decider.public_name, decider.deleted
        FROM suggestion
        JOIN member AS author ON author.id = suggestion.author
        LEFT JOIN member AS decider ON decider.id = suggestion.decided_by
       WHERE suggestion.tutorial = ?1 AND (?2 IS NULL OR suggestion.author = ?2)
       ORDER BY suggestion.state <> 'waiting', suggestion.id DESC LIMIT 500
      """, tutorial, author, read: read)
  }

  private static func read(_ row: inout Row) throws -> Suggestion {
    let id = try row.next(Suggestion.ID.self)
    let base = try row.next(Int.self)
    let texts = try (0..<3).map { _ in try row.next(String.self) }
    let created = try row.next(Instant.self)
    let state = try row.next(Suggestion.State.self)
    let decided = try row.next(Instant?.self)
    let words = try row.next(String.self)
    let version = try row.next(Int?.self)
    return Suggestion(
      id: id, base: base, anchor: texts[0], heading: texts[1], reason: texts[2],
      author: try Author.read(&row), created: created, state: state, decided: decided,
      decider: decided == nil ? nil : try Author.read(&row), words: words, version: version)
  }

  static func hunks(of id: Suggestion.ID, _ db: Reader) throws -> [TextHunk] {
    try db.rows(
      """
      SELECT line, before, removed, added, after FROM suggestion_hunk
       WHERE suggestion = ? ORDER BY number
      """, id
    ) { row in
      TextHunk(
        line: try row.next(), before: lines(try row.next()), removed: lines(try row.next()),
        added: lines(try row.next()), after: lines(try row.next()))
    }
  }

  static func waiting(of tutorial: Tutorial.ID, _ db: Reader) throws -> Int {
    try db.value(
      "SELECT count(*) FROM suggestion WHERE tutorial = ? AND state = 'waiting'", tutorial) ?? 0
  }

  /// Whose words a version holds, besides those of its authors; each once, in the order of time.
  static func contributors(
    of tutorial: Tutorial.ID, upTo version: Int, _ db: Reader
  ) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM suggestion JOIN member ON member.id = suggestion.author
       WHERE suggestion.tutorial = ?1 AND suggestion.state = 'accepted' AND suggestion.version <= ?2
         AND NOT EXISTS (
           SELECT 1 FROM tutorial_author
            WHERE tutorial_author.tutorial = ?1 AND tutorial_author.member = suggestion.author
              AND tutorial_author.agreed IS NOT NULL)
       GROUP BY member.id ORDER BY min(suggestion.version), member.id
      """, tutorial, version, read: Author.read)
  }

  /// Which versions come from whose suggestion.
  static func contributors(of tutorial: Tutorial.ID, _ db: Reader) throws -> [Int: [Author]] {
    let found = try db.rows(
      """
      SELECT suggestion.version, member.id, member.name, member.role, member.public_name,
             member.deleted
        FROM suggestion JOIN member ON member.id = suggestion.author
       WHERE suggestion.tutorial = ? AND suggestion.state = 'accepted' ORDER BY suggestion.id
      """, tutorial
    ) { row in (version: try row.next(Int.self), author: try Author.read(&row)) }
    return Dictionary(grouping: found, by: { $0.version }).mapValues { same in
      same.reduce(into: [Author]()) { authors, one in
        if !authors.contains(one.author) { authors.append(one.author) }
      }
    }
  }

  // MARK: Deciding

  /// Makes the next version of the draft with what was proposed, and tells who proposed it.
  ///
  /// - Parameters:
  ///   - source: the whole text that it becomes.
  ///   - base: the draft that it was put into.
  /// - Throws: ``SuggestionRefusal``, ``TutorialRefusal``, ``TutorialDraft/Problems``.
  static func accept(
    _ suggestion: Suggestion, of view: TutorialView, as source: String, over base: Int,
    message: String, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try view.admitDeciding()
    let id = view.tutorial.id
    let number = view.tutorial.pointers.draft
    guard number == base else { throw SuggestionRefusal.stale }
    let version = try TutorialStore.version(number, of: id, db).orNotFound()
    if try TutorialStore.source(of: id, version: number, db) == source {
      throw SuggestionRefusal.nothingTaken
    }
    var draft = TutorialDraft(version, source: source, reviewBy: view.tutorial.reviewBy)
    draft.message = String(message.prefix(TutorialDraft.longestMessage))
    let original = try TutorialOriginStore.licence(of: id, db)
    let saved = try TutorialWritingStore.save(
      draft.checked(in: view.space.id, from: original), of: view, over: base, by: member, at: now,
      db)
    try decide(suggestion, .accepted, version: saved, by: member, at: now, db)
    try Notifications.tell(
      .told(
        .suggestionAccepted, to: [suggestion.author.id],
        about: .page(Suggestion.address(id, suggestion.id).text), by: member), at: now, db)
  }

  /// Says no, with a word.
  ///
  /// - Throws: ``SuggestionRefusal``.
  static func refuse(
    _ suggestion: Suggestion, of view: TutorialView, words: String, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try view.admitDeciding()
    if words.isEmpty { throw SuggestionRefusal.wordsMissing }
    try decide(suggestion, .refused, words: words, by: member, at: now, db)
    try Notifications.tell(
      .told(
        .suggestionRefused, to: [suggestion.author.id],
        about: .page(Suggestion.address(view.tutorial.id, suggestion.id).text), by: member,
        words: words), at: now, db)
  }

  /// The UPDATE asks once more whether it still waits.
  private static func decide(
    _ suggestion: Suggestion, _ state: Suggestion.State, words: String = "", version: Int? = nil,
    by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let count = try db.run(
      """
      UPDATE suggestion SET state = ?2, decided = ?3, decided_by = ?4, words = ?5, version = ?6
       WHERE id = ?1 AND state = 'waiting'
      """, suggestion.id, state, now, member, words, version)
    if count == 0 { throw SuggestionRefusal.decided }
  }
}
