import HTML
import HTTP

/// The pages on which badges are given and taken back.
enum BadgeAwardPages {
  /// What the form shows.
  struct Form {
    let badge: BadgeClass
    /// Those that can be chosen.
    let classes: [SchoolClass]
    var draft = BadgeAwardDraft()
    /// The class that was chosen.
    var pupils: BadgePupils?
    /// What would be given to whom; nil before it was asked.
    var lines: [BadgeAwardDraft.Line]?
  }

  static func form(_ form: Form, _ visit: Visit) -> Response {
    let say = visit.say.badges
    let (badge, draft, lines) = (form.badge, form.draft, form.lines)
    let wrong = lines?.filter { $0.problem != nil } ?? []
    var problems = FormProblems()
    if lines?.isEmpty == true { problems.add(say.peopleMissing, to: "personnes") }
    for line in wrong.prefix(20) {
      guard let problem = line.problem else { continue }
      problems.add(say.lineProblem(line.number, line.typed, problem), to: "personnes")
    }
    let isReady = problems.isEmpty && lines != nil
    let frame = PageFrame(
      title: say.awardTitle, menu: .badges, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/badges", say.title), (badge.address, badge.version.name)], visit)
      page.head(say.awardTitle)
      if !problems.isEmpty { page.problems(problems.list, visit.say.site) }
      page.form("/badges/\(badge.id.value)/attribuer", visit, .class("card form")) { page in
        if isReady, let lines {
          preview(lines, draft, visit, &page)
        } else {
          page.textArea(
            Field(
              name: "personnes", label: say.people, hint: say.peopleHint,
              problem: problems["personnes"]), value: draft.people,
            rows: form.pupils == nil ? 8 : 3, visit.say.site)
          page.pupils(form.classes, form.pupils, draft, visit)
          page.checkbox(
            Field(name: "essai", label: say.test, hint: say.testHint), isChecked: draft.isTest,
            visit.say.site)
        }
        page.p(.class("actions")) { page in
          page.button(
            .class("button button--main"), .name("etape"),
            .value(isReady ? "attribuer" : "relire")
          ) { $0.text(isReady ? say.awardNow(lines?.count ?? 0) : say.reread) }
          if isReady {
            page.button(.class("button"), .name("etape"), .value("corriger")) {
              $0.text(say.correct)
            }
          }
          page.a(.class("button"), .href(badge.address)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }

  private static func preview(
    _ lines: [BadgeAwardDraft.Line], _ draft: BadgeAwardDraft, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badges
    page.input(.type("hidden"), .name("personnes"), .value(draft.people))
    page.chosenPupils(draft)
    if draft.isTest {
      page.input(.type("hidden"), .name("essai"), .value("oui"))
      page.p { page in page.span(.class("state")) { $0.text(say.test) } }
    }
    page.p { $0.text(say.previewAdvice) }
    page.ul(.class("rows"), .role("list")) { page in
      for line in lines {
        guard let author = line.author else { continue }
        page.li { page in
          page.span { page in
            page.strong { $0.text(visit.name(of: author)) }
            if !line.words.isEmpty { page.text(" · " + line.words) }
          }
        }
      }
    }
  }

  static func revoke(
    _ award: BadgeAward, _ badge: BadgeClass, _ author: Author, problem: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    var problems = FormProblems()
    if problem { problems.add(say.reasonMissing, to: "motif") }
    return ResourceActPages.form(
      say.revokeTitle, badge.address, "/badges/attributions/\(award.id.value)/revocation",
      say.revoke, problems, visit, menu: .badges
    ) { page in
      page.p { $0.text(say.revokeAdvice(badge.version.name, visit.name(of: author))) }
      page.textArea(
        Field(name: "motif", label: say.reason, hint: say.reasonHint, problem: problems["motif"]),
        value: visit.form["motif"] ?? "", rows: 3, visit.say.site)
    }
  }
}
