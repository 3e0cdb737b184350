import HTTP

/// What was decided in a space, without names: a référent chooses whether its readers read it.
enum RecordRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/moderation", .anyone, show)
    routes.gesture("/espaces/*/moderation", .members, toggle)
  }

  static func show(_ visit: Visit, slug: String) throws -> Response {
    let before = visit.request.query["avant"].flatMap { JournalEntry.ID(segment: $0) }
    return try visit.read { db in
      let profile = try SpaceRoutes.open(slug, visit, db)
      let isShown = try RecordStore.isShown(in: profile.space.id, db)
      guard isShown || profile.rights.mayModerate else { throw Refusal.notFound }
      let (lines, next) = try RecordStore.page(of: profile.space.id, before: before, db)
      return RecordPages.show(
        lines, of: profile, isShown: isShown,
        allowsMasks: try MaskStore.allows(profile.space.id, db), next: next,
        isFirst: before == nil, visit)
    }
  }

  static func toggle(_ visit: Visit, slug: String) throws -> Response {
    let address = try visit.write { db in
      let profile = try SpaceRoutes.open(slug, visit, db)
      guard profile.rights.mayModerate else { throw Refusal.notAllowed }
      try RecordStore.toggle(profile.space.id, by: visit.member.id, at: visit.now, db)
      return RecordPages.address(of: profile.space)
    }
    return visit.redirect(to: address, notice: .saved)
  }
}
