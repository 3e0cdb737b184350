import SQLite

/// A thread in a list: what one needs to decide whether to open it.
struct ThreadLine: Sendable {
  let id: Thread.ID
  let slug: String
  let title: String
  let kind: Thread.Kind
  let state: Thread.State
  let isPinned: Bool
  let isSolved: Bool
  let postCount: Int
  let lastNumber: Int
  let lastActivity: Instant
  let spaceSlug: String
  let spaceName: String
  let author: Author
  /// The highest number that the reader has seen; nil for a thread never opened.
  let readUpTo: Int?
  var tags: [Tag] = []
}

/// Where the next page of a list begins: after this thread.
struct ThreadCursor: Sendable, Equatable {
  let isPinned: Bool
  let lastActivity: Instant
  let thread: Thread.ID

  /// Before every thread.
  static let start = ThreadCursor(
    isPinned: true, lastActivity: Instant(seconds: .max), thread: Number(.max))

  init(isPinned: Bool, lastActivity: Instant, thread: Thread.ID) {
    self.isPinned = isPinned
    self.lastActivity = lastActivity
    self.thread = thread
  }

  /// Reads ``text`` back; anything else is the start of the list.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 3, (0...1).contains(parts[0]) else {
      self = .start
      return
    }
    self.init(
      isPinned: parts[0] == 1, lastActivity: Instant(seconds: parts[1]), thread: Number(parts[2]))
  }

  var text: String { "\(isPinned ? 1 : 0)-\(lastActivity.seconds)-\(thread.value)" }
}

/// Which threads a list holds.
enum ThreadList: Sendable {
  case all
  case unanswered
  case space(Space.ID)
  case tag(slug: String)
  /// With what stands below it.
  case concept(Concept.ID)
  /// What a member began, also without a name: for the member alone.
  case mine(Member.ID)
  case followed(Member.ID)
  /// `joined`: what was there before one came is not new.
  case unread(Member.ID, joined: Instant)
}

/// Lists of threads: the numbers first, by an index, then what the page shows of them. Three
/// statements a page, by keyset.
enum ThreadListStore {
  static let perPage = 25

  /// One page of `list`, as `reader` may see it (0: a visitor), and where the next one begins.
  static func page(
    of list: ThreadList, after cursor: ThreadCursor, reader: Int64, _ db: Reader
  ) throws -> (lines: [ThreadLine], next: ThreadCursor?) {
    let found = try numbers(list, cursor, reader, perPage + 1, db)
    let lines = try lines(Array(found.prefix(perPage)), reader: reader, db)
    guard found.count > perPage, let last = lines.last else { return (lines, nil) }
    var isPinned = false
    if case .space = list { isPinned = last.isPinned }
    let next = ThreadCursor(isPinned: isPinned, lastActivity: last.lastActivity, thread: last.id)
    return (lines, next)
  }

  /// What a page shows of threads that its reader may see, in the order given.
  static func lines(
    _ threads: [Thread.ID], reader: Int64, _ db: Reader
  ) throws -> [ThreadLine] {
    if threads.isEmpty { return [] }
    let list = "[" + threads.map { String($0.value) }.joined(separator: ",") + "]"
    var found: [Thread.ID: ThreadLine] = [:]
    try db.each(
      """
      SELECT thread.id, thread.slug, thread.title, thread.kind, thread.state, thread.pinned,
             thread.accepted IS NOT NULL
               OR EXISTS (SELECT 1 FROM help_request
                      WHERE help_request.thread = thread.id AND help_request.state = 'resolved'),
             thread.post_count, thread.last_number,
             thread.last_activity, space.slug, space.name, member.id, member.name, member.role,
             member.public_name, member.deleted, thread_reading.number
        FROM json_each(?1) AS wanted
        JOIN thread ON thread.id = wanted.value
        JOIN space ON space.id = thread.space
        JOIN member ON member.id = thread.author
        LEFT JOIN thread_reading
          ON thread_reading.member = ?2 AND thread_reading.thread = thread.id
      """, list, reader
    ) { row in
      let line = ThreadLine(
        id: try row.next(), slug: try row.next(), title: try row.next(), kind: try row.next(),
        state: try row.next(), isPinned: try row.next(), isSolved: try row.next(),
        postCount: try row.next(), lastNumber: try row.next(), lastActivity: try row.next(),
        spaceSlug: try row.next(), spaceName: try row.next(), author: try Author.read(&row),
        readUpTo: try row.next())
      found[line.id] = line
    }
    try db.each(
      """
      SELECT thread_tag.thread, tag.label, tag.slug, NULL, NULL
        FROM json_each(?1) AS wanted
        JOIN thread_tag ON thread_tag.thread = wanted.value
        JOIN tag ON tag.id = thread_tag.tag
      UNION ALL
      SELECT concept_tag.target, concept.french, concept.slug, concept_scheme.slug,
             concept.english
        FROM json_each(?1) AS wanted
        JOIN concept_tag ON concept_tag.kind = 'thread' AND concept_tag.target = wanted.value
        JOIN concept ON concept.id = concept_tag.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       ORDER BY 2
      """, list
    ) { row in
      let thread = try row.next(Thread.ID.self)
      found[thread]?.tags.append(try Tag.read(&row))
    }
    return threads.compactMap { found[$0] }
  }

  /// Whether a thread is there and `reader` may read it.
  static func isReadable(_ thread: Thread.ID, reader: Int64, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM thread
       WHERE id = ?1 AND removed IS NULL
         AND space IN (SELECT space FROM readable_space WHERE reader = ?2)
      """, thread, reader, as: Int.self) != nil
  }

  /// The numbers of the threads of one page, by the index that fits the list.
  static func numbers(
    _ list: ThreadList, _ cursor: ThreadCursor, _ reader: Int64, _ limit: Int, _ db: Reader
  ) throws -> [Thread.ID] {
    let read = { (row: inout Row) in try row.next(Thread.ID.self) }
    let activity = cursor.lastActivity
    switch list {
    case .all:
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE removed IS NULL AND (last_activity, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY last_activity DESC, id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, read: read)
    case .unanswered:
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE removed IS NULL AND kind = 'question' AND post_count = 1 AND state = 'open'
           AND (last_activity, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY last_activity DESC, id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, read: read)
    case .space(let space):
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE removed IS NULL AND space = ?5
           AND (pinned, last_activity, id) < (?6, ?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY pinned DESC, last_activity DESC, id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, space, cursor.isPinned, read: read)
    case .tag(let slug):
      return try db.rows(
        """
        SELECT thread.id FROM tag
          JOIN thread_tag ON thread_tag.tag = tag.id
          JOIN thread ON thread.id = thread_tag.thread
         WHERE tag.slug = ?5 AND thread.removed IS NULL
           AND (thread.last_activity, thread.id) < (?2, ?3)
           AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY thread.last_activity DESC, thread.id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, slug, read: read)
    case .concept(let concept):
      return try db.rows(
        """
        WITH RECURSIVE below (concept) AS (
          VALUES (?5)
          UNION
          SELECT concept_link.concept FROM below
            JOIN concept_link ON concept_link.target = below.concept AND kind = 'broader')
        SELECT id FROM thread
         WHERE id IN (SELECT target FROM below
                        JOIN concept_tag
                          ON concept_tag.concept = below.concept AND concept_tag.kind = 'thread')
           AND removed IS NULL AND (last_activity, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY last_activity DESC, id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, concept, read: read)
    case .mine(let member):
      return try db.rows(
        """
        SELECT id FROM thread
         WHERE author IN (SELECT ?5 UNION ALL SELECT face FROM mask WHERE member = ?5)
           AND removed IS NULL AND (last_activity, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY last_activity DESC, id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, member, read: read)
    case .followed(let member):
      return try db.rows(
        """
        SELECT thread.id FROM thread_follow JOIN thread ON thread.id = thread_follow.thread
         WHERE thread_follow.member = ?5 AND thread.removed IS NULL
           AND (thread.last_activity, thread.id) < (?2, ?3)
           AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY thread.last_activity DESC, thread.id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, member, read: read)
    case .unread(let member, let joined):
      return try db.rows(
        """
        SELECT thread.id FROM thread
          LEFT JOIN thread_reading
            ON thread_reading.member = ?5 AND thread_reading.thread = thread.id
         WHERE thread.removed IS NULL AND thread.last_activity >= ?6
           AND (thread.last_activity, thread.id) < (?2, ?3)
           AND coalesce(thread_reading.number, 0) < thread.last_number
           AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY thread.last_activity DESC, thread.id DESC LIMIT ?4
        """, reader, activity, cursor.thread, limit, member, joined, read: read)
    }
  }
}
