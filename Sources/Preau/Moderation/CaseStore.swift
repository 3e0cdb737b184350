// Cases keep two promises:
// (1) They are seen by those who look after the space alone: its référents, and administrators
//     where nothing is private, or where no référent may decide.
// (2) The author of the post sees none of them, not even their number, and decides none.

import HTML
import SQLite

/// Every statement that reads cases.
enum CaseStore {
  static let perPage = 25

  /// What waits for `viewer`: one statement on the index of what waits; nil for someone who looks
  /// after nothing.
  static func waiting(for viewer: Viewer, _ db: Reader) throws -> CasesWaiting? {
    guard try moderates(viewer, db) else { return nil }
    return try db.row(
      """
      SELECT count(*), min(moderation_case.opened)
        FROM moderation_case
        LEFT JOIN moderation_case AS first ON first.id = moderation_case.contests
        JOIN post ON post.id = moderation_case.post
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
       WHERE moderation_case.decided IS NULL AND post.author NOT IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
         AND first.decided_by IS NOT ?1
         AND (space.id IN (SELECT space FROM space_member WHERE member = ?1 AND role = 'referent')
              OR ?2 AND (space.visibility <> 'private'
                         OR EXISTS (SELECT 1 FROM case_alone WHERE id = moderation_case.id)))
      """, viewer.reader, viewer.isAdministrator
    ) { row in CasesWaiting(count: try row.next(), oldest: try row.next()) }
  }

  /// Whether `viewer` looks after any space.
  static func moderates(_ viewer: Viewer, _ db: Reader) throws -> Bool {
    if viewer.isAdministrator { return true }
    guard let member = viewer.member else { return false }
    return try db.value(
      "SELECT 1 FROM space_member WHERE member = ? AND role = 'referent' LIMIT 1", member.id,
      as: Int.self) != nil
  }

  /// The cases that wait, the oldest first: three statements.
  static func page(
    after cursor: CaseCursor, for viewer: Viewer, _ db: Reader
  ) throws -> (cases: [ModerationCase], next: CaseCursor?) {
    let found = try db.rows(
      """
      SELECT moderation_case.id
        FROM moderation_case
        JOIN post ON post.id = moderation_case.post
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
       WHERE moderation_case.decided IS NULL AND post.author NOT IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
         AND (space.id IN (SELECT space FROM space_member WHERE member = ?1 AND role = 'referent')
              OR ?2 AND (space.visibility <> 'private'
                         OR EXISTS (SELECT 1 FROM case_alone WHERE id = moderation_case.id)))
         AND (moderation_case.opened, moderation_case.id) > (?3, ?4)
       ORDER BY moderation_case.opened, moderation_case.id LIMIT ?5
      """, viewer.reader, viewer.isAdministrator, cursor.opened, cursor.item, perPage + 1
    ) { row in try row.next(ModerationCase.ID.self) }
    let cases = try cases(Array(found.prefix(perPage)), db)
    guard found.count > perPage, let last = cases.last else { return (cases, nil) }
    return (cases, CaseCursor(opened: last.opened, item: last.id))
  }

  /// One case, for those who may decide on it; nobody else learns that there is one.
  ///
  /// - Throws: ``Refusal/notFound``.
  static func item(
    _ id: ModerationCase.ID, for viewer: Viewer, _ db: Reader
  ) throws -> ModerationCase {
    var item = try cases([id], db).first.orNotFound()
    let author = try MaskStore.member(behind: item.author.id, db)
    if viewer.member?.id == author { throw Refusal.notFound }
    let rights = try SpaceStore.rights(in: item.space.id, viewer: viewer, db)
    if rights?.mayModerate == true { return item }
    item.isFromElsewhere = true
    guard viewer.isAdministrator, try isAlone(id, db) else { throw Refusal.notFound }
    return item
  }

  private static func isAlone(_ id: ModerationCase.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM case_alone WHERE id = ?", id, as: Int.self) != nil
  }

  private static func cases(
    _ wanted: [ModerationCase.ID], _ db: Reader
  ) throws -> [ModerationCase] {
    if wanted.isEmpty { return [] }
    let list = "[" + wanted.map { String($0.value) }.joined(separator: ",") + "]"
    var found: [ModerationCase.ID: ModerationCase] = [:]
    try db.each(
      """
      SELECT item.id, item.opened,
             item.held, holder.id, holder.name, holder.role, holder.public_name, holder.deleted,
             item.id, item.decision, item.reason, item.decided,
             judge.id, judge.name, judge.role, judge.public_name, judge.deleted,
             first.id, first.decision, first.reason, first.decided,
             former.id, former.name, former.role, former.public_name, former.deleted,
             post.id, post.number, member.id, member.name, member.role, member.public_name,
             member.deleted, post.removed IS NOT NULL, post.html, thread.id, thread.slug,
             thread.title, space.id, space.slug, space.name, space.visibility
        FROM json_each(?) AS wanted
        JOIN moderation_case AS item ON item.id = wanted.value
        LEFT JOIN member AS holder ON holder.id = item.holder
        LEFT JOIN member AS judge ON judge.id = item.decided_by
        LEFT JOIN moderation_case AS first ON first.id = item.contests
        LEFT JOIN member AS former ON former.id = first.decided_by
        JOIN post ON post.id = item.post
        JOIN member ON member.id = post.author
        JOIN thread ON thread.id = post.thread
        JOIN space ON space.id = thread.space
      """, list
    ) { row in
      let item = try read(&row)
      found[item.id] = item
    }
    for (item, report) in try ReportStore.reports(ofCases: list, db) {
      found[item]?.reports.append(report)
    }
    return wanted.compactMap { found[$0] }
  }

  private static func read(_ row: inout Row) throws -> ModerationCase {
    let id = try row.next(ModerationCase.ID.self)
    let opened = try row.next(Instant.self)
    let held = try row.next(Instant?.self)
    let holder = try Author.readIfAny(&row)
    let ruling = try ruling(&row)
    let contested = try self.ruling(&row)
    return ModerationCase(
      id: id, opened: opened,
      holder: holder.flatMap { person in
        held.map { ModerationCase.Holder(person: person, since: $0) }
      },
      ruling: ruling, contested: contested, post: try row.next(), number: try row.next(),
      author: try Author.read(&row), isRemoved: try row.next(),
      excerpt: excerpt(of: try row.next()), thread: try row.next(), threadSlug: try row.next(),
      threadTitle: try row.next(), space: try SpaceStore.read(&row))
  }

  /// Reads nine columns: of a case that was decided, or of none.
  private static func ruling(_ row: inout Row) throws -> PastRuling? {
    let item = try row.next(ModerationCase.ID?.self)
    let decision = try row.next(Decision?.self)
    let reason = try row.next(RulingReason?.self)
    let at = try row.next(Instant?.self)
    let by = try Author.readIfAny(&row)
    guard let item, let decision, let at, let by else { return nil }
    return PastRuling(item: item, decision: decision, reason: reason, by: by, at: at)
  }

  private static func excerpt(of body: SanitizedHTML) -> String {
    let text = body.plainText.oneLine
    let longest = ModerationCase.longestExcerpt
    return text.count > longest ? String(text.prefix(longest - 1)) + "…" : text
  }

  /// What was written about a case and, where it is contested, about the first one, in order.
  static func remarks(on item: ModerationCase, _ db: Reader) throws -> [Remark] {
    try db.rows(
      """
      SELECT moderation_remark.kind, moderation_remark.body, moderation_remark.created,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM moderation_remark JOIN member ON member.id = moderation_remark.author
       WHERE moderation_remark.item IN (?, ?)
       ORDER BY moderation_remark.id
      """, item.id, item.contested?.item ?? item.id
    ) { row in
      Remark(
        kind: try row.next(), body: try row.next(), created: try row.next(),
        author: try Author.read(&row))
    }
  }
}

/// Something written about a case.
struct Remark: Sendable {
  let kind: Kind
  let body: String
  let created: Instant
  let author: Author

  /// Stored under these names.
  enum Kind: String, ColumnValue, Sendable {
    /// Among those who look after the space.
    case note
    /// To the author of the post.
    case words
    /// Of the author, who contests.
    case plea
  }
}

extension Author {
  /// Reads the five columns of an ``Author``, all NULL when there is nobody.
  fileprivate static func readIfAny(_ row: inout Row) throws -> Author? {
    let id = try row.next(Member.ID?.self)
    let name = try row.next(String?.self)
    let role = try row.next(Member.Role?.self)
    let hasPublicName = try row.next(Bool?.self)
    let deleted = try row.next(Int64?.self)
    guard let id, let name, let role, let hasPublicName else { return nil }
    return Author(
      id: id, name: name, role: role, hasPublicName: hasPublicName, isDeleted: deleted != nil)
  }
}
