// A search looks at a bounded number of posts, however many hold its words:
// (1) Up to `mostCandidates` posts are ranked, each with what the index says of it. A community
//     that has no more posts with these words gets the exact order.
// (2) Beyond, the newest posts are ranked, and the newest `mostTitles` threads whose title holds the
//     words, which are far older. Of a single word, other forms are looked for only when fewer posts than the limit
//     hold the exact one.
// (3) Every statement that finds something passes through `thread.removed` and the spaces that the
//     reader may read, before its LIMIT: what may not be read neither shows nor takes a place.

import SQLite

/// Finds threads by the words of their titles and posts.
enum SearchStore {
  /// See (1) above. Reading and ranking them is most of the time that a search takes.
  static let mostCandidates = 400
  static let mostTitles = 200

  /// A page of the threads that answer `query`, best first; their order does not depend on the page.
  ///
  /// - Parameters:
  ///   - reader: number of the member who reads; 0 is a visitor.
  ///   - now: whole seconds since 1970, UTC.
  ///   - page: from 1; a page that does not exist is empty.
  static func find(
    _ query: SearchQuery, reader: Int64, now: Int64, page: Int = 1, _ db: Reader
  ) throws -> SearchResults {
    guard !query.isEmpty, let stemmer = FrenchStemmer() else { return SearchResults() }
    let scope = try SearchScope(of: reader, query, db)
    let forms = SearchForms(query, stemmer)
    let found = try candidates(forms, scope, now: now, db)
    var results = SearchResults()
    results.page = max(1, page)
    results.matchedAllWords = found.holdAllWords
    results.isCutOff = found.isCutOff
    let ranked = found.byThread()
    results.total = ranked.count
    let start = min((results.page - 1).multipliedSafely(by: SearchResults.perPage), ranked.count)
    results.results = try SearchResultReader(forms, stemmer)
      .read(ranked[start...].prefix(SearchResults.perPage).map(\.document), db)
    if !found.holdAllWords || ranked.isEmpty {
      results.suggestion = try SearchSpelling(scope: scope, stemmer: stemmer).correct(query, db)
    }
    return results
  }

  private static func candidates(
    _ forms: SearchForms, _ scope: SearchScope, now: Int64, _ db: Reader
  ) throws -> SearchCandidates {
    guard !forms.terms.isEmpty else { return try filtered(forms, scope, db) }
    var found = try holdingAll(forms, scope, now: now, db)
    if found.isEmpty {
      found = try SearchRelaxation(forms: forms, scope: scope, now: now).find(db)
    }
    try markExactTitles(&found, forms, scope, db)
    return found
  }

  /// Posts that hold all the words.
  private static func holdingAll(
    _ forms: SearchForms, _ scope: SearchScope, now: Int64, _ db: Reader
  ) throws -> SearchCandidates {
    var found = SearchCandidates()
    func add(_ terms: [[SearchExpression.Phrase]]) throws {
      let expression = SearchExpression.all(terms, without: forms.excluded)
      let ranking = SearchRanking(expression, weights: terms.map { _ in 1 }, now: now)
      try Self.add(to: &found, expression, ranking, scope, limit: mostCandidates, db)
    }
    // One common word is soon cut off in its exact form. Several words are seldom cut off, and then
    // one statement is enough.
    if forms.terms.count == 1 { try add(forms.exactTerms) }
    if !found.isCutOff { try add(forms.terms) }
    if found.isCutOff {
      let expression = SearchExpression.all(forms.terms, without: forms.excluded)
      let ranking = SearchRanking(expression, weights: forms.terms.map { _ in 1 }, now: now)
      try addTitles(to: &found, expression, ranking, scope, db)
    }
    return found
  }

  /// Adds the newest posts that match. One statement, in the order of the index.
  static func add(
    to found: inout SearchCandidates, _ expression: SearchExpression, _ ranking: SearchRanking,
    _ scope: SearchScope, limit: Int, _ db: Reader
  ) throws {
    var count = 0
    try db.each(
      """
      SELECT document.id, document.whole, document.number, document.created,
             document.title_words, document.body_words, search_hits(search_post)
        FROM search_post
             CROSS JOIN search_document AS document ON document.id = search_post.rowid
             CROSS JOIN thread ON thread.id = document.whole
       WHERE search_post MATCH ?1
         AND document.kind = 'post' AND thread.removed IS NULL
         AND thread.space IN (SELECT value FROM json_each(?2))
         AND (?3 IS NULL OR document.author IN (SELECT value FROM json_each(?3)))
         AND (?4 IS NULL OR NOT EXISTS (
               SELECT 1 FROM json_each(?4) AS wanted
                WHERE NOT EXISTS (SELECT 1 FROM thread_tag
                                   WHERE thread = thread.id AND tag = wanted.value)))
         AND (?5 IS NULL OR CASE ?5 WHEN 'solved' THEN thread.accepted IS NOT NULL
                                    WHEN 'open' THEN thread.state = 'open'
                                    WHEN 'closed' THEN thread.state = 'closed'
                                    ELSE thread.post_count = 1 END)
       ORDER BY search_post.rowid DESC
       LIMIT ?6
      """, expression.text, scope.spaces, scope.authors, scope.tags, scope.state, limit
    ) { row in
      count += 1
      try found.add(&row, ranking)
    }
    if count == limit { found.isCutOff = true }
  }

  /// Adds the first posts of threads whose title alone matches.
  static func addTitles(
    to found: inout SearchCandidates, _ expression: SearchExpression, _ ranking: SearchRanking,
    _ scope: SearchScope, _ db: Reader
  ) throws {
    try db.each(
      """
      SELECT document.id, document.whole, document.number, document.created,
             document.title_words, document.body_words, search_hits(search_title)
        FROM search_title
             CROSS JOIN search_document AS document ON document.id = search_title.rowid
             CROSS JOIN thread ON thread.id = document.whole
       WHERE search_title MATCH ?1
         AND document.kind = 'post' AND thread.removed IS NULL
         AND thread.space IN (SELECT value FROM json_each(?2))
         AND (?3 IS NULL OR document.author IN (SELECT value FROM json_each(?3)))
         AND (?4 IS NULL OR NOT EXISTS (
               SELECT 1 FROM json_each(?4) AS wanted
                WHERE NOT EXISTS (SELECT 1 FROM thread_tag
                                   WHERE thread = thread.id AND tag = wanted.value)))
         AND (?5 IS NULL OR CASE ?5 WHEN 'solved' THEN thread.accepted IS NOT NULL
                                    WHEN 'open' THEN thread.state = 'open'
                                    WHEN 'closed' THEN thread.state = 'closed'
                                    ELSE thread.post_count = 1 END)
       ORDER BY search_title.rowid DESC
       LIMIT ?6
      """, expression.text, scope.spaces, scope.authors, scope.tags, scope.state, mostTitles
    ) { row in try found.add(&row, ranking) }
  }

  /// Threads whose title is exactly the query come first, whatever was found besides.
  private static func markExactTitles(
    _ found: inout SearchCandidates, _ forms: SearchForms, _ scope: SearchScope, _ db: Reader
  ) throws {
    guard !found.isEmpty, !forms.wholeQuery.isEmpty else { return }
    let phrase = "^ \"" + forms.wholeQuery.joined(separator: " ") + "\""
    let exact = try db.rows(
      """
      SELECT document.whole
        FROM search_title
             CROSS JOIN search_document AS document ON document.id = search_title.rowid
             CROSS JOIN thread ON thread.id = document.whole
       WHERE search_title MATCH ?1 AND document.title_words = ?2
         AND document.kind = 'post' AND thread.removed IS NULL
         AND thread.space IN (SELECT value FROM json_each(?3))
       ORDER BY search_title.rowid DESC
       LIMIT 100
      """, phrase, forms.wholeQuery.count, scope.spaces
    ) { row in try row.next(Int64.self) }
    found.putFirst(threads: exact)
  }
}

extension Int {
  /// The product, or the greatest number when it is too great: a page number is typed by anybody.
  func multipliedSafely(by factor: Int) -> Int {
    let (product, isTooGreat) = multipliedReportingOverflow(by: factor)
    return isTooGreat ? .max : product
  }
}
