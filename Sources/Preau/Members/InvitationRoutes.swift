import HTTP

/// How administrators invite people.
enum InvitationRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/invitations", .administrators, list)
    routes.post("/invitations", .administrators, isKept: false, make)
    routes.post("/invitations/*/retrait", .administrators, isKept: false, revoke)
    routes.get("/invitation", .anyone) { InvitationPages.askForCode($0, "", FormProblems()) }
    routes.post("/invitation", .anyone, isKept: false, open)
  }

  /// Takes a code that was typed to the page that its link opens. Uses nothing up.
  static func open(_ visit: Visit) throws -> Response {
    let typed = visit.field("code")
    let place = LogInGate.place(visit.client)
    let allowance = visit.site.configuration.logIn.perAddress
    let seconds = visit.site.codeBudget.secondsLeft(for: place, allowance, now: visit.now)
    if seconds > 0 { return InvitationPages.wait(visit, typed, seconds) }
    if let code = WrittenCode(typed: typed),
      try visit.read({ try InvitationStore.open(.code(code), at: visit.now, $0) }) != nil
    {
      return visit.redirect(to: "/invitation/\(code.text)")
    }
    visit.site.codeBudget.spend(place, allowance, now: visit.now)
    let words = visit.say.members.invitations.codeRefused
    return InvitationPages.askForCode(visit, typed, FormProblems(words, in: "code"))
  }

  static func list(_ visit: Visit) throws -> Response {
    try list(visit, InvitationDraft(), FormProblems())
  }

  private static func list(
    _ visit: Visit, _ draft: InvitationDraft, _ problems: FormProblems
  ) throws -> Response {
    let open = try visit.read { try InvitationStore.open(at: visit.now, $0) }
    return InvitationPages.list(visit, open, draft, problems)
  }

  /// The link is in the answer and nowhere else: it cannot be shown again.
  static func make(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let draft = InvitationDraft(visit)
    do {
      let invitation = try draft.checked()
      let token = Token.random()
      let code = WrittenCode.random()
      try visit.write { db in
        let id = try InvitationStore.add(
          invitation, token: token, code: code, by: member.id, at: visit.now, db)
        try Journal.write(
          .invitationMade, by: member.id, about: .invitation(id), detail: invitation.role.rawValue,
          at: visit.now, db)
      }
      return InvitationPages.made(visit, invitation, token, code)
    } catch let problems as InvitationDraft.Problems {
      return try list(visit, draft, problems.said(visit))
    }
  }

  static func revoke(_ visit: Visit, _ invitation: Invitation.ID) throws -> Response {
    let member = try visit.member
    try visit.write { db in
      guard try InvitationStore.revoke(invitation, db) else { return }
      try Journal.write(
        .invitationRevoked, by: member.id, about: .invitation(invitation), at: visit.now, db)
    }
    return visit.redirect(to: "/invitations", notice: .invitationRevoked)
  }
}

extension InvitationDraft {
  init(_ visit: Visit) {
    role = visit.field("role")
    days = visit.field("jours")
    uses = visit.field("utilisations")
    note = visit.field("note").nfc
  }
}

extension InvitationDraft.Problems {
  fileprivate func said(_ visit: Visit) -> FormProblems {
    var said = FormProblems()
    for problem in list {
      said.add(visit.say.members.invitations.say(problem), to: problem.field)
    }
    return said
  }
}

extension InvitationDraft.Problem {
  fileprivate var field: StaticString {
    switch self {
    case .role: "role"
    case .days: "jours"
    case .uses: "utilisations"
    case .note: "note"
    }
  }
}
