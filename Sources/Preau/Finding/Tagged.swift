import HTML
import HTTP
import SQLite

/// What bears a word, or a narrower one: how much of each kind there is, and the newest of it besides
/// threads.
struct Tagged: Sendable {
  /// Of each kind; the search shows the rest.
  static let mostShown = 5

  let counts: [Kind: Int]
  let tutorials: [TutorialLine]
  /// Cards of files and links: that of a tutorial is the tutorial.
  let cards: [ResourceLine]

  var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

  enum Word: Sendable {
    case concept(Concept)
    case tag(Tag)
  }

  enum Kind: CaseIterable, Sendable {
    case tutorials, resources, threads

    var findable: Set<Findable.Kind> {
      switch self {
      case .tutorials: [.tutorial]
      case .resources: [.file, .link]
      case .threads: [.thread]
      }
    }
  }

  /// Counts what the reader may read, from the index in memory; reads what is shown.
  static func load(_ word: Word, _ visit: Visit, _ db: Reader) throws -> Tagged {
    let readable = try SearchScopeStore.spaces(readableBy: visit.viewer.reader, db).map(\.id)
    var choice = FacetChoice()
    var bearing: [Findable]?
    switch word {
    // Under which vocabulary does not matter where there is but one concept.
    case .concept(let concept): choice.concepts = [0: [concept.id.value]]
    case .tag(let tag): bearing = try FindingStore.tagged(tag.slug, db)
    }
    let found = try visit.site.finding.ask(db) { [choice, bearing] index in
      let words = bearing.map { index.bits(of: $0) }
      return Kind.allCases.map { kind in
        var choice = choice
        choice.kinds = kind.findable
        let bits = index.bits(of: choice, among: words, readable: readable)
        let newest =
          kind == .threads
          ? [] : index.page(1, of: bits, .newest, first: FacetBits(), perPage: mostShown)
        return (kind: kind, count: bits.count, newest: newest.map(\.id))
      }
    }
    func newest(_ kind: Kind) -> [Int64] { found.first { $0.kind == kind }?.newest ?? [] }
    return Tagged(
      counts: Dictionary(uniqueKeysWithValues: found.map { ($0.kind, $0.count) }),
      tutorials: try TutorialListStore.lines(
        try FindingStore.tutorials(of: newest(.tutorials), db), db),
      cards: try ResourceListStore.lines(newest(.resources).map { Number($0) }, db))
  }
}

extension Tagged.Word {
  /// All of it, in the search that narrows it further.
  func search(_ kind: Tagged.Kind) -> Address {
    var query = FindingQuery()
    query.kinds = Findable.Kind.allCases.filter(kind.findable.contains)
    switch self {
    case .concept(let concept): query.concepts = [concept.findingName]
    case .tag(let tag): query.tags = [tag.slug]
    }
    return query.address
  }
}

extension Page {
  /// What bears a word, kind by kind; what there is none of is not named.
  ///
  /// - Parameters:
  ///   - threads: a page of those that bear it.
  ///   - isFirst: whether that page is the first: the others show threads alone.
  mutating func tagged(
    _ tagged: Tagged, _ word: Tagged.Word, threads: [ThreadLine], isFirst: Bool, _ visit: Visit
  ) {
    if isFirst {
      group(.tutorials, tagged, word, visit) { $0.tutorialList(tagged.tutorials, visit) }
      group(.resources, tagged, word, visit) { $0.resourceList(tagged.cards, visit) }
    }
    group(.threads, tagged, word, visit) { $0.threadList(threads, visit) }
  }

  private mutating func group(
    _ kind: Tagged.Kind, _ tagged: Tagged, _ word: Tagged.Word, _ visit: Visit,
    list: (inout Page) -> Void
  ) {
    let say = visit.say.finding
    let count = tagged.counts[kind] ?? 0
    if count == 0 { return }
    section(.class("stack")) { page in
      page.h2 { $0.text(say.tagged(kind) + " " + say.count(count)) }
      list(&page)
      page.p { page in
        page.a(.href(word.search(kind)), .rel("nofollow")) { $0.text(say.seeTagged(kind)) }
      }
    }
  }
}
