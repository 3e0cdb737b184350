import HTTP
import SQLite

/// Who belongs to a space: administrators appoint its référents, référents admit to private ones.
enum MembershipRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/membres", .members, show)
    routes.gesture("/espaces/*/membres", .members, admit)
    routes.gesture("/espaces/*/membres/retrait", .members, remove)
    routes.gesture("/espaces/*/referents", .administrators, appoint)
    routes.gesture("/espaces/*/referents/retrait", .administrators, dismiss)
  }

  static func show(_ visit: Visit, slug: String) throws -> Response {
    try page(visit, slug, refusal: nil)
  }

  static func admit(_ visit: Visit, slug: String) throws -> Response {
    try change(visit, slug) { profile, member, db in
      guard profile.rights.mayAdmit, !profile.rights.isClosed else {
        throw MembershipRefusal.notAllowed
      }
      // Whoever is admitted is shown by name.
      guard try ProfileStore.isMet(member, by: visit.viewer, db) else { throw Refusal.notFound }
      guard try MembershipStore.admit(member, to: profile.space.id, at: visit.now, db) else {
        return
      }
      try visit.note(.memberAdmitted, member, profile, db)
    }
  }

  static func remove(_ visit: Visit, slug: String) throws -> Response {
    try change(visit, slug) { profile, member, db in
      guard profile.rights.mayAdmit else { throw MembershipRefusal.notAllowed }
      try MembershipStore.remove(member, from: profile.space.id, db)
      try visit.note(.memberRemoved, member, profile, db)
    }
  }

  static func appoint(_ visit: Visit, slug: String) throws -> Response {
    let oneself = try visit.member.id
    return try change(visit, slug) { profile, member, db in
      let referents = try MembershipStore.referents(of: profile.space.id, db)
      guard
        profile.mayAppoint(oneself: member == oneself, beside: referents)
      else { throw MembershipRefusal.notAllowed }
      guard try MembershipStore.appoint(member, in: profile.space.id, at: visit.now, db) else {
        return
      }
      try visit.note(.referentAppointed, member, profile, db)
    }
  }

  static func dismiss(_ visit: Visit, slug: String) throws -> Response {
    try change(visit, slug) { profile, member, db in
      guard profile.rights.mayAppoint else { throw MembershipRefusal.notAllowed }
      try MembershipStore.dismiss(member, in: profile.space.id, db)
      try visit.note(.referentDismissed, member, profile, db)
    }
  }

  private static func change(
    _ visit: Visit, _ slug: String, _ body: (SpaceProfile, Member.ID, Writer) throws -> Void
  ) throws -> Response {
    guard let member = Member.ID(segment: visit.field("membre")) else { throw Refusal.badRequest }
    do {
      let space = try visit.write { db in
        let profile = try mine(slug, visit, db)
        try body(profile, member, db)
        return profile.space
      }
      return visit.redirect(to: "/espaces/\(space.slug)/membres", notice: .saved)
    } catch let refusal as MembershipRefusal {
      return try page(visit, slug, refusal: refusal)
    }
  }

  private static func page(
    _ visit: Visit, _ slug: String, refusal: MembershipRefusal?
  ) throws -> Response {
    let query = visit.request.query
    let cursor = MemberCursor(query["apres"])
    return try visit.read { db in
      let profile = try mine(slug, visit, db)
      var content = MembershipPage(profile: profile)
      content.refusal = refusal
      content.isFirst = cursor == .start
      content.referents = try MembershipStore.referents(of: profile.space.id, db)
      content.search = MemberSearch(query["cherche"] ?? "")
      if let search = content.search {
        content.found = try MemberSearchStore.found(
          by: search, for: profile.space.id, viewer: visit.viewer, db)
      }
      if profile.rights.maySeeMembers {
        (content.members, content.next) = try MembershipStore.page(
          of: profile.space.id, after: cursor, db)
      }
      return visit.membershipPage(content)
    }
  }

  /// The space, for someone who looks after its members.
  private static func mine(_ slug: String, _ visit: Visit, _ db: Reader) throws -> SpaceProfile {
    let profile = try SpaceRoutes.find(slug, visit, db)
    if profile.rights.mayOpenMembers { return profile }
    throw profile.rights.mayRead ? Refusal.notAllowed : Refusal.notFound
  }
}

extension Visit {
  fileprivate func note(
    _ action: JournalAction, _ whom: Member.ID, _ profile: SpaceProfile, _ db: Writer
  ) throws {
    try Journal.write(action, by: member.id, on: whom, in: profile.space.id, at: now, db)
  }
}
