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

  /// Tags that are looked at when none has the address that a name would make.
  static let mostTagsCompared = 1_000

  /// Everything that `reader` may read.
  init(of reader: Int64, _ db: Reader) throws {
    self.reader = reader
    spaces = try SearchScopeStore.spaces(readableBy: reader, db).map(\.id).json
  }

  init(of reader: Int64, _ query: SearchQuery, _ db: Reader) throws {
    self.reader = reader
    spaces = try SearchScopeStore.spaces(readableBy: reader, db)
      .filter { query.spaces.isEmpty || $0.isNamed(in: query.spaces) }.map(\.id).json
    state = query.state?.rawValue
    if !query.authors.isEmpty {
      authors = try Self.authors(query.authors, seenBy: reader, db).json
    }
    if !query.tags.isEmpty {
      tags = try Self.tags(query.tags, seenBy: reader, db).json
    }
  }

  /// Members who bear one of `names`. A visitor finds nobody by the name used to log in.
  private static func authors(
    _ names: [String], seenBy reader: Int64, _ db: Reader
  ) throws -> [Int64] {
    let wanted = names.map(SearchWord.folded)
    var found: [Int64] = []
    try SearchScopeStore.eachAuthor(seenBy: reader, db) { id, name, login in
      let name = SearchWord.folded(name)
      let login = SearchWord.folded(login)
      let isWanted = wanted.contains { words in
        words.allSatisfy(name.contains) || (reader != 0 && words == login)
      }
      if isWanted { found.append(id) }
    }
    return found
  }

  /// One tag, or concept below zero, for each of `names`; 0, which none has, for a name that is
  /// none.
  private static func tags(
    _ names: [String], seenBy reader: Int64, _ db: Reader
  ) throws -> [Int64] {
    let found = try names.map { name in
      guard let tag = try tag(named: name, db) else { return try concept(named: name, db) }
      return reader == 0 && tag.callsSomebody ? 0 : tag.id
    }
    return Array(Set(found))
  }

  private static func concept(named name: String, _ db: Reader) throws -> Int64 {
    if case .concept(let concept)? = try TagMeaningStore.redirect(Slug.make(from: name), db) {
      return -concept.value
    }
    return try TagMeaning.concept(labelled: name, db).map { -$0.value } ?? 0
  }

  /// By its address, along the index, or by one that it had before; else by its label, or by the letters of either.
  private static func tag(named name: String, _ db: Reader) throws -> SearchScopeStore.Tag? {
    let slug = Slug.make(from: name)
    if let found = try SearchScopeStore.tag(slug: slug, db) { return found }
    if case .tag(let moved)? = try TagMeaningStore.redirect(slug, db) {
      return try SearchScopeStore.tag(slug: moved.slug, db)
    }
    let wanted = SearchWord.folded(name).joined()
    return try SearchScopeStore.tags(limit: mostTagsCompared, db).first { tag in
      [tag.slug, tag.label].contains { SearchWord.folded($0).joined() == wanted }
    }
  }
}

extension [Int64] {
  /// `[1,2,3]`
  var json: String { "[" + map(String.init).joined(separator: ",") + "]" }
}
