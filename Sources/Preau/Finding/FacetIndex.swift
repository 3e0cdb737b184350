// What is in the catalogue, by its facets, in memory: with 50,000 cards and ten facets the database
// takes a quarter of a second to count every value, and a page shows them all.
// (1) Each thing has a place; each value of a facet is the set of the places that bear it. A concept
//     holds what is tagged with narrower ones too.
// (2) Within one facet the chosen values widen, between facets they narrow: a facet is counted as if
//     nothing were chosen in it, so that the figures say what one more click gives.
// (3) The database tells what has changed since; see `FindingSchema`.

/// What can be found: a thread, or a card of the catalogue.
struct Findable: Hashable, Sendable {
  let isCard: Bool
  /// The number of the thread, or of the card.
  let id: Int64

  /// What it is, under the words that stand in addresses.
  enum Kind: String, Sendable, CaseIterable {
    case tutorial = "tutoriel"
    case file = "fichier"
    case link = "lien"
    case thread = "fil"
  }
}

/// What is known of one thing.
struct FacetEntry: Sendable, Equatable {
  let item: Findable
  let kind: Findable.Kind
  let space: Int64
  /// When it was last active, or published.
  let moment: Int64
  /// What those who used it say, in millionths; 0 for a thread.
  let evidence: Int64
  /// The numbers of its concepts, without what is broader.
  let concepts: [Int64]
  /// Those that the published version of a tutorial bears.
  var seals: [ReviewSeal] = []
}

/// What is chosen on the page.
struct FacetChoice: Sendable, Equatable {
  var kinds: Set<Findable.Kind> = []
  var seals: Set<ReviewSeal> = []
  var spaces: Set<Int64> = []
  /// Concepts by the number of their vocabulary.
  var concepts: [Int64: Set<Int64>] = [:]
}

/// How many things each value would leave.
struct FacetCounts: Sendable, Equatable {
  var total = 0
  var kinds: [Findable.Kind: Int] = [:]
  var seals: [ReviewSeal: Int] = [:]
  var spaces: [Int64: Int] = [:]
  var concepts: [Int64: Int] = [:]
}

/// The catalogue by its facets. A value; whoever shares it guards it.
struct FacetIndex: Sendable {
  enum Order: String, Sendable, CaseIterable {
    case newest = "recent"
    case evidence = "preuve"
  }

  /// The vocabulary of each concept, and what is broader, however far.
  private let scheme: [Int64: Int64]
  private let broader: [Int64: [Int64]]

  private var entries: [FacetEntry?] = []
  private var places: [Findable: Int] = [:]
  private var free: [Int] = []
  private var all = FacetBits()
  private var kinds: [Findable.Kind: FacetBits] = [:]
  private var seals: [ReviewSeal: FacetBits] = [:]
  private var spaces: [Int64: FacetBits] = [:]
  private var concepts: [Int64: FacetBits] = [:]

  /// - Parameters:
  ///   - scheme: of each concept.
  ///   - parents: what stands right above each concept; a circle ends where it began.
  init(scheme: [Int64: Int64], parents: [Int64: [Int64]]) {
    self.scheme = scheme
    var broader: [Int64: [Int64]] = [:]
    for concept in scheme.keys {
      var above: Set<Int64> = []
      var waiting = parents[concept] ?? []
      while let next = waiting.popLast() {
        if above.insert(next).inserted { waiting += parents[next] ?? [] }
      }
      broader[concept] = Array(above.subtracting([concept]))
    }
    self.broader = broader
  }

  var count: Int { places.count }

  /// Puts a thing in its place, as it is now.
  mutating func put(_ entry: FacetEntry) {
    remove(entry.item)
    let place = free.popLast() ?? entries.count
    if place == entries.count { entries.append(entry) } else { entries[place] = entry }
    places[entry.item] = place
    all.insert(place)
    kinds[entry.kind, default: FacetBits()].insert(place)
    for seal in entry.seals { seals[seal, default: FacetBits()].insert(place) }
    spaces[entry.space, default: FacetBits()].insert(place)
    for concept in values(of: entry) { concepts[concept, default: FacetBits()].insert(place) }
  }

  mutating func remove(_ item: Findable) {
    guard let place = places.removeValue(forKey: item), let entry = entries[place] else { return }
    all.remove(place)
    kinds[entry.kind]?.remove(place)
    for seal in entry.seals { seals[seal]?.remove(place) }
    spaces[entry.space]?.remove(place)
    for concept in values(of: entry) { concepts[concept]?.remove(place) }
    entries[place] = nil
    free.append(place)
  }

  private func values(of entry: FacetEntry) -> Set<Int64> {
    entry.concepts.reduce(into: []) { values, concept in
      values.insert(concept)
      values.formUnion(broader[concept] ?? [])
    }
  }

  // MARK: Asking

  /// The places of things, for ``find(_:among:readable:)``; what is not there is left out.
  func bits(of items: some Sequence<Findable>) -> FacetBits {
    items.reduce(into: FacetBits()) { bits, item in
      if let place = places[item] { bits.insert(place) }
    }
  }

  /// What is left by a choice, and what each further value would leave.
  ///
  /// - Parameters:
  ///   - words: the things that hold the words looked for; nil when none are.
  ///   - readable: the spaces that the reader may read: nothing else counts.
  func find(
    _ choice: FacetChoice, among words: FacetBits?, readable: [Int64]
  ) -> (bits: FacetBits, counts: FacetCounts) {
    var base = union(readable.compactMap { spaces[$0] })
    if let words { base.formIntersection(words) }
    let kindBits =
      choice.kinds.isEmpty ? nil : union(choice.kinds.compactMap { kinds[$0] })
    let sealBits =
      choice.seals.isEmpty ? nil : union(choice.seals.compactMap { seals[$0] })
    let spaceBits =
      choice.spaces.isEmpty ? nil : union(choice.spaces.compactMap { spaces[$0] })
    let conceptBits = choice.concepts.filter { !$0.value.isEmpty }.mapValues { chosen in
      union(chosen.compactMap { concepts[$0] })
    }

    /// What all facets but one leave.
    func left(
      withoutKinds: Bool = false, withoutSeals: Bool = false, withoutSpaces: Bool = false,
      without: Int64? = nil
    ) -> FacetBits {
      var bits = base
      if let kindBits, !withoutKinds { bits.formIntersection(kindBits) }
      if let sealBits, !withoutSeals { bits.formIntersection(sealBits) }
      if let spaceBits, !withoutSpaces { bits.formIntersection(spaceBits) }
      for (scheme, chosen) in conceptBits where scheme != without {
        bits.formIntersection(chosen)
      }
      return bits
    }

    let found = left()
    var counts = FacetCounts(total: found.count)
    let forKinds = kindBits == nil ? found : left(withoutKinds: true)
    for (kind, bits) in kinds { counts.kinds[kind] = forKinds.count(with: bits) }
    let forSeals = sealBits == nil ? found : left(withoutSeals: true)
    for (seal, bits) in seals { counts.seals[seal] = forSeals.count(with: bits) }
    let forSpaces = spaceBits == nil ? found : left(withoutSpaces: true)
    for space in readable {
      if let bits = spaces[space] { counts.spaces[space] = forSpaces.count(with: bits) }
    }
    let forConcepts = Dictionary(
      uniqueKeysWithValues: conceptBits.keys.map { ($0, left(without: $0)) })
    for (concept, bits) in concepts {
      guard let scheme = scheme[concept] else { continue }
      counts.concepts[concept] = (forConcepts[scheme] ?? found).count(with: bits)
    }
    return (found, counts)
  }

  /// What a choice leaves, for pages that show some of each kind and count nothing else.
  func bits(
    of choice: FacetChoice, among words: FacetBits?, readable: [Int64]
  ) -> FacetBits {
    var bits = union(readable.compactMap { spaces[$0] })
    if let words { bits.formIntersection(words) }
    if !choice.kinds.isEmpty {
      bits.formIntersection(union(choice.kinds.compactMap { kinds[$0] }))
    }
    for chosen in choice.concepts.values where !chosen.isEmpty {
      bits.formIntersection(union(chosen.compactMap { concepts[$0] }))
    }
    return bits
  }

  /// A page of what was found, the best first.
  ///
  /// - Parameters:
  ///   - first: things that stand before the others, whatever the order: whose title holds the words.
  ///   - page: from 1.
  func page(
    _ page: Int, of found: FacetBits, _ order: Order, first: FacetBits, perPage: Int
  ) -> [Findable] {
    let sorted = found.numbers.compactMap { place in
      entries[place].map { (isFirst: first.contains(place), entry: $0) }
    }.sorted { one, other in
      if one.isFirst != other.isFirst { return one.isFirst }
      let (a, b) = (one.entry, other.entry)
      if order == .evidence, a.evidence != b.evidence { return a.evidence > b.evidence }
      if a.moment != b.moment { return a.moment > b.moment }
      return a.item.id > b.item.id
    }
    return sorted.dropFirst((page - 1).multipliedSafely(by: perPage)).prefix(perPage).map {
      $0.entry.item
    }
  }

  private func union(_ sets: [FacetBits]) -> FacetBits {
    sets.reduce(into: FacetBits()) { $0.formUnion($1) }
  }
}
