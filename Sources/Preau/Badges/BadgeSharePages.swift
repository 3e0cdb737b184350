import HTML
import HTTP

/// What somebody sees who follows a link to a badge: in plain words, for an employer or a family.
enum BadgeSharePages {
  static func show(
    _ share: BadgeShare, _ sheet: BadgeSheet, _ by: Author?, _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    let award = sheet.award
    let title =
      share.name.isEmpty ? sheet.version.name : say.earnedTitle(share.name, sheet.version.name)
    let frame = PageFrame(
      title: title, canonical: share.address, summary: sheet.version.description, reads: true)
    var response = visit.page(frame) { page in
      page.article(.class("card stack badge-public")) { page in
        page.div(.class("badge-head")) { page in
          page.drawing(of: sheet.version)
          page.div(.class("head")) { page in
            page.h1(visit.writtenLanguage) { $0.text(sheet.version.name) }
            page.p { $0.text(share.name.isEmpty ? say.earnedBySomebody : say.earnedBy(share.name)) }
            page.p { page in
              page.span(.class("state")) { $0.text(say.standing(award, at: visit.now)) }
            }
          }
        }
        if award.state == .revoked {
          page.div(.class("notice")) { page in
            page.p { page in page.strong { $0.text(say.revokedBecause) } }
            page.div(visit.writtenLanguage) { $0.paragraphs(award.reason) }
          }
        }
        page.section { page in
          page.h2 { $0.text(say.whatItMeans) }
          page.p(visit.writtenLanguage) { $0.text(sheet.version.description) }
        }
        page.section(.class("prose")) { page in
          page.h2 { $0.text(say.howAssessed) }
          page.div(visit.writtenLanguage) { $0.markdown(sheet.version.criteria) }
        }
        words(sheet, visit, &page)
        page.endorsements(sheet.endorsed.visible, visit)
        page.dl(.class("badge-facts")) { page in
          page.fact(say.givenBy, visit) { page in
            page.text(sheet.badge.issuer.name)
            // A learner who assessed nobody's badges is named nowhere; a teacher signs.
            if let by, visit.isNamed(by) { page.text(", " + visit.name(of: by)) }
          }
          page.fact(say.givenOn, visit) { $0.text(visit.say.dates.day(award.issued)) }
          page.fact(say.validity, visit) {
            $0.text(award.expires.map { say.until(visit.say.dates.day($0)) } ?? say.forEver)
          }
        }
        page.p(.class("actions no-print")) { page in
          page.a(.class("button button--main"), .href(check(sheet))) { $0.text(say.verify) }
        }
      }
    }
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
  }

  /// The page that checks it, for real.
  private static func check(_ sheet: BadgeSheet) -> Address {
    let documents = sheet.documents
    return Address("/badges/verifier").adding(
      "adresse", documents.addresses.assertion(sheet.award.secret))
  }

  private static func words(_ sheet: BadgeSheet, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.badges
    if !sheet.award.narrative.isEmpty {
      page.section { page in
        page.h2 { $0.text(say.whatWasSaid) }
        page.blockquote(visit.writtenLanguage) { $0.paragraphs(sheet.award.narrative) }
      }
    }
    let shown = sheet.evidence.filter(\.isShown)
    if shown.isEmpty { return }
    page.section { page in
      page.h2 { $0.text(say.evidence) }
      page.ul { page in
        for one in shown {
          page.li(visit.writtenLanguage) { page in
            page.evidence(one.address, one.name.isEmpty ? one.words : one.name)
          }
        }
      }
    }
  }
}
