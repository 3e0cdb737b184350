import HTML
import HTTP
import SQLite

/// What the site answers about spaces.
enum SpaceRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces", .anyone, isShared: true, list)
    routes.get("/espaces/*", .anyone, isShared: true, show)
    routes.gesture("/espaces/*/adhesion", .members, join)
    routes.get("/espaces/*/depart", .members, askToLeave)
    routes.gesture("/espaces/*/depart", .members, leave)
  }

  static func list(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    let subject = (query["sujet"] ?? "").trimmed
    let after = query["apres"] ?? ""
    let list = try visit.read {
      try SpaceListStore.page(about: subject, after: after, viewer: visit.viewer, $0)
    }
    return visit.spaceListPage(list, subject: subject, isFirst: after.isEmpty)
  }

  static func show(_ visit: Visit, slug: String) throws -> Response {
    let cursor = ThreadCursor(visit.request.query["avant"])
    return try visit.read { db in
      let profile = try open(slug, visit, db)
      if profile.space.slug != slug {
        return .redirect(to: profile.space.address.text, status: 301)
      }
      let threads = try ThreadListStore.page(
        of: .space(profile.space.id), after: cursor, reader: visit.viewer.reader, db)
      let referents = try MembershipStore.referents(of: profile.space.id, db)
      let held =
        cursor == .start
        ? try HeldStore.threads(in: profile.space.id, profile.rights, for: visit.viewer, db) : []
      let tutorials =
        cursor == .start
        ? try TutorialListStore.latest(
          of: profile.space.id, 3, reader: visit.viewer.reader, db) : []
      return visit.spacePage(
        profile, referents, threads.lines, held, tutorials, next: threads.next,
        isFirst: cursor == .start)
    }
  }

  static func join(_ visit: Visit, slug: String) throws -> Response {
    let member = try visit.member
    let profile = try visit.write { db in
      let profile = try open(slug, visit, db)
      if profile.rights.role == nil {
        guard profile.rights.mayJoin else { throw Refusal.notAllowed }
        try MembershipStore.join(profile.space.id, member.id, at: visit.now, db)
      }
      return profile
    }
    return visit.redirect(to: profile.space.address, notice: .saved)
  }

  /// Asks before leaving a private space: one does not come back by oneself.
  static func askToLeave(_ visit: Visit, slug: String) throws -> Response {
    let profile = try visit.read { try open(slug, visit, $0) }
    guard profile.rights.mayLeave else { return visit.redirect(to: profile.space.address) }
    return visit.leavingPage(profile, refusal: nil)
  }

  static func leave(_ visit: Visit, slug: String) throws -> Response {
    let member = try visit.member
    var left: SpaceProfile?
    do {
      let profile = try visit.write { db in
        let profile = try open(slug, visit, db)
        left = profile
        if profile.rights.mayLeave {
          if try ClassRollStore.isLearner(member.id, in: profile.space.id, db) {
            throw MembershipRefusal.learnerOfClass
          }
          try MembershipStore.remove(member.id, from: profile.space.id, db)
        }
        return profile
      }
      let isPrivate = profile.space.visibility == .private
      return visit.redirect(to: isPrivate ? "/espaces" : profile.space.address, notice: .saved)
    } catch let refusal as MembershipRefusal {
      return visit.leavingPage(try left.orNotFound(), refusal: refusal)
    }
  }

  /// The space at an address of today or of before, for someone who may read it.
  ///
  /// - Throws: a refusal that says no more than its reader may know: a private space looks like one
  ///   that does not exist.
  static func open(_ slug: String, _ visit: Visit, _ db: Reader) throws -> SpaceProfile {
    let profile = try find(slug, visit, db)
    if profile.rights.mayRead { return profile }
    throw profile.space.visibility == .members ? Refusal.needsLogIn : Refusal.notFound
  }

  /// The same for someone who may look after it without reading it.
  static func find(_ slug: String, _ visit: Visit, _ db: Reader) throws -> SpaceProfile {
    if let profile = try SpaceListStore.profile(slug: slug, viewer: visit.viewer, db) {
      return profile
    }
    return try SpaceListStore.profile(oldSlug: slug, viewer: visit.viewer, db).orNotFound()
  }
}
