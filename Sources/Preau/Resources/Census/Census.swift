import HTML

/// What there is for each pair of two vocabularies: published resources, those of them that somebody
/// vouches for, and questions that wait.
struct Census: Sendable {
  let rows: Axis
  let columns: Axis
  private(set) var cells: [[Cell]]

  /// One of the two vocabularies, at the level that is looked at.
  struct Axis: Sendable {
    let scheme: ConceptScheme
    /// Whose narrower concepts these are; nil: the broadest of the vocabulary.
    let parent: Concept?
    let concepts: [Concept]
    /// Which of these a concept is, or stands below.
    let places: [Concept.ID: Set<Int>]

    /// - Parameter parent: whose narrower concepts to look at.
    init(_ tree: ConceptTree, below parent: Concept.ID? = nil) {
      scheme = tree.scheme
      let found = parent.flatMap { id in tree.all.first { $0.id == id } }
      let narrower = found.map { tree.branches(of: $0) } ?? []
      self.parent = narrower.isEmpty ? nil : found
      concepts = (narrower.isEmpty ? Self.broadest(of: tree) : narrower)
        .filter { !$0.isDeprecated }
      var places: [Concept.ID: Set<Int>] = [:]
      func note(_ concept: Concept, _ path: [Concept.ID], _ index: Int) {
        if !places[concept.id, default: []].insert(index).inserted { return }
        for below in tree.branches(of: concept, under: path) {
          note(below, path + [concept.id], index)
        }
      }
      for (index, concept) in concepts.enumerated() { note(concept, [], index) }
      self.places = places
    }

    /// A handful of headings says nothing: then what stands right below them.
    private static func broadest(of tree: ConceptTree) -> [Concept] {
      if tree.roots.count >= fewest { return tree.roots }
      return tree.roots.flatMap { root in
        let below = tree.branches(of: root)
        return below.isEmpty ? [root] : below
      }
    }

    private static let fewest = 6

    /// Whether something narrower can be looked at.
    func hasNarrower(_ index: Int) -> Bool {
      places.contains { $0.value.contains(index) && $0.key != concepts[index].id }
    }
  }

  struct Cell: Sendable, Equatable {
    var resources = 0
    /// Of these, those that somebody besides their author vouches for.
    var validated = 0
    /// Questions without an answer.
    var requests = 0

    var isEmpty: Bool { resources == 0 }
    /// Nothing in it can be relied upon.
    var isWanting: Bool { validated == 0 }
  }

  enum Kind { case resource, validated, request }

  init(rows: Axis, columns: Axis) {
    self.rows = rows
    self.columns = columns
    cells = Array(
      repeating: Array(repeating: Cell(), count: columns.concepts.count),
      count: rows.concepts.count)
  }

  /// Counts one thing, once in each cell that its concepts meet in.
  mutating func count(_ kind: Kind, about concepts: [Concept.ID]) {
    let inRows = Set(concepts.flatMap { rows.places[$0] ?? [] })
    let inColumns = Set(concepts.flatMap { columns.places[$0] ?? [] })
    for row in inRows {
      for column in inColumns {
        switch kind {
        case .resource: cells[row][column].resources += 1
        case .validated:
          cells[row][column].resources += 1
          cells[row][column].validated += 1
        case .request: cells[row][column].requests += 1
        }
      }
    }
  }
}

/// Somebody asks for what is missing.
struct ContributionCall: Sendable {
  typealias ID = Number<ContributionCall>
  let id: ID
  let space: Space
  let row: Concept
  let column: Concept
  let words: String
  let opened: Instant
  let openedBy: Author
  /// Whether the reader may close it.
  let mayClose: Bool

  static let longestWords = 600
}
