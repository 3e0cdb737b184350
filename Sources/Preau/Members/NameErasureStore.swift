import HTML
import HTTP
import SQLite
import Sanitizer

/// Every statement about names that are on their way out.
enum NameErasureStore {
  /// Takes note of a name, in the transaction in which its member leaves.
  static func begin(
    _ login: String, since joined: Instant, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO name_erasure (login, since, until) VALUES (?, ?, ?)
      ON CONFLICT (login) DO UPDATE SET stage = 'posts', place = 0, until = excluded.until
      """, login, joined, now)
  }

  /// One of those that are under way.
  static func next(_ db: Reader) throws -> NameErasure? {
    try db.row(
      "SELECT login, stage, place, since, until FROM name_erasure ORDER BY login LIMIT 1"
    ) {
      NameErasure(
        login: try $0.next(), stage: try $0.next(), place: try $0.next(), since: try $0.next(),
        until: try $0.next())
    }
  }

  /// Goes on behind the row that was reached; without one, to the next kind, or to the end.
  static func advance(_ erasure: NameErasure, to reached: Int64?, _ db: Writer) throws {
    if let stage = reached == nil ? erasure.stage.next : erasure.stage {
      try db.run(
        "UPDATE name_erasure SET stage = ?, place = ? WHERE login = ? AND until = ?", stage,
        reached ?? 0, erasure.login, erasure.until)
    } else {
      try db.run(
        "DELETE FROM name_erasure WHERE login = ? AND until = ?", erasure.login, erasure.until)
    }
  }

  // MARK: Looking for the name

  /// The next texts of the present kind, by their rows, all of a row together; there is no index for
  /// this. SQLite folds the case of ASCII alone: what is found is looked at once more.
  static func texts(of erasure: NameErasure, _ db: Reader) throws -> [CallingText] {
    let name = "@" + erasure.login.prefix { $0.isASCII }
    switch erasure.stage {
    case .posts: return try posts(erasure, name, db)
    case .versions: return try versions(erasure, name, db)
    case .formerTitles: return try formerTitles(erasure, name, db)
    case .titles: return try titles(erasure, name, db)
    case .drafts:
      // Kept as a browser sends them, with percent signs.
      return try drafts(erasure, PercentEncoding.encode(query: name).lowercased(), db)
    case .reports: return try reports(erasure, name, db)
    case .remarks: return try remarks(erasure, name, db)
    case .abouts: return try abouts(erasure, name, db)
    }
  }

  /// Each is rendered and indexed again: as many as take the writer some milliseconds.
  private static func posts(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT id, '', source FROM post
       WHERE id > ?1 AND created <= ?2 AND coalesce(edited, created) >= ?4
         AND instr(lower(source), ?3) > 0 ORDER BY id LIMIT 20
      """, erasure.place, erasure.until, name, erasure.since, read: text)
  }

  private static func versions(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT post, CAST(version AS TEXT), source FROM post_version
       WHERE instr(lower(source), ?3) > 0 AND post IN (
         SELECT DISTINCT post FROM post_version
          WHERE post > ?1 AND replaced BETWEEN ?4 AND ?2 AND instr(lower(source), ?3) > 0
          ORDER BY post LIMIT 5)
       ORDER BY post
      """, erasure.place, erasure.until, name, erasure.since, read: text)
  }

  private static func formerTitles(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT post, CAST(version AS TEXT), title FROM post_version
       WHERE instr(lower(title), ?3) > 0 AND post IN (
         SELECT DISTINCT post FROM post_version
          WHERE post > ?1 AND replaced BETWEEN ?4 AND ?2 AND instr(lower(title), ?3) > 0
          ORDER BY post LIMIT 5)
       ORDER BY post
      """, erasure.place, erasure.until, name, erasure.since, read: text)
  }

  /// One at a time: all posts of its thread are indexed again.
  private static func titles(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT id, '', title FROM thread
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(title), ?3) > 0
       ORDER BY id LIMIT 1
      """, erasure.place, erasure.until, name, erasure.since, read: text)
  }

  private static func drafts(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT member, place, fields FROM draft
       WHERE instr(lower(fields), ?3) > 0 AND member IN (
         SELECT DISTINCT member FROM draft
          WHERE member > ?1 AND updated <= ?2 AND instr(lower(fields), ?3) > 0
          ORDER BY member LIMIT 5)
       ORDER BY member
      """, erasure.place, erasure.until, name, read: text)
  }

  private static func reports(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT id, '', comment FROM report
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(comment), ?3) > 0
       ORDER BY id LIMIT 20
      """, erasure.place, erasure.until, name, erasure.since, read: text)
  }

  private static func remarks(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT id, '', body FROM moderation_remark
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(body), ?3) > 0
       ORDER BY id LIMIT 20
      """, erasure.place, erasure.until, name, erasure.since, read: text)
  }

  private static func abouts(
    _ erasure: NameErasure, _ name: String, _ db: Reader
  ) throws -> [CallingText] {
    try db.rows(
      """
      SELECT id, '', about FROM member
       WHERE id > ? AND joined <= ? AND instr(lower(about), ?) > 0 ORDER BY id LIMIT 20
      """, erasure.place, erasure.until, name, read: text)
  }

  private static func text(_ row: inout Row) throws -> CallingText {
    CallingText(row: try row.next(), part: try row.next(), source: try row.next())
  }

  // MARK: Taking it out

  /// - Returns: false when the text is another one by now.
  static func replace(
    _ text: ErasedText, in stage: NameErasure.Stage, _ db: Writer
  ) throws -> Bool {
    let (old, source) = (text.old, text.source)
    switch stage {
    case .posts: return try replacePost(text, db)
    case .versions:
      return try db.run(
        """
        UPDATE post_version SET source = ?
         WHERE post = ? AND version = CAST(? AS INTEGER) AND source = ?
        """, source, old.row, old.part, old.source) == 1
    case .formerTitles:
      return try db.run(
        """
        UPDATE post_version SET title = ?
         WHERE post = ? AND version = CAST(? AS INTEGER) AND title = ?
        """, source, old.row, old.part, old.source) == 1
    case .titles:
      let isSame = try db.value(
        "SELECT title = ? FROM thread WHERE id = ?", old.source, old.row, as: Bool.self)
      guard isSame == true else { return false }
      try ThreadStore.rename(Thread.ID(old.row), to: source, db)
      return true
    case .drafts:
      return try db.run(
        "UPDATE draft SET fields = ? WHERE member = ? AND place = ? AND fields = ?", source,
        old.row, old.part, old.source) == 1
    case .reports:
      return try db.run(
        "UPDATE report SET comment = ? WHERE id = ? AND comment = ?", source, old.row, old.source)
        == 1
    case .remarks:
      return try db.run(
        "UPDATE moderation_remark SET body = ? WHERE id = ? AND body = ?", source, old.row,
        old.source) == 1
    case .abouts:
      return try db.run(
        "UPDATE member SET about = ?, about_html = ?, about_policy = ? WHERE id = ? AND about = ?",
        source, text.html ?? .empty, text.html == nil ? 0 : RenderedAbout.policy, old.row,
        old.source) == 1
    }
  }

  private static func replacePost(_ text: ErasedText, _ db: Writer) throws -> Bool {
    let changed = try db.run(
      "UPDATE post SET source = ?, html = ?, policy = ? WHERE id = ? AND source = ?", text.source,
      text.html ?? .empty, text.html == nil ? 0 : PostBody.policy, text.old.row, text.old.source)
    let title = try db.value(
      """
      SELECT thread.title FROM post JOIN thread ON thread.id = post.thread
       WHERE post.id = ? AND post.removed IS NULL
      """, text.old.row, as: String.self)
    if changed == 1, let title {
      try SearchIndex.index(
        post: text.old.row, title: title, text: (text.html ?? .empty).plainText, db)
    }
    return changed == 1
  }
}
