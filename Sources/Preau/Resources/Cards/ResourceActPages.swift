import HTML
import HTTP

/// Small forms about a card.
enum ResourceActPages {
  static func remove(_ view: ResourceView, problem: Bool, _ visit: Visit) -> Response {
    let say = visit.say.resources
    var problems = FormProblems()
    if problem { problems.add(say.reasonMissing, to: "motif") }
    return form(
      say.removeTitle, view.resource.address, "/ressources/\(view.resource.id.value)/retrait",
      say.remove, problems, visit
    ) { page in
      page.p { $0.text(say.removeAdvice(visit.title(view.resource.title))) }
      if view.actor.isOwner { return }
      page.textArea(
        Field(
          name: "motif", label: say.reason, hint: say.reasonHint, problem: problems["motif"]),
        value: visit.form["motif"] ?? "", rows: 4, visit.say.site)
    }
  }

  static func vouch(_ view: ResourceView, _ problems: FormProblems, _ visit: Visit) -> Response {
    let say = visit.say.resources
    return form(
      say.vouchTitle(visit.title(view.resource.title)), view.resource.address,
      "/ressources/\(view.resource.id.value)/accessibilite", say.send, problems, visit
    ) { page in
      page.p { $0.text(say.vouchAdvice) }
      page.ul { page in
        for term in view.access.terms { page.li { $0.text(term.sentence(in: visit.say.language)) } }
        if view.access.terms.isEmpty { page.li { $0.text(say.noAccess) } }
      }
      page.radios(
        Field(name: "avis", label: say.opinion, problem: problems["avis"]),
        options: [
          (AccessibilityCard.Trust.peer.rawValue, say.opinionRight, ""),
          (AccessibilityCard.Trust.problem.rawValue, say.opinionProblem, ""),
        ], chosen: visit.form["avis"] ?? "", visit.say.site)
      page.textArea(
        Field(
          name: "mot", label: say.opinionWords, hint: say.opinionWordsHint,
          problem: problems["mot"], isOptional: true),
        value: visit.form["mot"] ?? "", rows: 4, visit.say.site)
    }
  }

  static func report(
    _ view: ResourceView, use: String, _ problem: String?, _ visit: Visit
  ) -> Response {
    let say = visit.say.resources
    var problems = FormProblems()
    if let problem { problems.add(problem, to: "mot") }
    return form(
      use.isEmpty ? say.reportTitle : say.reportUseTitle, view.resource.address,
      "/ressources/\(view.resource.id.value)/signalement", say.send, problems, visit
    ) { page in
      page.p { $0.text(say.reportAdvice(visit.title(view.resource.title))) }
      page.input(.type("hidden"), .name("retour"), .value(use))
      page.textArea(
        Field(name: "mot", label: say.reportWords, problem: problems["mot"]),
        value: visit.form["mot"] ?? "", rows: 5, visit.say.site)
    }
  }

  /// One card with a few fields, and the way back.
  static func form(
    _ title: String, _ back: Address, _ action: Address, _ send: String,
    _ problems: FormProblems, _ visit: Visit, menu: MenuEntry = .resources,
    takesFiles: Bool = false,
    _ fields: (inout Page) -> Void
  ) -> Response {
    let frame = PageFrame(
      title: title, menu: menu, status: problems.isEmpty ? 200 : 422,
      hasProblems: !problems.isEmpty)
    return visit.page(frame) { page in
      page.head(title)
      page.problems(problems.list, visit.say.site)
      page.form(
        action, visit, .class("card stack form"),
        .when(takesFiles, .named("enctype", literally: "multipart/form-data"))
      ) { page in
        fields(&page)
        page.p(.class("actions")) { page in
          page.mainButton(send)
          page.a(.class("button"), .href(back)) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }
}
