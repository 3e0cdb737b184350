import HTML
import HTTP

/// What a space holds, for those who look after it.
enum HeldChoicePages {
  static func address(of space: Space) -> Address { "/espaces/\(space.slug)/relecture" }

  static func show(
    _ space: Space, _ holding: Holding, _ firstPosts: String, hasProblem: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.held
    let frame = PageFrame(
      title: say.choiceTitleOf(space.name), menu: .spaces, status: hasProblem ? 422 : 200,
      hasProblems: hasProblem)
    return visit.page(frame) { page in
      page.trail([("/espaces", visit.say.site.spaces), (space.address, space.name)], visit)
      page.head(say.choiceTitleOf(space.name), say.choiceAdvice)
      if hasProblem { page.problems([("premiers", say.firstProblem)], visit.say.site) }
      page.form(address(of: space), visit, .class("card form stack")) { page in
        page.radios(
          Field(name: "relecture", label: say.choiceLabel),
          options: Holding.allCases.map { ($0.rawValue, say.holding($0), say.holdingHint($0)) },
          chosen: holding.rawValue, visit.say.site)
        page.textField(
          Field(
            name: "premiers", label: say.firstLabel, hint: say.firstHint,
            problem: hasProblem ? say.firstProblem : ""),
          value: firstPosts, visit.say.site, .named("inputmode", literally: "numeric"),
          .autocomplete("off"))
        page.p { $0.mainButton(visit.say.site.save) }
      }
    }
  }
}
