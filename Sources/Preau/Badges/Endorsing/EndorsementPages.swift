import HTML
import HTTP

/// The pages on which people vouch for badges.
enum EndorsementPages {
  // MARK: Writing

  static func form(
    _ badge: BadgeClass, _ award: BadgeAward?, _ speaker: EndorsementRoutes.Speaker,
    _ draft: EndorsementDraft, _ problems: [EndorsementDraft.Problem], _ visit: Visit
  ) -> Response {
    let say = visit.say.endorsing
    var found = FormProblems()
    for problem in problems { found.add(say.problem(problem), to: problem.field) }
    return ResourceActPages.form(
      say.endorseTitle(badge.version.name), badge.address,
      "/badges/\(badge.id.value)/recommander", visit.say.badges.send, found, visit, menu: .badges
    ) { page in
      page.p { $0.text(say.endorseAdvice) }
      fields(speaker, draft, found, visit, &page)
    }
  }

  private static func fields(
    _ speaker: EndorsementRoutes.Speaker, _ draft: EndorsementDraft, _ problems: FormProblems,
    _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.endorsing
    if !visit.viewer.isLoggedIn {
      page.textField(
        Field(name: "nom", label: say.name, problem: problems["nom"]), value: draft.name,
        visit.say.site, .named("autocomplete", literally: "name"))
      page.textField(
        Field(name: "metier", label: say.job, hint: say.jobHint, problem: problems["metier"]),
        value: draft.job, visit.say.site, .named("autocomplete", literally: "organization-title"))
      page.textField(
        Field(name: "organisme", label: say.organisation, isOptional: true),
        value: draft.organisation, visit.say.site,
        .named("autocomplete", literally: "organization"))
    } else if !speaker.issuers.isEmpty {
      let oneself = speaker.mayBeOneself ? [("", say.oneself)] : []
      page.choice(
        Field(name: "au-nom-de", label: say.speaker),
        options: speaker.issuers.map { (String($0.id.value), $0.name) } + oneself,
        chosen: draft.speaker, visit.say.site)
    }
    page.textArea(
      Field(name: "mots", label: say.words, hint: say.wordsHint, problem: problems["mots"]),
      value: draft.words, rows: 6, visit.say.site)
  }

  /// A link to be handed on. It is shown once.
  static func made(
    _ token: Token, _ back: Address, _ badge: String, _ visit: Visit
  ) -> Response {
    let say = visit.say.endorsing
    return visit.page(PageFrame(title: say.madeTitle, menu: .badges)) { page in
      page.trail([("/badges", visit.say.badges.title), (back, badge)], visit)
      page.head(say.madeTitle, say.madeAdvice)
      page.p(.class("card secret")) { page in
        let address = Address("/recommander/\(token.text)")
        page.a(.href(address)) { $0.text(visit.site.badges.base + address.text) }
      }
      page.p(.class("actions")) { page in
        page.a(.class("button"), .href(back)) { $0.text(say.back) }
      }
    }
  }

  /// What a link opens: the badge, and the form; or what was written already.
  static func link(
    _ opened: EndorsementRoutes.Opened, _ token: String, _ draft: EndorsementDraft,
    _ problems: [EndorsementDraft.Problem], _ visit: Visit
  ) -> Response {
    let say = visit.say.endorsing
    var found = FormProblems()
    for problem in problems { found.add(say.problem(problem), to: problem.field) }
    let title =
      opened.award == nil
      ? say.endorseTitle(opened.version.name)
      : say.endorsePersonTitle(
        opened.one.called.isEmpty ? say.somebody : opened.one.called, opened.version.name)
    let frame = PageFrame(
      title: title, menu: .badges, status: found.isEmpty ? 200 : 422, hasProblems: !found.isEmpty,
      reads: true)
    var response = visit.page(frame) { page in
      page.div(.class("badge-head")) { page in
        page.drawing(of: opened.version)
        page.head(title, opened.version.description)
      }
      page.problems(found.list, visit.say.site)
      page.details(.class("card")) { page in
        page.summary { $0.text(visit.say.badges.criteria) }
        page.div(.class("prose"), visit.writtenLanguage) {
          $0.markdown(opened.version.criteria)
        }
      }
      if opened.one.state == .asked {
        page.form("/recommander/\(token)", visit, .class("card stack form")) { page in
          page.p { page in
            page.text(visit.viewer.isLoggedIn ? say.endorseAdvice : say.strangerAdvice)
          }
          fields(opened.speaker, draft, found, visit, &page)
          page.p(.class("actions")) { $0.mainButton(visit.say.badges.send) }
        }
      } else {
        written(opened.one, token, visit, &page)
      }
    }
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response
  }

  private static func written(
    _ one: BadgeEndorsement, _ token: String, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.endorsing
    page.section(.class("card stack")) { page in
      page.p { page in page.strong { $0.text(say.standing(one.state)) } }
      if one.state == .withdrawn { return }
      page.endorsement(one, visit)
      let isMine = one.author == nil || one.author?.id == visit.viewer.member?.id
      if !isMine { return }
      page.form("/recommander/\(token)/retrait", visit, .class("actions no-print")) { page in
        page.button(.class("button button--quiet")) { $0.text(say.takeBack) }
      }
    }
  }

  // MARK: Reading

  /// On the page of a badge.
  static func section(_ view: BadgeView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.endorsing
    let badge = view.badge
    let keeps = view.rights.mayKeep
    guard !view.endorsements.isEmpty || view.mayEndorse || keeps, badge.state != .draft else {
      return
    }
    page.section(.class("card stack"), .id("recommandations")) { page in
      page.h2 { $0.text(say.endorsements) }
      if view.endorsements.isEmpty { page.p(.class("empty")) { $0.text(say.noneYet) } }
      for one in view.endorsements {
        page.endorsement(one, visit)
        if keeps { withdrawal(one, say.remove, visit, &page) }
      }
      if !view.waitingEndorsements.isEmpty {
        page.h3 { $0.text(say.waiting) }
        for one in view.waitingEndorsements {
          page.endorsement(one, visit)
          if one.award != nil { page.p(.class("meta")) { $0.text(say.aboutPerson) } }
          page.p(.class("actions no-print")) { page in
            let name = visit.say.site.colon + page.who(one, visit)
            page.gesture(
              "/badges/recommandations/\(one.id.value)/accord", .class("button button--main")
            ) { page in
              page.text(say.confirm)
              page.span(.class("unseen")) { $0.text(name) }
            }
            page.gesture(
              "/badges/recommandations/\(one.id.value)/retrait", .class("button button--quiet")
            ) { page in
              page.text(say.remove)
              page.span(.class("unseen")) { $0.text(name) }
            }
          }
        }
      }
      if badge.state != .active { return }
      if view.mayEndorse {
        page.p(.class("actions no-print")) { page in
          page.a(.class("button"), .href("/badges/\(badge.id.value)/recommander")) {
            $0.text(say.endorse)
          }
        }
      }
      if keeps {
        page.form("/badges/\(badge.id.value)/invitation", visit, .class("actions no-print")) {
          page in
          page.button(.class("button")) { $0.text(say.invite) }
        }
      }
    }
  }

  private static func withdrawal(
    _ one: BadgeEndorsement, _ words: String, _ visit: Visit, _ page: inout Page
  ) {
    let name = visit.say.site.colon + page.who(one, visit)
    page.p(.class("actions no-print")) { page in
      page.gesture(
        "/badges/recommandations/\(one.id.value)/retrait", .class("button button--quiet")
      ) { page in
        page.text(words)
        page.span(.class("unseen")) { $0.text(name) }
      }
    }
  }

  /// On the page of one's own badge: what others say of it, and the link by which they are asked.
  static func own(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.endorsing
    page.section(.class("card stack no-print"), .id("recommandations")) { page in
      page.h2 { $0.text(say.endorsements) }
      page.p { $0.text(say.ownAdvice) }
      for one in sheet.endorsed.award {
        page.endorsement(one, visit)
        page.p(.class("actions")) { page in
          page.span(.class("state")) { $0.text(one.isShown ? say.shown : say.hidden) }
          page.gesture(
            "/mes-badges/recommandations/\(one.id.value)/visible", .class("button")
          ) { page in
            page.text(one.isShown ? say.hide : say.show)
            page.span(.class("unseen")) {
              $0.text(visit.say.site.colon + $0.who(one, visit))
            }
          }
        }
      }
      page.form("/mes-badges/\(sheet.award.id.value)/invitation", visit, .class("form")) { page in
        page.textField(
          Field(name: "appele", label: say.called, hint: say.calledHint, isOptional: true),
          value: "", visit.say.site, .autocomplete("off"))
        page.button(.class("button")) { $0.text(say.askSomebody) }
      }
    }
  }

  /// What a member wrote of badges.
  static func written(
    _ lines: [(one: BadgeEndorsement, badge: String)], _ visit: Visit
  ) -> Response {
    let say = visit.say.endorsing
    return visit.page(PageFrame(title: say.mine, menu: .badges)) { page in
      page.trail(
        [("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine)], visit)
      page.head(say.mine, say.mineAdvice)
      if lines.isEmpty { page.p(.class("empty")) { $0.text(say.noneWritten) } }
      for (one, badge) in lines {
        page.section(.class("card stack")) { page in
          page.h2(visit.writtenLanguage) { $0.text(badge) }
          page.p { page in page.span(.class("state")) { $0.text(say.standing(one.state)) } }
          page.endorsement(one, visit)
          withdrawal(one, say.takeBack, visit, &page)
        }
      }
      if !lines.isEmpty { page.gestures(visit) }
    }
  }
}

extension Page {
  /// What anybody reads who sees a badge.
  mutating func endorsements(_ list: [BadgeEndorsement], _ visit: Visit) {
    if list.isEmpty { return }
    section(.class("stack")) { page in
      page.h2 { $0.text(visit.say.endorsing.endorsements) }
      for one in list { page.endorsement(one, visit) }
    }
  }

  /// The words of one, and whose they are.
  mutating func endorsement(_ one: BadgeEndorsement, _ visit: Visit) {
    let say = visit.say.endorsing
    figure(.class("endorsement")) { page in
      page.blockquote(.class("prose"), visit.writtenLanguage) { $0.markdown(one.words) }
      page.figcaption { page in
        page.text("— " + page.who(one, visit))
        if let given = one.given { page.text(", " + visit.say.dates.day(given)) }
        if one.kind == .professional, one.state == .given {
          page.text(" · " + say.confirmedBy(one.signer.name))
        }
      }
    }
  }

  /// Whose words they are, as this reader may know it.
  func who(_ one: BadgeEndorsement, _ visit: Visit) -> String {
    switch one.kind {
    case .issuer, nil: one.signer.name
    case .professional: one.attribution(unnamed: "") ?? ""
    case .peer: one.author.map { visit.name(of: $0) } ?? visit.say.members.deletedMember
    }
  }
}
