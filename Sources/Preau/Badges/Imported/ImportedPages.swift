import Credentials
import HTML
import HTTP

/// The pages about badges from elsewhere.
enum ImportedPages {
  // MARK: Bringing

  /// - Parameter problem: nil when the form is asked for.
  static func ask(
    _ draft: ImportDraft, _ problem: String?, status: Int = 422, _ visit: Visit
  ) -> Response {
    let say = visit.say.imported
    var problems = FormProblems()
    if let problem { problems.add(problem, to: "fichiers") }
    let frame = PageFrame(
      title: say.bring, menu: .badges, status: problem == nil ? 200 : status,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail(
        [("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine)], visit)
      page.head(say.bring, say.bringAdvice)
      page.problems(problems.list, visit.say.site)
      form(draft, problems, visit, &page)
    }
  }

  private static func form(
    _ draft: ImportDraft, _ problems: FormProblems, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.imported
    page.form(
      "/mes-badges/apporter", visit, .class("card stack form"),
      .named("enctype", literally: "multipart/form-data")
    ) { page in
      page.fileField(
        Field(
          name: "fichiers", label: say.files, hint: say.filesHint, problem: problems["fichiers"]),
        accept: ".png,.svg,.json,.jwt,.jws,.txt,.zip,image/png,image/svg+xml,application/json",
        visit.say.site, .flag("multiple", true))
      page.textArea(
        Field(name: "texte", label: say.text, hint: say.textHint, isOptional: true),
        value: draft.text, rows: 4, visit.say.site, .named("spellcheck", literally: "false"))
      page.p(.class("meta")) { $0.text(say.privacy) }
      page.p(.class("actions")) { page in
        page.mainButton(say.bringThem)
        page.a(.class("button"), .href("/mes-badges")) { $0.text(visit.say.site.cancel) }
      }
    }
  }

  /// What became of each thing that was brought.
  static func report(_ lines: [ImportedRoutes.Line], _ visit: Visit) -> Response {
    let say = visit.say.imported
    let taken = lines.count { if case .success(.taken) = $0.outcome { true } else { false } }
    return visit.page(PageFrame(title: say.broughtTitle(taken), menu: .badges)) { page in
      page.trail(
        [("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine)], visit)
      page.head(say.broughtTitle(taken))
      page.ul(.class("rows card"), .role("list")) { page in
        for line in lines {
          page.li { page in
            page.div { page in
              page.p(.class("secret")) { page in
                page.strong { $0.text(line.name.isEmpty ? say.pasted : line.name) }
              }
              outcome(line, visit, &page)
            }
          }
        }
      }
      page.p(.class("actions")) { page in
        page.a(.class("button button--main"), .href("/mes-badges")) {
          $0.text(visit.say.badges.mine)
        }
        page.a(.class("button"), .href("/mes-badges/apporter")) { $0.text(say.bringMore) }
      }
    }
  }

  private static func outcome(
    _ line: ImportedRoutes.Line, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.imported
    let name = visit.say.site.colon + line.name
    func link(_ address: Address, _ page: inout Page) {
      page.a(.href(address)) { page in
        page.text(say.see)
        page.span(.class("unseen")) { $0.text(name) }
      }
    }
    page.p { page in
      switch line.outcome {
      case .success(.taken(let id)):
        page.span(.class("state state--solved")) { $0.text(say.taken) }
        page.text(" ")
        link("/mes-badges/apportes/\(id.value)", &page)
      case .success(.here(let id)):
        page.span(.class("state")) { $0.text(say.here) }
        page.text(" ")
        link("/mes-badges/apportes/\(id.value)", &page)
      case .success(.own(let id)):
        page.span(.class("state")) { $0.text(say.own) }
        page.text(" ")
        link("/mes-badges/\(id.value)", &page)
      case .success(.full):
        page.text(say.problem(.full, visit.say))
      case .failure(let problem):
        page.span(.class("state state--wrong")) { $0.text(say.notTaken) }
        page.text(" " + say.problem(problem, visit.say))
      }
    }
  }

  // MARK: One badge

  /// - Parameter report: when it was just verified.
  static func show(
    _ badge: ImportedBadge, _ report: VerificationReport?, _ visit: Visit
  ) -> Response {
    let say = visit.say.imported
    let facts = badge.finding.facts
    let frame = PageFrame(title: badge.name, menu: .badges, reads: true)
    return visit.page(frame) { page in
      page.trail(
        [("/badges", visit.say.badges.title), ("/mes-badges", visit.say.badges.mine)], visit)
      page.div(.class("badge-head")) { page in
        page.picture(of: badge)
        page.div(.class("head")) { page in
          page.h1 { $0.text(badge.name) }
          page.p { page in
            page.span(.class("state")) { $0.text(say.fromElsewhere) }
          }
          if !facts.description.isEmpty { page.p { $0.text(facts.description) } }
        }
      }
      verdict(badge, visit, &page)
      if let report {
        page.section(.class("card stack"), .id("etapes")) { page in
          page.h2 { $0.text(visit.say.verifying.steps) }
          page.verificationReport(report, visit)
        }
      }
      origin(badge, visit, &page)
      words(visit.say.verifying.criteria, facts.criteria, &page)
      words(visit.say.verifying.narrative, facts.narrative, &page)
      page.p(.class("actions no-print")) { page in
        page.a(
          .class("button"), .href("/mes-badges/apportes/\(badge.id.value)/fichier"),
          .flag("download", true)
        ) { $0.text(say.takeAlong) }
        page.a(
          .class("button button--quiet"),
          .href("/mes-badges/apportes/\(badge.id.value)/suppression")
        ) { $0.text(visit.say.badges.delete) }
      }
    }
  }

  private static func verdict(_ badge: ImportedBadge, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.imported
    let state = badge.finding.state(at: visit.now)
    let words = visit.say.verifying.verdict(on: badge.finding, at: visit.now)
    page.section(.class("verdict"), .named("data-state", state.rawValue)) { page in
      page.h2 { $0.text(words.title) }
      page.p { $0.text(words.advice) }
      if badge.finding.recipient != .unasked {
        page.p { $0.text(say.recipient(badge.finding.recipient)) }
      }
      page.form(
        "/mes-badges/apportes/\(badge.id.value)/verification", visit, .class("actions no-print")
      ) { page in
        page.button(.class("button")) { $0.text(say.verifyAgain) }
        page.span(.class("meta")) {
          $0.text(say.checkedOn(visit.say.dates.day(badge.finding.checked)))
        }
      }
    }
  }

  private static func origin(_ badge: ImportedBadge, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.imported
    let verifying = visit.say.verifying
    let facts = badge.finding.facts
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.whereFrom) }
      page.dl(.class("verified-facts")) { page in
        if !facts.issuer.isEmpty {
          page.dt { $0.text(verifying.issuer) }
          page.dd { page in
            page.text(facts.issuerName.isEmpty ? facts.issuer : facts.issuerName)
            page.span(.class("meta secret")) { page in
              page.text(" ")
              let address = facts.issuerAddress.isEmpty ? facts.issuer : facts.issuerAddress
              page.elsewhere(address, address)
            }
          }
        }
        if let issued = facts.issued {
          page.dt { $0.text(verifying.issued) }
          page.dd { $0.text(visit.say.dates.day(issued)) }
        }
        if badge.finding.state != .couldNotCheck || facts.expires != nil {
          page.dt { $0.text(verifying.expires) }
          page.dd { $0.text(facts.expires.map { visit.say.dates.day($0) } ?? verifying.forEver) }
        }
        page.dt { $0.text(say.broughtOn) }
        page.dd { page in
          page.text(visit.say.dates.day(badge.brought) + " · ")
          if badge.origin.isEmpty {
            page.text(badge.fileName)
          } else {
            page.elsewhere(badge.origin, badge.origin)
          }
        }
      }
    }
  }

  private static func words(_ title: String, _ markdown: String, _ page: inout Page) {
    if markdown.isEmpty { return }
    page.section(.class("card prose")) { page in
      page.h2 { $0.text(title) }
      page.markdown(markdown)
    }
  }

  static func delete(_ badge: ImportedBadge, _ visit: Visit) -> Response {
    let say = visit.say.badges
    return ResourceActPages.form(
      say.deleteTitle, badge.address, "/mes-badges/apportes/\(badge.id.value)/suppression",
      say.deleteNow, FormProblems(), visit, menu: .badges
    ) { page in
      page.p { $0.text(visit.say.imported.deleteAdvice(badge.name)) }
    }
  }
}

extension Page {
  /// Beside a member's own badges.
  mutating func importedBadges(_ badges: [ImportedBadge], _ visit: Visit) {
    let say = visit.say.imported
    if badges.isEmpty { return }
    section(.class("stack"), .id("apportes")) { page in
      page.h2 { $0.text(say.brought) }
      page.ul(.class("badges"), .role("list")) { page in
        for badge in badges {
          page.li(.class("card")) { page in
            page.picture(of: badge)
            page.h3 { page in page.a(.href(badge.address)) { $0.text(badge.name) } }
            let issuer = badge.finding.facts.issuerName
            if !issuer.isEmpty { page.p { $0.text(say.by(issuer)) } }
            page.p { page in
              page.span(.class("state")) {
                $0.text(say.state(badge.finding.state(at: visit.now), badge.finding.isIssuerKnown))
              }
              page.text(" " + say.checkedOn(visit.say.dates.day(badge.finding.checked)))
            }
          }
        }
      }
    }
  }

  /// Its name stands beside it.
  mutating func picture(of badge: ImportedBadge) {
    div(.class("badge-picture"), .named("aria-hidden", literally: "true")) { page in
      if badge.hasPicture {
        page.img(
          .src("/mes-badges/apportes/\(badge.id.value)/image"), .named("alt", literally: ""))
      } else {
        page.drawing(BadgeDrawing(shape: .disc, colour: .ink, pictogram: .check))
      }
    }
  }
}

extension VerifyingStrings {
  /// The answer about a badge that was kept.
  func verdict(on finding: ImportedBadge.Finding, at now: Instant) -> Words {
    let state = finding.state(at: now)
    guard state == .valid, !finding.isIssuerKnown else { return verdict(state) }
    return finding.kind == .ob2Hosted ? hostedByUnknown : signedByUnknown
  }
}
