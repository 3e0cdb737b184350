import HTML
import HTTP

/// What is looked for in the whole house, as its address says it: `q` are words, the rest narrows.
///
/// | In the address | Meaning |
/// |---|---|
/// | `genre=tutoriel` | of this kind, or of another one that is named too |
/// | `espace=accueil` | in this space, or another one named |
/// | `mot=publics/apprentis` | about this concept; of one vocabulary several widen, of two narrow |
/// | `etiquette=moodle` | with this free tag; with another one named too, with both |
/// | `tri=preuve` | by what those say who used it |
struct FindingQuery: Sendable, Equatable {
  static let mostValues = 40

  var words = ""
  var kinds: [Findable.Kind] = []
  /// Slugs.
  var spaces: [String] = []
  /// A vocabulary and a concept, by their slugs.
  var concepts: [String] = []
  /// Slugs of free tags.
  var tags: [String] = []
  var order: FacetIndex.Order?

  init(words: String = "") { self.words = words }

  init(_ query: Parameters) {
    words = String(SearchQuery.bounded(query["q"] ?? "")).trimmed
    kinds = query.all("genre").compactMap { Findable.Kind(rawValue: $0) }.once
    spaces = query.all("espace").filter { !$0.isEmpty }.once
    concepts = query.all("mot").filter { $0.contains("/") }.once
    tags = query.all("etiquette").filter { !$0.isEmpty }.once
    order = query["tri"].flatMap { FacetIndex.Order(rawValue: $0) }
  }

  /// Whether anything is chosen beside words.
  var narrows: Bool {
    !kinds.isEmpty || !spaces.isEmpty || !concepts.isEmpty || !tags.isEmpty
  }

  /// With a value, or without it if it was there.
  func toggling(kind: Findable.Kind) -> FindingQuery {
    var other = self
    other.kinds = kinds.toggling(kind)
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

  var address: Address { address(page: 1) }

  /// - Parameter page: from 1.
  func address(page: Int) -> Address {
    var address: Address = "/recherche"
    address = address.adding("affiner", "oui")
    if !words.isEmpty { address = address.adding("q", words) }
    for kind in kinds { address = address.adding("genre", kind.rawValue) }
    for space in spaces { address = address.adding("espace", space) }
    for concept in concepts { address = address.adding("mot", concept) }
    for tag in tags { address = address.adding("etiquette", tag) }
    if let order { address = address.adding("tri", order.rawValue) }
    return page > 1 ? address.adding("page", String(page)) : address
  }

  /// What a form carries on beside its own fields.
  var hidden: [(name: StaticString, value: String)] {
    var fields: [(name: StaticString, value: String)] = [("affiner", "oui")]
    for kind in kinds { fields.append(("genre", kind.rawValue)) }
    for space in spaces { fields.append(("espace", space)) }
    for concept in concepts { fields.append(("mot", concept)) }
    for tag in tags { fields.append(("etiquette", tag)) }
    if let order { fields.append(("tri", order.rawValue)) }
    return fields
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
