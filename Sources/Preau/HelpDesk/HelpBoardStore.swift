import SQLite

/// Every statement of the board: none reads more than an index of the space's open requests.
enum HelpBoardStore {
  static let perPage = 25

  /// One page of a list, by keyset: the requests with their owners, then what the board shows of
  /// their threads, which is two statements more.
  static func page(
    of choice: HelpBoardChoice, in space: Space.ID, after cursor: HelpCursor?, latestDue: Instant,
    viewer: Viewer, _ db: Reader
  ) throws -> (lines: [HelpLine], next: HelpCursor?) {
    let tag = try tag(choice.tag, db)
    if tag == nil && !choice.tag.isEmpty { return ([], nil) }
    let found =
      choice.list.isOpen
      ? try open(choice, tag, in: space, after: cursor, latestDue, viewer, db)
      : try done(choice, tag, in: space, after: cursor, db)
    let shown = found.prefix(perPage)
    let threads = try ThreadListStore.lines(
      shown.map(\.request.thread), reader: viewer.reader, db)
    // A thread that was removed meanwhile is not there any more.
    let known = Dictionary(uniqueKeysWithValues: threads.map { ($0.id, $0) })
    let lines = shown.compactMap { found in
      known[found.request.thread].map { HelpLine(request: found.request, thread: $0) }
    }
    return (lines, found.count > perPage ? shown.last?.cursor : nil)
  }

  private struct Found {
    let request: HelpRequest
    let cursor: HelpCursor
  }

  /// Along the index of what is open, the oldest first.
  private static func open(
    _ choice: HelpBoardChoice, _ tag: Int64?, in space: Space.ID, after cursor: HelpCursor?,
    _ latestDue: Instant, _ viewer: Viewer, _ db: Reader
  ) throws -> [Found] {
    let list = choice.list
    let owner: Int64? = list == .mine ? viewer.reader : nil
    let until: Instant? = list == .forgotten ? latestDue : nil
    return try db.rows(
      """
      SELECT help_request.thread, help_request.space, help_request.state, help_request.asked,
             owner.id, owner.name, owner.role, owner.public_name, owner.deleted
        FROM help_request LEFT JOIN member AS owner ON owner.id = help_request.owner
       WHERE help_request.space = ?1 AND help_request.removed = 0
         AND help_request.state IN ('new', 'taken', 'waiting')
         AND (help_request.asked, help_request.thread) > (?2, ?3)
         AND (?4 IS NULL OR help_request.owner = ?4)
         AND (?5 IS NULL OR (help_request.owner IS NULL AND help_request.asked <= ?5))
         AND (?6 IS NULL OR help_request.state = ?6)
         AND (?7 IS NULL OR EXISTS (
           SELECT 1 FROM thread_tag
            WHERE thread_tag.thread = help_request.thread AND thread_tag.tag = ?7))
         AND (?9 IS NULL OR EXISTS (
           SELECT 1 FROM question_answer AS answer
            WHERE answer.thread = help_request.thread AND answer.field = ?9
              AND instr(answer.folded, ?10) > 0))
       ORDER BY help_request.asked, help_request.thread LIMIT ?8
      """, space, cursor?.at ?? Instant(seconds: .min), cursor?.thread ?? Number(0), owner, until,
      list.state, tag, perPage + 1, choice.field, choice.foldedWords
    ) { row in
      let request = try HelpDeskStore.read(&row)
      return Found(
        request: request, cursor: HelpCursor(at: request.asked, thread: request.thread))
    }
  }

  /// Along the index of states, the latest first.
  private static func done(
    _ choice: HelpBoardChoice, _ tag: Int64?, in space: Space.ID, after cursor: HelpCursor?,
    _ db: Reader
  ) throws -> [Found] {
    try db.rows(
      """
      SELECT help_request.changed, help_request.thread, help_request.space, help_request.state,
             help_request.asked, owner.id, owner.name, owner.role, owner.public_name,
             owner.deleted
        FROM help_request LEFT JOIN member AS owner ON owner.id = help_request.owner
       WHERE help_request.space = ?1 AND help_request.removed = 0 AND help_request.state = ?2
         AND help_request.state IN ('resolved', 'unresolved', 'closed')
         AND (help_request.changed, help_request.thread) < (?3, ?4)
         AND (?5 IS NULL OR EXISTS (
           SELECT 1 FROM thread_tag
            WHERE thread_tag.thread = help_request.thread AND thread_tag.tag = ?5))
         AND (?7 IS NULL OR EXISTS (
           SELECT 1 FROM question_answer AS answer
            WHERE answer.thread = help_request.thread AND answer.field = ?7
              AND instr(answer.folded, ?8) > 0))
       ORDER BY help_request.changed DESC, help_request.thread DESC LIMIT ?6
      """, space, choice.list.state, cursor?.at ?? Instant(seconds: .max),
      cursor?.thread ?? Number(.max), tag, perPage + 1, choice.field, choice.foldedWords
    ) { row in
      let changed = try row.next(Instant.self)
      let request = try HelpDeskStore.read(&row)
      return Found(request: request, cursor: HelpCursor(at: changed, thread: request.thread))
    }
  }

  private static func tag(_ slug: String, _ db: Reader) throws -> Int64? {
    if slug.isEmpty { return nil }
    return try db.value("SELECT id FROM tag WHERE slug = ?", slug)
  }

  /// What is open, counted in one pass over the index of what is open.
  static func counts(
    of space: Space.ID, latestDue: Instant, viewer: Viewer, at now: Instant, _ db: Reader
  ) throws -> HelpCounts {
    try db.row(
      """
      SELECT count(*), ifnull(sum(state = 'new'), 0), ifnull(sum(state = 'taken'), 0),
             ifnull(sum(state = 'waiting'), 0), ifnull(sum(owner IS ?2), 0),
             ifnull(sum(asked <= ?3 AND state <> 'waiting'), 0),
             ifnull(sum(asked <= ?3 AND owner IS NULL), 0),
             ifnull(sum(asked > ?4), 0), ifnull(sum(asked > ?5 AND asked <= ?4), 0)
        FROM help_request
       WHERE space = ?1 AND removed = 0 AND state IN ('new', 'taken', 'waiting')
      """, space, viewer.reader, latestDue, now + -86_400, now + -7 * 86_400
    ) { row in
      HelpCounts(
        open: try row.next(), new: try row.next(), taken: try row.next(), waiting: try row.next(),
        mine: try row.next(), late: try row.next(), forgotten: try row.next(),
        underOneDay: try row.next(), underOneWeek: try row.next())
    } ?? HelpCounts()
  }

  /// The spaces where a member helps and how much waits there for nobody, for the member's home.
  static func desks(of viewer: Viewer, _ db: Reader) throws -> [(space: Space, new: Int)] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility,
             (SELECT count(*) FROM help_request
               WHERE help_request.space = space.id AND removed = 0
                 AND state IN ('new', 'taken', 'waiting') AND owner IS NULL)
        FROM (SELECT space AS id FROM space_member WHERE member = ?1 AND role = 'referent'
              UNION SELECT space FROM help_volunteer WHERE member = ?1) AS desk
        JOIN space ON space.id = desk.id
       WHERE space.closed IS NULL AND EXISTS (
         SELECT 1 FROM readable_space WHERE reader = ?1 AND readable_space.space = space.id)
       ORDER BY sort_key(space.name), space.id LIMIT 50
      """, viewer.reader
    ) { row in (try SpaceStore.read(&row), try row.next()) }
  }
}

extension HelpBoardChoice {
  /// As answers are stored for this: words, which may be the beginning of those that are there.
  fileprivate var foldedWords: String {
    let folded = QuestionAnswerStore.folded(words)
    return folded.allSatisfy { $0 == " " } ? "" : String(folded.dropLast())
  }
}
