import HTML
import HTTP
import SQLite

/// How a space has its tutorials reviewed, for those who look after it.
enum ReviewSettingsRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/sceaux", .members, show)
    routes.post("/espaces/*/sceaux", .members, choose)
    routes.gesture("/espaces/*/sceaux/metier", .members, name)
    routes.gesture("/espaces/*/sceaux/metier/retrait", .members, dismiss)
  }

  static func address(of space: Space) -> Address { "/espaces/\(space.slug)/sceaux" }

  static func show(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { db in
      let space = try lookedAfter(slug, visit, db)
      var settings = ReviewSettings(
        space: space, seals: try ReviewerStore.seals(of: space.id, db),
        named: try ReviewerStore.named(in: space.id, db))
      settings.search = MemberSearch(visit.request.query["cherche"] ?? "")
      if let search = settings.search {
        settings.found = try MemberSearchStore.found(
          by: search, for: space.id, viewer: visit.viewer, db
        ).map(\.author).filter { $0.role != .learner }
      }
      return ReviewSettingsPages.show(settings, visit)
    }
  }

  static func choose(_ visit: Visit, slug: String) throws -> Response {
    let seals = Set(ReviewSeal.allCases.filter { visit.form[$0.field.description] == "oui" })
    return try change(visit, slug) { space, db in
      try ReviewerStore.choose(seals, in: space.id, by: visit.viewer, at: visit.now, db)
    }
  }

  static func name(_ visit: Visit, slug: String) throws -> Response {
    try changeNamed(visit, slug, .tradeReviewerNamed) { member, space, db in
      try ReviewerStore.name(member, in: space, at: visit.now, db)
    }
  }

  static func dismiss(_ visit: Visit, slug: String) throws -> Response {
    try changeNamed(visit, slug, .tradeReviewerDismissed) { member, space, db in
      try ReviewerStore.dismiss(member, from: space, db)
    }
  }

  private static func changeNamed(
    _ visit: Visit, _ slug: String, _ action: JournalAction,
    _ body: (Member.ID, Space.ID, Writer) throws -> Bool
  ) throws -> Response {
    guard let member = Member.ID(segment: visit.field("membre")) else { throw Refusal.badRequest }
    return try change(visit, slug) { space, db in
      guard try body(member, space.id, db) else { return }
      try Journal.write(
        action, by: visit.member.id, on: member, in: space.id, at: visit.now, db)
    }
  }

  private static func change(
    _ visit: Visit, _ slug: String, _ body: (Space, Writer) throws -> Void
  ) throws -> Response {
    let space = try visit.write { db in
      let space = try lookedAfter(slug, visit, db)
      try body(space, db)
      return space
    }
    return visit.redirect(to: address(of: space), notice: .saved)
  }

  private static func lookedAfter(
    _ slug: String, _ visit: Visit, _ db: Reader
  ) throws -> Space {
    let profile = try SpaceRoutes.open(slug, visit, db)
    guard profile.rights.mayArrange else { throw Refusal.notAllowed }
    return profile.space
  }
}

/// What the page of these settings shows.
struct ReviewSettings {
  let space: Space
  let seals: Set<ReviewSeal>
  /// For the trade.
  let named: [Author]
  var search: MemberSearch?
  var found: [Author] = []
}

extension ReviewSeal {
  /// Of the form.
  var field: StaticString {
    switch self {
    case .teaching: "sceau-pedagogie"
    case .trade: "sceau-metier"
    }
  }
}
