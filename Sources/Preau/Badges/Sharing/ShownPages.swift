import Credentials
import HTML
import HTTP

/// What all pages have in common that somebody meets who follows a link of a learner.
enum ShownPages {
  /// The answer to who follows a link; a plain sentence where it is no longer open.
  static func answer(_ visit: Visit, _ body: () throws -> Response) throws -> Response {
    var response: Response
    do { response = try body() } catch Refusal.gone {
      response = visit.errorPage(410, visit.say.badgeShares.gone)
    }
    response["X-Robots-Tag"] = "noindex"
    // The address is a secret: it goes with no link that is followed from here.
    response["Referrer-Policy"] = "no-referrer"
    return response
  }

  /// Verifies a badge for real, and shows each step.
  static func verify(_ showing: BadgeShowing, _ visit: Visit) throws -> Response {
    let seconds = VerifyingRoutes.spend(visit)
    if seconds > 0 { throw Refusal.tooManyRequests(seconds) }
    let report = try BadgeChecking.check(showing.sheet.award, visit)
    return verification(showing, report, visit)
  }

  private static func verification(
    _ showing: BadgeShowing, _ report: VerificationReport, _ visit: Visit
  ) -> Response {
    let say = visit.say.badgeShares
    let verdict = visit.say.verifying.verdict(on: report)
    return visit.page(PageFrame(title: verdict.title)) { page in
      page.trail([(showing.address, showing.sheet.version.name)], visit)
      page.div(.class("verdict"), .named("data-state", report.state.rawValue)) { page in
        page.h1 { $0.text(verdict.title) }
        page.p { $0.text(verdict.advice) }
      }
      page.section(.class("card badge-line")) { page in
        page.drawing(of: showing.sheet.version)
        page.div { page in
          page.h2(visit.writtenLanguage) { $0.text(showing.sheet.version.name) }
          page.p { $0.text(showing.sheet.badge.issuer.name) }
          if !showing.name.isEmpty {
            page.p { $0.text(visit.say.badges.earnedBy(showing.name)) }
            page.p(.class("meta")) { $0.text(say.nameIsChosen) }
          }
        }
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(visit.say.verifying.steps) }
        page.verificationReport(report, visit)
      }
      page.p(.class("actions no-print")) { page in
        page.a(.class("button button--main"), .href(showing.address)) { $0.text(say.back) }
        page.a(.class("button"), .href(VerifyingPages.address)) {
          $0.text(visit.say.verifying.another)
        }
      }
    }
  }
}

extension Page {
  /// The dots that lead a telephone to an address.
  mutating func qr(_ address: String, label: String, _ attributes: Attribute...) {
    guard let code = QRCode(address) else { return }
    let box = Attribute.named("viewBox", "0 0 \(code.side) \(code.side)")
    element("svg", [.class("qr"), .role("img"), .label(label), box] + attributes) { page in
      page.element("path", [.named("d", code.path)]) { _ in }
    }
  }

  /// How a badge stands today, in a word and a colour.
  mutating func standing(_ award: BadgeAward, _ visit: Visit) {
    let names: StaticString =
      switch OwnBadgeFilter.Standing(award, at: visit.now) {
      case .valid: "state state--solved"
      case .offered, .expired: "state state--waiting"
      case .revoked: "state state--wrong"
      case .refused: "state"
      }
    span(.class(names)) { $0.text(visit.say.badges.standing(award, at: visit.now)) }
  }
}
