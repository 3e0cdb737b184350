import HTTP

/// Looking behind a mask, and where masks are allowed.
enum MaskRoutes {
  static func add(to routes: inout Routes) {
    routes.gesture("/messages/*/nom", .members, isKept: false, reveal)
    routes.gesture("/espaces/*/sans-nom", .members, toggle)
  }

  /// Tells one référent, once; it is written in the journal each time.
  static func reveal(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let member = try visit.member.id
    return try visit.write { db in
      let place = try PostStore.place(id, db).orNotFound()
      let view = try ThreadStore.view(place.thread, for: visit.viewer, db).orNotFound()
      guard view.relation.mayReveal(place.post) else { throw Refusal.notAllowed }
      let person = try MaskStore.reveal(
        place.post.author.id, of: id, in: view.space.id, to: member, at: visit.now, db)
      return MaskPages.revealed(person, view, place, visit)
    }
  }

  static func toggle(_ visit: Visit, slug: String) throws -> Response {
    let address = try visit.write { db in
      let profile = try SpaceRoutes.open(slug, visit, db)
      guard profile.rights.mayModerate else { throw Refusal.notAllowed }
      try MaskStore.toggle(profile.space.id, by: visit.member.id, at: visit.now, db)
      return RecordPages.address(of: profile.space)
    }
    return visit.redirect(to: address, notice: .saved)
  }
}
