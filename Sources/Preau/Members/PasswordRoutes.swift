import HTTP

/// Changing a password, and replacing one that is lost.
enum PasswordRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/mot-de-passe", .members) {
      try PasswordPages.change($0, FormProblems())
    }
    routes.post("/mon-preau/mot-de-passe", .members, lane: .passwords, change)
    routes.get("/mot-de-passe-perdu", .anyone) { visit in
      PasswordPages.lost(visit, name: visit.viewer.member?.login ?? "", FormProblems())
    }
    routes.post("/mot-de-passe-perdu", .anyone, lane: .passwords, reset)
  }

  static func change(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let old = visit.form["mot_de_passe"] ?? ""
    var problems = FormProblems()
    let gate = LogInGate(visit, name: member.login, member: member.id)
    if gate.secondsLeft > 0 { return try PasswordPages.wait(visit, gate.secondsLeft) }
    if try !visit.isPassword(old, of: member) {
      gate.fail()
      problems.add(visit.say.members.passwords.wrongOld, to: "mot_de_passe")
    }
    let new = newPassword(visit, "nouveau_mot_de_passe", login: member.login, &problems)
    guard problems.isEmpty, let new else {
      return try PasswordPages.change(visit, problems)
    }
    gate.succeed()
    let entry = try replacePassword(visit, new, of: member.id)
    return entry.allowing(visit.redirect(to: "/mon-preau", notice: .passwordChanged), visit)
  }

  /// Takes a one-time code instead of the old password. The name and the code are refused in the
  /// same words, whichever of them is wrong.
  static func reset(_ visit: Visit) throws -> Response {
    let name = visit.field("identifiant")
    let say = visit.say.members
    var problems = FormProblems()
    if name.isEmpty { problems.add(say.logIn.nameMissing, to: "identifiant") }
    let code = visit.field("code")
    if code.isEmpty { problems.add(say.passwords.codeMissing, to: "code") }
    let new = newPassword(visit, "mot_de_passe", login: LogInName.fold(name), &problems)
    guard problems.isEmpty, let new else { return PasswordPages.lost(visit, name: name, problems) }

    let found = try visit.read { try AccountStore.credentials(name, $0) }
    let gate = LogInGate(visit, name: name, member: found?.id)
    if gate.secondsLeft > 0 { return PasswordPages.waitLost(visit, name, gate.secondsLeft) }
    let hash = try new.hash()
    let entry = try visit.write { db -> Entry? in
      guard let found, let code = WrittenCode(typed: code),
        try ResetCodeStore.use(code, of: found.id, at: visit.now, db)
      else { return nil }
      try AccountStore.setPassword(hash, of: found.id, db)
      try SessionStore.closeAll(of: found.id, except: nil, db)
      return try Entry.open(visit, for: found.id, db)
    }
    guard let entry else {
      gate.fail()
      let refused = FormProblems(say.passwords.codeRefused, in: "code")
      return PasswordPages.lost(visit, name: name, refused)
    }
    gate.succeed()
    return entry.allowing(visit.redirect(to: "/mon-preau", notice: .passwordChanged), visit)
  }

  private static func newPassword(
    _ visit: Visit, _ field: StaticString, login: String, _ problems: inout FormProblems
  ) -> NewPassword? {
    let typed = visit.form[field.description] ?? ""
    do {
      return try NewPassword(typed: typed, login: login)
    } catch {
      problems.add(visit.say.members.signUp.say(.password(error)), to: field)
      return nil
    }
  }

  /// Ends every session, opens a new one here.
  private static func replacePassword(
    _ visit: Visit, _ new: NewPassword, of member: Member.ID
  ) throws -> Entry {
    let hash = try new.hash()
    return try visit.write { db in
      try AccountStore.setPassword(hash, of: member, db)
      try SessionStore.closeAll(of: member, except: nil, db)
      return try Entry.open(visit, for: member, db)
    }
  }
}

extension Visit {
  /// Whether `typed` is the password of a member who is logged in. Costs as much as a log-in.
  func isPassword(_ typed: String, of member: Member) throws -> Bool {
    guard let found = try read({ try AccountStore.credentials(of: member.id, $0) }) else {
      return false
    }
    return found.accept(NewPassword.folded(typed))
  }
}
