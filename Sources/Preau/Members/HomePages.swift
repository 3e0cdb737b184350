import HTML
import HTTP

/// A member's own front page: everything that is theirs is one link away.
enum HomePages {
  static func home(_ visit: Visit, _ member: Member) -> Response {
    let say = visit.say.members.home
    return visit.page(PageFrame(title: say.title)) { page in
      page.head(say.greeting(member.name))
      links(say.mine, writing(say), visit, &page)
      links(say.account, account(say), visit, &page)
      if member.isAdministrator { links(say.site, administration(say), visit, &page) }
      page.form("/deconnexion", visit) { page in
        page.button(.class("button")) { $0.text(visit.say.members.logIn.logOut) }
      }
    }
  }

  private typealias Link = (address: Address, label: String)

  private static func writing(_ say: HomeStrings) -> [Link] {
    [
      ("/brouillons", say.drafts), (ThreadListChoice.mine.address, say.threads),
      (ThreadListChoice.followed.address, say.followed),
      (ThreadListChoice.unread.address, say.unread),
    ]
  }

  private static func account(_ say: HomeStrings) -> [Link] {
    [
      ("/mon-preau/profil", say.profile), ("/mon-preau/confort", say.comfort),
      ("/mon-preau/mot-de-passe", say.password), ("/mon-preau/sessions", say.sessions),
      ("/mon-preau/flux", say.feeds), ("/mon-preau/suppression", say.deletion),
    ]
  }

  private static func administration(_ say: HomeStrings) -> [Link] {
    [
      ("/membres", say.members), ("/invitations", say.invitations), ("/espaces", say.spaces),
    ]
  }

  /// A link whose page another feature has not brought leads nowhere: it is left out.
  private static func links(
    _ title: String, _ links: [Link], _ visit: Visit, _ page: inout Page
  ) {
    let open = links.filter { visit.site.hasPage(at: $0.address) }
    if open.isEmpty { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(title) }
      page.ul(.class("links"), .role("list")) { page in
        for link in open {
          page.li { page in page.a(.href(link.address)) { $0.text(link.label) } }
        }
      }
    }
  }
}

extension Site {
  /// Whether some feature answers at `address`.
  fileprivate func hasPage(at address: Address) -> Bool {
    guard let target = try? Target(address.text),
      case .found = routes.table.match(.get, target.segments)
    else { return false }
    return true
  }
}
