import HTML
import HTTP

/// A badge or a collection inside the page of another site: small, without a script, and with
/// nothing that could be pressed there in somebody's name.
enum EmbeddedPages {
  /// In CSS pixels; what is longer scrolls.
  static let badgeHeight = 190
  static let collectionHeight = 320

  /// The answer to who embeds a link; a plain sentence where it is no longer open.
  static func answer(_ visit: Visit, _ body: () throws -> Response) throws -> Response {
    var response: Response
    do { response = try body() } catch Refusal.gone {
      let words = visit.say.badgeShares.gone
      response = page(words.title, visit) { page in page.p { $0.text(words.title) } }
      response.status = 410
    }
    response.headers.append(SecurityHeaders.embedded)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Language, Cookie"
    return response
  }

  static func badge(_ showing: BadgeShowing, _ visit: Visit) -> Response {
    let say = visit.say.badges
    let sheet = showing.sheet
    return page(sheet.version.name, visit) { page in
      page.div(.class("badge-line")) { page in
        page.drawing(of: sheet.version)
        page.div { page in
          page.h1(visit.writtenLanguage) { $0.text(sheet.version.name) }
          page.p {
            $0.text(showing.name.isEmpty ? say.earnedBySomebody : say.earnedBy(showing.name))
          }
          page.p(.class("meta")) { page in
            page.text(sheet.badge.issuer.name + " · " + visit.say.dates.day(sheet.award.issued))
          }
        }
      }
      page.p { page in
        page.standing(sheet.award, visit)
        page.text(" ")
        way(to: showing.address, visit, &page)
      }
    }
  }

  static func collection(_ showing: CollectionShowing, _ visit: Visit) -> Response {
    page(showing.title, visit) { page in
      page.h1(visit.writtenLanguage) { $0.text(showing.title) }
      if !showing.name.isEmpty {
        page.p { $0.text(visit.say.badgeShares.collectionOf(showing.name)) }
      }
      page.ul(.class("embedded__row"), .role("list")) { page in
        for badge in showing.badges {
          page.li { page in
            page.drawing(of: badge.sheet.version)
            page.p(visit.writtenLanguage) { $0.text(badge.sheet.version.name) }
          }
        }
      }
      page.p { page in way(to: showing.address, visit, &page) }
    }
  }

  private static func way(to address: Address, _ visit: Visit, _ page: inout Page) {
    page.a(
      .href(address), .named("target", literally: "_blank"), .rel("noopener")
    ) { $0.text(visit.say.badgeShares.seeAndVerify) }
  }

  private static func page(
    _ title: String, _ visit: Visit, _ content: (inout Page) -> Void
  ) -> Response {
    let body = Page.bytes(capacity: 8_192) { page in
      page.literal("<!doctype html>\n")
      page.html(.lang(visit.say.language.rawValue)) { page in
        page.head { page in
          page.literal("<meta charset=\"utf-8\">")
          page.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
          page.literal("<meta name=\"robots\" content=\"noindex\">")
          page.title { $0.text(title) }
          page.link(
            .rel("stylesheet"), .href(visit.site.assets.address(of: "styles.css")))
        }
        page.body(.class("embedded")) { page in
          page.main { page in content(&page) }
        }
      }
    }
    return Response(type: "text/html; charset=utf-8", body: body)
  }
}
