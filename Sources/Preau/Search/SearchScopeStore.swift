import SQLite

/// Every statement that says where a search may look.
enum SearchScopeStore {
  struct Space {
    let id: Int64
    let slug: String
    let name: String

    /// Whether one of `wanted` is its name or its address, whatever the accents and hyphens.
    func isNamed(in wanted: [String]) -> Bool {
      let own = [SearchWord.folded(slug), SearchWord.folded(name)].map { $0.joined() }
      return wanted.contains { own.contains(SearchWord.folded($0).joined()) }
    }
  }

  struct Tag {
    let id: Int64
    let slug: String
    let label: String

    /// Its address tells the name: it does not exist for visitors.
    var callsSomebody: Bool { SearchText.withoutCalls(label) != label }
  }

  static func spaces(readableBy reader: Int64, _ db: Reader) throws -> [Space] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name
        FROM readable_space JOIN space ON space.id = readable_space.space
       WHERE readable_space.reader = ?
      """, reader
    ) { row in Space(id: try row.next(), slug: try row.next(), name: try row.next()) }
  }

  /// Numbers of members, with the names shown and those used to log in. A visitor never finds a
  /// learner who has not chosen a public name.
  static func eachAuthor(
    seenBy reader: Int64, _ db: Reader, _ take: (Int64, String, String) -> Void
  ) throws {
    try db.each(
      """
      SELECT id, name, login FROM member
       WHERE deleted IS NULL AND (?1 <> 0 OR role <> 'learner' OR public_name = 1)
      """, reader
    ) { row in take(try row.next(), try row.next(), try row.next()) }
  }

  static func tag(slug: String, _ db: Reader) throws -> Tag? {
    try db.row("SELECT id, slug, label FROM tag WHERE slug = ?", slug, read: tag)
  }

  static func tags(limit: Int, _ db: Reader) throws -> [Tag] {
    try db.rows("SELECT id, slug, label FROM tag ORDER BY id LIMIT ?", limit, read: tag)
  }

  private static func tag(_ row: inout Row) throws -> Tag {
    Tag(id: try row.next(), slug: try row.next(), label: try row.next())
  }
}
