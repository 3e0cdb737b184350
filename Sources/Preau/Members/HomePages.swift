import HTML
import HTTP

/// A member's own front page: everything that is theirs is one link away.
enum HomePages {
  /// - Parameters:
  ///   - waiting: nil for someone who looks after nothing.
  ///   - held: posts that wait to be published.
  ///   - decisions: how many about the member's posts and reports were not read.
  ///   - desks: where the member helps, and how many requests are nobody's there.
  ///   - followUps: of which answers the member is asked what became of them.
  ///   - reviews: tutorials that wait for the member's review; nil for someone who reviews nowhere.
  static func home(
    _ visit: Visit, _ member: Member, waiting: CasesWaiting?, _ held: HeldOnHome,
    decisions: Int, _ desks: [(space: Space, new: Int)], _ followUps: [HelpFollowUp],
    reviews: (count: Int, oldest: Instant?)?
  ) -> Response {
    let say = visit.say.members.home
    return visit.page(PageFrame(title: say.title)) { page in
      page.head(say.greeting(member.name))
      links(visit.say.help.title, asked(followUps, visit) + helping(desks, visit), &page)
      links(say.mine, reviewing(reviews, visit) + writing(visit, waiting, held, decisions), &page)
      links(say.account, account(visit), &page)
      if member.isAdministrator { links(say.site, administration(say), &page) }
      page.form("/deconnexion", visit) { page in
        page.button(.class("button")) { $0.text(visit.say.members.logIn.logOut) }
      }
    }
  }

  private typealias Link = (address: Address, label: String)

  private static func writing(
    _ visit: Visit, _ waiting: CasesWaiting?, _ held: HeldOnHome, _ decisions: Int
  ) -> [Link] {
    let say = visit.say.members.home
    var links: [Link] = []
    if let waiting {
      let age = waiting.oldest.map { visit.say.dates.relative($0, now: visit.now) }
      links.append(("/signalements", say.reports(waiting.count, age ?? "")))
    }
    if let toRead = held.toRead, toRead.count > 0 {
      let queue = Address("/signalements").at("attente")
      links.append((queue, visit.say.held.waiting(toRead, visit)))
    }
    if held.mine > 0 {
      links.append(("/mon-preau/attente", visit.say.held.mineCount(held.mine)))
    }
    return links + [
      ("/classes", say.classes),
      ("/mon-preau/decisions", visit.say.moderation.unread(decisions)),
      ("/mon-preau/appels", say.mentions), ("/brouillons", say.drafts),
      (SavedSearchRoutes.listAddress, visit.say.savedSearches.title),
      (Address("/tutoriels").adding("liste", "miens"), visit.say.tutorials.mine),
      ("/hors-ligne", visit.say.offline.title),
      (ThreadListChoice.mine.address, say.threads),
      (ThreadListChoice.followed.address, say.followed),
      (ThreadListChoice.unread.address, say.unread),
    ]
  }

  private static func reviewing(
    _ reviews: (count: Int, oldest: Instant?)?, _ visit: Visit
  ) -> [Link] {
    guard let reviews else { return [] }
    let age = reviews.oldest.map { visit.say.dates.relative($0, now: visit.now) } ?? ""
    return [(ReviewRoutes.mineAddress, visit.say.reviews.waiting(reviews.count, age))]
  }

  private static func asked(_ followUps: [HelpFollowUp], _ visit: Visit) -> [Link] {
    followUps.map { ($0.address, visit.say.help.followUp.questionAbout(visit.title($0.title))) }
  }

  private static func helping(_ desks: [(space: Space, new: Int)], _ visit: Visit) -> [Link] {
    desks.map { desk in
      ("/espaces/\(desk.space.slug)/bureau", visit.say.help.waiting(desk.space.name, desk.new))
    }
  }

  private static func account(_ visit: Visit) -> [Link] {
    let say = visit.say.members.home
    let getsMails = visit.viewer.hasAddress && visit.site.configuration.mail.isOn
    let mails: [Link] = getsMails ? [(MailRoutes.choices, visit.say.mail.title)] : []
    return [("/mon-preau/profil", say.profile), ("/mon-preau/confort", say.comfort)] + mails + [
      ("/mon-preau/mot-de-passe", say.password), ("/mon-preau/sessions", say.sessions),
      ("/mon-preau/flux", say.feeds), ("/mon-preau/suppression", say.deletion),
    ]
  }

  private static func administration(_ say: HomeStrings) -> [Link] {
    [
      ("/membres", say.members), ("/invitations", say.invitations), ("/espaces", say.spaces),
      ("/journal", say.journal),
    ]
  }

  private static func links(_ title: String, _ links: [Link], _ page: inout Page) {
    if links.isEmpty { return }
    page.section(.class("card")) { page in
      page.h2 { $0.text(title) }
      page.ul(.class("links"), .role("list")) { page in
        for link in links {
          page.li { page in page.a(.href(link.address)) { $0.text(link.label) } }
        }
      }
    }
  }
}

/// What the home says of posts that wait.
struct HeldOnHome {
  /// For the member to read; nil for someone who looks after nothing.
  let toRead: HeldWaiting?
  /// The member's own.
  let mine: Int
}
