import HTML
import HTTP
import SQLite

/// Making an account: by oneself, or with an invitation.
enum SignUpRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/inscription", .anyone, form)
    routes.post("/inscription", .anyone, lane: .passwords, signUp)
    routes.get("/invitation/*", .anyone, invitedForm)
    routes.post("/invitation/*", .anyone, lane: .passwords, signUpInvited)
  }

  static func form(_ visit: Visit) -> Response {
    let returning = visit.request.query["retour"] ?? ""
    if visit.viewer.isLoggedIn {
      return visit.redirect(to: Address(ownPath: returning) ?? "/mon-preau")
    }
    guard visit.site.configuration.signUp == .open else {
      return SignUpPages.notOpen(visit, status: 200)
    }
    return SignUpPages.form(
      visit, SignUpDraft(), FormProblems(), SignUpPlace(returning: returning))
  }

  static func signUp(_ visit: Visit) throws -> Response {
    if visit.viewer.isLoggedIn { return visit.redirect(to: "/mon-preau") }
    guard visit.site.configuration.signUp == .open else {
      return SignUpPages.notOpen(visit, status: 403)
    }
    return try makeAccount(visit, SignUpPlace(returning: visit.field("retour")))
  }

  static func invitedForm(_ visit: Visit, _ text: String) throws -> Response {
    guard let place = try invitedPlace(visit, text) else { return SignUpPages.spent(visit) }
    if visit.viewer.isLoggedIn { return SignUpPages.alreadyMember(visit, place) }
    return SignUpPages.form(visit, SignUpDraft(), FormProblems(), place)
  }

  static func signUpInvited(_ visit: Visit, _ text: String) throws -> Response {
    guard let place = try invitedPlace(visit, text) else { return SignUpPages.spent(visit) }
    if visit.viewer.isLoggedIn { return try enterClass(visit, place) }
    return try makeAccount(visit, place)
  }

  /// Lets somebody who has an account into the class that the invitation is for.
  private static func enterClass(_ visit: Visit, _ place: SignUpPlace) throws -> Response {
    guard let invitation = place.invitation, let space = invitation.space else {
      return SignUpPages.alreadyMember(visit, place)
    }
    let member = try visit.member
    do {
      try visit.write { db in
        if try ClassRollStore.isInside(member.id, space, db) { return }
        guard try InvitationStore.use(invitation.id, at: visit.now, db) else { throw Spent() }
        try ClassRollStore.enter(member.id, by: invitation, at: visit.now, db)
      }
      return visit.redirect(to: SchoolClass.address(space), notice: .saved)
    } catch is Spent {
      return SignUpPages.spent(visit)
    }
  }

  /// nil when the link opens nothing any more.
  private static func invitedPlace(_ visit: Visit, _ text: String) throws -> SignUpPlace? {
    guard let key = InvitationKey(segment: text),
      let invitation = try visit.read({ try InvitationStore.open(key, at: visit.now, $0) })
    else { return nil }
    // Where no accounts are made, those who have one still enter a class.
    let makesAccount = !visit.viewer.isLoggedIn || invitation.space == nil
    if makesAccount && visit.site.configuration.signUp == .closed { return nil }
    return SignUpPlace(key: key, invitation: invitation)
  }

  private static func makeAccount(_ visit: Visit, _ place: SignUpPlace) throws -> Response {
    let draft = SignUpDraft(visit)
    let seconds = secondsLeft(visit)
    if seconds > 0 { return SignUpPages.wait(visit, draft, place, seconds) }
    do {
      let member = try draft.checked(invited: place.invitation?.role)
      try visit.read { try refuseOthers(member, $0) }
      let hash = try member.password.hash()
      let entry = try visit.write { db in
        if let used = place.invitation, try !InvitationStore.use(used.id, at: visit.now, db) {
          throw Spent()
        }
        try refuseOthers(member, db)
        let id = try AccountStore.add(member, passwordHash: hash, at: visit.now, db)
        if let used = place.invitation {
          try ClassRollStore.enter(id, by: used, at: visit.now, db)
        }
        return try Entry.open(visit, for: id, db)
      }
      spend(visit)
      let address =
        place.invitation?.space.map(SchoolClass.address) ?? Address(ownPath: place.returning)
        ?? "/mon-preau"
      return entry.allowing(visit.redirect(to: address, notice: .welcome), visit)
    } catch let problems as SignUpDraft.Problems {
      // Each name or address that is found taken is something learnt about others.
      if problems.tellOfOthers { spend(visit) }
      return SignUpPages.form(visit, draft, problems.said(visit), place)
    } catch is Spent {
      return SignUpPages.spent(visit)
    }
  }

  /// Wrong passwords have a budget of their own: they hold up no new account.
  private static func secondsLeft(_ visit: Visit) -> Int {
    visit.site.signUpBudget.secondsLeft(
      for: LogInGate.place(visit.client), visit.site.configuration.logIn.signUps, now: visit.now)
  }

  private static func spend(_ visit: Visit) {
    visit.site.signUpBudget.spend(
      LogInGate.place(visit.client), visit.site.configuration.logIn.signUps, now: visit.now)
  }

  /// The last use of an invitation was taken while its form was being filled in.
  private struct Spent: Error {}

  /// What belongs to somebody else.
  private static func refuseOthers(_ member: NewMember, _ db: Reader) throws {
    var problems: [SignUpDraft.Problem] = []
    if let refusal = try member.name.refusal(for: nil, role: member.role, db) {
      problems.append(.name(refusal))
    }
    if try AccountStore.isTaken(member.login, db) {
      let free = try AccountStore.freeName(near: member.login, db)
      problems.append(.loginTaken(suggestion: free))
    }
    if let email = member.email, try AccountStore.isTaken(email, db) {
      problems.append(.emailTaken)
    }
    if !problems.isEmpty { throw SignUpDraft.Problems(list: problems) }
  }
}

/// By which door somebody comes to sign up.
struct SignUpPlace {
  var returning = ""
  var key: InvitationKey?
  var invitation: Invitation?

  /// Where the form is sent.
  var address: Address { key.map { "/invitation/\($0.text)" } ?? "/inscription" }
}

extension SignUpDraft {
  init(_ visit: Visit) {
    name = visit.field("nom")
    login = visit.field("identifiant")
    email = visit.field("courriel")
    role = visit.form["role"] ?? Member.Role.learner.rawValue
    password = visit.form["mot_de_passe"] ?? ""
  }
}

extension SignUpDraft.Problems {
  var tellOfOthers: Bool {
    list.contains {
      switch $0 {
      case .loginTaken, .emailTaken: true
      default: false
      }
    }
  }

  fileprivate func said(_ visit: Visit) -> FormProblems {
    var said = FormProblems()
    for problem in list { said.add(visit.say.members.signUp.say(problem), to: problem.field) }
    return said
  }
}
