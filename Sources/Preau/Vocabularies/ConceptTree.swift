import SQLite

/// A vocabulary with its concepts, from the broadest down.
struct ConceptTree: Sendable {
  let scheme: ConceptScheme
  /// Those at the top, in the order of the file.
  var roots: [Concept] = []
  /// Those below each concept, in the order of the file.
  var children: [Concept.ID: [Concept]] = [:]
  var count = 0

  /// Visits a concept and those below it. A concept may stand below several others, but never below
  /// itself: what files together make a circle ends where it began.
  func branches(
    of concept: Concept, under path: [Concept.ID] = []
  ) -> [Concept] {
    (children[concept.id] ?? []).filter { $0.id != concept.id && !path.contains($0.id) }
  }
}

extension ConceptTree {
  /// The vocabularies with all their concepts, in three statements.
  ///
  /// - Parameter slugs: which of them, in that order; nil for all, by title.
  static func load(_ slugs: [String]? = nil, _ db: Reader) throws -> [ConceptTree] {
    let schemes = try ConceptStore.schemes(db)
    var trees =
      (slugs.map { slugs in slugs.compactMap { slug in schemes.first { $0.slug == slug } } }
      ?? schemes).map { ConceptTree(scheme: $0) }
    let places = Dictionary(uniqueKeysWithValues: trees.indices.map { (trees[$0].scheme.id, $0) })
    try ConceptStore.each(of: trees.map(\.scheme.id), db) { scheme, isTop, parent, concept in
      guard let index = places[scheme] else { return }
      if isTop || parent == nil, trees[index].roots.last?.id != concept.id {
        trees[index].roots.append(concept)
      }
      if let parent { trees[index].children[parent, default: []].append(concept) }
    }
    for index in trees.indices {
      let below = trees[index].children.values.joined()
      trees[index].count = Set(trees[index].roots.map(\.id)).union(below.map(\.id)).count
    }
    return trees
  }
}
