import HTTP
import SQLite

/// What the site answers about search.
enum SearchRoutes {
  static func add(to routes: inout Routes) {
    // The longest reading there is: it must not keep the threads that answer everybody.
    routes.get("/recherche", .anyone, lane: .slow, isShared: true, search)
  }

  static func search(_ visit: Visit) throws -> Response {
    let typed = SearchQuery.bounded(visit.request.query["q"] ?? "").trimmed
    let page = try pageNumber(visit)
    if FindingRoutes.isAsked(visit.request.query) {
      return try FindingRoutes.show(visit, page: page)
    }
    let before = try oldest(visit)
    return try visit.read { db in
      if typed.isEmpty { return SearchPages.start(try ConceptTree.load(nil, db), visit) }
      func find(_ words: String) throws -> SearchResults {
        try SearchStore.find(
          SearchQuery(parsing: words), reader: visit.viewer.reader, now: visit.now.seconds,
          page: page, before: before, db)
      }
      let results = try find(typed)
      guard results.total == 0, let meant = results.suggestion else {
        if results.total == 0, before == nil { noteMiss(typed, visit) }
        let words = try FindingStore.concepts(named: Slug.make(from: typed), limit: 5, db)
        return SearchPages.results(results, of: typed, before: before, words: words, visit)
      }
      return SearchPages.results(try find(meant), of: meant, insteadOf: typed, visit)
    }
  }

  /// What members look for in vain tells référents what to write.
  private static func noteMiss(_ typed: String, _ visit: Visit) {
    guard let member = visit.viewer.member else { return }
    if let miss = SearchMiss(typed: typed, by: member.id, key: visit.site.key.bytes) {
      visit.site.searchMisses.note(miss)
    }
  }

  private static func pageNumber(_ visit: Visit) throws(Refusal) -> Int {
    guard let text = visit.request.query["page"] else { return 1 }
    guard let number = Int(text), (1...1_000).contains(number) else { throw .notFound }
    return number
  }

  /// Where the search that this one goes on from has ended.
  private static func oldest(_ visit: Visit) throws(Refusal) -> Int64? {
    guard let text = visit.request.query["avant"] else { return nil }
    guard let document = Int64(text), document > 0 else { throw .notFound }
    return document
  }
}
