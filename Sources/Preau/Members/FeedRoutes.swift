import HTML
import HTTP

/// The addresses of a member's private feeds.
enum FeedRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/flux", .members, list)
    routes.post("/mon-preau/flux", .members, isKept: false, revoke)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let (spaces, searches) = try visit.read { db in
      (try FeedKeyStore.spaces(for: member.id, db), try SavedSearchStore.all(of: member.id, db))
    }
    let key = FeedKey(of: member).text(key: visit.site.key.bytes)
    var response = page(visit, spaces, searches, key)
    // The page is full of secrets.
    response["Cache-Control"] = "no-store"
    return response
  }

  static func revoke(_ visit: Visit) throws -> Response {
    let member = try visit.member
    try visit.write { try FeedKeyStore.revoke(of: member.id, $0) }
    return visit.redirect(to: "/mon-preau/flux", notice: .feedsRevoked)
  }

  private static func page(
    _ visit: Visit, _ spaces: [FeedKeyStore.FeedSpace], _ searches: [SavedSearch],
    _ key: String
  ) -> Response {
    let say = visit.say.members.feeds
    return visit.page(PageFrame(title: say.title)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title, say.introduction)
      if spaces.isEmpty && searches.isEmpty { page.p { $0.text(say.none) } }
      page.ul(.class("rows"), .role("list")) { page in
        for space in spaces {
          row(space.name, Address("/espaces/\(space.slug)/atom").adding("cle", key), visit, &page)
        }
        for search in searches {
          row(search.name, search.feedAddress.adding("cle", key), visit, &page)
        }
      }
      page.form("/mon-preau/flux", visit, .class("card form")) { page in
        page.p { $0.text(say.revokeHint) }
        page.p { page in page.button(.class("button")) { $0.text(say.revoke) } }
      }
    }
  }

  private static func row(
    _ name: String, _ address: Address, _ visit: Visit, _ page: inout Page
  ) {
    page.li { page in
      page.div { page in
        page.a(.href(address)) { $0.text(name) }
        page.p(.class("secret prose")) { page in
          page.code { $0.text(visit.baseURL + address.text) }
        }
      }
    }
  }
}
