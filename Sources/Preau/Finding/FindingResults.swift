import SQLite

/// A page of what was found in the whole house, with what would narrow it.
struct FindingResults: Sendable {
  static let perPage = 25

  let query: FindingQuery
  /// From 1.
  let page: Int
  let counts: FacetCounts
  /// In their order; each is a thread or a card.
  let found: [Found]
  let trees: [ConceptTree]
  let spaces: [SearchScopeStore.Space]
  /// The numbers of the concepts that are chosen.
  let chosen: Set<Concept.ID>
  /// The free tags that are chosen, those that the reader may see.
  let tags: [Tag]
  /// Words of the vocabularies that are like those looked for.
  let words: [Concept]
  /// Whether the words hold an operator that only the plain search knows.
  let hasOperators: Bool

  enum Found: Sendable {
    case thread(FoundThread)
    case card(ResourceLine)
  }

  var pageCount: Int { (counts.total + Self.perPage - 1) / Self.perPage }

  /// - Parameter page: from 1; one that does not exist is empty.
  static func load(_ query: FindingQuery, page: Int, _ visit: Visit, _ db: Reader) throws
    -> FindingResults
  {
    let reader = visit.viewer.reader
    let spaces = try SearchScopeStore.spaces(readableBy: reader, db)
    let trees = try ConceptTree.load(nil, db)
    let named = Dictionary(
      trees.flatMap { tree in tree.all.map { ($0.findingName, (tree.scheme.id, $0.id)) } },
      uniquingKeysWith: { first, _ in first })
    var choice = FacetChoice()
    choice.kinds = Set(query.kinds)
    choice.spaces = Set(
      query.spaces.map { slug in spaces.first { $0.slug == slug }?.id ?? 0 })
    var chosen: Set<Concept.ID> = []
    for name in query.concepts {
      // What is no concept finds nothing, rather than everything.
      let (scheme, concept) = named[name] ?? (Number(-1), Number(-1))
      choice.concepts[scheme.value, default: []].insert(concept.value)
      chosen.insert(concept)
    }
    let matches = try matches(query.words, reader, db)
    let readable = matches?.spaces ?? spaces.map(\.id)
    let order = query.order ?? .newest
    let tags = try query.tags.compactMap {
      try TagStore.tag(slug: $0, reader: reader, db)
    }.filter(visit.mayShow)
    let tagged = try query.tags.map { slug in
      try tags.contains { $0.slug == slug } ? FindingStore.tagged(slug, db) : []
    }
    let answer = try visit.site.finding.ask(db) { [choice] index in
      var words = matches?.items.map { index.bits(of: $0) }
      for items in tagged {
        let bearing = index.bits(of: items)
        if words == nil { words = bearing } else { words?.formIntersection(bearing) }
      }
      let first = matches.map { index.bits(of: $0.titled) } ?? FacetBits()
      let (bits, counts) = index.find(choice, among: words, readable: readable)
      return (
        counts,
        index.page(
          page, of: bits, order, first: query.order == nil ? first : FacetBits(),
          perPage: perPage)
      )
    }
    let typed = SearchQuery(parsing: query.words)
    return FindingResults(
      query: query, page: page, counts: answer.0, found: try read(answer.1, reader, db),
      trees: trees, spaces: spaces, chosen: chosen, tags: tags,
      words: try FindingStore.concepts(named: Slug.make(from: query.words), limit: 5, db),
      hasOperators: !typed.authors.isEmpty || !typed.tags.isEmpty || typed.state != nil)
  }

  private struct Matches: Sendable {
    /// Nil when the query only says where.
    let items: [Findable]?
    let titled: [Findable]
    /// Those of the reader's spaces that the query names, or all.
    let spaces: [Int64]
  }

  /// What holds the words; nil when none are looked for.
  private static func matches(
    _ typed: String, _ reader: Int64, _ db: Reader
  ) throws -> Matches? {
    let query = SearchQuery(parsing: typed)
    guard !typed.isEmpty, let stemmer = FrenchStemmer() else { return nil }
    let readable = try SearchScopeStore.spaces(readableBy: reader, db)
      .filter { query.spaces.isEmpty || $0.isNamed(in: query.spaces) }.map(\.id)
    let forms = SearchForms(query, stemmer)
    if forms.terms.isEmpty { return Matches(items: nil, titled: [], spaces: readable) }
    let expression = SearchExpression.all(forms.terms, without: forms.excluded)
    return Matches(
      items: try FindingStore.holding(expression, db),
      titled: try FindingStore.titled(expression, db), spaces: readable)
  }

  private static func read(
    _ found: [Findable], _ reader: Int64, _ db: Reader
  ) throws -> [Found] {
    let threads = try FindingStore.threads(
      found.filter { !$0.isCard }.map(\.id), reader: reader, db)
    let cards = try ResourceListStore.lines(
      found.filter(\.isCard).map { Number($0.id) }, db)
    let byThread = Dictionary(uniqueKeysWithValues: threads.map { ($0.id.value, $0) })
    let byCard = Dictionary(uniqueKeysWithValues: cards.map { ($0.id.value, $0) })
    return found.compactMap { item in
      item.isCard ? byCard[item.id].map { .card($0) } : byThread[item.id].map { .thread($0) }
    }
  }
}
