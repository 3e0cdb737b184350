import HTML
import SQLite

/// A tutorial in a list: what one needs to decide whether to open it.
struct TutorialLine: Sendable {
  let id: Tutorial.ID
  let slug: String
  let title: String
  let summary: String
  let words: Int
  let licence: Licence
  let pointers: TutorialPointers
  /// When it was published; before that, when it was begun.
  let moment: Instant
  let reviewBy: Day?
  let space: Space
  var authors: [Author] = []
  var tags: [Tag] = []
  var seals: [ListedSeal] = []

  var address: Address { Tutorial.address(id, slug) }

  /// Where somebody reads it who may: before it is published, its authors in their workshop and
  /// members as its bêta.
  func address(for viewer: Viewer) -> Address {
    if pointers.published != nil { return address }
    let isOwn = authors.contains { $0.id == viewer.member?.id }
    return isOwn || pointers.shared == nil ? Tutorial.workshop(id) : "/tutoriels/\(id.value)/beta"
  }
}

/// Where the next page of a list begins: after this tutorial.
struct TutorialCursor: Sendable, Equatable {
  let moment: Instant
  let tutorial: Tutorial.ID

  /// Before every tutorial.
  static let start = TutorialCursor(moment: Instant(seconds: .max), tutorial: Number(.max))

  init(moment: Instant, tutorial: Tutorial.ID) {
    self.moment = moment
    self.tutorial = tutorial
  }

  /// Reads ``text`` back; anything else is the start of the list.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 2 else {
      self = .start
      return
    }
    self.init(moment: Instant(seconds: parts[0]), tutorial: Number(parts[1]))
  }

  var text: String { "\(moment.seconds)-\(tutorial.value)" }
}

/// Which tutorials a list holds.
enum TutorialList: Sendable {
  case all
  case space(Space.ID)
  case tag(slug: String)
  /// Bêtas: what its authors show to members before it is published, or before its next version is.
  case shared
  /// What a member signs or is asked to, published or not.
  case mine(Member.ID)
  /// What waits for those who look after a space.
  case waiting(Viewer)
}

/// Lists of tutorials: the numbers first, by an index, then what the page shows of them. Five
/// statements a page, by keyset.
enum TutorialListStore {
  static let perPage = 25

  /// One page of `list`, as `reader` may see it (0: a visitor), and where the next one begins.
  static func page(
    of list: TutorialList, after cursor: TutorialCursor, reader: Int64, _ db: Reader
  ) throws -> (lines: [TutorialLine], next: TutorialCursor?) {
    let found = try numbers(list, cursor, reader, perPage + 1, db)
    let lines = try lines(Array(found.prefix(perPage)), db)
    guard found.count > perPage, let last = lines.last else { return (lines, nil) }
    return (lines, TutorialCursor(moment: last.moment, tutorial: last.id))
  }

  /// The latest of a space, for its own page.
  static func latest(
    of space: Space.ID, _ count: Int, reader: Int64, _ db: Reader
  ) throws -> [TutorialLine] {
    try lines(try numbers(.space(space), .start, reader, count, db), db)
  }

  private static func numbers(
    _ list: TutorialList, _ cursor: TutorialCursor, _ reader: Int64, _ limit: Int, _ db: Reader
  ) throws -> [Tutorial.ID] {
    let read = { (row: inout Row) in try row.next(Tutorial.ID.self) }
    switch list {
    case .all:
      return try db.rows(
        """
        SELECT id FROM tutorial
         WHERE published IS NOT NULL AND removed IS NULL AND (published_at, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY published_at DESC, id DESC LIMIT ?4
        """, reader, cursor.moment, cursor.tutorial, limit, read: read)
    case .space(let space):
      return try db.rows(
        """
        SELECT id FROM tutorial
         WHERE published IS NOT NULL AND removed IS NULL AND space = ?5
           AND (published_at, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY published_at DESC, id DESC LIMIT ?4
        """, reader, cursor.moment, cursor.tutorial, limit, space, read: read)
    case .tag(let slug):
      return try db.rows(
        """
        SELECT tutorial.id FROM tag
          JOIN tutorial_tag ON tutorial_tag.tag = tag.id
          JOIN tutorial ON tutorial.id = tutorial_tag.tutorial
         WHERE tag.slug = ?5 AND tutorial.published IS NOT NULL AND tutorial.removed IS NULL
           AND (tutorial.published_at, tutorial.id) < (?2, ?3)
           AND tutorial.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY tutorial.published_at DESC, tutorial.id DESC LIMIT ?4
        """, reader, cursor.moment, cursor.tutorial, limit, slug, read: read)
    case .shared:
      return try db.rows(
        """
        SELECT id FROM tutorial
         WHERE shared IS NOT NULL AND shared > ifnull(published, 0) AND removed IS NULL
           AND (coalesce(published_at, created), id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY coalesce(published_at, created) DESC, id DESC LIMIT ?4
        """, reader, cursor.moment, cursor.tutorial, limit, read: read)
    case .mine(let member):
      return try db.rows(
        """
        SELECT tutorial.id FROM tutorial_author
          JOIN tutorial ON tutorial.id = tutorial_author.tutorial
         WHERE tutorial_author.member = ?5 AND tutorial.removed IS NULL
           AND (coalesce(tutorial.published_at, tutorial.created), tutorial.id) < (?2, ?3)
           AND tutorial.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         ORDER BY coalesce(tutorial.published_at, tutorial.created) DESC, tutorial.id DESC LIMIT ?4
        """, reader, cursor.moment, cursor.tutorial, limit, member, read: read)
    case .waiting(let viewer):
      return try db.rows(
        """
        SELECT tutorial.id FROM tutorial JOIN space ON space.id = tutorial.space
         WHERE tutorial.review IS NOT NULL AND tutorial.removed IS NULL
           AND (EXISTS (SELECT 1 FROM space_member
                         WHERE space_member.space = tutorial.space AND space_member.member = ?1
                           AND space_member.role = 'referent')
                OR ?2 AND space.visibility <> 'private')
           AND tutorial.id NOT IN (
             SELECT tutorial FROM tutorial_author WHERE member = ?1 AND agreed IS NOT NULL)
         ORDER BY tutorial.submitted, tutorial.id LIMIT ?3
        """, reader, viewer.isAdministrator, perPage, read: read)
    }
  }

  /// What a page shows of tutorials that its reader may see, in the order given.
  static func lines(_ tutorials: [Tutorial.ID], _ db: Reader) throws -> [TutorialLine] {
    if tutorials.isEmpty { return [] }
    let list = tutorials.map(\.value).json
    var found: [Tutorial.ID: TutorialLine] = [:]
    try db.each(
      """
      SELECT tutorial.id, tutorial.slug, version.title, version.summary, version.words,
             tutorial.licence, tutorial.draft, tutorial.shared, tutorial.review,
             tutorial.published, coalesce(tutorial.published_at, tutorial.created),
             tutorial.review_by, space.id, space.slug, space.name, space.visibility
        FROM json_each(?) AS wanted
        JOIN tutorial ON tutorial.id = wanted.value
        JOIN tutorial_version AS version ON version.tutorial = tutorial.id
         AND version.number = coalesce(tutorial.published, tutorial.shared, tutorial.draft)
        JOIN space ON space.id = tutorial.space
      """, list
    ) { row in
      let line = TutorialLine(
        id: try row.next(), slug: try row.next(), title: try row.next(),
        summary: try row.next(), words: try row.next(), licence: try row.next(),
        pointers: TutorialPointers(
          draft: try row.next(), shared: try row.next(), underReview: try row.next(),
          published: try row.next()),
        moment: try row.next(), reviewBy: try row.next(), space: try SpaceStore.read(&row))
      found[line.id] = line
    }
    try db.each(
      """
      SELECT tutorial_author.tutorial, member.id, member.name, member.role, member.public_name,
             member.deleted
        FROM json_each(?) AS wanted
        JOIN tutorial_author ON tutorial_author.tutorial = wanted.value
         AND tutorial_author.agreed IS NOT NULL
        JOIN member ON member.id = tutorial_author.member
       ORDER BY tutorial_author.position
      """, list
    ) { row in
      let id = try row.next(Tutorial.ID.self)
      found[id]?.authors.append(try Author.read(&row))
    }
    try db.each(
      """
      SELECT tutorial_tag.tutorial, tag.label, tag.slug, NULL, NULL
        FROM json_each(?1) AS wanted
        JOIN tutorial_tag ON tutorial_tag.tutorial = wanted.value
        JOIN tag ON tag.id = tutorial_tag.tag
      UNION ALL
      SELECT concept_tag.target, concept.french, concept.slug, concept_scheme.slug,
             concept.english
        FROM json_each(?1) AS wanted
        JOIN concept_tag ON concept_tag.kind = 'tutorial' AND concept_tag.target = wanted.value
        JOIN concept ON concept.id = concept_tag.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       ORDER BY 2
      """, list
    ) { row in
      let id = try row.next(Tutorial.ID.self)
      found[id]?.tags.append(try Tag.read(&row))
    }
    for (id, seals) in try ReviewReadingStore.seals(of: tutorials, db) {
      found[id]?.seals = seals
    }
    return tutorials.compactMap { found[$0] }
  }

  /// The label of a tag under which `reader` may read a tutorial.
  static func tag(slug: String, reader: Int64, _ db: Reader) throws -> Tag? {
    try db.row(
      """
      SELECT slug, label FROM tag
       WHERE slug = ?2 AND EXISTS (
         SELECT 1 FROM tutorial_tag JOIN tutorial ON tutorial.id = tutorial_tag.tutorial
          WHERE tutorial_tag.tag = tag.id AND tutorial.published IS NOT NULL
            AND tutorial.removed IS NULL
            AND tutorial.space IN (SELECT space FROM readable_space WHERE reader = ?1))
      """, reader, slug
    ) { row in Tag(slug: try row.next(), label: try row.next()) }
  }

  /// Whether somebody looks after a space, and may find something to read there.
  static func mayFindWaiting(_ viewer: Viewer, _ db: Reader) throws -> Bool {
    guard let member = viewer.member else { return false }
    if member.isAdministrator { return true }
    return try db.value(
      "SELECT 1 FROM space_member WHERE member = ? AND role = 'referent' LIMIT 1", member.id,
      as: Int.self) != nil
  }
}
