import SQLite

/// A thread that resembles what someone is about to ask.
struct SimilarThread: Sendable, Equatable {
  let id: Int64
  let slug: String
  let title: String
  let isSolved: Bool
  let isClosed: Bool
  /// Posts that a reader can see, the question included: answered when there are two or more.
  let postCount: Int

  var isAnswered: Bool { postCount > 1 }
  var address: String { "/fils/\(id)-\(slug)" }
}

extension SearchStore {
  /// Threads similar to one that is being written, best first. They need not hold all its words:
  /// rare words in titles count most. Only threads that `reader` may read.
  ///
  /// - Parameters:
  ///   - reader: number of the member who writes.
  ///   - now: whole seconds since 1970, UTC.
  static func similar(
    title: String, body: String, reader: Int64, limit: Int = 5, now: Int64, _ db: Reader
  ) throws -> [SimilarThread] {
    guard let stemmer = FrenchStemmer() else { return [] }
    let scope = try SearchScope(of: reader, db)
    let likeness = try SearchLikeness(title: title, body: body, stemmer, scope, db)
    let found = try likeness.candidates(scope, now: now, db)
    return try SearchResultStore.similar(found.prefix(limit).map(\.thread), db)
  }
}

/// What a draft is about: its words that mean something, and what each is worth.
struct SearchLikeness {
  static let mostTitleTerms = 12
  /// Words of the body that are looked at, and those of them that are kept: the rarest.
  static let mostBodyWords = 20
  static let mostBodyTerms = 6
  /// What a word of the body is worth beside one of the title.
  static let bodyShare = 0.4
  /// Threads that reach less than this share of the best score are not similar enough.
  static let leastShare = 0.3
  static let mostTitles = 200
  /// Posts that are looked at besides titles.
  static let mostPosts = 200

  private let terms: [[SearchExpression.Phrase]]
  private let weights: [Double]

  init(
    title: String, body: String, _ stemmer: FrenchStemmer, _ scope: SearchScope, _ db: Reader
  ) throws {
    let titleWords = Self.telling(title, besides: []).prefix(Self.mostTitleTerms)
    let bodyWords = Self.telling(body, besides: Set(titleWords.map(\.form)))
    let all = try SearchWordStore.lastDocument(db)
    func weigh(_ word: SearchWord) throws -> (word: SearchWord, weight: Double)? {
      let ways = SearchForms.wordWays(word, term: 0, stemmer)
      let count = try SearchFrequency.estimate(.some([ways]), scope, of: all, db)
      return count == 0 ? nil : (word, SearchRanking.weight(holding: count, of: all))
    }
    let ofTitle = try titleWords.compactMap(weigh)
    let ofBody = try bodyWords.prefix(Self.mostBodyWords).compactMap(weigh)
      .sorted { $0.weight > $1.weight }.prefix(Self.mostBodyTerms)
      .map { ($0.word, $0.weight * Self.bodyShare) }
    let weighed = (ofTitle + ofBody).sorted { $0.1 > $1.1 }
    terms = weighed.enumerated().map { index, entry in
      SearchForms.wordWays(entry.word, term: index, stemmer)
    }
    weights = weighed.map(\.weight)
  }

  /// Distinct words that say what a text is about. A long text is read only at its beginning.
  private static func telling(_ text: String, besides known: Set<String>) -> [SearchWord] {
    var seen = known
    return SearchWord.all(in: String(decoding: text.utf8.prefix(4096), as: UTF8.self)).filter {
      $0.form.utf8.count >= 2 && !$0.isFunctionWord && seen.insert($0.form).inserted
    }
  }

  func candidates(
    _ scope: SearchScope, now: Int64, _ db: Reader
  ) throws -> [SearchCandidates.Candidate] {
    guard !terms.isEmpty else { return [] }
    var found = SearchCandidates()
    let inTitles = SearchExpression.some(terms)
    try SearchCandidateStore.addTitles(
      to: &found, inTitles, ranking(inTitles, now), scope, limit: Self.mostTitles, db)
    let inPosts = SearchExpression.some(
      Array(terms.prefix(4)), counting: Array(terms.dropFirst(4)))
    _ = try SearchCandidateStore.addPosts(
      to: &found, inPosts, ranking(inPosts, now), scope, limit: Self.mostPosts, db)
    // A tutorial answers otherwise: it is no thread that one could join.
    let ranked = found.byThread().filter { $0.thread > 0 }
    let least = (ranked.first?.score ?? 0) * Self.leastShare
    return ranked.filter { $0.score >= least }
  }

  private func ranking(_ expression: SearchExpression, _ now: Int64) -> SearchRanking {
    SearchRanking(expression, weights: weights, now: now)
  }
}
