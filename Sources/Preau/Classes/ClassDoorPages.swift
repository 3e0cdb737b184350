import HTML
import HTTP

/// The door of a class, in words for somebody of thirteen.
enum ClassDoorPages {
  static func form(
    _ draft: DoorDraft, _ problems: FormProblems, _ visit: Visit, status: Int = 422
  ) -> Response {
    let say = visit.say.classes
    let frame = PageFrame(
      title: say.doorTitle, status: problems.isEmpty ? 200 : status,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.head(say.doorTitle, say.doorAdvice)
      page.problems(problems.list, visit.say.site)
      if !draft.entry.keptForm.isEmpty {
        page.p(.class("notice"), .role("status")) { $0.text(visit.say.members.logIn.kept) }
      }
      page.form("/classe", visit, .class("card form")) { page in
        LogInPages.carry(draft.entry, &page)
        codeField(draft.code, problems, visit, &page)
        page.textField(
          Field(
            name: "nom", label: say.doorName, hint: say.doorNameHint, problem: problems["nom"]),
          value: draft.name, visit.say.site, .autocomplete("username"), .capitals("words"),
          .flag("required", true))
        page.textField(
          Field(
            name: "secret", label: say.doorSecret, hint: say.doorSecretHint,
            problem: problems["secret"]),
          value: "", type: "password", visit.say.site, .autocomplete("current-password"),
          .flag("required", true))
        page.mainButton(say.enter)
      }
      page.ul(.class("ways"), .role("list")) { page in
        page.li { $0.text(say.lostSecret) }
        page.li { page in
          page.a(.href(otherWay(draft))) { $0.text(say.haveAccount) }
        }
      }
    }
  }

  private static func otherWay(_ draft: DoorDraft) -> Address {
    var returning = draft.entry.returning
    if returning.isEmpty { returning = Address("/classe").adding("code", draft.code).text }
    return Address("/connexion").adding("retour", returning)
  }

  private static func codeField(
    _ code: String, _ problems: FormProblems, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.classes
    page.textField(
      Field(name: "code", label: say.doorCode, hint: say.doorCodeHint, problem: problems["code"]),
      value: code, visit.say.site, .autocomplete("off"), .capitals("characters"),
      .flag("required", true), .named("spellcheck", literally: "false"))
  }

  static func wait(_ draft: DoorDraft, _ seconds: Int, _ visit: Visit) -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "code")
    var response = form(draft, problems, visit, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }

  /// For somebody who is logged in already.
  static func ask(
    _ code: String, _ problems: FormProblems, _ visit: Visit, status: Int = 422
  ) -> Response {
    let say = visit.say.classes
    let frame = PageFrame(
      title: say.askTitle, status: problems.isEmpty ? 200 : status, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/classes", say.title)], visit)
      page.head(say.askTitle, say.askAdvice(visit.viewer.member?.name ?? ""))
      page.problems(problems.list, visit.say.site)
      page.form("/classes/demande", visit, .class("card form")) { page in
        codeField(code, problems, visit, &page)
        page.mainButton(say.ask)
      }
      page.p(.class("meta")) { page in
        page.text(say.notYou + " ")
        page.a(.href("/deconnexion")) { $0.text(visit.say.members.logIn.logOut) }
      }
    }
  }
}
