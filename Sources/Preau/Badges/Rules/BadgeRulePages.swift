import HTML
import HTTP

/// The pages on which a rule is made and looked at before it gives anything.
enum BadgeRulePages {
  /// Beyond this, « or more » is said.
  static let mostCounted = 2_000
  private static let mostShown = 200

  /// - Parameter rule: as it stands; nil: none.
  static func show(
    _ badge: BadgeClass, _ rule: BadgeRule?, _ draft: BadgeRuleDraft, _ spaces: [Space],
    _ problems: [BadgeRuleDraft.Problem], _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeRules
    var found = FormProblems()
    for problem in problems { found.add(say.say(problem), to: problem.field) }
    let frame = PageFrame(
      title: say.title(badge.version.name), menu: .badges, status: found.isEmpty ? 200 : 422,
      hasProblems: !found.isEmpty)
    return visit.page(frame) { page in
      head(badge, visit, &page)
      page.problems(found.list, visit.say.site)
      if let rule {
        // A private space is named to those alone who may read it.
        let isKnown = spaces.contains { $0.id == rule.space?.id }
        standing(rule, isKnown ? rule.space?.name : rule.shownSpace, badge, visit, &page)
      }
      page.form("/badges/\(badge.id.value)/regle", visit, .class("card stack form")) { page in
        page.h2 { $0.text(rule == nil ? say.make : say.change) }
        page.radios(
          Field(name: "quoi", label: say.what, hint: say.whatHint, problem: found["quoi"]),
          options: BadgeFact.allCases.map { ($0.rawValue, say.name($0), say.hint($0)) },
          chosen: draft.fact, visit.say.site)
        page.textField(
          Field(name: "combien", label: say.howMany, problem: found["combien"]),
          value: draft.least, visit.say.site, .named("inputmode", literally: "numeric"),
          .autocomplete("off"))
        page.choice(
          Field(name: "espace", label: say.place, hint: say.placeHint, problem: found["espace"]),
          options: [("", say.everywhere)] + spaces.map { (String($0.id.value), $0.name) },
          chosen: draft.space, visit.say.site)
        page.p(.class("actions")) { page in
          page.button(.class("button button--main"), .name("etape"), .value("voir")) {
            $0.text(say.rehearse)
          }
          page.a(.class("button"), .href(badge.address)) { $0.text(visit.say.site.cancel) }
        }
      }
      if rule != nil { page.gestures(visit) }
    }
  }

  private static func head(_ badge: BadgeClass, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badgeRules
    page.trail([("/badges", visit.say.badges.title), (badge.address, badge.version.name)], visit)
    page.head(say.title(badge.version.name), say.advice)
  }

  private static func standing(
    _ rule: BadgeRule, _ space: String?, _ badge: BadgeClass, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.badgeRules
    let id = badge.id.value
    page.section(.class("card stack")) { page in
      page.h2 { page in
        page.text(say.standing + " ")
        page.span(.class("state")) { $0.text(rule.isPaused ? say.paused : say.running) }
      }
      page.p { $0.text(say.sentence(rule, space)) }
      if badge.state != .active { page.p(.class("notice")) { $0.text(say.notOpenYet) } }
      page.p(.class("actions")) { page in
        page.gesture("/badges/\(id)/regle/pause", .class("button")) {
          $0.text(rule.isPaused ? say.resume : say.pause)
        }
        page.gesture("/badges/\(id)/regle/arret", .class("button button--quiet")) {
          $0.text(say.stop)
        }
      }
    }
  }

  // MARK: Before it gives anything

  static func rehearse(
    _ badge: BadgeClass, _ rule: BadgeRule, _ draft: BadgeRuleDraft,
    _ candidates: [BadgeCandidate], _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeRules
    return visit.page(PageFrame(title: say.rehearsalTitle, menu: .badges)) { page in
      page.trail(
        [
          ("/badges", visit.say.badges.title), (badge.address, badge.version.name),
          ("/badges/\(badge.id.value)/regle", say.link),
        ], visit)
      page.head(say.rehearsalTitle, say.sentence(rule, rule.space?.name))
      page.form("/badges/\(badge.id.value)/regle", visit, .class("card stack form")) { page in
        for (name, value) in [
          ("quoi", draft.fact), ("combien", draft.least), ("espace", draft.space),
        ] {
          page.input(.type("hidden"), .named("name", name), .value(value))
        }
        let new = candidates.filter { $0.standing == .new }
        page.p { page in
          page.strong {
            $0.text(say.wouldGet(new.count, candidates.count >= mostCounted))
          }
        }
        people(new, visit, &page)
        page.p { $0.text(badge.state == .active ? say.confirmAdvice : say.notOpenYet) }
        page.p(.class("actions")) { page in
          page.button(.class("button button--main"), .name("etape"), .value("confirmer")) {
            $0.text(say.confirm)
          }
          page.button(.class("button"), .name("etape"), .value("corriger")) {
            $0.text(visit.say.badges.correct)
          }
          page.a(.class("button"), .href(badge.address)) { $0.text(visit.say.site.cancel) }
        }
      }
      others(candidates, .holds, say.haveIt, visit, &page)
      others(candidates, .before, say.hadIt, visit, &page)
    }
  }

  private static func others(
    _ candidates: [BadgeCandidate], _ standing: BadgeCandidate.Standing, _ title: String,
    _ visit: Visit, _ page: inout Page
  ) {
    let found = candidates.filter { $0.standing == standing }
    if found.isEmpty { return }
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(title) }
      people(found, visit, &page)
    }
  }

  private static func people(
    _ candidates: [BadgeCandidate], _ visit: Visit, _ page: inout Page
  ) {
    if candidates.isEmpty { return }
    page.ul(.class("rows"), .role("list")) { page in
      for candidate in candidates.prefix(mostShown) {
        page.li { page in
          page.span { page in
            page.signature(candidate.author, visit)
            page.text(" · \(candidate.count)")
          }
        }
      }
    }
    let rest = candidates.count - mostShown
    if rest > 0 { page.p(.class("meta")) { $0.text(visit.say.badgeRules.andOthers(rest)) } }
  }

  // MARK: On the page of the badge

  /// What the rule asks, and how far the reader is.
  ///
  /// - Parameter own: how much was counted of the reader; nil for a visitor.
  static func fact(_ rule: BadgeRule, own: Int?, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badgeRules
    page.dt { $0.text(say.byRule) }
    page.dd { page in
      page.text(say.sentence(rule, rule.shownSpace))
      if let own { page.text(" " + say.progress(own, rule.least)) }
    }
  }
}
