import HTTP
import SQLite

/// Administrators make and change spaces; référents say what theirs is for.
enum SpaceEditRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/nouveau", .administrators, askForNew)
    routes.post("/espaces/nouveau", .administrators, create)
    routes.get("/espaces/*/modifier", .members, edit)
    routes.post("/espaces/*/modifier", .members, save)
  }

  static func askForNew(_ visit: Visit) -> Response {
    visit.newSpacePage(SpaceDraft(), problems: [])
  }

  static func create(_ visit: Visit) throws -> Response {
    let draft = SpaceDraft(visit)
    do {
      let space = try draft.checked(nil)
      try visit.write { try SpaceEditStore.create(space, at: visit.now, $0) }
      // Someone has to look after it: that is the next step.
      return visit.redirect(to: "/espaces/\(space.slug)/membres", notice: .saved)
    } catch let problems as SpaceDraft.Problems {
      return visit.newSpacePage(draft, problems: problems.all)
    }
  }

  static func edit(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { db in
      let profile = try mine(slug, visit, db)
      let standing = try SpaceEditStore.standing(of: profile.space, db)
      return visit.editSpacePage(profile, standing, SpaceDraft(profile), problems: [])
    }
  }

  static func save(_ visit: Visit, slug: String) throws -> Response {
    let profile = try visit.read { try mine(slug, visit, $0) }
    guard profile.rights.mayEdit else { return try describe(visit, profile) }
    let draft = SpaceDraft(visit)
    do {
      let space = try visit.write { db in
        let profile = try mine(slug, visit, db)
        let space = try draft.checked(SpaceEditStore.standing(of: profile.space, db))
        try SpaceEditStore.change(profile.space.id, from: profile.space.slug, to: space, db)
        return space
      }
      // An administrator may not read what was just made private.
      let isReadable = space.visibility != .private || profile.rights.role != nil
      return visit.redirect(
        to: isReadable ? "/espaces/\(space.slug)" : "/espaces/\(space.slug)/membres",
        notice: .saved)
    } catch let problems as SpaceDraft.Problems {
      let standing = try visit.read { try SpaceEditStore.standing(of: profile.space, $0) }
      return visit.editSpacePage(profile, standing, draft, problems: problems.all)
    }
  }

  private static func describe(_ visit: Visit, _ profile: SpaceProfile) throws -> Response {
    var draft = SpaceDraft(profile)
    draft.about = visit.form["description"] ?? ""
    if let problem = SpaceDraft.problem(inAbout: draft.about) {
      let standing = try visit.read { try SpaceEditStore.standing(of: profile.space, $0) }
      return visit.editSpacePage(profile, standing, draft, problems: [problem])
    }
    try visit.write { try SpaceEditStore.describe(profile.space.id, as: draft.about.trimmed, $0) }
    return visit.redirect(to: profile.space.address, notice: .saved)
  }

  /// The space, for someone who may change something of it.
  private static func mine(
    _ slug: String, _ visit: Visit, _ db: Reader
  ) throws -> SpaceProfile {
    let profile = try SpaceRoutes.find(slug, visit, db)
    if profile.rights.mayDescribe { return profile }
    throw profile.rights.mayRead ? Refusal.notAllowed : Refusal.notFound
  }
}

extension SpaceDraft {
  /// What the form sent.
  fileprivate init(_ visit: Visit) {
    name = visit.form["nom"] ?? ""
    slug = visit.form["adresse"] ?? ""
    subject = visit.form["sujet"] ?? ""
    level = visit.form["niveau"] ?? ""
    about = visit.form["description"] ?? ""
    visibility = visit.form["lecture"] ?? ""
    confirmsPrivacy = visit.form["confirmer"] == "oui"
  }

  /// A space as it stands, to be changed.
  fileprivate init(_ profile: SpaceProfile) {
    name = profile.space.name
    slug = profile.space.slug
    subject = profile.subject
    level = profile.level
    about = profile.about
    visibility = profile.space.visibility.rawValue
  }
}
