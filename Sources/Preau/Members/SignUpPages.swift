import HTML
import HTTP

/// The pages on which an account is made.
enum SignUpPages {
  static func form(
    _ visit: Visit, _ draft: SignUpDraft, _ problems: FormProblems, _ place: SignUpPlace,
    status: Int = 422
  ) -> Response {
    let say = visit.say.members.signUp
    let frame = PageFrame(
      title: say.title, status: problems.isEmpty ? 200 : status, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.head(say.title, say.introduction)
      if let invitation = place.invitation { purpose(invitation, visit, &page) }
      page.problems(problems.list, visit.say.site)
      page.form(place.address, visit, .class("card form")) { page in
        if !place.returning.isEmpty {
          page.input(.type("hidden"), .name("retour"), .value(place.returning))
        }
        questions(visit, draft, problems, isInvited: place.invitation != nil, &page)
        page.mainButton(say.submit)
      }
      if place.invitation == nil { page.p(.class("meta")) { $0.text(say.young) } }
      page.p { page in
        page.text(say.hasAccount + " ")
        page.a(.href(Address("/connexion").adding("retour", returning(place)))) {
          $0.text(visit.say.site.logIn)
        }
      }
      page.p { page in
        page.a(.href("/classe")) { $0.text(visit.say.classes.haveCode) }
      }
      if place.invitation == nil {
        page.p { page in
          page.a(.href("/invitation")) { $0.text(visit.say.members.invitations.haveCode) }
        }
      }
    }
  }

  /// Whoever has an account already enters a class with it.
  private static func returning(_ place: SignUpPlace) -> String {
    place.invitation?.space == nil ? place.returning : place.address.text
  }

  private static func purpose(_ invitation: Invitation, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.members
    let until = visit.say.dates.day(invitation.expires)
    page.p(.class("notice")) {
      $0.text(
        invitation.space == nil
          ? say.invitations.purpose(say.signUp.roleChoice(invitation.role), until)
          : say.invitations.classPurpose(invitation.spaceName, until))
    }
  }

  private static func questions(
    _ visit: Visit, _ draft: SignUpDraft, _ problems: FormProblems, isInvited: Bool,
    _ page: inout Page
  ) {
    let say = visit.say.members.signUp
    page.textField(
      Field(name: "nom", label: say.name, hint: say.nameHint, problem: problems["nom"]),
      value: draft.name, visit.say.site, .autocomplete("nickname"), .flag("required", true))
    page.textField(
      Field(
        name: "identifiant", label: say.login, hint: say.loginHint,
        problem: problems["identifiant"]),
      value: draft.login, visit.say.site, .autocomplete("username"), .capitals("none"),
      .flag("required", true))
    page.password(
      Field(
        name: "mot_de_passe", label: say.password, hint: say.passwordHint,
        problem: problems["mot_de_passe"]),
      .new, visit.say.site)
    if !isInvited {
      page.radios(
        Field(name: "role", label: say.role, problem: problems["role"]),
        options: SignUpDraft.openRoles.map {
          (value: $0.rawValue, label: say.roleChoice($0), hint: say.roleHint($0))
        }, chosen: draft.role, visit.say.site)
    }
    page.textField(
      Field(
        name: "courriel", label: say.email, hint: say.emailHint, problem: problems["courriel"],
        isOptional: true),
      value: draft.email, type: "email", visit.say.site, .autocomplete("email"))
  }

  static func wait(
    _ visit: Visit, _ draft: SignUpDraft, _ place: SignUpPlace, _ seconds: Int
  ) -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "nom")
    var response = form(visit, draft, problems, place, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }

  /// Why nobody can make an account here, or only with an invitation.
  static func notOpen(_ visit: Visit, status: Int) -> Response {
    let say = visit.say.members.signUp
    let isClosed = visit.site.configuration.signUp == .closed
    return words(visit, isClosed ? say.closed : say.byInvitation, status: status)
  }

  /// The link opens nothing any more. It may also never have opened anything.
  static func spent(_ visit: Visit) -> Response {
    words(visit, visit.say.members.invitations.spent, status: 410)
  }

  static func alreadyMember(_ visit: Visit, _ place: SignUpPlace) -> Response {
    let say = visit.say.members.invitations
    guard let invitation = place.invitation, invitation.space != nil else {
      return words(visit, say.alreadyMember, status: 200)
    }
    let title = say.enterTitle(invitation.spaceName)
    return visit.page(PageFrame(title: title)) { page in
      page.head(title, say.enterAdvice(visit.viewer.member?.name ?? ""))
      page.form(place.address, visit, .class("card form")) { $0.mainButton(say.enter) }
      page.p(.class("meta")) { page in
        page.text(visit.say.classes.notYou + " ")
        page.a(.href("/deconnexion")) { $0.text(visit.say.members.logIn.logOut) }
      }
    }
  }

  private static func words(
    _ visit: Visit, _ words: SiteStrings.Words, status: Int
  ) -> Response {
    visit.page(PageFrame(title: words.title, status: status)) { page in
      page.head(words.title, words.advice)
      page.p { page in
        page.a(.class("button"), .href("/")) { $0.text(visit.say.site.home) }
      }
    }
  }
}
