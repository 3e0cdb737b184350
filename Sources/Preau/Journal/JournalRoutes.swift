import HTTP

/// Who reads the journal. Nobody writes in it by hand.
enum JournalRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/journal", .administrators, whole)
    routes.get("/espaces/*/journal", .members, ofSpace)
  }

  static func whole(_ visit: Visit) throws -> Response {
    let before = before(visit)
    let (entries, next) = try visit.read { db in
      try Journal.page(of: .whole, before: before, viewer: visit.viewer, db)
    }
    return JournalPages.show(entries, of: nil, next: next, isFirst: before == nil, visit)
  }

  /// For those who look after a space; the others do not learn that there is such a page.
  static func ofSpace(_ visit: Visit, slug: String) throws -> Response {
    let before = before(visit)
    return try visit.read { db in
      let profile = try SpaceRoutes.open(slug, visit, db)
      guard profile.rights.mayModerate else { throw Refusal.notAllowed }
      let (entries, next) = try Journal.page(
        of: .space(profile.space.id), before: before, viewer: visit.viewer, db)
      return JournalPages.show(
        entries, of: profile.space, next: next, isFirst: before == nil, visit)
    }
  }

  private static func before(_ visit: Visit) -> JournalEntry.ID? {
    visit.request.query["avant"].flatMap { JournalEntry.ID(segment: $0) }
  }
}
