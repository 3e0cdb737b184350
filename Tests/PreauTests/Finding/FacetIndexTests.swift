import Testing

@testable import Preau

/// The same answers, counted one thing after the other.
private struct SlowCatalogue {
  var entries: [Findable: FacetEntry] = [:]
  let scheme: [Int64: Int64]
  let parents: [Int64: [Int64]]

  func values(of entry: FacetEntry) -> Set<Int64> {
    var found: Set<Int64> = []
    var waiting = entry.concepts
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += parents[next] ?? [] }
    }
    return found
  }

  func answers(
    _ entry: FacetEntry, _ choice: FacetChoice, _ words: Set<Findable>?, _ readable: [Int64],
    skipping facet: String = ""
  ) -> Bool {
    if !readable.contains(entry.space) { return false }
    if let words, !words.contains(entry.item) { return false }
    if facet != "kind", !choice.kinds.isEmpty, !choice.kinds.contains(entry.kind) { return false }
    if facet != "seal", !choice.seals.isEmpty, choice.seals.isDisjoint(with: entry.seals) {
      return false
    }
    if facet != "space", !choice.spaces.isEmpty, !choice.spaces.contains(entry.space) {
      return false
    }
    let values = values(of: entry)
    return choice.concepts.allSatisfy { scheme, chosen in
      facet == "scheme \(scheme)" || chosen.isEmpty || !values.isDisjoint(with: chosen)
    }
  }

  func counts(
    _ choice: FacetChoice, _ words: Set<Findable>?, _ readable: [Int64]
  ) -> FacetCounts {
    var counts = FacetCounts()
    for entry in entries.values {
      if answers(entry, choice, words, readable) { counts.total += 1 }
      if answers(entry, choice, words, readable, skipping: "kind") {
        counts.kinds[entry.kind, default: 0] += 1
      }
      if answers(entry, choice, words, readable, skipping: "seal") {
        for seal in entry.seals { counts.seals[seal, default: 0] += 1 }
      }
      if answers(entry, choice, words, readable, skipping: "space") {
        counts.spaces[entry.space, default: 0] += 1
      }
      for value in values(of: entry) {
        let scheme = scheme[value] ?? 0
        if answers(entry, choice, words, readable, skipping: "scheme \(scheme)") {
          counts.concepts[value, default: 0] += 1
        }
      }
    }
    return counts
  }
}

@Suite struct `The catalogue by its facets` {
  /// Three vocabularies of nine concepts, the last of which has a circle in it.
  private static let scheme = Dictionary(
    uniqueKeysWithValues: (Int64(1)...27).map { ($0, ($0 - 1) / 9 + 1) })
  private static let parents: [Int64: [Int64]] = [
    2: [1], 3: [1], 4: [2, 3], 5: [4], 11: [10], 12: [11], 20: [19], 21: [20], 19: [21],
  ]

  private static func entry(_ random: inout SplitMix) -> FacetEntry {
    let kind = Findable.Kind.allCases[Int(random.next() % 4)]
    return FacetEntry(
      item: Findable(isCard: kind != .thread, id: Int64(random.next() % 300)), kind: kind,
      space: Int64(random.next() % 5), moment: Int64(random.next() % 50),
      evidence: Int64(random.next() % 4),
      concepts: (0..<random.next() % 4).map { _ in Int64(random.next() % 27 + 1) },
      seals: ReviewSeal.allCases.filter { _ in random.next() % 3 == 0 })
  }

  @Test(arguments: 1...20)
  func `counts as one who counts everything`(seed: Int) {
    var random = SplitMix(UInt64(seed))
    var index = FacetIndex(scheme: Self.scheme, parents: Self.parents)
    var slow = SlowCatalogue(scheme: Self.scheme, parents: Self.parents)
    for _ in 0..<500 {
      let entry = Self.entry(&random)
      if random.next() % 5 == 0 {
        index.remove(entry.item)
        slow.entries[entry.item] = nil
      } else {
        index.put(entry)
        slow.entries[entry.item] = entry
      }
    }
    #expect(index.count == slow.entries.count)
    for _ in 0..<20 {
      var choice = FacetChoice()
      if random.next() % 2 == 0 { choice.kinds = [.tutorial, .link] }
      if random.next() % 3 == 0 { choice.spaces = [Int64(random.next() % 6)] }
      if random.next() % 3 == 0 { choice.seals = [.trade] }
      for scheme in Int64(1)...3 where random.next() % 2 == 0 {
        choice.concepts[scheme] = Set(
          (0..<random.next() % 3).map { _ in (scheme - 1) * 9 + Int64(random.next() % 9) + 1 })
      }
      let words =
        random.next() % 2 == 0
        ? nil : Set(slow.entries.keys.filter { _ in random.next() % 3 != 0 })
      let readable: [Int64] = [0, 1, 3].filter { _ in random.next() % 4 != 0 }
      let (bits, counts) = index.find(
        choice, among: words.map { index.bits(of: $0) }, readable: readable)
      let expected = slow.counts(choice, words, readable)
      #expect(counts.total == expected.total)
      #expect(counts.kinds.filter { $0.value > 0 } == expected.kinds)
      #expect(counts.seals.filter { $0.value > 0 } == expected.seals)
      #expect(counts.spaces.filter { $0.value > 0 } == expected.spaces)
      #expect(counts.concepts.filter { $0.value > 0 } == expected.concepts)
      let listed = (1...20).flatMap {
        index.page($0, of: bits, .evidence, first: FacetBits(), perPage: 25)
      }
      #expect(listed.count == expected.total)
      #expect(
        Set(listed)
          == Set(
            slow.entries.values.filter { slow.answers($0, choice, words, readable) }
              .map(\.item)))
    }
  }

  @Test func `puts first whose title holds the words, then the newest`() {
    var index = FacetIndex(scheme: [:], parents: [:])
    for (id, moment) in [(1, 10), (2, 30), (3, 20)] {
      index.put(
        FacetEntry(
          item: Findable(isCard: true, id: Int64(id)), kind: .link, space: 1,
          moment: Int64(moment), evidence: Int64(id), concepts: []))
    }
    let (bits, _) = index.find(FacetChoice(), among: nil, readable: [1])
    let titled = index.bits(of: [Findable(isCard: true, id: 1)])
    func order(_ order: FacetIndex.Order, _ first: FacetBits) -> [Int64] {
      index.page(1, of: bits, order, first: first, perPage: 10).map(\.id)
    }
    #expect(order(.newest, titled) == [1, 2, 3])
    #expect(order(.newest, FacetBits()) == [2, 3, 1])
    #expect(order(.evidence, FacetBits()) == [3, 2, 1])
    #expect(index.page(2, of: bits, .newest, first: titled, perPage: 2).map(\.id) == [3])
  }
}

/// The same numbers each time (SplitMix64).
private struct SplitMix {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
