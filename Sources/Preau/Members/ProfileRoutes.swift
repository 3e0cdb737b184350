import HTTP
import SQLite

/// What members say of themselves, and how they like to read.
enum ProfileRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/membres/*", .anyone, show)
    routes.get("/mon-preau/profil", .members, form)
    routes.post("/mon-preau/profil", .members, save)
    routes.get("/mon-preau/confort", .members, comfort)
    routes.post("/mon-preau/confort", .members, saveComfort)
  }

  /// A visitor sees the profile of those who answer for the site by name, nobody else's. Learners,
  /// families and numbers that stand for nobody get one answer, so that nothing can be learnt. The
  /// learners of a class have a profile for those who meet them: see ``ProfileStore/isMet(_:by:_:)``.
  static func show(_ visit: Visit, _ id: Member.ID) throws -> Response {
    let card = try visit.read { try ProfileStore.card(of: id, $0) }
    guard visit.viewer.isLoggedIn || card?.role.isPublic ?? false else {
      throw Refusal.needsLogIn
    }
    let isMet = try visit.read { try ProfileStore.isMet(id, by: visit.viewer, $0) }
    guard isMet else { throw Refusal.notFound }
    return ProfilePages.show(visit, try card.orNotFound())
  }

  static func form(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let draft = try visit.read { try ProfileStore.draft(of: member.id, $0) }
    return ProfilePages.form(visit, try draft.orNotFound(), FormProblems())
  }

  static func save(_ visit: Visit) throws -> Response {
    let member = try visit.member
    var draft = ProfileDraft(visit)
    if try visit.read({ try ClassRollStore.isClassAccount(member.id, $0) }) {
      draft.name = member.name
      draft.email = ""
      draft.hasPublicName = false
      draft.isClassAccount = true
    }
    let gate = EmailGate(visit, member)
    do {
      let profile = try draft.checked()
      let seconds = try gate.secondsLeft(for: profile.email)
      if seconds > 0 { return ProfilePages.wait(visit, draft, seconds) }
      try visit.write { db in
        try refuse(profile.name, for: member, db)
        try ProfileStore.save(profile, of: member.id, db)
      }
      return visit.redirect(to: "/mon-preau/profil", notice: .saved)
    } catch let problems as ProfileDraft.Problems {
      return ProfilePages.form(visit, draft, problems.said(visit))
    } catch AccountStore.Taken.email {
      gate.fail()
      let problems = ProfileDraft.Problems(list: [.emailTaken])
      return ProfilePages.form(visit, draft, problems.said(visit))
    }
  }

  /// A name that one has already stays one's own.
  private static func refuse(_ name: DisplayName, for member: Member, _ db: Reader) throws {
    if name.text == member.name { return }
    if let refusal = try name.refusal(for: member.id, role: member.role, db) {
      throw ProfileDraft.Problems(list: [.name(refusal)])
    }
  }

  static func comfort(_ visit: Visit) throws -> Response {
    ComfortPages.form(visit, try visit.member.comfort, isTrial: false)
  }

  /// « Essayer » shows the page as it would be, and changes nothing.
  static func saveComfort(_ visit: Visit) throws -> Response {
    let member = try visit.member
    guard let chosen = ReadingComfort(visit) else { throw Refusal.badRequest }
    if visit.form["essai"] != nil { return ComfortPages.form(visit, chosen, isTrial: true) }
    try visit.write { try ProfileStore.save(chosen, of: member.id, $0) }
    return visit.redirect(to: "/mon-preau/confort", notice: .saved)
  }
}

extension Member.Role {
  /// Whether visitors may see the profile of such a member.
  var isPublic: Bool {
    switch self {
    case .teacher, .professional, .administrator: true
    case .learner, .family: false
    }
  }
}

extension ProfileDraft {
  init(_ visit: Visit) {
    name = visit.field("nom")
    about = visit.form["presentation"] ?? ""
    email = visit.field("courriel")
    language = visit.field("langue")
    hasPublicName = visit.form["nom_public"] != nil
  }
}

extension ProfileDraft.Problems {
  fileprivate func said(_ visit: Visit) -> FormProblems {
    var said = FormProblems()
    for problem in list { said.add(visit.say.members.profile.say(problem), to: problem.field) }
    return said
  }
}

extension ProfileDraft.Problem {
  fileprivate var field: StaticString {
    switch self {
    case .name: "nom"
    case .aboutTooLong, .aboutRefused: "presentation"
    case .emailMalformed, .emailTaken: "courriel"
    }
  }
}

extension ReadingComfort {
  /// nil for a choice that we do not offer.
  fileprivate init?(_ visit: Visit) {
    guard let textSize = TextSize(rawValue: visit.field("taille")),
      let spacing = Spacing(rawValue: visit.field("espacement")),
      let typeface = Typeface(rawValue: visit.field("caracteres"))
    else { return nil }
    self.init(textSize: textSize, spacing: spacing, typeface: typeface)
  }
}
