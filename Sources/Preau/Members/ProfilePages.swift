import HTML
import HTTP

/// A member as others see them, and the form behind it.
enum ProfilePages {
  static func show(_ visit: Visit, _ card: ProfileStore.Card) -> Response {
    let say = visit.say.members
    let isMine = card.id == visit.viewer.member?.id
    return visit.page(PageFrame(title: card.name)) { page in
      page.div(.class("head profile")) { page in
        Avatar.usual(of: card.name, number: card.id.value, &page)
        page.h1 { $0.text(card.name) }
        page.p(.class("meta")) {
          $0.text(say.profile.roleSince(say.role(card.role), visit.say.dates.day(card.joined)))
        }
      }
      if card.about.utf8.isEmpty {
        page.p(.class("meta")) { $0.text(say.profile.nothingSaid) }
      } else {
        page.div(.class("prose")) { $0.sanitized(card.about) }
      }
      if isMine {
        page.p { page in
          page.a(.class("button"), .href("/mon-preau/profil")) { $0.text(say.profile.edit) }
        }
      }
      if visit.viewer.isAdministrator { DirectoryPages.powers(over: card, visit, &page) }
    }
  }

  static func form(
    _ visit: Visit, _ draft: ProfileDraft, _ problems: FormProblems, status: Int = 422
  ) -> Response {
    let say = visit.say.members.profile
    let frame = PageFrame(
      title: say.title, status: problems.isEmpty ? 200 : status, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title)
      page.problems(problems.list, visit.say.site)
      page.form("/mon-preau/profil", visit, .class("card form")) { page in
        questions(visit, draft, problems, &page)
        page.mainButton(visit.say.site.save)
      }
      if let member = visit.viewer.member {
        page.p { page in
          page.a(.href("/membres/\(member.id.value)")) { $0.text(say.asOthersSee) }
        }
      }
    }
  }

  static func wait(_ visit: Visit, _ draft: ProfileDraft, _ seconds: Int) -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "courriel")
    var response = form(visit, draft, problems, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }

  private static func questions(
    _ visit: Visit, _ draft: ProfileDraft, _ problems: FormProblems, _ page: inout Page
  ) {
    let say = visit.say.members.profile
    let signUp = visit.say.members.signUp
    if draft.isClassAccount {
      page.p { page in
        page.strong { $0.text(draft.name) }
        page.text(" ")
        page.span(.class("hint")) { $0.text(visit.say.classes.nameIsTeachers) }
      }
    } else {
      page.textField(
        Field(name: "nom", label: signUp.name, hint: signUp.nameHint, problem: problems["nom"]),
        value: draft.name, visit.say.site, .autocomplete("nickname"), .flag("required", true))
    }
    page.textArea(
      Field(
        name: "presentation", label: say.about, hint: say.aboutHint,
        problem: problems["presentation"], isOptional: true),
      value: draft.about, rows: 6, visit.say.site)
    if visit.viewer.member?.role == .learner && !draft.isClassAccount {
      page.checkbox(
        Field(name: "nom_public", label: say.publicName, hint: say.publicNameHint),
        isChecked: draft.hasPublicName, visit.say.site)
    }
    page.choice(
      Field(name: "langue", label: say.language, hint: say.languageHint),
      options: [
        (value: "", label: say.browsersLanguage), (value: "fr", label: "Français"),
        (value: "en", label: "English"),
      ], chosen: draft.language, visit.say.site)
    if draft.isClassAccount { return }
    page.textField(
      Field(
        name: "courriel", label: signUp.email, hint: signUp.emailHint,
        problem: problems["courriel"], isOptional: true),
      value: draft.email, type: "email", visit.say.site, .autocomplete("email"))
  }
}
