import SQLite

/// What is found when nothing holds all the words: what holds the most of them.
struct SearchRelaxation {
  let forms: SearchForms
  let scope: SearchScope
  let now: Int64

  /// Statements that one step may take.
  static let mostCombinations = 16
  static let candidatesPerCombination = 100

  func find(_ db: Reader) throws -> SearchCandidates {
    var found = SearchCandidates()
    found.holdAllWords = false
    let weights = try weights(db)
    let known = forms.terms.indices.filter { weights[$0] > 0 }
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
    let more = try SearchCandidateStore.addPosts(
      to: &found, expression, ranking, scope, limit: limit, db)
    if more != nil { found.isCutOff = true }
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

  /// What each term is worth, rare ones most; nothing where no post that may be read holds it.
  private func weights(_ db: Reader) throws -> [Double] {
    let all = try SearchWordStore.lastDocument(db)
    return try forms.terms.map { ways in
      let count = try SearchFrequency.estimate(.some([ways]), scope, of: all, db)
      return count == 0 ? 0 : SearchRanking.weight(holding: count, of: all)
    }
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
