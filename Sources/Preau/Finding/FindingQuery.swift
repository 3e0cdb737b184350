import HTML
import HTTP

/// What is looked for in the whole house, as its address says it: `q` are words, the rest narrows.
///
/// | In the address | Meaning |
/// |---|---|
/// | `genre=tutoriel` | of this kind, or of another one that is named too |
/// | `valide=metier` | a tutorial whose published version bears this seal |
/// | `espace=accueil` | in this space, or another one named |
/// | `mot=publics/apprentis` | about this concept; of one vocabulary several widen, of two narrow |
/// | `etiquette=moodle` | with this free tag; with another one named too, with both |
/// | `tri=preuve` | by what those say who used it |
/// | `depuis=1700000000` | what was written since then stands first, and is marked as new |
struct FindingQuery: Sendable, Equatable {
  static let mostValues = 40

  var words = ""
  var kinds: [Findable.Kind] = []
  var seals: [ReviewSeal] = []
  /// Slugs.
  var spaces: [String] = []
  /// A vocabulary and a concept, by their slugs.
  var concepts: [String] = []
  /// Slugs of free tags.
  var tags: [String] = []
  var order: FacetIndex.Order?
  var since: Instant?

  init(words: String = "") { self.words = words }

  init(_ query: Parameters) {
    words = String(SearchQuery.bounded(query["q"] ?? "")).trimmed
    kinds = query.all("genre").compactMap { Findable.Kind(rawValue: $0) }.once
    seals = query.all("valide").compactMap { ReviewSeal(word: $0) }.once
    spaces = query.all("espace").filter { !$0.isEmpty }.once
    concepts = query.all("mot").filter { $0.contains("/") }.once
    tags = query.all("etiquette").filter { !$0.isEmpty }.once
    order = query["tri"].flatMap { FacetIndex.Order(rawValue: $0) }
    since = query["depuis"].flatMap { Int64($0) }.flatMap {
      $0 > 0 ? Instant(seconds: $0) : nil
    }
  }

  /// Whether anything is chosen beside words.
  var narrows: Bool {
    !kinds.isEmpty || !seals.isEmpty || !spaces.isEmpty || !concepts.isEmpty || !tags.isEmpty
  }

  /// Whether it asks for anything at all.
  var isEmpty: Bool { words.isEmpty && !narrows }

  /// With a value, or without it if it was there.
  func toggling(kind: Findable.Kind) -> FindingQuery {
    var other = self
    other.kinds = kinds.toggling(kind)
    return other
  }

  func toggling(seal: ReviewSeal) -> FindingQuery {
    var other = self
    other.seals = seals.toggling(seal)
    return other
  }

  func toggling(space: String) -> FindingQuery {
    var other = self
    other.spaces = spaces.toggling(space)
    return other
  }

  func toggling(concept: Concept) -> FindingQuery {
    var other = self
    other.concepts = concepts.toggling(concept.findingName)
    return other
  }

  func toggling(tag: String) -> FindingQuery {
    var other = self
    other.tags = tags.toggling(tag)
    return other
  }

  func ordered(by order: FacetIndex.Order) -> FindingQuery {
    var other = self
    other.order = order
    return other
  }

  /// What is asked for, whatever the order and however long ago.
  var plain: FindingQuery {
    var other = self
    other.order = nil
    other.since = nil
    return other
  }

  var address: Address { address(page: 1) }

  /// - Parameter page: from 1.
  func address(page: Int) -> Address {
    let address = asked(at: "/recherche")
    return page > 1 ? address.adding("page", String(page)) : address
  }

  /// The same, as another page of ours is asked about it.
  func asked(at place: Address) -> Address {
    var address = place.adding("affiner", "oui")
    if !words.isEmpty { address = address.adding("q", words) }
    for kind in kinds { address = address.adding("genre", kind.rawValue) }
    for seal in seals { address = address.adding("valide", seal.word) }
    for space in spaces { address = address.adding("espace", space) }
    for concept in concepts { address = address.adding("mot", concept) }
    for tag in tags { address = address.adding("etiquette", tag) }
    if let order { address = address.adding("tri", order.rawValue) }
    if let since { address = address.adding("depuis", String(since.seconds)) }
    return address
  }

  /// What a form carries on beside its own fields.
  var hidden: [(name: StaticString, value: String)] {
    var fields: [(name: StaticString, value: String)] = [("affiner", "oui")]
    for kind in kinds { fields.append(("genre", kind.rawValue)) }
    for seal in seals { fields.append(("valide", seal.word)) }
    for space in spaces { fields.append(("espace", space)) }
    for concept in concepts { fields.append(("mot", concept)) }
    for tag in tags { fields.append(("etiquette", tag)) }
    if let order { fields.append(("tri", order.rawValue)) }
    return fields
  }
}

extension ReviewSeal {
  /// How an address names it.
  var word: String {
    switch self {
    case .teaching: "pedagogie"
    case .trade: "metier"
    }
  }

  init?(word: String) {
    guard let seal = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = seal
  }
}

extension Concept {
  /// How an address names it: its vocabulary and itself.
  var findingName: String { scheme + "/" + slug }
}

extension Array where Element: Hashable {
  /// Each once, in their order, and no more than a page would send.
  fileprivate var once: [Element] {
    var seen: Set<Element> = []
    return Array(filter { seen.insert($0).inserted }.prefix(FindingQuery.mostValues))
  }

  fileprivate func toggling(_ element: Element) -> [Element] {
    contains(element) ? filter { $0 != element } : self + [element]
  }
}
