import HTML
import HTTP

/// The pages on which a teacher fills a class and looks after one learner.
enum RollPages {
  // MARK: Names

  static func paste(
    _ text: String, _ order: NameList.Order, _ problem: PasteProblem?, of found: SchoolClass,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.classes
    let problems = problem.map { FormProblems(say.pasteProblem($0), in: "noms") } ?? FormProblems()
    let frame = PageFrame(
      title: say.addNames, menu: .spaces, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(say.addNames, say.pasteAdvice)
      page.problems(problems.list, visit.say.site)
      page.form("/classes/\(found.id.value)/noms", visit, .class("card form")) { page in
        page.textArea(
          Field(name: "noms", label: say.names, hint: say.namesHint, problem: problems["noms"]),
          value: text, rows: 14, visit.say.site)
        page.choice(
          Field(name: "ordre", label: say.nameOrder),
          options: NameList.Order.allCases.map { ($0.rawValue, say.nameOrders($0)) },
          chosen: order.rawValue, visit.say.site)
        page.mainButton(say.reviewNames)
      }
    }
  }

  static func review(_ review: NameReview, of found: SchoolClass, _ visit: Visit) -> Response {
    let say = visit.say.classes
    let frame = PageFrame(
      title: say.reviewTitle, menu: .spaces, status: review.isRefused ? 422 : 200,
      hasProblems: review.isRefused)
    return visit.page(frame) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(say.reviewTitle, say.reviewAdvice)
      if review.isRefused {
        page.p(.class("problem"), .role("alert")) { $0.text(say.reviewRefused) }
      }
      page.p { page in page.strong { $0.text(say.willBeMade(review.newCount)) } }
      if review.repeated > 0 { page.p { $0.text(say.repeated(review.repeated)) } }
      if !review.headings.isEmpty { page.p { $0.text(say.leftOut(review.headings)) } }
      page.form("/classes/\(found.id.value)/eleves", visit, .class("card form")) { page in
        page.ol(.class("roll")) { page in
          for (index, row) in review.rows.enumerated() {
            page.li { line(row, index, review, visit, &$0) }
          }
        }
        page.mainButton(say.makeAccounts)
        page.p(.class("meta")) { $0.text(say.makeAdvice) }
      }
    }
  }

  private static func line(
    _ row: NameRow, _ index: Int, _ review: NameReview, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.classes
    let id = "nom-\(index + 1)"
    let remark =
      row.problem.map { say.rowProblem($0, visit.say.members.signUp) }
      ?? (review.isTaken(row) ? say.inClassAlready : "")
    page.input(.type("hidden"), .name("ligne"), .value(row.typed))
    page.label(.for(id)) { page in
      page.span(.class("unseen")) { $0.text(say.nameShownFor) }
      page.text(row.typed)
    }
    page.input(
      .type("text"), .id(id), .name("nom"), .value(row.name), .autocomplete("off"),
      .when(!remark.isEmpty, .named("aria-describedby", id + "-remarque")),
      .when(row.problem != nil, .named("aria-invalid", literally: "true")))
    if !remark.isEmpty {
      page.span(.class(row.problem == nil ? "hint" : "problem"), .id(id + "-remarque")) {
        $0.text(remark)
      }
    }
  }

  // MARK: Secrets

  static func chooseSlips(
    _ learners: [ClassLearner], of found: SchoolClass, _ problems: FormProblems, _ visit: Visit
  ) -> Response {
    let say = visit.say.classes
    let frame = PageFrame(
      title: say.newSlips, menu: .spaces, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(say.newSlips, say.newSlipsAdvice)
      if learners.isEmpty {
        page.p(.class("empty")) { $0.text(say.noLearners) }
        return
      }
      page.problems(problems.list, visit.say.site)
      page.form("/classes/\(found.id.value)/billets", visit, .class("card form")) { page in
        page.fieldset(.class("field"), .id("eleve"), .named("tabindex", literally: "-1")) { page in
          page.legend { $0.text(say.forWhom) }
          for learner in learners {
            choice("eleve", learner.author, isChecked: false, &page)
          }
        }
        page.div(.class("buttons")) { page in
          page.mainButton(say.makeSlips)
          page.button(.class("button"), .name("tous"), .value("oui")) {
            $0.text(say.makeAllSlips(learners.count))
          }
        }
      }
    }
  }

  /// A box to tick for one person.
  static func choice(
    _ name: StaticString, _ author: Author, isChecked: Bool, _ page: inout Page
  ) {
    let id = "\(name)-\(author.id.value)"
    page.div(.class("choice")) { page in
      page.input(
        .type("checkbox"), .id(id), .name(name), .value(String(author.id.value)),
        .flag("checked", isChecked))
      page.label(.for(id)) { $0.text(author.name) }
    }
  }

  // MARK: One learner

  static func learner(
    _ learner: ClassLearner, of found: SchoolClass, _ problem: NameRow.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.classes
    let name = learner.author.name
    let (id, member) = (found.id.value, learner.author.id.value)
    let problems =
      problem.map { FormProblems(say.rowProblem($0, visit.say.members.signUp), in: "nom") }
      ?? FormProblems()
    let frame = PageFrame(
      title: name, menu: .spaces, status: problem == nil ? 200 : 422, hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(name)
      page.problems(problems.list, visit.say.site)
      if found.isClosed {
        page.p(.class("notice notice--wait")) { $0.text(say.closedForTeacher) }
      } else if learner.isInCare {
        page.form("/classes/\(id)/billets", visit, .class("card form")) { page in
          page.h2 { $0.text(say.secret) }
          page.p { $0.text(say.secretAdvice) }
          page.input(.type("hidden"), .name("eleve"), .value(String(member)))
          page.mainButton(say.newSecret)
        }
        page.form("/classes/\(id)/eleves/\(member)/nom", visit, .class("card form")) { page in
          page.h2 { $0.text(say.changeName) }
          page.textField(
            Field(name: "nom", label: say.nameShown, hint: say.nameHint, problem: problems["nom"]),
            value: name, visit.say.site, .autocomplete("off"), .flag("required", true))
          page.button(.class("button")) { $0.text(visit.say.site.save) }
        }
      } else {
        page.p(.class("card")) { $0.text(say.notInCare) }
      }
      page.p { page in
        page.a(.class("button"), .href("/classes/\(id)/eleves/\(member)/retrait")) {
          $0.text(say.takeOut)
        }
      }
    }
  }

  /// Asks again before somebody is put out.
  static func remove(
    _ learner: ClassLearner, from found: SchoolClass, _ visit: Visit
  ) -> Response {
    let say = visit.say.classes
    let name = learner.author.name
    let (id, member) = (found.id.value, learner.author.id.value)
    let address = Address("/classes/\(id)/eleves/\(member)")
    return visit.page(PageFrame(title: say.takeOutTitle(name), menu: .spaces)) { page in
      page.trail(
        [("/classes", say.title), (found.address, found.space.name), (address, name)], visit)
      page.head(say.takeOutTitle(name), say.takeOutAdvice)
      page.form("/classes/\(id)/eleves/\(member)/retrait", visit) { page in
        page.p(.class("actions")) { page in
          page.mainButton(say.takeOutOf(found.space.name))
          page.a(.class("button"), .href(address)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }
}
