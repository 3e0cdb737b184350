import SQLite

/// Every statement about what members say of posts.
enum ReportStore {
  /// Tells the référents of a post; saying it twice changes nothing.
  ///
  /// Reports on one post form one case until somebody decides.
  static func report(
    _ post: Post.ID, reason: String, comment: String, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    let added = try db.run(
      """
      INSERT INTO report (post, reporter, reason, comment, created) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (post, reporter) DO NOTHING
      """, post, member, reason, comment, now)
    if added == 0 { return }
    let item = try openCase(of: post, at: now, db)
    try db.run("UPDATE report SET item = ? WHERE post = ? AND reporter = ?", item, post, member)
  }

  /// The case of a post that nobody has decided yet; a new one where there is none.
  static func openCase(
    of post: Post.ID, at now: Instant, _ db: Writer
  ) throws -> ModerationCase.ID {
    try db.run(
      """
      INSERT INTO moderation_case (post, opened) VALUES (?, ?)
      ON CONFLICT (post) WHERE decided IS NULL AND contests IS NULL DO NOTHING
      """, post, now)
    return try db.value(
      """
      SELECT id FROM moderation_case
       WHERE post = ? AND decided IS NULL AND contests IS NULL
      """, post, as: ModerationCase.ID.self
    ).orNotFound()
  }

  /// The reports of some cases, the oldest first: one statement.
  static func reports(
    ofCases list: String, _ db: Reader
  ) throws -> [(item: ModerationCase.ID, report: Report)] {
    try db.rows(
      """
      SELECT report.item, report.id, member.id, member.name, member.role, member.public_name,
             member.deleted, report.reason, report.comment, report.created
        FROM json_each(?) AS wanted
        JOIN report ON report.item = wanted.value
        JOIN member ON member.id = report.reporter
       ORDER BY report.created, report.id
      """, list
    ) { row in
      let item = try row.next(ModerationCase.ID.self)
      let report = Report(
        id: try row.next(), reporter: try Author.read(&row), reason: try row.next(),
        comment: try row.next(), created: try row.next())
      return (item, report)
    }
  }

  /// Closes the reports of a case that was decided.
  static func settle(
    _ item: ModerationCase.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE report SET settled = ?, settled_by = ? WHERE item = ? AND settled IS NULL", now,
      member, item)
  }

  /// Who reported the post of a case.
  static func reporters(of item: ModerationCase.ID, _ db: Reader) throws -> [Member.ID] {
    try db.rows("SELECT reporter FROM report WHERE item = ? ORDER BY id", item) { row in
      try row.next(Member.ID.self)
    }
  }
}
