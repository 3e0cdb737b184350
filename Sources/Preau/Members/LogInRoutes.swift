import HTML
import HTTP

/// The way in and the way out.
enum LogInRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/connexion", .anyone, form)
    routes.post("/connexion", .anyone, lane: .passwords, logIn)
    routes.get("/deconnexion", .members, confirm)
    routes.post("/deconnexion", .anyone, isKept: false, logOut)
  }

  static func form(_ visit: Visit) -> Response {
    let keptForm = visit.request.query["garde"] ?? ""
    let returning = visit.request.query["retour"] ?? ""
    if visit.viewer.isLoggedIn && keptForm.isEmpty {
      return visit.redirect(to: Address(ownPath: returning) ?? "/mon-preau")
    }
    var response = LogInPages.form(
      visit, LogInDraft(returning: returning, keptForm: keptForm), FormProblems())
    if !visit.viewer.isLoggedIn { response.forgetKept() }
    return response
  }

  /// Answers in the same words, with the same status and after the same work, whether or not there
  /// is such a member.
  static func logIn(_ visit: Visit) throws -> Response {
    let draft = LogInDraft(visit)
    let missing = draft.missing(visit.say.members.logIn)
    if !missing.isEmpty { return LogInPages.form(visit, draft, missing) }
    let found = try visit.read { try AccountStore.credentials(draft.name, $0) }
    let gate = LogInGate(visit, name: draft.name, member: found?.id)
    let seconds = gate.admit()
    if seconds > 0 { return LogInPages.wait(visit, draft, seconds) }
    let isRight = (found ?? .nobody).accept(draft.password)
    guard gate.isOpen, isRight, let found else {
      let isSlowed = gate.isSlowed
      gate.fail()
      if isSlowed { return LogInPages.wait(visit, draft, gate.secondsLeft) }
      let problems = FormProblems(visit.say.members.logIn.refused, in: "identifiant")
      return LogInPages.form(visit, draft, problems)
    }
    gate.succeed()
    return try enter(visit, found.id, draft)
  }

  /// Lets a member in, sends the form that waited, and leads where the person was going.
  ///
  /// - Parameter home: where to go otherwise.
  static func enter(
    _ visit: Visit, _ member: Member.ID, _ draft: LogInDraft, home: Address = "/mon-preau"
  ) throws -> Response {
    let (entry, kept) = try visit.write { db in
      let entry = try Entry.open(visit, for: member, db)
      try KeptFormStore.forgetOld(at: visit.now, db)
      let kept = try Token(draft.keptForm).flatMap {
        try KeptFormStore.take(token: $0.hash, for: member, at: visit.now, db)
      }
      return (entry, kept)
    }
    if let kept, let sent = visit.site.send(kept, of: entry.viewer, after: visit.request) {
      return entry.allowing(sent, visit)
    }
    let address = Address(ownPath: draft.returning) ?? home
    let notice = draft.keptForm.isEmpty ? Notice.loggedIn : .keptFormLost
    return entry.allowing(visit.redirect(to: address, notice: notice), visit)
  }

  static func confirm(_ visit: Visit) -> Response {
    LogInPages.logOut(visit)
  }

  /// Somebody whose session has ended already gets the same answer.
  static func logOut(_ visit: Visit) throws -> Response {
    if let member = visit.viewer.member, let session = visit.viewer.session {
      try visit.write { try SessionStore.close(session, of: member.id, $0) }
    }
    var response = visit.redirect(to: "/", notice: .loggedOut)
    response.endSession(visit)
    return response
  }
}

/// What was typed to log in, and where to go then.
struct LogInDraft {
  var name = ""
  var password = ""
  var returning = ""
  /// The token of a form that waits for this log-in; empty when there is none.
  var keptForm = ""

  /// Longer than any password that we take: it is then nobody's.
  private static let longestPassword = 1_024

  init(returning: String, keptForm: String) {
    self.returning = returning
    self.keptForm = keptForm
  }

  init(_ visit: Visit) {
    name = visit.field("identifiant")
    password = Self.password(visit.form["mot_de_passe"] ?? "")
    returning = visit.field("retour")
    keptForm = visit.field("garde")
  }

  /// What is tried: never more than so much.
  static func password(_ typed: String) -> String {
    NewPassword.folded(typed.utf8.count > longestPassword ? "\u{0}" : typed)
  }

  func missing(_ say: LogInStrings) -> FormProblems {
    var problems = FormProblems()
    if name.isEmpty { problems.add(say.nameMissing, to: "identifiant") }
    if password.isEmpty { problems.add(say.passwordMissing, to: "mot_de_passe") }
    return problems
  }
}
