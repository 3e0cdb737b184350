import Credentials
import SQLite

/// Every statement about issuers and kinds of badges.
enum BadgeClassStore {
  // MARK: Issuers

  /// The site as an issuer; made when the first badge is.
  static func siteIssuer(
    _ configuration: Configuration, at now: Instant, _ db: Writer
  ) throws -> BadgeIssuer {
    if let issuer = try issuer(where: nil, db) { return issuer }
    try db.run(
      "INSERT INTO badge_issuer (space, name, email, created) VALUES (NULL, ?, ?, ?)",
      configuration.siteName, configuration.badgeContact, now)
    return try issuer(where: nil, db).orNotFound()
  }

  /// A space that an administrator lets give badges out.
  @discardableResult
  static func allow(
    _ space: Space, _ configuration: Configuration, at now: Instant, _ db: Writer
  ) throws -> BadgeIssuer {
    try db.run(
      """
      INSERT INTO badge_issuer (space, name, email, description, created)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (space) DO UPDATE SET closed = NULL
      """, space.id, configuration.siteName + " — " + space.name, configuration.badgeContact, "",
      now)
    return try issuer(where: space.id, db).orNotFound()
  }

  static func forbid(_ space: Space.ID, at now: Instant, _ db: Writer) throws {
    try db.run("UPDATE badge_issuer SET closed = ? WHERE space = ? AND closed IS NULL", now, space)
  }

  /// - Parameter space: nil for the site.
  static func issuer(where space: Space.ID?, _ db: Reader) throws -> BadgeIssuer? {
    try db.row(
      """
      SELECT id, space, name, email, description, closed FROM badge_issuer WHERE space IS ?
      """, space, read: readIssuer)
  }

  static func issuer(_ id: BadgeIssuer.ID, _ db: Reader) throws -> BadgeIssuer? {
    try db.row(
      "SELECT id, space, name, email, description, closed FROM badge_issuer WHERE id = ?", id,
      read: readIssuer)
  }

  static func issuers(_ db: Reader) throws -> [BadgeIssuer] {
    try db.rows(
      """
      SELECT id, space, name, email, description, closed FROM badge_issuer
       ORDER BY space IS NOT NULL, name
      """, read: readIssuer)
  }

  /// Reads six columns: id, space, name, email, description, closed.
  static func readIssuer(_ row: inout Row) throws -> BadgeIssuer {
    BadgeIssuer(
      id: try row.next(), space: try row.next(), name: try row.next(), email: try row.next(),
      description: try row.next(), isClosed: try row.next(Int64?.self) != nil)
  }

  /// A space, and whether it gives badges.
  struct SpaceLine: Sendable {
    let slug: String
    let name: String
    let isOpen: Bool
  }

  static func spaces(readableBy reader: Int64, _ db: Reader) throws -> [SpaceLine] {
    try db.rows(
      """
      SELECT space.slug, space.name, issuer.id IS NOT NULL AND issuer.closed IS NULL
        FROM space LEFT JOIN badge_issuer AS issuer ON issuer.space = space.id
       WHERE space.closed IS NULL
         AND space.id IN (SELECT space FROM readable_space WHERE reader = ?)
       ORDER BY space.name
      """, reader
    ) { row in
      SpaceLine(slug: try row.next(), name: try row.next(), isOpen: try row.next())
    }
  }

  static func isReferent(_ member: Member.ID, of space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM space_member WHERE space = ? AND member = ? AND role = 'referent'", space,
      member, as: Int.self) != nil
  }

  static func mayRead(_ space: Space.ID, _ reader: Int64, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM readable_space WHERE reader = ? AND space = ?", reader, space, as: Int.self)
      != nil
  }

  /// Whether anybody at all may know of an issuer: where its space is open, or since somebody has
  /// taken one of its badges, or shows one that it vouches for, which say whose they are.
  static func isKnown(_ issuer: BadgeIssuer, _ db: Reader) throws -> Bool {
    guard let space = issuer.space else { return true }
    if try mayRead(space, 0, db) { return true }
    return try db.value(
      """
      SELECT 1 FROM badge_class AS class
       WHERE class.issuer = ?1
         AND (EXISTS (SELECT 1 FROM badge_award AS award
                       WHERE award.class = class.id AND award.answered IS NOT NULL
                         AND award.state <> 'refused')
              OR EXISTS (SELECT 1 FROM badge_tombstone AS gone WHERE gone.class = class.id))
       UNION ALL
      SELECT 1 FROM badge_endorsement WHERE signer = ?1 AND key IS NOT NULL
       LIMIT 1
      """, issuer.id, as: Int.self) != nil
  }

  // MARK: Classes

  /// A class as it is given out today.
  static func badge(_ id: BadgeClass.ID, _ db: Reader) throws -> BadgeClass? {
    try db.row(
      """
      SELECT class.id, class.state, issuer.id, issuer.space, issuer.name, issuer.email,
             issuer.description, issuer.closed,
             version.number, version.name, version.slug, version.description, version.criteria,
             version.shape, version.colour, version.pictogram, version.tags, version.months,
             version.takes_requests, picture.class
        FROM badge_class AS class
        JOIN badge_issuer AS issuer ON issuer.id = class.issuer
        JOIN badge_version AS version ON version.class = class.id AND version.number = class.version
        LEFT JOIN badge_picture AS picture
          ON picture.class = version.class AND picture.version = version.number
       WHERE class.id = ?
      """, id, read: read)
  }

  /// All those of the issuers that a reader may read, in the order of their names.
  static func badges(for viewer: Viewer, _ db: Reader) throws -> [BadgeClass] {
    try db.rows(
      """
      SELECT class.id, class.state, issuer.id, issuer.space, issuer.name, issuer.email,
             issuer.description, issuer.closed,
             version.number, version.name, version.slug, version.description, version.criteria,
             version.shape, version.colour, version.pictogram, version.tags, version.months,
             version.takes_requests, picture.class
        FROM badge_class AS class
        JOIN badge_issuer AS issuer ON issuer.id = class.issuer
        JOIN badge_version AS version ON version.class = class.id AND version.number = class.version
        LEFT JOIN badge_picture AS picture
          ON picture.class = version.class AND picture.version = version.number
       WHERE issuer.space IS NULL OR issuer.space IN (
         SELECT space FROM readable_space WHERE reader = ?)
       ORDER BY version.name, class.id
      """, viewer.reader, read: read)
  }

  /// What a class said in one version.
  static func version(
    _ number: Int, of id: BadgeClass.ID, _ db: Reader
  ) throws -> BadgeVersion? {
    try db.row(
      """
      SELECT version.number, version.name, version.slug, version.description, version.criteria,
             version.shape, version.colour, version.pictogram, version.tags, version.months,
             version.takes_requests, picture.class
        FROM badge_version AS version
        LEFT JOIN badge_picture AS picture
          ON picture.class = version.class AND picture.version = version.number
       WHERE version.class = ? AND version.number = ?
      """, id, number, read: readVersion)
  }

  static func read(_ row: inout Row) throws -> BadgeClass {
    let id = try row.next(BadgeClass.ID.self)
    let state = try row.next(BadgeClass.State.self)
    return BadgeClass(
      id: id, issuer: try readIssuer(&row), state: state, version: try readVersion(&row))
  }

  private static func readVersion(_ row: inout Row) throws -> BadgeVersion {
    BadgeVersion(
      number: try row.next(), name: try row.next(), slug: try row.next(),
      description: try row.next(), criteria: try row.next(),
      drawing: BadgeDrawing(
        shape: try row.next(), colour: try row.next(), pictogram: try row.next()),
      tags: try row.next(String.self).split(separator: "\n").map(String.init),
      months: try row.next(), takesRequests: try row.next(), pictured: try row.next())
  }

  /// Whether anybody may know of a version: where its issuer's space is open, or since a learner has
  /// agreed that a badge of it can be verified by anybody. Tests only then, and of drafts, too.
  static func isKnown(
    _ part: BadgeClassPart, of badge: BadgeClass, _ db: Reader
  ) throws -> Bool {
    if !part.isTest {
      if badge.state == .draft { return false }
      guard let space = badge.issuer.space else { return true }
      if try mayRead(space, 0, db) { return true }
    }
    return try db.value(
      "SELECT 1 FROM badge_version WHERE class = ? AND number = ? AND shown IS NOT NULL", part.id,
      part.version, as: Int.self) != nil
  }

  /// What a version corresponds to in the vocabularies.
  static func alignments(
    _ id: BadgeClass.ID, version: Int, _ db: Reader
  ) throws -> [Alignment] {
    try db.rows(
      """
      SELECT concept.uri, concept.french, scheme.french
        FROM badge_alignment AS alignment
        JOIN concept ON concept.id = alignment.concept
        JOIN concept_scheme AS scheme ON scheme.id = concept.scheme
       WHERE alignment.class = ? AND alignment.version = ?
       ORDER BY concept.french, concept.id
      """, id, version
    ) { row in
      let address = try row.next(String.self)
      return Alignment(
        name: try row.next(), address: address, description: nil, framework: try row.next(),
        code: nil)
    }
  }

  // MARK: Making and changing

  /// The class that a form has made already.
  static func made(_ submission: [UInt8], _ db: Reader) throws -> BadgeClass.ID? {
    try db.value("SELECT id FROM badge_class WHERE submission = ?", submission)
  }

  /// - Parameters:
  ///   - submission: the mark of the form; nil when there was none.
  ///   - member: nil from the command line.
  static func make(
    _ new: NewBadgeClass, for issuer: BadgeIssuer.ID, submission: [UInt8]? = nil,
    by member: Member.ID?, at now: Instant, _ db: Writer
  ) throws -> BadgeClass.ID {
    try db.run(
      """
      INSERT INTO badge_class (issuer, state, version, created_by, created, submission)
      VALUES (?, 'draft', 1, ?, ?, ?)
      """, issuer, member, now, submission)
    let id = BadgeClass.ID(db.lastInsertedRow)
    try insert(new, 1, of: id, at: now, db)
    if case .picture(let bytes) = new.upload {
      try BadgePictureStore.keep(bytes, id, version: 1, db)
    }
    return id
  }

  /// A version that was given out stays as it is: what is changed then is a new one.
  static func change(
    _ id: BadgeClass.ID, to new: NewBadgeClass, at now: Instant, _ db: Writer
  ) throws {
    let version = try db.value(
      "SELECT version FROM badge_class WHERE id = ?", id, as: Int.self
    ).orNotFound()
    let isGivenOut =
      try db.value(
        """
        SELECT 1 FROM badge_award WHERE class = ?1 AND version = ?2
         UNION ALL SELECT 1 FROM badge_tombstone WHERE class = ?1 AND version = ?2
         LIMIT 1
        """, id, version, as: Int.self) != nil
    let before = try BadgePictureStore.picture(id, version: version, db)
    if !isGivenOut {
      try db.run("DELETE FROM badge_version WHERE class = ? AND number = ?", id, version)
    }
    let next = isGivenOut ? version + 1 : version
    try insert(new, next, of: id, at: now, db)
    let picture =
      switch new.upload {
      case .picture(let bytes): bytes
      case .drawing: [UInt8]?.none
      case .none, .wrong: before
      }
    if let picture { try BadgePictureStore.keep(picture, id, version: next, db) }
    try db.run("UPDATE badge_class SET version = ? WHERE id = ?", next, id)
  }

  private static func insert(
    _ new: NewBadgeClass, _ number: Int, of id: BadgeClass.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO badge_version
        (class, number, name, slug, description, criteria, shape, colour, pictogram, tags, months,
         takes_requests, created)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, id, number, new.name, Slug.make(from: new.name), new.description, new.criteria,
      new.drawing.shape, new.drawing.colour, new.drawing.pictogram,
      new.tags.joined(separator: "\n"), new.months, new.takesRequests, now)
    for uri in new.alignments {
      try db.run(
        """
        INSERT INTO badge_alignment (class, version, concept)
        SELECT ?, ?, id FROM concept WHERE uri = ? ON CONFLICT DO NOTHING
        """, id, number, uri)
    }
  }

  /// Which of some addresses are those of concepts.
  static func known(_ addresses: [String], _ db: Reader) throws -> Set<String> {
    Set(
      try addresses.filter {
        try db.value("SELECT 1 FROM concept WHERE uri = ?", $0, as: Int.self) != nil
      })
  }

  static func set(_ state: BadgeClass.State, _ id: BadgeClass.ID, _ db: Writer) throws {
    try db.run("UPDATE badge_class SET state = ? WHERE id = ?", state, id)
  }
}

/// A class as it was found right to be stored.
struct NewBadgeClass: Sendable {
  var name: String
  var description: String
  /// In Markdown.
  var criteria: String
  var drawing = BadgeDrawing()
  var upload = BadgeUpload.none
  var tags: [String] = []
  var months: Int?
  var takesRequests = true
  /// The addresses of concepts.
  var alignments: [String] = []
}

extension Configuration {
  /// Open Badges 2.0 asks every issuer for an e-mail address.
  var badgeContact: String {
    if let contact, contact.contains("@"), !contact.contains(" ") { return contact }
    let host = origin.flatMap { $0.split(separator: "/").last } ?? "localhost"
    return "badges@" + host.prefix { $0 != ":" }
  }

  /// The address that badges given out now hold. Never what a browser says.
  /// A free port is known only once the site listens.
  var badgeBase: String {
    baseURL ?? (port > 0 ? "http://localhost:\(port)" : "http://localhost")
  }
}
