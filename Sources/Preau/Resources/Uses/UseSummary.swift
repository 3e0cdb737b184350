/// What all reports of one resource say together.
struct UseSummary: Sendable, Equatable {
  /// Where one of them was, and what it says.
  struct Place: Sendable, Equatable {
    var level: Concept.ID?
    var track: Concept.ID?
    var modality: Concept.ID?
    var again: UseReport.Again

    var concepts: [Concept.ID] { [level, track, modality].compactMap { $0 } }
  }

  let counts: UseCounts
  /// The level and the track that are named together most often.
  let commonest: Pair?
  /// For each concept that is named, or stands above one: how many reports are about it.
  let byConcept: [Concept.ID: Int]

  struct Pair: Sendable, Equatable {
    let level: Concept.ID
    let track: Concept.ID
    let count: Int
  }

  /// - Parameter broader: what stands right above each concept.
  init(_ places: [Place], broader: [Concept.ID: [Concept.ID]]) {
    counts = UseCounts(places.map(\.again))
    var pairs: [[Concept.ID]: Int] = [:]
    var byConcept: [Concept.ID: Int] = [:]
    for place in places {
      if let level = place.level, let track = place.track {
        pairs[[level, track], default: 0] += 1
      }
      for concept in Self.above(place.concepts, broader) { byConcept[concept, default: 0] += 1 }
    }
    self.byConcept = byConcept
    // Of several as common, always the same one.
    let first = pairs.max { one, other in
      (one.value, other.key[0].value, other.key[1].value)
        < (other.value, one.key[0].value, one.key[1].value)
    }
    commonest = first.map { Pair(level: $0.key[0], track: $0.key[1], count: $0.value) }
  }

  /// Some concepts and all that stands above them, each once: files may make a circle together.
  private static func above(
    _ concepts: [Concept.ID], _ broader: [Concept.ID: [Concept.ID]]
  ) -> Set<Concept.ID> {
    var found: Set<Concept.ID> = []
    var waiting = concepts
    while let concept = waiting.popLast() {
      if found.insert(concept).inserted { waiting += broader[concept] ?? [] }
    }
    return found
  }
}
