import HTTP
import SQLite

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
    try list(visit, InvitationPlace())
  }

  static func list(
    _ visit: Visit, _ place: InvitationPlace, _ draft: InvitationDraft = InvitationDraft(),
    _ problems: FormProblems = FormProblems()
  ) throws -> Response {
    try visit.read { db in
      let open = try InvitationStore.open(of: place.found?.id, at: visit.now, db)
      let mailed = try InvitationMailStore.mailed(of: place.found?.id, at: visit.now, db)
      return InvitationPages.list(
        visit, InvitationList(place: place, open: open, mailed: mailed), draft, problems)
    }
  }

  static func make(_ visit: Visit) throws -> Response {
    try make(visit, InvitationDraft(visit), InvitationPlace())
  }

  /// The link is in the answer, and in a mail where one was asked for: it cannot be shown again.
  static func make(
    _ visit: Visit, _ draft: InvitationDraft, _ place: InvitationPlace
  ) throws -> Response {
    do {
      let invitation = try draft.checked()
      let seed = Crypto.randomBytes(32)
      let secrets = InvitationSecrets(seed: seed, key: visit.site.key.bytes)
      try visit.write { try add(invitation, seed, secrets, place, visit, $0) }
      return InvitationPages.made(visit, invitation, secrets, place)
    } catch let problems as InvitationDraft.Problems {
      return try list(visit, place, draft, problems.said(visit))
    }
  }

  private static func add(
    _ invitation: NewInvitation, _ seed: [UInt8], _ secrets: InvitationSecrets,
    _ place: InvitationPlace, _ visit: Visit, _ db: Writer
  ) throws {
    let (member, space) = (try visit.member.id, place.found?.id)
    if let space { try ClassRoutes.open(space, visit, db) }
    let id = try InvitationStore.add(
      invitation, secrets, to: space, by: member, at: visit.now, db)
    if let email = invitation.email {
      let sent = try InvitationMailStore.count(by: member, since: visit.now + -86_400, db)
      if sent >= InvitationDraft.mostMailsADay {
        throw InvitationDraft.Problems(list: [.tooManyMails])
      }
      try InvitationMailStore.put(id, to: email, seed, at: visit.now, db)
    }
    try Journal.write(
      .invitationMade, by: member, in: space, about: .invitation(id),
      detail: invitation.role.rawValue, at: visit.now, db)
  }

  static func revoke(_ visit: Visit, _ invitation: Invitation.ID) throws -> Response {
    try revoke(visit, invitation, InvitationPlace())
  }

  static func revoke(
    _ visit: Visit, _ invitation: Invitation.ID, _ place: InvitationPlace
  ) throws -> Response {
    let (member, space) = (try visit.member.id, place.found?.id)
    try visit.write { db in
      guard try InvitationStore.revoke(invitation, of: space, db) else { return }
      try Journal.write(
        .invitationRevoked, by: member, in: space, about: .invitation(invitation), at: visit.now,
        db)
    }
    return visit.redirect(to: place.address, notice: .invitationRevoked)
  }
}

extension InvitationDraft {
  init(_ visit: Visit) {
    role = visit.field("role")
    days = visit.field("jours")
    uses = visit.field("utilisations")
    note = visit.field("note").nfc
    email = visit.site.configuration.mail.url == nil ? "" : visit.field("courriel")
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
    case .email, .tooManyMails: "courriel"
    }
  }
}
