import SQLite

/// What is found when nothing holds all the words: what holds the most of them.
struct SearchRelaxation {
  let forms: SearchForms
  let scope: SearchScope
  let now: Int64

  /// Statements that one step may take.
  static let mostCombinations = 16
  static let candidatesPerCombination = 200

  func find(_ db: Reader) throws -> SearchCandidates {
    var found = SearchCandidates()
    found.holdAllWords = false
    let known = try knownTerms(db)
    let weights = try weights(of: known, db)
    for left in stride(from: min(known.count, forms.terms.count - 1), to: 0, by: -1) {
      let combinations = known.combinations(of: left)
      guard combinations.count <= Self.mostCombinations else {
        try addHoldingOneRareTerm(to: &found, known, weights, db)
        return found
      }
      for combination in combinations {
        try add(
          to: &found, .all(combination.map { forms.terms[$0] }, without: forms.excluded),
          weights, limit: Self.candidatesPerCombination, db)
      }
      if !found.isEmpty { return found }
    }
    return found
  }

  private func add(
    to found: inout SearchCandidates, _ expression: SearchExpression, _ weights: [Double],
    limit: Int, _ db: Reader
  ) throws {
    let ranking = SearchRanking(
      expression, weights: weights, now: now, prefersMoreTerms: true)
    try SearchStore.add(to: &found, expression, ranking, scope, limit: limit, db)
  }

  /// For long queries, of which too many combinations could be made: posts that hold one of the
  /// rarest words, ranked by all the words that they hold.
  private func addHoldingOneRareTerm(
    to found: inout SearchCandidates, _ known: [Int], _ weights: [Double], _ db: Reader
  ) throws {
    let rarestFirst = known.sorted { (weights[$0], $1) > (weights[$1], $0) }
    let needed = rarestFirst.prefix(4).map { forms.terms[$0] }
    let others = rarestFirst.dropFirst(4).map { forms.terms[$0] }
    try add(
      to: &found, .some(needed, counting: others, without: forms.excluded), weights,
      limit: SearchStore.mostCandidates, db)
  }

  /// Terms that the index holds at all.
  private func knownTerms(_ db: Reader) throws -> [Int] {
    try forms.terms.indices.filter { term in
      try SearchFrequency.count(.some([forms.terms[term]]), upTo: 1, db) > 0
    }
  }

  /// What each term is worth, rare ones most.
  private func weights(of known: [Int], _ db: Reader) throws -> [Double] {
    let all = try SearchFrequency.documents(db)
    var weights = forms.terms.map { _ in 0.0 }
    for term in known {
      let count = try SearchFrequency.estimate(.some([forms.terms[term]]), db)
      weights[term] = SearchRanking.weight(holding: count, of: all)
    }
    return weights
  }
}

extension [Int] {
  /// All ways of choosing `count` of the numbers, in order. There may be very many.
  func combinations(of count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    if count > self.count { return [] }
    if count == self.count { return [self] }
    let rest = Array(dropFirst())
    let withFirst = rest.combinations(of: count - 1).map { [self[0]] + $0 }
    return withFirst + rest.combinations(of: count)
  }
}
