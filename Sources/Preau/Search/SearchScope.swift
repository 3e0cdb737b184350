import SQLite

/// Where a search may look: what the reader may read, narrowed by the filters of the query.
struct SearchScope {
  /// Number of the member who reads; 0 is a visitor who has not logged in.
  let reader: Int64
  // Lists of numbers as JSON arrays, since SQL has no parameter for a list. `nil`: no such filter.
  let spaces: String
  private(set) var authors: String?
  private(set) var tags: String?
  private(set) var state: String?

  /// Everything that `reader` may read.
  init(of reader: Int64, _ db: Reader) throws {
    self.reader = reader
    spaces = try Self.readable(by: reader, db).map(\.id).json
  }

  init(of reader: Int64, _ query: SearchQuery, _ db: Reader) throws {
    self.reader = reader
    let readable = try Self.readable(by: reader, db)
    spaces = readable.filter { $0.isNamed(in: query.spaces) }.map(\.id).json
    state = query.state?.rawValue
    if !query.authors.isEmpty {
      authors = try Self.authors(query.authors, seenBy: reader, db).json
    }
    if !query.tags.isEmpty { tags = try Self.tags(query.tags, db).json }
  }

  private struct ReadableSpace {
    let id: Int64
    let slug: String
    let name: String

    func isNamed(in wanted: [String]) -> Bool {
      if wanted.isEmpty { return true }
      let own = [SearchWord.folded(slug), SearchWord.folded(name)].map { $0.joined() }
      return wanted.contains { own.contains(SearchWord.folded($0).joined()) }
    }
  }

  private static func readable(by reader: Int64, _ db: Reader) throws -> [ReadableSpace] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name
        FROM readable_space JOIN space ON space.id = readable_space.space
       WHERE readable_space.reader = ?
      """, reader
    ) { row in
      ReadableSpace(id: try row.next(), slug: try row.next(), name: try row.next())
    }
  }

  /// Members who bear one of `names`. A visitor never finds a learner who has not chosen a public
  /// name, nor anybody by the name used to log in.
  private static func authors(
    _ names: [String], seenBy reader: Int64, _ db: Reader
  ) throws -> [Int64] {
    let wanted = names.map(SearchWord.folded)
    var found: [Int64] = []
    try db.each(
      """
      SELECT id, name, login FROM member
       WHERE deleted IS NULL AND (?1 <> 0 OR role <> 'learner' OR public_name = 1)
      """, reader
    ) { row in
      let id = try row.next(Int64.self)
      let name = SearchWord.folded(try row.next())
      let login = SearchWord.folded(try row.next())
      let isWanted = wanted.contains { words in
        words.allSatisfy(name.contains) || (reader != 0 && words == login)
      }
      if isWanted { found.append(id) }
    }
    return found
  }

  /// Tags that are looked at when none has the address that a name would make.
  static let mostTagsCompared = 1_000

  /// One tag for each of `names`; 0, which no tag has, for a name that is none.
  private static func tags(_ names: [String], _ db: Reader) throws -> [Int64] {
    try names.map { name in try tag(named: name, db) ?? 0 }
  }

  /// By its address, along the index; else by its label, or by the letters of either.
  private static func tag(named name: String, _ db: Reader) throws -> Int64? {
    let found = try db.value(
      "SELECT id FROM tag WHERE slug = ?", Slug.make(from: name), as: Int64.self)
    if let found { return found }
    let wanted = SearchWord.folded(name).joined()
    return try db.rows(
      "SELECT id, slug, label FROM tag ORDER BY id LIMIT ?", mostTagsCompared
    ) { row in
      let id = try row.next(Int64.self)
      let names = [try row.next(String.self), try row.next(String.self)]
      return names.contains { SearchWord.folded($0).joined() == wanted } ? id : nil
    }.lazy.compactMap { $0 }.first
  }
}

extension [Int64] {
  /// `[1,2,3]`
  var json: String { "[" + map(String.init).joined(separator: ",") + "]" }
}
