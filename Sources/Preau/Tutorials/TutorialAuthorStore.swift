import HTML
import SQLite

/// Every statement about who signs tutorials.
enum TutorialAuthorStore {
  /// In the order in which they sign; those who have not answered come last.
  static func authors(of id: Tutorial.ID, _ db: Reader) throws -> [TutorialAuthor] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             tutorial_author.agreed IS NOT NULL
        FROM tutorial_author JOIN member ON member.id = tutorial_author.member
       WHERE tutorial_author.tutorial = ?
       ORDER BY tutorial_author.agreed IS NULL, tutorial_author.position
      """, id
    ) { row in TutorialAuthor(author: try Author.read(&row), hasAgreed: try row.next()) }
  }

  /// The members who may read a space and bear a name, or log in under it, as far as `viewer` finds
  /// them anywhere; no list of others is given.
  static func named(
    _ typed: String, in space: Space.ID, viewer: Viewer, _ db: Reader
  ) throws -> [Author] {
    guard let search = MemberSearch(typed) else { return [] }
    let found = try MemberSearchStore.found(by: search, for: space, viewer: viewer, db)
      .map(\.author)
    let wanted = Slug.make(from: search.text)
    let login = try MemberStore.member(login: LogInName.fold(search.text), db)
    let byLogin = found.filter { $0.id == login?.id }
    let named = byLogin.isEmpty ? found.filter { Slug.make(from: $0.name) == wanted } : byLogin
    return try named.filter { try isReader($0.id, of: space, db) }
  }

  private static func isReader(
    _ member: Member.ID, of space: Space.ID, _ db: Reader
  ) throws -> Bool {
    try db.value(
      "SELECT 1 FROM readable_space WHERE reader = ? AND space = ?", member, space, as: Int.self)
      != nil
  }

  /// Asks somebody to sign: told once.
  static func ask(
    _ member: Member.ID, to view: TutorialView, by author: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    let count = try db.run(
      """
      INSERT INTO tutorial_author (tutorial, member, position, asked_by)
      SELECT ?1, ?2, 1 + ifnull(max(position), 0), ?3 FROM tutorial_author WHERE tutorial = ?1
      ON CONFLICT DO NOTHING
      """, view.tutorial.id, member, author)
    if count == 0 { return }
    try Notifications.tell(
      .told(
        .coAuthor, to: [member], about: .page(Tutorial.workshop(view.tutorial.id).text),
        by: author), at: now, db)
  }

  static func agree(
    _ member: Member.ID, to id: Tutorial.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE tutorial_author SET agreed = ? WHERE tutorial = ? AND member = ? AND agreed IS NULL",
      now, id, member)
  }

  /// Somebody who was asked says no, an author leaves, or an author takes back what was asked.
  ///
  /// - Throws: ``TutorialRefusal/lastAuthor``.
  static func leave(_ member: Member.ID, _ id: Tutorial.ID, _ db: Writer) throws {
    let isLast = try db.value(
      """
      SELECT agreed IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM tutorial_author AS other
                 JOIN member ON member.id = other.member AND member.deleted IS NULL
                WHERE other.tutorial = ?1 AND other.member <> ?2 AND other.agreed IS NOT NULL)
        FROM tutorial_author WHERE tutorial = ?1 AND member = ?2
      """, id, member, as: Bool.self)
    if isLast == true { throw TutorialRefusal.lastAuthor }
    try db.run("DELETE FROM tutorial_author WHERE tutorial = ? AND member = ?", id, member)
  }

  /// A member who leaves the site goes on signing what they wrote, as « compte supprimé »; what they
  /// did not answer is asked no more.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM tutorial_author WHERE member = ? AND agreed IS NULL", member)
  }

  // MARK: Orphans

  /// When each author who has an account was last here.
  static func lastSeen(of id: Tutorial.ID, _ db: Reader) throws -> [Instant] {
    try db.rows(
      """
      SELECT max(member.joined, tutorial.created,
                 ifnull((SELECT max(last_seen) FROM session WHERE session.member = member.id), 0),
                 ifnull((SELECT max(created) FROM post WHERE post.author = member.id), 0),
                 ifnull((SELECT max(version.created) FROM tutorial_version AS version
                          WHERE version.tutorial = tutorial.id
                            AND version.author = member.id), 0))
        FROM tutorial
        JOIN tutorial_author ON tutorial_author.tutorial = tutorial.id
         AND tutorial_author.agreed IS NOT NULL
        JOIN member ON member.id = tutorial_author.member
       WHERE tutorial.id = ? AND member.deleted IS NULL AND member.suspended IS NULL
      """, id
    ) { row in try row.next(Instant.self) }
  }

  /// Somebody who looks after the space signs too from now on; those who signed still do.
  static func takeOver(
    _ view: TutorialView, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let id = view.tutorial.id
    guard TutorialOrphan.isOne(lastSeen: try lastSeen(of: id, db), at: now) else {
      throw TutorialRefusal.notOrphaned
    }
    try db.run(
      """
      INSERT INTO tutorial_author (tutorial, member, position, agreed)
      SELECT ?1, ?2, 1 + ifnull(max(position), 0), ?3 FROM tutorial_author WHERE tutorial = ?1
      ON CONFLICT (tutorial, member) DO UPDATE SET agreed = excluded.agreed
      """, id, member, now)
    try Notifications.tell(
      .told(
        .tutorialTaken, to: view.signers.map(\.id), about: .page(Tutorial.workshop(id).text),
        by: member), at: now, db)
    try Journal.write(
      .tutorialTaken, by: member, in: view.space.id, about: .tutorial(id), at: now, db)
  }
}
