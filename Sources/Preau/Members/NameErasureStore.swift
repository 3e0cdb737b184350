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
    // Drafts are kept as a browser sends them, with percent signs.
    let written =
      erasure.stage == .drafts ? PercentEncoding.encode(query: name).lowercased() : name
    return try db.rows(
      search(erasure.stage), erasure.place, erasure.until, written, erasure.since
    ) {
      CallingText(row: try $0.next(), part: try $0.next(), source: try $0.next())
    }
  }

  /// Each asks what comes behind ?1 and calls ?3, written from ?4 to ?2.
  private static func search(_ stage: NameErasure.Stage) -> StaticString {
    switch stage {
    // Each is rendered and indexed again: as many as take the writer some milliseconds.
    case .posts:
      """
      SELECT id, '', source FROM post
       WHERE id > ?1 AND created <= ?2 AND coalesce(edited, created) >= ?4
         AND instr(lower(source), ?3) > 0 ORDER BY id LIMIT 20
      """
    case .versions:
      """
      SELECT post, CAST(version AS TEXT), source FROM post_version
       WHERE instr(lower(source), ?3) > 0 AND post IN (
         SELECT DISTINCT post FROM post_version
          WHERE post > ?1 AND replaced BETWEEN ?4 AND ?2 AND instr(lower(source), ?3) > 0
          ORDER BY post LIMIT 5)
       ORDER BY post
      """
    case .formerTitles:
      """
      SELECT post, CAST(version AS TEXT), title FROM post_version
       WHERE instr(lower(title), ?3) > 0 AND post IN (
         SELECT DISTINCT post FROM post_version
          WHERE post > ?1 AND replaced BETWEEN ?4 AND ?2 AND instr(lower(title), ?3) > 0
          ORDER BY post LIMIT 5)
       ORDER BY post
      """
    // One at a time: all posts of its thread are indexed again.
    case .titles:
      """
      SELECT id, '', title FROM thread
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(title), ?3) > 0
       ORDER BY id LIMIT 1
      """
    case .drafts:
      """
      SELECT member, place, fields FROM draft
       WHERE instr(lower(fields), ?3) > 0 AND member IN (
         SELECT DISTINCT member FROM draft
          WHERE member > ?1 AND updated BETWEEN ?4 AND ?2 AND instr(lower(fields), ?3) > 0
          ORDER BY member LIMIT 5)
       ORDER BY member
      """
    case .reports:
      """
      SELECT id, '', comment FROM report
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(comment), ?3) > 0
       ORDER BY id LIMIT 20
      """
    case .remarks:
      """
      SELECT id, '', body FROM moderation_remark
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(body), ?3) > 0
       ORDER BY id LIMIT 20
      """
    // Nobody knows when an about was written: from the one's joining to the other's leaving.
    case .abouts:
      """
      SELECT id, '', about FROM member
       WHERE id > ?1 AND joined <= ?2 AND ?4 <= ?2 AND instr(lower(about), ?3) > 0
       ORDER BY id LIMIT 20
      """
    case .held:
      """
      SELECT id, '', source FROM held_post
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(source), ?3) > 0
       ORDER BY id LIMIT 20
      """
    case .answers:
      """
      SELECT thread, CAST(field AS TEXT), value FROM question_answer
       WHERE instr(lower(value), ?3) > 0 AND thread IN (
         SELECT DISTINCT answer.thread
           FROM question_answer AS answer JOIN post ON post.thread = answer.thread AND number = 1
          WHERE answer.thread > ?1 AND post.created <= ?2
            AND coalesce(post.edited, post.created) >= ?4 AND instr(lower(answer.value), ?3) > 0
          ORDER BY answer.thread LIMIT 5)
       ORDER BY thread
      """
    case .heldAnswers:
      """
      SELECT held, CAST(field AS TEXT), value FROM held_answer
       WHERE instr(lower(value), ?3) > 0 AND held IN (
         SELECT DISTINCT answer.held
           FROM held_answer AS answer JOIN held_post ON held_post.id = answer.held
          WHERE answer.held > ?1 AND held_post.created <= ?2 AND held_post.submitted >= ?4
            AND instr(lower(answer.value), ?3) > 0
          ORDER BY answer.held LIMIT 5)
       ORDER BY held
      """
    case .heldTitles:
      """
      SELECT id, '', title FROM held_post
       WHERE id > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(title), ?3) > 0
       ORDER BY id LIMIT 20
      """
    case .tutorials:
      """
      SELECT tutorial, CAST(number AS TEXT), source FROM tutorial_version
       WHERE instr(lower(source), ?3) > 0 AND tutorial IN (
         SELECT DISTINCT tutorial FROM tutorial_version
          WHERE tutorial > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(source), ?3) > 0
          ORDER BY tutorial LIMIT 5)
       ORDER BY tutorial
      """
    case .tutorialTitles:
      """
      SELECT tutorial, CAST(number AS TEXT), title FROM tutorial_version
       WHERE instr(lower(title), ?3) > 0 AND tutorial IN (
         SELECT DISTINCT tutorial FROM tutorial_version
          WHERE tutorial > ?1 AND created BETWEEN ?4 AND ?2 AND instr(lower(title), ?3) > 0
          ORDER BY tutorial LIMIT 5)
       ORDER BY tutorial
      """
    case .passages:
      """
      SELECT tutorial, CAST(number AS TEXT), source FROM tutorial_passage
       WHERE instr(lower(source), ?3) > 0 AND tutorial IN (
         SELECT DISTINCT passage.tutorial
           FROM tutorial_passage AS passage JOIN post ON post.id = passage.post
          WHERE passage.tutorial > ?1 AND post.created <= ?2
            AND coalesce(post.edited, post.created) >= ?4
            AND instr(lower(passage.source), ?3) > 0
          ORDER BY passage.tutorial LIMIT 5)
       ORDER BY tutorial
      """
    }
  }

  // MARK: Taking it out

  /// - Returns: false when the text is another one by now.
  static func replace(
    _ text: ErasedText, in stage: NameErasure.Stage, _ db: Writer
  ) throws -> Bool {
    let old = text.old
    func update(_ sql: StaticString) throws -> Bool {
      try db.run(sql, text.source, old.row, old.part, old.source) == 1
    }
    switch stage {
    case .posts: return try replacePost(text, db)
    case .titles:
      let isSame = try db.value(
        "SELECT title = ? FROM thread WHERE id = ?", old.source, old.row, as: Bool.self)
      guard isSame == true else { return false }
      try ThreadStore.rename(Thread.ID(old.row), to: text.source, db)
      return true
    case .abouts:
      return try db.run(
        "UPDATE member SET about = ?, about_html = ?, about_policy = ? WHERE id = ? AND about = ?",
        text.source, text.html ?? .empty, text.html == nil ? 0 : RenderedAbout.policy, old.row,
        old.source) == 1
    case .versions:
      return try update(
        """
        UPDATE post_version SET source = ?1
         WHERE post = ?2 AND version = CAST(?3 AS INTEGER) AND source = ?4
        """)
    case .formerTitles:
      return try update(
        """
        UPDATE post_version SET title = ?1
         WHERE post = ?2 AND version = CAST(?3 AS INTEGER) AND title = ?4
        """)
    case .drafts:
      return try update(
        "UPDATE draft SET fields = ?1 WHERE member = ?2 AND place = ?3 AND fields = ?4")
    case .reports:
      return try update("UPDATE report SET comment = ?1 WHERE id = ?2 AND ?3 = '' AND comment = ?4")
    case .remarks:
      return try update(
        "UPDATE moderation_remark SET body = ?1 WHERE id = ?2 AND ?3 = '' AND body = ?4")
    // What was read is another version now.
    case .held:
      return try update(
        """
        UPDATE held_post SET source = ?1, version = version + 1
         WHERE id = ?2 AND ?3 = '' AND source = ?4
        """)
    case .answers:
      let isSame = try update(
        """
        UPDATE question_answer SET value = ?1
         WHERE thread = ?2 AND field = CAST(?3 AS INTEGER) AND value = ?4
        """)
      if isSame { try QuestionAnswerStore.refold(Thread.ID(text.old.row), db) }
      return isSame
    case .heldAnswers:
      return try update(
        """
        UPDATE held_answer SET value = ?1
         WHERE held = ?2 AND field = CAST(?3 AS INTEGER) AND value = ?4
        """)
    case .heldTitles:
      return try update(
        """
        UPDATE held_post SET title = ?1, version = version + 1
         WHERE id = ?2 AND ?3 = '' AND title = ?4
        """)
    case .tutorials: return try replaceTutorial(text, db)
    case .tutorialTitles:
      try db.run(
        "UPDATE tutorial SET title = ?, slug = ? WHERE id = ? AND title = ?", text.source,
        Thread.slug(of: text.source), old.row, old.source)
      let isSame = try update(
        """
        UPDATE tutorial_version SET title = ?1
         WHERE tutorial = ?2 AND number = CAST(?3 AS INTEGER) AND title = ?4
        """)
      try TutorialPublishStore.makeFindable(Tutorial.ID(old.row), db)
      return isSame
    case .passages:
      return try db.run(
        """
        UPDATE tutorial_passage SET source = ?, html = ?, policy = ?
         WHERE tutorial = ? AND number = CAST(? AS INTEGER) AND source = ?
        """, text.source, text.html ?? .empty, text.html == nil ? 0 : PostBody.policy, old.row,
        old.part, old.source) == 1
    }
  }

  private static func replaceTutorial(_ text: ErasedText, _ db: Writer) throws -> Bool {
    let changed = try db.run(
      """
      UPDATE tutorial_version SET source = ?, html = ?, policy = ?
       WHERE tutorial = ? AND number = CAST(? AS INTEGER) AND source = ?
      """, text.source, text.html ?? .empty, text.html == nil ? 0 : PostBody.policy, text.old.row,
      text.old.part, text.old.source)
    try TutorialPublishStore.makeFindable(Tutorial.ID(text.old.row), db)
    return changed == 1
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
