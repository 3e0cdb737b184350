import SQLite

/// Statements about private feeds.
enum FeedKeyStore {
  /// A space whose feed is for members.
  struct FeedSpace {
    let slug: String
    let name: String
  }

  /// Those that a visitor cannot read and this member can, by name; a hundred are shown.
  static func spaces(for member: Member.ID, _ db: Reader) throws -> [FeedSpace] {
    try db.rows(
      """
      SELECT space.slug, space.name
        FROM readable_space JOIN space ON space.id = readable_space.space
       WHERE readable_space.reader = ? AND space.visibility <> 'public'
       ORDER BY sort_key(space.name), space.id LIMIT 100
      """, member
    ) { FeedSpace(slug: try $0.next(), name: try $0.next()) }
  }

  static func revoke(of member: Member.ID, _ db: Writer) throws {
    try db.run("UPDATE member SET feed_generation = feed_generation + 1 WHERE id = ?", member)
  }
}
