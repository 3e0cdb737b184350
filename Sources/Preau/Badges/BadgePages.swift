import Credentials
import HTML
import HTTP
import Sanitizer

/// The catalogue of badges, and the page of each.
enum BadgePages {
  static func list(
    _ badges: [BadgeClass], mayMake: Bool, waiting: Int, peers: Int, agreements: Int,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    let frame = PageFrame(
      title: say.title, menu: .badges, isIndexed: true, canonical: "/badges", summary: say.advice)
    return visit.page(frame) { page in
      page.head(say.title, say.advice)
      page.p(.class("actions no-print")) { page in
        if visit.viewer.isLoggedIn {
          page.a(.class("button"), .href("/mes-badges")) { $0.text(say.mine) }
        }
        if waiting > 0 {
          page.a(.class("button"), .href("/badges/demandes")) { $0.text(say.waiting(waiting)) }
        }
        if peers > 0 {
          page.a(.class("button"), .href("/badges/reconnaissances")) {
            $0.text(visit.say.badgePeers.waiting(peers))
          }
        }
        if agreements > 0 {
          page.a(.class("button"), .href("/badges/accords")) {
            $0.text(visit.say.badgeAgreements.waiting(agreements))
          }
        }
        if mayMake {
          page.a(.class("button"), .href("/badges/nouveau")) { $0.text(say.make) }
        }
        page.a(.class("button"), .href("/badges/verifier")) { $0.text(say.verifyOne) }
        if visit.viewer.isAdministrator {
          page.a(.class("button button--quiet"), .href("/badges/emetteurs")) {
            $0.text(say.issuers)
          }
        }
      }
      if badges.isEmpty {
        page.p(.class("empty")) { $0.text(say.empty) }
        return
      }
      page.ul(.class("badges"), .role("list")) { page in
        for badge in badges {
          page.li(.class("card")) { page in
            page.drawing(of: badge.version)
            page.h2 { page in
              page.a(.href(badge.address), visit.writtenLanguage) { $0.text(badge.version.name) }
            }
            if badge.state != .active {
              page.p { page in page.span(.class("state")) { $0.text(say.state(badge.state)) } }
            }
            page.p(visit.writtenLanguage) { $0.text(badge.version.description) }
          }
        }
      }
    }
  }

  static func show(_ view: BadgeView, _ visit: Visit) -> Response {
    let say = visit.say.badges
    let badge = view.badge
    let version = badge.version
    let frame = PageFrame(
      title: version.name, menu: .badges, status: view.problem == nil ? 200 : 422,
      isIndexed: badge.state == .active && badge.issuer.space == nil,
      hasProblems: view.problem != nil, canonical: badge.address, summary: version.description,
      reads: true)
    return visit.page(frame) { page in
      page.trail([("/badges", say.title)], visit)
      if let problem = view.problem {
        page.problems(FormProblems(problem, in: "titulaires").list, visit.say.site)
      }
      page.div(.class("badge-head")) { page in
        page.drawing(of: version)
        page.div(.class("head")) { page in
          page.h1(visit.writtenLanguage) { $0.text(version.name) }
          if badge.state != .active {
            page.p { page in page.span(.class("state")) { $0.text(say.state(badge.state)) } }
          }
          page.p(visit.writtenLanguage) { $0.text(version.description) }
        }
      }
      own(view, visit, &page)
      page.section(.class("card prose")) { page in
        page.h2 { $0.text(say.criteria) }
        page.div(visit.writtenLanguage) { $0.markdown(version.criteria) }
      }
      facts(view, visit, &page)
      EndorsementPages.section(view, visit, &page)
      if view.rights.mayKeep { tools(view, visit, &page) }
      if view.rights.mayAward { holders(view, visit, &page) }
      if visit.viewer.isLoggedIn { page.gestures(visit) }
    }
  }

  /// What the reader has of it, or can do for it.
  private static func own(_ view: BadgeView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    let badge = view.badge
    if let own = view.own {
      page.p(.class("notice")) { page in
        page.text(say.yours(own.state) + " ")
        page.a(.href(own.address)) { $0.text(say.seeIt) }
      }
      return
    }
    if let request = view.request, request.state == .waiting {
      page.p(.class("notice")) { $0.text(say.requestWaits(visit.say.dates.day(request.created))) }
      page.p(.class("actions no-print")) { page in
        page.a(.class("button"), .href("/badges/\(badge.id.value)/demander")) {
          $0.text(say.changeRequest)
        }
        page.gesture(
          "/badges/demandes/\(request.id.value)/retrait", .class("button button--quiet")
        ) { $0.text(say.withdrawRequest) }
        page.badgeFollow(badge, isFollowed: view.isFollowed, visit)
      }
      return
    }
    guard badge.state == .active, !badge.issuer.isClosed else { return }
    if let least = view.fewestPeers { BadgePeerPages.way(badge, least, visit, &page) }
    guard badge.version.takesRequests || visit.viewer.isLoggedIn else { return }
    page.p(.class("actions no-print")) { page in
      if badge.version.takesRequests {
        let returned = view.request?.state == .returned
        page.a(.class("button button--main"), .href("/badges/\(badge.id.value)/demander")) {
          $0.text(returned ? say.askAgain : say.ask)
        }
      }
      if visit.viewer.isLoggedIn {
        page.badgeFollow(badge, isFollowed: view.isFollowed, visit)
      }
    }
  }

  private static func facts(_ view: BadgeView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    let version = view.badge.version
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.about) }
      page.dl(.class("badge-facts")) { page in
        page.fact(say.givenBy, visit) { $0.text(view.badge.issuer.name) }
        page.fact(say.validity, visit) {
          $0.text(version.months.map(say.months) ?? say.forEver)
        }
        if let rule = view.rule {
          BadgeRulePages.fact(rule, own: view.own == nil ? view.ruleCount : nil, visit, &page)
        }
        if !version.tags.isEmpty {
          page.fact(say.tags, visit) { $0.text(version.tags.joined(separator: ", ")) }
        }
        if !view.alignments.isEmpty {
          page.fact(say.alignments, visit) { page in
            page.text(
              view.alignments.map { alignment in
                alignment.framework.map { "\(alignment.name) (\($0))" } ?? alignment.name
              }.joined(separator: ", "))
          }
        }
      }
    }
  }

  private static func tools(_ view: BadgeView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    let id = view.badge.id.value
    page.p(.class("actions no-print")) { page in
      if view.badge.state != .retired {
        page.a(.class("button"), .href("/badges/\(id)/modifier")) { $0.text(say.change) }
        page.a(.class("button"), .href("/badges/\(id)/regle")) {
          $0.text(visit.say.badgeRules.link)
        }
        page.a(.class("button"), .href("/badges/\(id)/pairs")) {
          $0.text(visit.say.badgePeers.link)
        }
      }
      if view.badge.state != .active {
        page.gesture("/badges/\(id)/ouvrir", .class("button")) { $0.text(say.activate) }
      }
      if view.badge.state == .active {
        page.gesture("/badges/\(id)/retirer", .class("button button--quiet")) {
          $0.text(say.retire)
        }
      }
    }
  }

  private static func holders(_ view: BadgeView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    page.section(.class("card stack"), .id("titulaires")) { page in
      page.h2 { $0.text(say.holders) }
      if view.badge.state != .retired {
        page.p(.class("actions no-print")) { page in
          page.a(
            .class("button button--main"), .href("/badges/\(view.badge.id.value)/attribuer")
          ) { $0.text(say.award) }
        }
      }
      if view.holders.isEmpty { page.p(.class("empty")) { $0.text(say.nobodyYet) } }
      page.ul(.class("rows"), .role("list")) { page in
        for (award, author) in view.holders {
          page.li { page in
            page.span { page in
              page.signature(author, visit)
              page.text(" · " + visit.say.dates.day(award.issued) + " · ")
              page.text(say.standing(award, at: visit.now))
            }
            gestures(award, author, view, visit, &page)
          }
        }
      }
    }
  }

  private static func gestures(
    _ award: BadgeAward, _ author: Author, _ view: BadgeView, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badges
    let id = award.id.value
    let name = visit.say.site.colon + visit.name(of: author)
    if award.isTest {
      page.gesture("/badges/attributions/\(id)/essai/retrait", .class("button button--quiet")) {
        page in
        page.text(say.removeTest)
        page.span(.class("unseen")) { $0.text(name) }
      }
      return
    }
    guard view.rights.mayKeep else { return }
    if award.state == .offered || award.state == .accepted {
      page.a(.class("button button--quiet"), .href("/badges/attributions/\(id)/revocation")) {
        page in
        page.text(say.revoke)
        page.span(.class("unseen")) { $0.text(name) }
      }
    }
    if let revoked = award.revoked, visit.now - revoked < BadgeAwardStore.secondsToUndo {
      page.gesture("/badges/attributions/\(id)/retablissement", .class("button button--quiet")) {
        page in
        page.text(say.restore)
        page.span(.class("unseen")) { $0.text(name) }
      }
    }
  }
}

extension Page {
  /// The picture of a badge. Its name stands beside it.
  mutating func drawing(of version: BadgeVersion) {
    div(.class("badge-picture"), .named("aria-hidden", literally: "true")) { page in
      guard let id = version.pictured else { return page.drawing(version.drawing) }
      page.img(
        .src("/badges/\(id.value)/images/\(version.number)"), .named("alt", literally: ""))
    }
  }

  /// Polygons alone: nothing of it was written by anybody.
  mutating func drawing(_ drawing: BadgeDrawing) {
    element("svg", [.named("viewBox", literally: "0 0 256 256")]) { page in
      for polygon in drawing.polygons {
        let hex = String(polygon.colour, radix: 16)
        let points = polygon.points.map { "\(Int($0.x.rounded())),\(Int($0.y.rounded()))" }
        page.element(
          "polygon",
          [
            .named("fill", "#" + String(repeating: "0", count: 6 - hex.count) + hex),
            .named("points", points.joined(separator: " ")),
          ]
        ) { _ in }
      }
    }
  }

  /// Markdown that somebody wrote for a badge; as plain words where it cannot be rendered.
  mutating func markdown(_ text: String) {
    if let html = try? SanitizedHTML(markdown: text) {
      sanitized(html)
    } else {
      paragraphs(text)
    }
  }

  /// A term and what it is here.
  mutating func fact(_ term: String, _ visit: Visit, _ content: (inout Page) -> Void) {
    dt { $0.text(term) }
    dd(visit.writtenLanguage) { content(&$0) }
  }
}
