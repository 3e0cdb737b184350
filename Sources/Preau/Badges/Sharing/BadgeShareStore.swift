import HTML
import HTTP
import SQLite

/// A link to a badge that its learner has made.
struct BadgeShare: Sendable {
  typealias ID = Number<BadgeShare>
  let id: ID
  let secret: String
  let award: BadgeAward.ID
  /// As the learner wants to be called there.
  let name: String
  let created: Instant
  let expires: Instant?
  let isWithdrawn: Bool
  /// Whether what the learner says of the badge stands there, too.
  let showsReflection: Bool

  static func address(_ secret: String) -> Address { "/b/\(secret)" }
  var address: Address { Self.address(secret) }

  func isOpen(at now: Instant) -> Bool {
    !isWithdrawn && (expires.map { $0 > now } ?? true)
  }
}

/// What was chosen for a new link.
struct BadgeShareDraft: Sendable {
  let name: String
  /// Nil: until it is withdrawn.
  let days: Int?
  let showsReflection: Bool

  static let longestName = 120
  /// For how long links are made.
  static let lives = [30, 180, 365]
  /// Long enough for an application, short enough to be forgotten without harm.
  static let usualLife = 180

  init(_ form: Form) {
    name = String((form["nom"] ?? "").oneLine.prefix(Self.longestName))
    days = Self.lives.first { String($0) == form["duree"] }
    showsReflection = form["avec-mots"] == "oui"
  }

  func expires(from now: Instant) -> Instant? { days.map { now + Int64($0) * 86_400 } }
}

/// Every statement about links to badges.
enum BadgeShareStore {
  static let mostLinks = 20

  static func shares(of award: BadgeAward.ID, _ db: Reader) throws -> [BadgeShare] {
    try db.rows(
      """
      SELECT id, secret, award, name, created, expires, withdrawn, shows_reflection
        FROM badge_share WHERE award = ? ORDER BY id DESC
      """, award, read: read)
  }

  static func share(secret: String, _ db: Reader) throws -> BadgeShare? {
    try db.row(
      """
      SELECT id, secret, award, name, created, expires, withdrawn, shows_reflection
        FROM badge_share WHERE secret = ?
      """, secret, read: read)
  }

  static func share(_ id: BadgeShare.ID, _ db: Reader) throws -> BadgeShare? {
    try db.row(
      """
      SELECT id, secret, award, name, created, expires, withdrawn, shows_reflection
        FROM badge_share WHERE id = ?
      """, id, read: read)
  }

  private static func read(_ row: inout Row) throws -> BadgeShare {
    BadgeShare(
      id: try row.next(), secret: try row.next(), award: try row.next(), name: try row.next(),
      created: try row.next(), expires: try row.next(),
      isWithdrawn: try row.next(Int64?.self) != nil, showsReflection: try row.next())
  }

  static func make(
    _ award: BadgeAward.ID, _ draft: BadgeShareDraft, at now: Instant, _ db: Writer
  ) throws -> BadgeShare.ID {
    try db.run(
      """
      INSERT INTO badge_share (secret, award, name, created, expires, shows_reflection)
      VALUES (?, ?, ?, ?, ?, ?)
      """, Base64URL.encode(Crypto.randomBytes(18)), award, draft.name, now,
      draft.expires(from: now), draft.showsReflection)
    return BadgeShare.ID(db.lastInsertedRow)
  }

  static func withdraw(_ id: BadgeShare.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE badge_share SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", now, id)
  }
}
