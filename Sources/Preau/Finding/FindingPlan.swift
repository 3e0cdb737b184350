import SQLite

/// A search of the whole house made ready for one reader: what its words find, and what is chosen
/// beside them.
///
/// Every word and every operator of ``SearchQuery`` narrows: nothing is relaxed, so that what is found
/// tomorrow and not today is new.
struct FindingPlan: Sendable {
  /// Those that the reader may read.
  let spaces: [SearchScopeStore.Space]
  let choice: FacetChoice
  /// The numbers of the concepts that are chosen.
  let chosen: Set<Concept.ID>
  /// The free tags that are chosen, those that the reader may see.
  let tags: [Tag]
  /// Those of the reader's spaces that the words name, or all.
  private let readable: [Int64]
  /// What is found must be in each of these.
  private let sets: [[Findable]]
  /// What holds the words in its title.
  private let titled: [Findable]
  private let news: News

  /// What something new is asked for.
  private struct News: Sendable {
    let reader: Int64
    let expression: SearchExpression?
    /// Numbers of members, as a JSON array.
    let authors: String?
  }

  init(_ query: FindingQuery, reader: Int64, _ db: Reader) throws {
    spaces = try SearchScopeStore.spaces(readableBy: reader, db)
    (choice, chosen) = try Self.choice(query, spaces, db)
    let asked = SearchQuery(parsing: query.words)
    readable =
      asked.spaces.isEmpty
      ? spaces.map(\.id) : spaces.filter { $0.isNamed(in: asked.spaces) }.map(\.id)
    let scope = try SearchScope(of: reader, asked, db)
    var sets: [[Findable]] = []
    tags = try query.tags.compactMap { slug in
      try TagStore.tag(slug: slug, reader: reader, db).flatMap {
        $0.isShown(to: reader) ? $0 : nil
      }
    }
    for slug in query.tags {
      // What is no tag finds nothing, rather than everything.
      let isKnown = tags.contains { $0.slug == slug }
      sets.append(isKnown ? try FindingStore.tagged(slug, db) : [])
    }
    if let tags = scope.tags { sets.append(try FindingStore.marked(tags, db)) }
    if let state = asked.state { sets.append(try FindingStore.threads(state, db)) }
    var expression: SearchExpression?
    if let stemmer = FrenchStemmer() {
      let forms = SearchForms(asked, stemmer)
      if !forms.terms.isEmpty {
        expression = .all(forms.terms, without: forms.excluded)
      }
    }
    if let expression {
      sets.append(try FindingStore.holding(expression, by: scope.authors, db))
      titled = try FindingStore.titled(expression, db)
    } else {
      if let authors = scope.authors { sets.append(try FindingStore.written(by: authors, db)) }
      titled = []
    }
    self.sets = sets
    news = News(reader: reader, expression: expression, authors: scope.authors)
  }

  private static func choice(
    _ query: FindingQuery, _ spaces: [SearchScopeStore.Space], _ db: Reader
  ) throws -> (FacetChoice, Set<Concept.ID>) {
    var choice = FacetChoice()
    choice.kinds = Set(query.kinds)
    choice.seals = Set(query.seals)
    choice.spaces = Set(
      query.spaces.map { slug in spaces.first { $0.slug == slug }?.id ?? 0 })
    var chosen: Set<Concept.ID> = []
    for name in query.concepts {
      // What is no concept finds nothing, rather than everything.
      let (scheme, concept) = try FindingStore.concept(named: name, db) ?? (-1, -1)
      choice.concepts[scheme, default: []].insert(concept)
      chosen.insert(Number(concept))
    }
    return (choice, chosen)
  }

  // MARK: Asking the index

  /// What is left by the words and the choice, and what each further value would leave.
  func find(in index: FacetIndex) -> (bits: FacetBits, counts: FacetCounts) {
    var words: FacetBits?
    for set in sets {
      let bits = index.bits(of: set)
      if words == nil { words = bits } else { words?.formIntersection(bits) }
    }
    return index.find(choice, among: words, readable: readable)
  }

  /// The places of what stands first in the order of a search by words.
  func titled(in index: FacetIndex) -> FacetBits { index.bits(of: titled) }

  /// What somebody else has written in a span of time and that the words ask for: a new thread, a
  /// tutorial, a card; where words or an author are asked for, any post that holds them.
  ///
  /// - Parameter end: not within the span; nil: it has no end.
  func written(from start: Instant, until end: Instant?, _ db: Reader) throws -> [Findable] {
    try FindingStore.written(
      from: start, until: end, news.expression, by: news.authors,
      butBy: news.reader, anyPost: news.expression != nil || news.authors != nil, db)
  }
}
