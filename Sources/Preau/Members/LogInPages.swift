import HTML
import HTTP

/// The pages of the way in and out.
enum LogInPages {
  static func form(
    _ visit: Visit, _ draft: LogInDraft, _ problems: FormProblems, status: Int = 422
  ) -> Response {
    let say = visit.say.members.logIn
    let frame = PageFrame(
      title: say.title, status: problems.isEmpty ? 200 : status, hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.head(say.title)
      page.problems(problems.list, visit.say.site)
      if !draft.keptForm.isEmpty {
        page.p(.class("notice"), .role("status")) { $0.text(say.kept) }
      }
      page.form("/connexion", visit, .class("card form")) { page in
        carry(draft, &page)
        page.textField(
          Field(
            name: "identifiant", label: say.name, hint: say.nameHint,
            problem: problems["identifiant"]),
          value: draft.name, visit.say.site, .autocomplete("username"), .capitals("none"),
          .flag("required", true))
        page.password(
          Field(
            name: "mot_de_passe", label: say.password, problem: problems["mot_de_passe"]),
          .current, visit.say.site)
        page.mainButton(say.submit)
      }
      otherWays(visit, draft, &page)
    }
  }

  /// Where to go after the log-in, and what waits for it.
  static func carry(_ draft: LogInDraft, _ page: inout Page) {
    if !draft.returning.isEmpty {
      page.input(.type("hidden"), .name("retour"), .value(draft.returning))
    }
    if !draft.keptForm.isEmpty {
      page.input(.type("hidden"), .name("garde"), .value(draft.keptForm))
    }
  }

  private static func otherWays(_ visit: Visit, _ draft: LogInDraft, _ page: inout Page) {
    let say = visit.say.members.logIn
    page.ul(.class("ways"), .role("list")) { page in
      page.li { page in
        page.a(.href(classAddress(draft))) { $0.text(visit.say.classes.haveCode) }
      }
      if visit.site.configuration.signUp == .open {
        page.li { page in
          page.text(say.noAccount + " ")
          page.a(.href(signUpAddress(draft))) { $0.text(visit.say.site.signUp) }
        }
      }
      page.li { page in
        page.a(.href("/mot-de-passe-perdu")) { $0.text(say.lostPassword) }
      }
    }
  }

  private static func classAddress(_ draft: LogInDraft) -> Address {
    var address: Address = "/classe"
    if !draft.returning.isEmpty { address = address.adding("retour", draft.returning) }
    if !draft.keptForm.isEmpty { address = address.adding("garde", draft.keptForm) }
    return address
  }

  private static func signUpAddress(_ draft: LogInDraft) -> Address {
    draft.returning.isEmpty
      ? "/inscription" : Address("/inscription").adding("retour", draft.returning)
  }

  /// Too many tries: how long to wait (RFC 6585 §4).
  static func wait(_ visit: Visit, _ draft: LogInDraft, _ seconds: Int) -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "identifiant")
    var response = form(visit, draft, problems, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }

  static func logOut(_ visit: Visit) -> Response {
    let say = visit.say.members.logIn
    return visit.page(PageFrame(title: say.logOut)) { page in
      page.head(say.logOut)
      page.p { $0.text(say.logOutAdvice) }
      page.form("/deconnexion", visit) { page in
        page.mainButton(say.logOut)
        page.text(" ")
        page.a(.class("button"), .href("/mon-preau")) { $0.text(visit.say.site.cancel) }
      }
    }
  }
}
