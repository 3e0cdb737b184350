import HTML
import HTTP

/// The pages on which a password is replaced.
enum PasswordPages {
  static func change(
    _ visit: Visit, _ problems: FormProblems, status: Int = 422
  ) throws -> Response {
    let say = visit.say.members.passwords
    let member = try visit.member.id
    let hasSlip = try visit.read { try ClassRollStore.isClassAccount(member, $0) }
    let frame = PageFrame(
      title: say.changeTitle, status: problems.isEmpty ? 200 : status,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.changeTitle, say.changeIntroduction)
      page.problems(problems.list, visit.say.site)
      page.form("/mon-preau/mot-de-passe", visit, .class("card form")) { page in
        page.accountName(visit)
        page.password(
          Field(
            name: "mot_de_passe", label: say.old, hint: hasSlip ? say.oldIsSecret : "",
            problem: problems["mot_de_passe"]),
          .current, visit.say.site)
        page.password(
          Field(
            name: "nouveau_mot_de_passe", label: say.new,
            hint: visit.say.members.signUp.passwordHint,
            problem: problems["nouveau_mot_de_passe"]), .new, visit.say.site)
        page.mainButton(say.change)
      }
    }
  }

  static func lost(
    _ visit: Visit, name: String, _ problems: FormProblems, status: Int = 422
  ) -> Response {
    let say = visit.say.members
    let frame = PageFrame(
      title: say.passwords.lostTitle, status: problems.isEmpty ? 200 : status,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.head(say.passwords.lostTitle, say.passwords.lostIntroduction)
      page.problems(problems.list, visit.say.site)
      page.form("/mot-de-passe-perdu", visit, .class("card form")) { page in
        page.h2 { $0.text(say.passwords.haveCode) }
        page.textField(
          Field(name: "identifiant", label: say.logIn.name, problem: problems["identifiant"]),
          value: name, visit.say.site, .autocomplete("username"), .capitals("none"),
          .flag("required", true))
        // A code is used once and seen by two people: it is not given back either.
        page.textField(
          Field(
            name: "code", label: say.passwords.code, hint: say.passwords.codeHint,
            problem: problems["code"]),
          value: "", visit.say.site, .autocomplete("one-time-code"), .capitals("characters"),
          .flag("required", true))
        page.password(
          Field(
            name: "mot_de_passe", label: say.passwords.new, hint: say.signUp.passwordHint,
            problem: problems["mot_de_passe"]), .new, visit.say.site)
        page.mainButton(say.passwords.change)
      }
      page.p { $0.text(visit.say.classes.lostSecretElsewhere) }
    }
  }

  static func wait(_ visit: Visit, _ seconds: Int) throws -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "mot_de_passe")
    var response = try change(visit, problems, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }

  static func waitLost(_ visit: Visit, _ name: String, _ seconds: Int) -> Response {
    let problems = FormProblems(visit.say.members.logIn.wait(seconds), in: "identifiant")
    var response = lost(visit, name: name, problems, status: 429)
    response["Retry-After"] = String(seconds)
    return response
  }
}
