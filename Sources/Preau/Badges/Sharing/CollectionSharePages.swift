import HTML
import HTTP

/// What somebody sees who follows a link to a collection of badges.
enum CollectionSharePages {
  static func show(_ showing: CollectionShowing, _ visit: Visit) -> Response {
    let say = visit.say.badgeShares
    let summary =
      showing.words.isEmpty ? visit.say.badgeCollections.count(showing.badges.count) : showing.words
    var frame = PageFrame(
      title: showing.name.isEmpty
        ? showing.title : say.collectionTitle(showing.name, showing.title),
      canonical: showing.address, summary: summary.oneLine, reads: true)
    frame.card = showing.address.card
    return visit.page(frame) { page in
      page.header(.class("head shelf")) { page in
        if !showing.name.isEmpty {
          page.p(.class("badge-public__who")) { $0.text(say.collectionOf(showing.name)) }
        }
        page.h1(visit.writtenLanguage) { $0.text(showing.title) }
        page.div(.class("prose"), visit.writtenLanguage) { $0.paragraphs(showing.words) }
      }
      if showing.badges.isEmpty {
        page.p(.class("empty")) { $0.text(say.emptyCollection) }
      } else {
        page.ol(.class("badges badges--shown"), .role("list")) { page in
          for badge in showing.badges { card(badge, visit, &page) }
        }
      }
      page.printedWay(showing.address, visit)
    }
  }

  private static func card(
    _ badge: CollectionShowing.Badge, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.badges
    let sheet = badge.sheet
    page.li(.class("card")) { page in
      page.drawing(of: sheet.version)
      page.h2 { page in
        page.a(.href(badge.address), visit.writtenLanguage) { $0.text(sheet.version.name) }
      }
      page.p(visit.writtenLanguage) { $0.text(sheet.version.description) }
      page.p(.class("meta")) { page in
        page.text(sheet.badge.issuer.name + " · " + visit.say.dates.day(sheet.award.issued))
      }
      page.p { page in page.standing(sheet.award, visit) }
      page.p(.class("actions no-print")) { page in
        page.a(.class("button"), .href(badge.address.verification)) { page in
          page.text(say.verify)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + sheet.version.name) }
        }
      }
    }
  }
}
