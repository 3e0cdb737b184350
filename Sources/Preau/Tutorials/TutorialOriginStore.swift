import HTML
import SQLite

/// What an adaptation says of its original, apart from its text.
struct TutorialOrigin {
  let original: Tutorial.ID
  let slug: String
  let version: Int
  let title: String
  let licence: Licence
  let adapted: Instant
  let authors: [Author]
  /// The version that everybody reads by now.
  let published: Int?
  /// Whether the reader may open it.
  let isReadable: Bool

  var isBehind: Bool { isReadable && (published ?? 0) > version }
}

/// Every statement about adaptations and their originals.
enum TutorialOriginStore {
  /// What a tutorial was made from, and what that was made from, the nearest first.
  static func origins(
    of id: Tutorial.ID, reader: Int64, _ db: Reader
  ) throws -> [TutorialOrigin] {
    var origins: [TutorialOrigin] = []
    var next = id
    while origins.count < mostShown, let origin = try origin(of: next, reader: reader, db) {
      origins.append(origin)
      next = origin.original
    }
    return origins
  }

  /// Of a longer line, the nearest.
  private static let mostShown = 10

  private static func origin(
    of id: Tutorial.ID, reader: Int64, _ db: Reader
  ) throws -> TutorialOrigin? {
    let authors = try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM tutorial_origin_author JOIN member ON member.id = tutorial_origin_author.member
       WHERE tutorial_origin_author.tutorial = ? ORDER BY tutorial_origin_author.position
      """, id
    ) { row in try Author.read(&row) }
    return try db.row(
      """
      SELECT tutorial_origin.original, original.slug, tutorial_origin.version,
             tutorial_origin.title, tutorial_origin.licence, tutorial_origin.adapted,
             original.published,
             original.removed IS NULL AND EXISTS (
               SELECT 1 FROM readable_space
                WHERE reader = ?2 AND readable_space.space = original.space)
        FROM tutorial_origin JOIN tutorial AS original ON original.id = tutorial_origin.original
       WHERE tutorial_origin.tutorial = ?1
      """, id, reader
    ) { row in
      TutorialOrigin(
        original: try row.next(), slug: try row.next(), version: try row.next(),
        title: try row.next(), licence: try row.next(), adapted: try row.next(),
        authors: authors, published: try row.next(), isReadable: try row.next())
    }
  }

  /// The licence of what a tutorial is made from.
  static func licence(of id: Tutorial.ID, _ db: Reader) throws -> Licence? {
    try db.value("SELECT licence FROM tutorial_origin WHERE tutorial = ?", id)
  }

  /// Whether every word of a tutorial is one member's: then its licence binds nobody.
  static func isOwn(_ id: Tutorial.ID, of member: Member.ID, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM tutorial_involved WHERE tutorial = ? AND member <> ? LIMIT 1", id, member,
      as: Int.self) == nil
  }

  /// Makes a new draft of what is published, with its attribution.
  ///
  /// - Parameter licence: of the adaptation, which the original's allows.
  /// - Throws: ``Licence/AdaptingRefusal``, ``TutorialRefusal``.
  static func adapt(
    _ view: TutorialView, _ version: TutorialVersion, as draft: TutorialDraft, in space: Space.ID,
    submission: [UInt8]?, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Tutorial.ID {
    let isOwn = try isOwn(view.tutorial.id, of: member, db)
    let new = try draft.checked(in: space, from: isOwn ? nil : version.licence)
    let id = try TutorialWritingStore.begin(
      new, submission: submission, by: member, at: now, db)
    try db.run(
      """
      INSERT INTO tutorial_origin (tutorial, original, version, title, licence, adapted)
      VALUES (?, ?, ?, ?, ?, ?)
      """, id, view.tutorial.id, version.number, version.title, version.licence, now)
    try db.run(
      """
      INSERT INTO tutorial_origin_author (tutorial, member, position)
      SELECT ?1, member, position FROM tutorial_author WHERE tutorial = ?2 AND agreed IS NOT NULL
      """, id, view.tutorial.id)
    // Its files are known now as those of its original.
    try TutorialFileStore.hold(new.source, in: id, version: 1, by: member, db)
    try db.run(
      """
      INSERT INTO tutorial_passage (tutorial, number, post, author, source, html, policy, state)
      SELECT ?1, number, post, author, source, html, policy, state
        FROM tutorial_passage WHERE tutorial = ?2 AND state <> 'refused'
      """, id, view.tutorial.id)
    return id
  }

  /// What was made from a tutorial, published and readable, the newest first.
  static func adaptations(
    of id: Tutorial.ID, reader: Int64, _ db: Reader
  ) throws -> [TutorialLine] {
    let found = try db.rows(
      """
      SELECT tutorial.id FROM tutorial_origin
        JOIN tutorial ON tutorial.id = tutorial_origin.tutorial
       WHERE tutorial_origin.original = ?1 AND tutorial.published IS NOT NULL
         AND tutorial.removed IS NULL
         AND tutorial.space IN (SELECT space FROM readable_space WHERE reader = ?2)
       ORDER BY tutorial.published_at DESC LIMIT 50
      """, id, reader
    ) { row in try row.next(Tutorial.ID.self) }
    return try TutorialListStore.lines(found, db)
  }

  /// Tells those who adapted an older version that there is a newer one.
  static func tellAdapters(
    of id: Tutorial.ID, version: Int?, at now: Instant, _ db: Writer
  ) throws {
    let adapters = try db.rows(
      """
      SELECT tutorial.id, tutorial.slug, tutorial_author.member
        FROM tutorial_origin
        JOIN tutorial ON tutorial.id = tutorial_origin.tutorial AND tutorial.removed IS NULL
        JOIN tutorial_author ON tutorial_author.tutorial = tutorial.id
         AND tutorial_author.agreed IS NOT NULL
        JOIN tutorial AS original ON original.id = tutorial_origin.original
       WHERE tutorial_origin.original = ?1 AND tutorial_origin.version < ?2
         AND EXISTS (SELECT 1 FROM readable_space
                      WHERE reader = tutorial_author.member
                        AND readable_space.space = original.space)
      """, id, version
    ) { row in
      (
        adaptation: Tutorial.address(try row.next(), try row.next()),
        member: try row.next(Member.ID.self)
      )
    }
    for adapter in adapters {
      try Notifications.tell(
        .told(.originalChanged, to: [adapter.member], about: .page(adapter.adaptation.text)),
        at: now, db)
    }
  }
}
