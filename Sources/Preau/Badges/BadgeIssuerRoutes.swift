import HTML
import HTTP
import SQLite

/// Who gives badges on a site, for its administrators.
enum BadgeIssuerRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/emetteurs", .administrators, list)
    routes.gesture("/badges/emetteurs/*/cles", .administrators, renewKeys)
    routes.gesture("/espaces/*/badges", .administrators, toggle)
  }

  static func list(_ visit: Visit) throws -> Response {
    try visit.read { db in
      BadgeIssuerPages.list(
        try BadgeClassStore.issuers(db),
        try BadgeClassStore.spaces(readableBy: visit.viewer.reader, db),
        visit)
    }
  }

  /// Old badges stay valid: the keys that signed them stay published.
  static func renewKeys(_ visit: Visit, _ id: BadgeIssuer.ID) throws -> Response {
    let new = NewBadgeKeys()
    try visit.write { db in
      let issuer = try BadgeClassStore.issuer(id, db).orNotFound()
      _ = try BadgeKeyStore.rotate(id, to: new, visit.site.key, at: visit.now, db)
      try Journal.write(
        .badgeKeysRenewed, by: visit.member.id, in: issuer.space, at: visit.now, db)
    }
    return visit.redirect(to: "/badges/emetteurs", notice: .saved)
  }

  /// Lets a space give badges, or no longer; what it gave stays valid.
  static func toggle(_ visit: Visit, slug: String) throws -> Response {
    try visit.write { db in
      let space = try SpaceRoutes.open(slug, visit, db).space
      let issuer = try BadgeClassStore.issuer(where: space.id, db)
      let isOpen = issuer.map { !$0.isClosed } ?? false
      if isOpen {
        try BadgeClassStore.forbid(space.id, at: visit.now, db)
      } else {
        try BadgeClassStore.allow(space, visit.site.configuration, at: visit.now, db)
      }
      try Journal.write(
        isOpen ? .badgeIssuerClosed : .badgeIssuerAllowed, by: visit.member.id, in: space.id,
        at: visit.now, db)
    }
    return visit.redirect(to: "/badges/emetteurs", notice: .saved)
  }
}

/// The page about those who give badges.
enum BadgeIssuerPages {
  static func list(
    _ issuers: [BadgeIssuer], _ spaces: [BadgeClassStore.SpaceLine], _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    return visit.page(PageFrame(title: say.issuers, menu: .badges)) { page in
      page.trail([("/badges", say.title)], visit)
      page.head(say.issuers, say.issuersAdvice)
      page.p(.class("actions")) { page in
        page.a(.class("button"), .href("/badges/accords")) {
          $0.text(visit.say.badgeAgreements.title)
        }
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.spacesThatGive) }
        page.ul(.class("rows"), .role("list")) { page in
          for space in spaces {
            page.li { page in
              page.span { page in
                page.a(.href("/espaces/\(space.slug)"), visit.writtenLanguage) {
                  $0.text(space.name)
                }
                if space.isOpen { page.span(.class("state")) { $0.text(say.givesBadges) } }
              }
              page.gesture("/espaces/\(space.slug)/badges", .class("button button--quiet")) {
                page in
                page.text(space.isOpen ? say.forbid : say.allow)
                page.span(.class("unseen")) { $0.text(visit.say.site.colon + space.name) }
              }
            }
          }
        }
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.keys) }
        page.p { $0.text(say.keysAdvice) }
        page.ul(.class("rows"), .role("list")) { page in
          for issuer in issuers {
            page.li { page in
              page.span(visit.writtenLanguage) { $0.text(issuer.name) }
              page.gesture(
                "/badges/emetteurs/\(issuer.id.value)/cles", .class("button button--quiet")
              ) { page in
                page.text(say.renewKeys)
                page.span(.class("unseen")) { $0.text(visit.say.site.colon + issuer.name) }
              }
            }
          }
        }
      }
      page.gestures(visit)
    }
  }
}
