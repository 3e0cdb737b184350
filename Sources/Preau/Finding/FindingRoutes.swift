import HTTP

/// What the site answers to a search that is narrowed by what things are about.
enum FindingRoutes {
  /// Whether an address of the search asks for it.
  static func isAsked(_ query: Parameters) -> Bool {
    query["affiner"] != nil || FindingQuery(query).narrows
  }

  static func show(_ visit: Visit, page: Int) throws -> Response {
    let query = FindingQuery(visit.request.query)
    let results = try visit.read { try FindingResults.load(query, page: page, visit, $0) }
    return FindingPages.show(results, visit)
  }
}
