import HTML
import HTTP

/// What was done with a resource, and the form in which one tells.
enum UsePages {
  static func section(_ shown: ResourcePage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.resources
    let card = shown.view.resource
    page.section(.class("stack"), .id("retours")) { page in
      page.h2 { $0.text(say.usesTitle) }
      page.p(.class("uses__summary")) { page in
        page.strong { $0.text(summary(shown, visit)) }
      }
      if visit.viewer.isLoggedIn, shown.view.actor.mayTell, !card.isRemoved {
        page.p { page in
          page.a(.class("button button--main"), .href("/ressources/\(card.id.value)/retour")) {
            $0.text(shown.own.map { !$0.isRemoved } == true ? say.changeUse : say.tellUse)
          }
        }
      } else if !visit.viewer.isLoggedIn {
        page.p(.class("hint")) { $0.text(say.logInToTell) }
      }
      contexts(shown, visit, &page)
      if let context = shown.context {
        page.p { page in
          page.text(say.usesAbout(context.label(in: visit.say.language)) + " ")
          page.a(.href(card.address.at("retours"))) { $0.text(say.allUses) }
        }
      }
      page.ol(.class("uses"), .role("list")) { page in
        for use in shown.uses { page.li { page in report(use, shown, visit, &page) } }
      }
      pager(shown, visit, &page)
    }
  }

  /// « 32 utilisations, 26 referaient ; en CAP cuisine : 9 ».
  private static func summary(_ shown: ResourcePage, _ visit: Visit) -> String {
    let language = visit.say.language
    let pair = shown.summary.commonest.flatMap { pair -> (String, String, Int)? in
      guard let level = shown.concepts[pair.level], let track = shown.concepts[pair.track] else {
        return nil
      }
      return (level.label(in: language), track.label(in: language), pair.count)
    }
    return visit.say.resources.summary(shown.summary.counts, pair)
  }

  private static func contexts(_ shown: ResourcePage, _ visit: Visit, _ page: inout Page) {
    let found = shown.summary.byConcept.compactMap { id, count in
      shown.concepts[id].map { ($0, count) }
    }
    if found.count < 2 { return }
    let language = visit.say.language
    let sorted = found.sorted {
      $0.1 == $1.1 ? $0.0.label(in: language) < $1.0.label(in: language) : $0.1 > $1.1
    }
    page.details(.flag("open", shown.context != nil)) { page in
      page.summary { $0.text(visit.say.resources.byContext) }
      page.ul(.class("filters"), .role("list")) { page in
        for (concept, count) in sorted {
          let address = shown.view.resource.address.adding(
            "contexte", String(concept.id.value)
          ).at("retours")
          page.li { page in
            page.a(
              .href(address),
              .when(shown.context?.id == concept.id, .named("aria-current", literally: "true"))
            ) { $0.text(concept.label(in: language)) }
            page.text(" (\(count))")
          }
        }
      }
    }
  }

  private static func report(
    _ use: UseReport, _ shown: ResourcePage, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.resources
    page.article(.class("card stack use"), .id("retour-\(use.id.value)")) { page in
      page.h3 { page in
        page.signature(use.author, visit)
        if !use.speaksAs.isEmpty { page.text(", " + visit.title(use.speaksAs)) }
      }
      page.p(.class("meta")) { page in
        page.span(.class("state")) { $0.text(say.again(use.again)) }
        for concept in use.concepts.compactMap({ shown.concepts[$0] }) {
          page.span { $0.text(concept.label(in: visit.say.language)) }
        }
        page.moment(use.created, visit)
        if use.edited != nil { page.span { $0.text(say.edited) } }
      }
      if use.isRemoved {
        page.p(.class("notice notice--wait")) { $0.text(say.useRemoved(use.removedFor)) }
      }
      page.dl(.class("use__words"), visit.writtenLanguage) { page in
        part(say.sought, use.sought, visit, &page)
        part(say.happened, use.happened, visit, &page)
        part(say.changed, use.changed, visit, &page)
      }
      acts(use, shown, visit, &page)
    }
  }

  private static func part(
    _ label: String, _ text: String, _ visit: Visit, _ page: inout Page
  ) {
    if text.isEmpty { return }
    page.dt(.lang(visit.say.language.rawValue)) { $0.text(label) }
    page.dd { $0.paragraphs(visit.title(text)) }
  }

  private static func acts(
    _ use: UseReport, _ shown: ResourcePage, _ visit: Visit, _ page: inout Page
  ) {
    guard let member = visit.viewer.member else { return }
    let say = visit.say.resources
    let isOwn = use.author.id == member.id
    page.p(.class("actions")) { page in
      if isOwn, !use.isRemoved {
        page.gesture(
          "/ressources/retours/\(use.id.value)/effacement", .class("button button--quiet")
        ) { $0.text(say.withdraw) }
      } else if shown.view.actor.rights.mayModerate {
        if use.isRemoved {
          page.gesture(
            "/ressources/retours/\(use.id.value)/retablissement", .class("button button--quiet")
          ) { $0.text(say.restore) }
        } else {
          page.a(
            .class("button button--quiet"), .href("/ressources/retours/\(use.id.value)/retrait")
          ) { $0.text(say.remove) }
        }
      } else if !isOwn {
        let address = Address("/ressources/\(shown.view.resource.id.value)/signalement")
        page.a(
          .class("button button--quiet"), .href(address.adding("retour", String(use.id.value)))
        ) { $0.text(say.report) }
      }
    }
  }

  private static func pager(_ shown: ResourcePage, _ visit: Visit, _ page: inout Page) {
    if shown.next == nil && shown.isFirst { return }
    var address = shown.view.resource.address
    if let context = shown.context {
      address = address.adding("contexte", String(context.id.value))
    }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !shown.isFirst {
        page.a(.class("button"), .href(address)) { $0.text(visit.say.resources.start) }
      }
      if let next = shown.next {
        page.a(
          .class("button"), .rel("next"), .href(address.adding("depuis", next.text).at("retours"))
        ) { $0.text(visit.say.resources.more) }
      }
    }
  }

  // MARK: Forms

  static func write(_ form: UseForm, _ visit: Visit) -> Response {
    let say = visit.say.resources
    let site = visit.say.site
    let draft = form.draft
    let title = form.isChange ? say.changeUse : say.tellUse
    var problems = FormProblems()
    for problem in form.problems { problems.add(say.say(problem), to: problem.field) }
    return ResourceActPages.form(
      title, form.view.resource.address, "/ressources/\(form.view.resource.id.value)/retour",
      say.publish, problems, visit
    ) { page in
      page.p { $0.text(say.useAdvice(visit.title(form.view.resource.title))) }
      page.textField(
        Field(
          name: "en-tant-que", label: say.speaksAs, hint: say.speaksAsHint,
          problem: problems["en-tant-que"], isOptional: true),
        value: draft.speaksAs, site, .named("autocomplete", literally: "off"))
      select(UseSchemes.level, "niveau", say.level, draft.level, form, visit, &page)
      select(UseSchemes.track, "filiere", say.track, draft.track, form, visit, &page)
      select(UseSchemes.modality, "modalite", say.modality, draft.modality, form, visit, &page)
      page.textArea(
        Field(
          name: "cherche", label: say.sought, hint: say.soughtHint, problem: problems["cherche"],
          isOptional: true),
        value: draft.sought, rows: 3, site)
      page.textArea(
        Field(
          name: "arrive", label: say.happened, hint: say.happenedHint,
          problem: problems["arrive"]),
        value: draft.happened, rows: 5, site)
      page.textArea(
        Field(
          name: "change", label: say.changed, hint: say.changedHint, problem: problems["change"],
          isOptional: true),
        value: draft.changed, rows: 3, site)
      page.radios(
        Field(name: "referait", label: say.againQuestion, problem: problems["referait"]),
        options: UseReport.Again.allCases.map { ($0.word, say.againAnswer($0), "") },
        chosen: draft.again, site)
    }
  }

  /// One vocabulary as a list to choose from, what is narrower set in.
  private static func select(
    _ scheme: String, _ name: StaticString, _ label: String, _ chosen: String, _ form: UseForm,
    _ visit: Visit, _ page: inout Page
  ) {
    guard let tree = form.trees.first(where: { $0.scheme.slug == scheme }) else { return }
    page.choice(
      Field(name: name, label: label, isOptional: true),
      options: [("", visit.say.resources.notSaid)]
        + tree.options(in: visit.say.language, keeping: chosen),
      chosen: chosen, visit.say.site)
  }

  static func remove(
    _ report: UseReport, of view: ResourceView, problem: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.resources
    var problems = FormProblems()
    if problem { problems.add(say.reasonMissing, to: "motif") }
    return ResourceActPages.form(
      say.removeUseTitle, view.resource.address.at("retours"),
      "/ressources/retours/\(report.id.value)/retrait", say.remove, problems, visit
    ) { page in
      page.paragraphs(report.happened)
      page.textArea(
        Field(
          name: "motif", label: say.reason, hint: say.reasonHint, problem: problems["motif"]),
        value: visit.form["motif"] ?? "", rows: 4, visit.say.site)
    }
  }
}

extension UseDraft.Problem {
  /// The field of the form that it is about.
  var field: StaticString {
    switch self {
    case .happenedMissing, .tooLong(.happened): "arrive"
    case .againMissing: "referait"
    case .tooLong(.speaksAs): "en-tant-que"
    case .tooLong(.sought): "cherche"
    case .tooLong(.changed): "change"
    }
  }
}

extension ConceptTree {
  /// Every concept once, each below what is broader and set in.
  ///
  /// - Parameter chosen: a number that is kept although its concept is not to be used any more.
  func options(in language: Language, keeping chosen: String) -> [(value: String, label: String)] {
    var options: [(value: String, label: String)] = []
    var seen: Set<Concept.ID> = []
    func add(_ concepts: [Concept], _ path: [Concept.ID]) {
      for concept in concepts where seen.insert(concept.id).inserted {
        let value = String(concept.id.value)
        if !concept.isDeprecated || value == chosen {
          let indent = String(repeating: "\u{2003}", count: path.count)
          options.append((value, indent + concept.label(in: language)))
        }
        add(branches(of: concept, under: path), path + [concept.id])
      }
    }
    add(roots, [])
    return options
  }
}
