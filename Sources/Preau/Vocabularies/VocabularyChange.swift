import SQLite

/// What a file would change of what is stored: shown before anything is done.
struct VocabularyChange: Sendable {
  /// One scheme of the file.
  struct Part: Sendable {
    let scheme: SKOSScheme
    let isNew: Bool
    var new = 0
    var changed = 0
    var same = 0
    /// The labels of concepts that the file has no more: they are kept, marked as not to be used.
    var gone: [String] = []

    /// Whether all of its concepts belong to another scheme first.
    var isEmpty: Bool { new + changed + same == 0 && gone.isEmpty }
  }

  private(set) var parts: [Part] = []
  /// The concepts of the file that are not stored as they stand there.
  private(set) var toWrite: [SKOSConcept] = []
  private(set) var toDeprecate: [Concept.ID] = []

  var new: Int { parts.reduce(0) { $0 + $1.new } }
  var changed: Int { parts.reduce(0) { $0 + $1.changed } }
  var gone: Int { toDeprecate.count }

  /// Compares a file with what is stored.
  init(_ document: SKOSDocument, _ db: Reader) throws {
    let known = try StoredVocabularyStore.known(document.concepts.map(\.uri), db)
    let stored = Dictionary(
      uniqueKeysWithValues: try StoredVocabularyStore.concepts(Array(known.values), db).map {
        ($0.uri, $0.sorted)
      })
    for scheme in document.schemes {
      let home = try StoredVocabularyStore.home(scheme.uri, db)
      var part = Part(
        scheme: scheme, isNew: try !StoredVocabularyStore.isKnown(scheme.uri, db))
      for concept in document.concepts where concept.schemes.first == scheme.uri {
        switch stored[concept.uri] {
        case nil: part.new += 1
        case concept.sorted: part.same += 1
        default: part.changed += 1
        }
        if stored[concept.uri] != concept.sorted { toWrite.append(concept) }
      }
      if scheme.isDescribed { try findGone(from: home, known, &part, db) }
      let isOfNoUse = part.isNew && !document.concepts.contains { $0.schemes.contains(scheme.uri) }
      if !isOfNoUse { parts.append(part) }
    }
  }

  private mutating func findGone(
    from home: [Concept.ID], _ known: [String: Concept.ID], _ part: inout Part, _ db: Reader
  ) throws {
    let kept = Set(known.values)
    let gone = try ConceptStore.concepts(home.filter { !kept.contains($0) }, db)
      .filter { !$0.isDeprecated }
    part.gone = gone.map(\.french)
    toDeprecate += gone.map(\.id)
  }
}
