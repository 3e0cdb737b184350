// A search looks at a bounded number of posts, however many hold its words:
// (1) The newest `postsPerLook` posts that hold them are ranked, each with what the index says of it. A
//     community that has no more posts with these words gets the exact order.
// (2) Beyond, the newest `mostTitles` threads whose title holds the words are ranked too, which are far
//     older; and more posts, until there are `enoughThreads` threads or `mostCandidates` posts.
//     Whatever was not looked at is found by the same search `before` the last document.
// (3) Every statement that finds something passes through the view `search_found` and the spaces that
//     the reader may read, before its LIMIT: what may not be read neither shows nor takes a place.

import SQLite

/// Finds threads by the words of their titles and posts, and tutorials by theirs.
enum SearchStore {
  /// See (1) and (2) above. Reading and ranking them is half of the time that a search takes.
  static let postsPerLook = 100
  static let enoughThreads = SearchResults.perPage + 5
  static let mostCandidates = 400
  static let mostTitles = 50
  /// What is listed by filters alone.
  static let mostFiltered = 600

  /// A page of the threads that answer `query`, best first; their order does not depend on the page.
  ///
  /// - Parameters:
  ///   - reader: number of the member who reads; 0 is a visitor.
  ///   - now: whole seconds since 1970, UTC.
  ///   - page: from 1; a page that does not exist is empty.
  ///   - before: what `older` said, to look at older posts; all posts when `nil`.
  static func find(
    _ query: SearchQuery, reader: Int64, now: Int64, page: Int = 1, before: Int64? = nil,
    _ db: Reader
  ) throws -> SearchResults {
    guard !query.isEmpty, let stemmer = FrenchStemmer() else {
      return SearchResults(asksForWord: !query.excluded.isEmpty)
    }
    let scope = try SearchScope(of: reader, query, db)
    let forms = SearchForms(query, stemmer)
    let found = try candidates(forms, scope, now: now, before: before, db)
    var results = SearchResults()
    results.page = max(1, page)
    results.matchedAllWords = found.holdAllWords
    results.isCutOff = found.isCutOff
    results.older = found.older
    let ranked = found.byThread()
    results.total = ranked.count
    results.holdsTutorials = ranked.contains { $0.thread < 0 }
    let start = min((results.page - 1).multipliedSafely(by: SearchResults.perPage), ranked.count)
    results.results = try SearchResultStore.read(
      ranked[start...].prefix(SearchResults.perPage).map(\.document), reader: reader,
      SearchSnippet(highlighter: SearchHighlighter(forms, stemmer)), db)
    if before == nil, !found.holdAllWords || ranked.isEmpty {
      results.suggestion = try SearchSpelling(scope: scope, stemmer: stemmer).correct(query, db)
    }
    return results
  }

  private static func candidates(
    _ forms: SearchForms, _ scope: SearchScope, now: Int64, before: Int64?, _ db: Reader
  ) throws -> SearchCandidates {
    guard !forms.terms.isEmpty else { return try filtered(forms, scope, db) }
    var found = try holdingAll(forms, scope, now: now, before: before, db)
    if found.isEmpty, before == nil {
      found = try SearchRelaxation(forms: forms, scope: scope, now: now).find(db)
    }
    // Threads whose title is exactly the query come first, whatever was found besides.
    if !found.isEmpty, !forms.wholeQuery.isEmpty {
      found.putFirst(
        threads: try SearchCandidateStore.threads(titled: forms.wholeQuery, scope, db))
    }
    return found
  }

  /// Posts that hold all the words.
  private static func holdingAll(
    _ forms: SearchForms, _ scope: SearchScope, now: Int64, before: Int64?, _ db: Reader
  ) throws -> SearchCandidates {
    var found = SearchCandidates()
    let expression = SearchExpression.all(forms.terms, without: forms.excluded)
    let ranking = SearchRanking(expression, weights: forms.terms.map { _ in 1 }, now: now)
    func look(before last: Int64) throws -> Int64? {
      try SearchCandidateStore.addPosts(
        to: &found, expression, ranking, scope, before: last, limit: postsPerLook, db)
    }
    guard var last = try look(before: before ?? .max) else { return found }
    if before == nil {
      try SearchCandidateStore.addTitles(
        to: &found, expression, ranking, scope, limit: mostTitles, db)
    }
    while found.threadCount < enoughThreads, found.count < mostCandidates {
      guard let more = try look(before: last) else { return found }
      last = more
    }
    found.isCutOff = true
    found.older = last
    return found
  }

  /// What is found without a word, by filters alone: newest first.
  private static func filtered(
    _ forms: SearchForms, _ scope: SearchScope, _ db: Reader
  ) throws -> SearchCandidates {
    var found = SearchCandidates()
    var count = 0
    // "=" alone is no token of the index: it excludes nothing.
    let excluded =
      forms.excluded.isEmpty ? "\"=\"" : SearchExpression.some(forms.excluded).text
    func add(_ row: inout Row) throws {
      count += 1
      found.add(
        .init(
          document: try row.next(), thread: try row.next(), number: try row.next(),
          score: Double(-count)))
    }
    if scope.authors != nil {
      try SearchCandidateStore.eachPost(scope, without: excluded, limit: mostFiltered, db, add)
    } else {
      try SearchCandidateStore.eachThread(scope, without: excluded, limit: mostFiltered, db, add)
    }
    found.isCutOff = count == mostFiltered
    return found
  }
}

extension Int {
  /// The product, or the greatest number when it is too great: a page number is typed by anybody.
  func multipliedSafely(by factor: Int) -> Int {
    let (product, isTooGreat) = multipliedReportingOverflow(by: factor)
    return isTooGreat ? .max : product
  }
}
