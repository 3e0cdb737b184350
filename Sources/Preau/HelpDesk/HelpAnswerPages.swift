import HTML
import HTTP

/// The pages of the answers that serve again, and the way from them to a reply.
enum HelpAnswerPages {
  static func list(
    _ answers: [HelpAnswer], _ draft: HelpAnswerDraft, _ space: Space, _ visit: Visit
  ) -> Response {
    let say = visit.say.help.answers
    return visit.page(frame(say.title, draft)) { page in
      trail(space, visit, &page)
      page.head(say.title, say.advice)
      page.gestures(visit)
      problems(draft, visit, &page)
      if answers.isEmpty { page.p(.class("empty")) { $0.text(say.empty) } }
      for answer in answers { card(answer, space, visit, &page) }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.new) }
        form("/espaces/\(space.slug)/bureau/reponses", draft, visit, &page)
      }
    }
  }

  static func edit(
    _ answer: HelpAnswer, _ draft: HelpAnswerDraft, _ space: Space, _ visit: Visit
  ) -> Response {
    let say = visit.say.help.answers
    return visit.page(frame(say.editTitle, draft)) { page in
      trail(space, visit, &page)
      page.head(say.editTitle)
      problems(draft, visit, &page)
      page.section(.class("card stack")) { page in
        form("/espaces/\(space.slug)/bureau/reponses/\(answer.id.value)", draft, visit, &page)
      }
    }
  }

  private static func frame(_ title: String, _ draft: HelpAnswerDraft) -> PageFrame {
    PageFrame(
      title: title, menu: .spaces, status: draft.problem == nil ? 200 : 422,
      hasProblems: draft.problem != nil)
  }

  private static func trail(_ space: Space, _ visit: Visit, _ page: inout Page) {
    page.trail(
      [
        (space.address, space.name), ("/espaces/\(space.slug)/bureau", visit.say.help.title),
        ("/espaces/\(space.slug)/bureau/reponses", visit.say.help.answers.title),
      ], visit)
  }

  private static func problems(_ draft: HelpAnswerDraft, _ visit: Visit, _ page: inout Page) {
    guard let problem = draft.problem else { return }
    page.problems([(problem.field, problem.words(visit.say.help.answers))], visit.say.site)
  }

  private static func card(
    _ answer: HelpAnswer, _ space: Space, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.help.answers
    page.article(.class("card stack")) { page in
      page.h2(visit.writtenLanguage) { $0.text(answer.name) }
      page.div(visit.writtenLanguage) { $0.paragraphs(answer.body) }
      page.p(.class("actions")) { page in
        page.a(
          .class("button"), .href("/espaces/\(space.slug)/bureau/reponses/\(answer.id.value)")
        ) { page in
          page.text(say.edit)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + answer.name) }
        }
        page.gesture(
          "/espaces/\(space.slug)/bureau/reponses/retrait", .class("button button--quiet"),
          .name("reponse"), .value(String(answer.id.value))
        ) { page in
          page.text(say.remove)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + answer.name) }
        }
      }
    }
  }

  private static func form(
    _ action: Address, _ draft: HelpAnswerDraft, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.help.answers
    let problem = draft.problem.map { ($0.field.description, $0.words(say)) }
    page.form(action, visit, .class("form stack")) { page in
      page.textField(
        Field(
          name: "nom", label: say.name, hint: say.nameHint,
          problem: problem?.0 == "nom" ? problem?.1 ?? "" : ""), value: draft.name,
        visit.say.site, .named("maxlength", String(HelpAnswer.longestName)))
      page.textArea(
        Field(
          name: "texte", label: say.body, hint: say.bodyHint,
          problem: problem?.0 == "texte" ? problem?.1 ?? "" : ""), value: draft.body, rows: 8,
        visit.say.site)
      page.p { $0.mainButton(visit.say.site.save) }
    }
  }
}

extension HelpAnswerDraft.Problem {
  fileprivate var field: StaticString {
    switch self {
    case .nameMissing, .tooMany: "nom"
    case .bodyMissing, .bodyTooLong: "texte"
    }
  }

  fileprivate func words(_ say: HelpAnswerStrings) -> String {
    switch self {
    case .nameMissing: say.nameMissing
    case .bodyMissing: say.bodyMissing
    case .bodyTooLong: say.bodyTooLong
    case .tooMany: say.tooMany
    }
  }
}
