import HTML
import SQLite

/// A link to a collection of badges that its learner has made.
struct CollectionShare: Sendable {
  typealias ID = Number<CollectionShare>
  let id: ID
  let secret: String
  let collection: BadgeCollection.ID
  /// As the learner wants to be called there.
  let name: String
  let created: Instant
  let expires: Instant?
  let isWithdrawn: Bool

  static func address(_ secret: String) -> Address { "/c/\(secret)" }
  var address: Address { Self.address(secret) }

  func isOpen(at now: Instant) -> Bool {
    !isWithdrawn && (expires.map { $0 > now } ?? true)
  }
}

/// Every statement about links to collections of badges.
enum CollectionShareStore {
  static func shares(of id: BadgeCollection.ID, _ db: Reader) throws -> [CollectionShare] {
    try db.rows(
      """
      SELECT id, secret, collection, name, created, expires, withdrawn
        FROM badge_collection_share WHERE collection = ? ORDER BY id DESC
      """, id, read: read)
  }

  static func share(secret: String, _ db: Reader) throws -> CollectionShare? {
    try db.row(
      """
      SELECT id, secret, collection, name, created, expires, withdrawn
        FROM badge_collection_share WHERE secret = ?
      """, secret, read: read)
  }

  static func share(_ id: CollectionShare.ID, _ db: Reader) throws -> CollectionShare? {
    try db.row(
      """
      SELECT id, secret, collection, name, created, expires, withdrawn
        FROM badge_collection_share WHERE id = ?
      """, id, read: read)
  }

  private static func read(_ row: inout Row) throws -> CollectionShare {
    CollectionShare(
      id: try row.next(), secret: try row.next(), collection: try row.next(),
      name: try row.next(), created: try row.next(), expires: try row.next(),
      isWithdrawn: try row.next(Int64?.self) != nil)
  }

  static func make(
    _ collection: BadgeCollection.ID, _ draft: BadgeShareDraft, at now: Instant, _ db: Writer
  ) throws -> CollectionShare.ID {
    try db.run(
      """
      INSERT INTO badge_collection_share (secret, collection, name, created, expires)
      VALUES (?, ?, ?, ?, ?)
      """, Base64URL.encode(Crypto.randomBytes(18)), collection, draft.name, now,
      draft.expires(from: now))
    return CollectionShare.ID(db.lastInsertedRow)
  }

  static func withdraw(_ id: CollectionShare.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      "UPDATE badge_collection_share SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", now,
      id)
  }
}
