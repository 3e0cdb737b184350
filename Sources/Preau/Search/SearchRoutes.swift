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
    let before = try oldest(visit)
    let results = try visit.read { db in
      try SearchStore.find(
        SearchQuery(parsing: typed), reader: visit.viewer.reader, now: visit.now.seconds,
        page: page, before: before, db)
    }
    return SearchPages.results(results, of: typed, before: before, visit)
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
