import HTML
import HTTP

/// The pages on which administrators invite people.
enum InvitationPages {
  static func list(
    _ visit: Visit, _ open: [Invitation], _ draft: InvitationDraft, _ problems: FormProblems
  ) -> Response {
    let say = visit.say.members.invitations
    let frame = PageFrame(
      title: say.listTitle, status: problems.isEmpty ? 200 : 422, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.listTitle, say.introduction)
      page.problems(problems.list, visit.say.site)
      page.form("/invitations", visit, .class("card form")) { page in
        page.h2 { $0.text(say.new) }
        questions(visit, draft, problems, &page)
        page.mainButton(say.make)
      }
      page.section { page in
        page.h2 { $0.text(say.open) }
        if open.isEmpty { page.p { $0.text(say.none) } }
        page.ul(.class("rows"), .role("list")) { page in
          for invitation in open { row(invitation, visit, &page) }
        }
      }
    }
  }

  private static func questions(
    _ visit: Visit, _ draft: InvitationDraft, _ problems: FormProblems, _ page: inout Page
  ) {
    let say = visit.say.members
    page.choice(
      Field(name: "role", label: say.directory.role, problem: problems["role"]),
      options: Member.Role.allCases.map { (value: $0.rawValue, label: say.role($0)) },
      chosen: draft.role, visit.say.site)
    page.textField(
      Field(
        name: "jours", label: say.invitations.days, hint: say.invitations.daysHint,
        problem: problems["jours"]),
      value: draft.days, visit.say.site, .named("inputmode", literally: "numeric"))
    page.textField(
      Field(
        name: "utilisations", label: say.invitations.uses, hint: say.invitations.usesHint,
        problem: problems["utilisations"]),
      value: draft.uses, visit.say.site, .named("inputmode", literally: "numeric"))
    page.textField(
      Field(
        name: "note", label: say.invitations.note, hint: say.invitations.noteHint,
        problem: problems["note"], isOptional: true),
      value: draft.note, visit.say.site)
  }

  private static func row(_ invitation: Invitation, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.members
    let role = say.role(invitation.role)
    page.li { page in
      page.div { page in
        page.strong { $0.text(role) }
        if !invitation.note.isEmpty { page.text(" · " + invitation.note) }
        page.p(.class("meta")) {
          $0.text(
            say.invitations.left(invitation.usesLeft, visit.say.dates.day(invitation.expires)))
        }
      }
      page.form("/invitations/\(invitation.id.value)/retrait", visit) { page in
        let name = invitation.note.isEmpty ? role : "\(role), \(invitation.note)"
        page.button(.class("button button--quiet"), .label(say.invitations.revokeThat(name))) {
          $0.text(say.invitations.revoke)
        }
      }
    }
  }

  /// Where an invitation is typed that came on paper, or by telephone.
  static func askForCode(
    _ visit: Visit, _ typed: String, _ problems: FormProblems, status: Int = 422
  ) -> Response {
    let say = visit.say.members.invitations
    let frame = PageFrame(
      title: say.title, status: problems.isEmpty ? 200 : status, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.head(say.title, say.codeIntroduction)
      page.problems(problems.list, visit.say.site)
      page.form("/invitation", visit, .class("card form")) { page in
        page.textField(
          Field(name: "code", label: say.code, hint: say.codeHint, problem: problems["code"]),
          value: typed, visit.say.site, .autocomplete("off"), .capitals("characters"),
          .flag("required", true))
        page.mainButton(say.useCode)
      }
    }
  }

  static func wait(_ visit: Visit, _ typed: String, _ seconds: Int) -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "code")
    var response = askForCode(visit, typed, problems, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }

  /// The link and the code, once.
  static func made(
    _ visit: Visit, _ invitation: NewInvitation, _ token: Token, _ code: WrittenCode
  ) -> Response {
    let say = visit.say.members
    let until = visit.say.dates.day(visit.now + invitation.days * 86_400)
    let link: Address = "/invitation/\(token.text)"
    var response = visit.page(PageFrame(title: say.invitations.madeTitle)) { page in
      page.trail([("/invitations", say.invitations.listTitle)], visit)
      page.head(say.invitations.madeTitle)
      page.div(.class("card")) { page in
        page.p {
          $0.text(say.invitations.madeFor(say.role(invitation.role), invitation.uses, until))
        }
        page.p(.class("secret prose")) { page in
          page.code { $0.text(visit.baseURL + link.text) }
        }
        page.p { $0.text(say.invitations.orCode(visit.baseURL + "/invitation")) }
        page.p(.class("secret prose")) { page in page.code { $0.text(code.text) } }
        page.p { $0.text(say.invitations.madeAdvice) }
      }
    }
    response["Cache-Control"] = "no-store"
    return response
  }
}
