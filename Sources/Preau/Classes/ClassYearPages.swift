import HTML
import HTTP

/// The pages of the end of a school year.
enum ClassYearPages {
  static func close(_ found: SchoolClass, _ visit: Visit) -> Response {
    let say = visit.say.classes
    let title = say.closeTitle(found.space.name)
    return visit.page(PageFrame(title: title, menu: .spaces)) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(title, say.closeAdvice)
      page.form("/classes/\(found.id.value)/fermeture", visit) { page in
        page.p(.class("actions")) { page in
          page.mainButton(say.close)
          page.a(.class("button"), .href(found.address)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }

  static func next(
    _ draft: ClassDraft, _ problem: ClassDraft.Problem?, _ roll: ClassRoll, _ visit: Visit
  ) -> Response {
    let say = visit.say.classes
    let found = roll.found
    let problems = ClassPages.problems(problem, say)
    let frame = PageFrame(
      title: say.nextTitle, menu: .spaces, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    let chosen = Set(visit.form.all("membre"))
    return visit.page(frame) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(say.nextTitle, say.nextAdvice)
      page.problems(problems.list, visit.say.site)
      page.form("/classes/\(found.id.value)/suite", visit, .class("card form")) { page in
        ClassPages.questions(draft, problems, visit, &page)
        people(say.whoContinues, roll.learners.map(\.author), problem, chosen, isMeant: true, &page)
        people(say.whoHelpsOn, roll.helpers, problem, chosen, isMeant: false, &page)
        if !found.isClosed {
          page.checkbox(
            Field(name: "fermer", label: say.closeThis(found.space.name)), isChecked: true,
            visit.say.site)
        }
        page.mainButton(say.makeNext)
      }
    }
  }

  private static func people(
    _ title: String, _ people: [Author], _ problem: ClassDraft.Problem?, _ chosen: Set<String>,
    isMeant: Bool, _ page: inout Page
  ) {
    if people.isEmpty { return }
    page.fieldset(.class("field")) { page in
      page.legend { $0.text(title) }
      for author in people {
        let isChecked = problem == nil ? isMeant : chosen.contains(String(author.id.value))
        RollPages.choice("membre", author, isChecked: isChecked, &page)
      }
    }
  }
}
