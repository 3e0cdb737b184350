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
  /// What was written since the moment that the query names, and how much of it is found.
  let new: Set<Findable>
  let newCount: Int
  let trees: [ConceptTree]
  let spaces: [SearchScopeStore.Space]
  /// The numbers of the concepts that are chosen.
  let chosen: Set<Concept.ID>
  /// The free tags that are chosen, those that the reader may see.
  let tags: [Tag]
  /// Words of the vocabularies that are like those looked for.
  let words: [Concept]

  enum Found: Sendable {
    case thread(FoundThread)
    case card(ResourceLine)

    var item: Findable {
      switch self {
      case .thread(let thread): Findable(isCard: false, id: thread.id.value)
      case .card(let card): Findable(isCard: true, id: card.id.value)
      }
    }
  }

  var pageCount: Int { (counts.total + Self.perPage - 1) / Self.perPage }

  /// - Parameter page: from 1; one that does not exist is empty.
  static func load(_ query: FindingQuery, page: Int, _ visit: Visit, _ db: Reader) throws
    -> FindingResults
  {
    let reader = visit.viewer.reader
    let plan = try FindingPlan(query, reader: reader, db)
    let fresh = try query.since.map { try plan.written(from: $0, until: nil, db) } ?? []
    let order = query.order ?? .newest
    let answer = try visit.site.finding.ask(db) { index in
      let (bits, counts) = plan.find(in: index)
      let new = index.bits(of: fresh)
      let first =
        query.since != nil ? new : query.order == nil ? plan.titled(in: index) : FacetBits()
      return (
        counts: counts, newCount: bits.count(with: new),
        found: index.page(page, of: bits, order, first: first, perPage: perPage)
      )
    }
    return FindingResults(
      query: query, page: page, counts: answer.counts,
      found: try read(answer.found, reader, db), new: Set(fresh), newCount: answer.newCount,
      trees: try ConceptTree.load(nil, db), spaces: plan.spaces, chosen: plan.chosen,
      tags: plan.tags,
      words: try FindingStore.concepts(named: Slug.make(from: query.words), limit: 5, db))
  }

  /// The first things of a search, for a list elsewhere.
  static func first(
    _ limit: Int, of query: FindingQuery, reader: Int64, _ shelf: FindingShelf, _ db: Reader
  ) throws -> [Found] {
    let plan = try FindingPlan(query, reader: reader, db)
    let found = try shelf.ask(db) { index in
      index.page(
        1, of: plan.find(in: index).bits, .newest, first: FacetBits(), perPage: limit)
    }
    return try read(found, reader, db)
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
