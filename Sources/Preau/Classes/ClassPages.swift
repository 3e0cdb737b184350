import HTML
import HTTP

/// The list of one's classes, a new class, and a class as its teacher sees it.
enum ClassPages {
  // MARK: The list

  static func list(_ classes: [SchoolClass], _ visit: Visit) -> Response {
    let say = visit.say.classes
    return visit.page(PageFrame(title: say.title, menu: .spaces)) { page in
      page.div(.class("head head--row")) { page in
        page.h1 { $0.text(say.title) }
        if visit.viewer.teaches {
          page.a(.class("button button--main"), .href("/classes/nouvelle")) { $0.text(say.new) }
        }
      }
      if classes.isEmpty {
        page.p(.class("empty")) { $0.text(visit.viewer.teaches ? say.noneYet : say.none) }
      }
      page.classes(classes, visit)
      page.p { page in
        page.a(.class("button"), .href("/classe")) { $0.text(say.joinByCode) }
      }
    }
  }

  // MARK: A new class

  static func new(
    _ draft: ClassDraft, _ problem: ClassDraft.Problem?, _ visit: Visit
  ) -> Response {
    let say = visit.say.classes
    let problems = problems(problem, say)
    let frame = PageFrame(
      title: say.newTitle, menu: .spaces, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail([("/classes", say.title)], visit)
      page.head(say.newTitle, say.newAdvice)
      page.problems(problems.list, visit.say.site)
      page.form("/classes/nouvelle", visit, .class("card form")) { page in
        questions(draft, problems, visit, &page)
        page.mainButton(say.create)
      }
    }
  }

  static func problems(_ problem: ClassDraft.Problem?, _ say: ClassStrings) -> FormProblems {
    guard let problem else { return FormProblems() }
    return FormProblems(say.draftProblem(problem), in: problem == .yearUnknown ? "annee" : "nom")
  }

  static func questions(
    _ draft: ClassDraft, _ problems: FormProblems, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.classes
    page.textField(
      Field(
        name: "nom", label: say.className, hint: say.classNameHint, problem: problems["nom"]),
      value: draft.name, visit.say.site, .autocomplete("off"), .flag("required", true))
    page.choice(
      Field(name: "annee", label: say.year, problem: problems["annee"]),
      options: SchoolYear.offered(visit.now).map { (String($0.first), $0.text) },
      chosen: draft.year, visit.say.site)
  }

  // MARK: One class

  static func show(_ roll: ClassRoll, _ visit: Visit) -> Response {
    let found = roll.found
    let say = visit.say.classes
    let frame = PageFrame(
      title: found.space.name, menu: .spaces, mainClass: "wide page page--aside")
    return visit.page(frame) { page in
      page.div { page in
        head(found, visit, &page)
        waiting(roll, visit, &page)
        learners(roll, visit, &page)
        helpers(roll, visit, &page)
      }
      page.aside(.class("aside"), .label(say.tools)) { page in
        door(found, visit, &page)
        tools(found, visit, &page)
      }
      page.gestures(visit)
    }
  }

  private static func head(_ found: SchoolClass, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.classes
    page.div(.class("head")) { page in
      page.trail([("/classes", say.title)], visit)
      page.h1 { $0.text(found.space.name) }
      if found.isClosed {
        page.p(.class("notice notice--wait")) { $0.text(say.closedForTeacher) }
      }
      page.p(.class("actions")) { page in
        page.a(.class("button button--main"), .href(found.space.address)) { $0.text(say.threads) }
        page.a(.class("button"), .href("/espaces/\(found.space.slug)/bureau")) {
          $0.text(visit.say.help.title)
        }
        if !found.isClosed {
          page.a(.class("button"), .href("/classes/\(found.id.value)/noms")) {
            $0.text(say.addNames)
          }
        }
      }
    }
  }

  /// What to write on the board, while the class is open.
  private static func door(_ found: SchoolClass, _ visit: Visit, _ page: inout Page) {
    if found.isClosed { return }
    let say = visit.say.classes
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.code) }
      page.p(.class("class-code")) { page in page.code { $0.text(found.code.shown) } }
      page.p(.class("long")) { $0.text(say.codeAdvice(visit.baseURL + "/classe")) }
      page.p { page in
        page.a(.class("button button--quiet"), .href("/classes/\(found.id.value)/code")) {
          $0.text(say.renewCode)
        }
      }
    }
  }

  static func renewCode(_ found: SchoolClass, _ visit: Visit) -> Response {
    let say = visit.say.classes
    return visit.page(PageFrame(title: say.renewCode, menu: .spaces)) { page in
      page.trail([("/classes", say.title), (found.address, found.space.name)], visit)
      page.head(say.renewCodeTitle(found.code.shown), say.renewCodeAdvice)
      page.form("/classes/\(found.id.value)/code", visit) { page in
        page.p(.class("actions")) { page in
          page.mainButton(say.renewCode)
          page.a(.class("button"), .href(found.address)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }

  private static func waiting(_ roll: ClassRoll, _ visit: Visit, _ page: inout Page) {
    if roll.waiting.isEmpty { return }
    let say = visit.say.classes
    let id = roll.found.id.value
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.waitingTitle) }
      page.p { $0.text(say.waitingAdvice) }
      people(roll.waiting, visit, &page) { page, author in
        if author.role == .learner && !roll.found.isClosed {
          button("/classes/\(id)/admission?comme=eleve", say.admitAsLearner, author, visit, &page)
        }
        if !roll.found.isClosed {
          button("/classes/\(id)/admission", say.admitAsHelper, author, visit, &page)
        }
        button("/classes/\(id)/refus", say.refuse, author, visit, &page)
      }
    }
  }

  private static func button(
    _ action: Address, _ label: String, _ author: Author, _ visit: Visit, _ page: inout Page
  ) {
    page.gesture(
      action, .class("button"), .name("membre"), .value(String(author.id.value))
    ) { page in
      page.text(label)
      page.span(.class("unseen")) { $0.text(visit.say.site.colon + author.name) }
    }
  }

  private static func learners(_ roll: ClassRoll, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.classes
    let id = roll.found.id.value
    page.section(.class("stack")) { page in
      page.h2 { $0.text(say.learners(roll.learners.count)) }
      if roll.learners.isEmpty {
        page.p(.class("empty")) { $0.text(say.noLearners) }
        return
      }
      people(roll.learners.map(\.author), visit, &page) { page, author in
        page.a(.class("button"), .href("/classes/\(id)/eleves/\(author.id.value)")) {
          page in
          page.text(say.lookAfter)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + author.name) }
        }
      }
      if roll.found.isClosed { return }
      page.p { page in
        page.a(.class("button"), .href("/classes/\(id)/billets")) { $0.text(say.newSlips) }
      }
    }
  }

  private static func helpers(_ roll: ClassRoll, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.classes
    page.section(.class("stack")) { page in
      page.h2 { $0.text(say.helpers) }
      page.p { $0.text(say.helpersAdvice) }
      if !roll.helpers.isEmpty { people(roll.helpers, visit, &page) { _, _ in } }
      page.p { page in
        page.a(.class("button"), .href("/espaces/\(roll.found.space.slug)/membres")) {
          $0.text(say.nameHelpers)
        }
        if !roll.found.isClosed {
          page.a(.class("button"), .href(InvitationPlace(found: roll.found).address)) {
            $0.text(visit.say.members.invitations.classLink)
          }
        }
      }
    }
  }

  private static func people(
    _ people: [Author], _ visit: Visit, _ page: inout Page,
    buttons: (inout Page, Author) -> Void
  ) {
    page.ul(.class("rows"), .role("list")) { page in
      for author in people {
        page.li { page in
          page.span { page in
            page.signature(author, visit)
            if author.role != .learner {
              page.span(.class("meta")) { $0.text(" · " + visit.say.members.role(author.role)) }
            }
          }
          page.span(.class("actions")) { buttons(&$0, author) }
        }
      }
    }
  }

  private static func tools(_ found: SchoolClass, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.classes
    let id = found.id.value
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.yearTools) }
      page.p { page in
        page.a(.class("button"), .href("/classes/\(id)/suite")) { $0.text(say.nextYear) }
      }
      page.form("/classes/\(id)/archive", visit) { page in
        page.button(.class("button")) { $0.text(say.archive) }
      }
      page.p(.class("meta")) { $0.text(say.archiveAdvice) }
      if found.isClosed {
        page.form("/classes/\(id)/reouverture", visit) { page in
          page.button(.class("button button--quiet")) { $0.text(say.reopen) }
        }
      } else {
        page.p { page in
          page.a(.class("button button--quiet"), .href("/classes/\(id)/fermeture")) {
            $0.text(say.close)
          }
        }
      }
      page.p { page in
        page.a(.href(HeldChoicePages.address(of: found.space))) {
          $0.text(visit.say.held.choiceTitle)
        }
      }
      page.p { page in
        page.a(.href("/espaces/\(found.space.slug)/journal")) { $0.text(visit.say.journal.link) }
      }
    }
  }
}

extension Page {
  /// Classes, one a line: each leads where its reader works in it.
  mutating func classes(_ classes: [SchoolClass], _ visit: Visit) {
    if classes.isEmpty { return }
    let say = visit.say.classes
    ul(.class("rows"), .role("list")) { page in
      for found in classes {
        page.li { page in
          page.span { page in
            page.a(.href(found.space.address)) { page in
              page.strong { $0.text(found.space.name) }
            }
            if found.isClosed { page.span(.class("meta")) { $0.text(" · " + say.closed) } }
          }
          if visit.teaches(found) {
            page.a(.class("button"), .href(found.address)) { page in
              page.text(found.waiting == 0 ? say.manage : say.manageWaiting(found.waiting))
              page.span(.class("unseen")) { $0.text(visit.say.site.colon + found.space.name) }
            }
          }
        }
      }
    }
  }
}
