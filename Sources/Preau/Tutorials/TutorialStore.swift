import HTML
import SQLite

/// Every statement that reads one tutorial.
enum TutorialStore {
  /// A tutorial of a space that `viewer` may read: two statements. Which of its versions the reader
  /// sees is asked of its pointers.
  static func view(_ id: Tutorial.ID, for viewer: Viewer, _ db: Reader) throws -> TutorialView? {
    let authors = try TutorialAuthorStore.authors(of: id, db)
    return try db.row(
      """
      SELECT tutorial.id, tutorial.title, tutorial.slug, tutorial.licence, tutorial.draft,
             tutorial.shared, tutorial.review, tutorial.published, tutorial.created,
             tutorial.submitted, tutorial.published_at, tutorial.review_by, tutorial.thread,
             tutorial.removed IS NOT NULL,
             EXISTS (SELECT 1 FROM tutorial_author
                      WHERE tutorial_author.tutorial = tutorial.id
                        AND tutorial_author.member = tutorial.removed_by),
             space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL, space.needs_teaching_seal, space.needs_trade_seal
        FROM tutorial
        JOIN space ON space.id = tutorial.space
        LEFT JOIN space_member
          ON space_member.space = tutorial.space AND space_member.member = ?2
       WHERE tutorial.id = ?1 AND EXISTS (
         SELECT 1 FROM readable_space
          WHERE reader = ?2 AND readable_space.space = tutorial.space)
      """, id, viewer.reader
    ) { row in try read(&row, authors, viewer, db) }
  }

  private static func read(
    _ row: inout Row, _ authors: [TutorialAuthor], _ viewer: Viewer, _ db: Reader
  ) throws -> TutorialView {
    let tutorial = try tutorial(&row)
    let space = try SpaceStore.read(&row)
    let rights = SpaceRights(
      role: try row.next(), visibility: space.visibility, isLoggedIn: viewer.isLoggedIn,
      isAdministrator: viewer.isAdministrator, isClosed: try row.next())
    var seals: Set<ReviewSeal> = []
    if try row.next(Bool.self) { seals.insert(.teaching) }
    if try row.next(Bool.self) { seals.insert(.trade) }
    let mine = viewer.member.flatMap { me in authors.first { $0.author.id == me.id } }
    var actor = TutorialActor(
      isAuthor: mine?.hasAgreed ?? false, role: viewer.member?.role, rights: rights)
    if actor.isAuthor {
      actor.isHeld = try HeldStore.holds(nil, in: space.id, by: viewer, rights, db)
    }
    return TutorialView(
      tutorial: tutorial, space: space, actor: actor, seals: seals, authors: authors,
      isAsked: mine?.hasAgreed == false)
  }

  private static func tutorial(_ row: inout Row) throws -> Tutorial {
    Tutorial(
      id: try row.next(), title: try row.next(), slug: try row.next(), licence: try row.next(),
      pointers: TutorialPointers(
        draft: try row.next(), shared: try row.next(), underReview: try row.next(),
        published: try row.next()),
      created: try row.next(), submitted: try row.next(), publishedAt: try row.next(),
      reviewBy: try row.next(), thread: try row.next(), isRemoved: try row.next(),
      wasRemovedByAuthor: try row.next())
  }

  /// One version; a body of an older policy is rendered for this answer.
  static func version(
    _ number: Int, of id: Tutorial.ID, _ db: Reader
  ) throws -> TutorialVersion? {
    try db.row(
      """
      SELECT version.number, version.title, version.summary, version.html,
             CASE WHEN version.policy < ?3 THEN version.source END, version.words,
             version.licence, version.language, version.fits, version.tags, version.message,
             version.created, version.published,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM tutorial_version AS version JOIN member ON member.id = version.author
       WHERE version.tutorial = ?1 AND version.number = ?2
      """, id, number, PostBody.policy, read: version)
  }

  /// All versions, the newest first.
  static func versions(of id: Tutorial.ID, _ db: Reader) throws -> [TutorialVersion] {
    try db.rows(
      """
      SELECT version.number, version.title, version.summary, x'', NULL, version.words,
             version.licence, version.language, version.fits, version.tags, version.message,
             version.created, version.published,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM tutorial_version AS version JOIN member ON member.id = version.author
       WHERE version.tutorial = ? ORDER BY version.number DESC LIMIT 1000
      """, id, read: version)
  }

  private static func version(_ row: inout Row) throws -> TutorialVersion {
    let number = try row.next(Int.self)
    let title = try row.next(String.self)
    let summary = try row.next(String.self)
    var body = try row.next(SanitizedHTML.self)
    if let source = try row.next(String?.self) { body = try rendered(source) }
    return TutorialVersion(
      number: number, title: title, summary: summary, body: body, words: try row.next(),
      licence: try row.next(), language: try row.next(), fits: try row.next(),
      tags: try row.next(), message: try row.next(), created: try row.next(),
      published: try row.next(), author: try Author.read(&row))
  }

  /// Renders a stored source again; what the limits refuse by now is shown as it was typed.
  static func rendered(_ source: String) throws -> SanitizedHTML {
    if let html = try? TutorialText.render(source) { return html }
    return try PostStore.shownAsTyped(source)
  }

  static func source(of id: Tutorial.ID, version: Int, _ db: Reader) throws -> String? {
    try db.value(
      "SELECT source FROM tutorial_version WHERE tutorial = ? AND number = ?", id, version)
  }

  /// Where the form with this mark has already led.
  static func made(_ submission: [UInt8], _ db: Reader) throws -> Tutorial.ID? {
    try db.value("SELECT id FROM tutorial WHERE submission = ?", submission)
  }

  /// Whether it exists in a space that members read without joining, and was published: a visitor
  /// may then be asked to log in.
  static func isForMembers(_ id: Tutorial.ID, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM tutorial JOIN space ON space.id = tutorial.space
       WHERE tutorial.id = ? AND space.visibility = 'members' AND tutorial.published IS NOT NULL
      """, id, as: Int.self) != nil
  }

  static func tags(of id: Tutorial.ID, _ db: Reader) throws -> [Tag] {
    try db.rows(
      """
      SELECT tag.label, tag.slug, NULL, NULL
        FROM tutorial_tag JOIN tag ON tag.id = tutorial_tag.tag
       WHERE tutorial_tag.tutorial = ?1
      UNION ALL
      SELECT concept.french, concept.slug, concept_scheme.slug, concept.english FROM concept_tag
        JOIN concept ON concept.id = concept_tag.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       WHERE concept_tag.kind = 'tutorial' AND concept_tag.target = ?1
       ORDER BY 1
      """, id
    ) { row in try Tag.read(&row) }
  }
}
