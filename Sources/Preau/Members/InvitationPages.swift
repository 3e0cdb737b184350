import HTML
import HTTP

/// The invitations of a place that still let somebody in, and where they were sent.
struct InvitationList {
  let place: InvitationPlace
  let open: [Invitation]
  let mailed: [Invitation.ID: InvitationMail.Sent]
}

/// The pages on which administrators and teachers invite people.
enum InvitationPages {
  static func list(
    _ visit: Visit, _ list: InvitationList, _ draft: InvitationDraft, _ problems: FormProblems
  ) -> Response {
    let say = visit.say.members.invitations
    let (place, open) = (list.place, list.open)
    let title = place.found.map { say.classTitle($0.space.name) } ?? say.listTitle
    let frame = PageFrame(
      title: title, status: problems.isEmpty ? 200 : 422, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      trail(place, visit, &page)
      page.head(title, place.found == nil ? say.introduction : say.classIntroduction)
      page.problems(problems.list, visit.say.site)
      page.form(place.address, visit, .class("card form")) { page in
        page.h2 { $0.text(say.new) }
        questions(visit, draft, problems, place, &page)
        page.mainButton(say.make)
      }
      page.section { page in
        page.h2 { $0.text(say.open) }
        if open.isEmpty { page.p { $0.text(say.none) } }
        page.ul(.class("rows"), .role("list")) { page in
          for invitation in open {
            row(invitation, list.mailed[invitation.id], place, visit, &page)
          }
        }
      }
    }
  }

  private static func trail(_ place: InvitationPlace, _ visit: Visit, _ page: inout Page) {
    if let found = place.found {
      page.trail(
        [("/classes", visit.say.classes.title), (found.address, found.space.name)], visit)
    } else {
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
    }
  }

  private static func questions(
    _ visit: Visit, _ draft: InvitationDraft, _ problems: FormProblems, _ place: InvitationPlace,
    _ page: inout Page
  ) {
    let say = visit.say.members
    if place.found == nil {
      page.choice(
        Field(name: "role", label: say.directory.role, problem: problems["role"]),
        options: Member.Role.allCases.map { (value: $0.rawValue, label: say.role($0)) },
        chosen: draft.role, visit.say.site)
    }
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
        name: "note", label: say.invitations.note,
        hint: place.found == nil ? say.invitations.noteHint : say.invitations.classNoteHint,
        problem: problems["note"], isOptional: true),
      value: draft.note, visit.say.site)
    if visit.site.configuration.mail.url == nil { return }
    page.textField(
      Field(
        name: "courriel", label: say.invitations.email, hint: say.invitations.emailHint,
        problem: problems["courriel"], isOptional: true),
      value: draft.email, type: "email", visit.say.site, .autocomplete("off"))
  }

  private static func row(
    _ invitation: Invitation, _ mailed: InvitationMail.Sent?, _ place: InvitationPlace,
    _ visit: Visit, _ page: inout Page
  ) {
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
        if let mailed {
          page.p(.class("meta")) { $0.text(say.invitations.mailed(mailed)) }
        }
      }
      page.form(place.revocation(of: invitation.id), visit) { page in
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
    _ visit: Visit, _ invitation: NewInvitation, _ secrets: InvitationSecrets,
    _ place: InvitationPlace
  ) -> Response {
    let say = visit.say.members
    let until = visit.say.dates.day(visit.now + invitation.days * 86_400)
    let link: Address = "/invitation/\(secrets.token.text)"
    var response = visit.page(PageFrame(title: say.invitations.madeTitle)) { page in
      page.trail([(place.address, say.invitations.listTitle)], visit)
      page.head(
        say.invitations.madeTitle, invitation.email.map { say.invitations.sentTo($0.text) } ?? "")
      page.div(.class("card")) { page in
        page.p {
          $0.text(say.invitations.madeFor(say.role(invitation.role), invitation.uses, until))
        }
        page.p(.class("secret prose")) { page in
          page.code { $0.text(visit.baseURL + link.text) }
        }
        page.p { $0.text(say.invitations.orCode(visit.baseURL + "/invitation")) }
        page.p(.class("secret prose")) { page in page.code { $0.text(secrets.code.text) } }
        page.p { $0.text(say.invitations.madeAdvice) }
      }
    }
    response["Cache-Control"] = "no-store"
    return response
  }
}
