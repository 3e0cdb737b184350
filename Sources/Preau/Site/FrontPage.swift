import HTML
import HTTP

/// The first page of the site: for visitors, what it is and where to enter; for members, what waits.
enum FrontPage {
  static func show(_ news: FrontNews, _ visit: Visit) -> Response {
    let say = visit.say.front
    let frame = PageFrame(
      title: visit.site.configuration.siteName, isIndexed: true, canonical: "/", feed: "/fils/atom")
    return visit.page(frame) { page in
      if let member = visit.viewer.member {
        greeting(member, news, visit, &page)
        classes(news, visit, &page)
        CallPages.list(news.calls, visit, &page)
      } else {
        welcome(visit, &page)
        doors(visit, &page)
      }
      section(
        "non-lus", say.unread, news.unread, all: ThreadListChoice.unread.address, visit, &page)
      section(
        "sans-reponse", visit.viewer.isLoggedIn ? say.waiting : say.unanswered, news.unanswered,
        all: ThreadListChoice.unanswered.address, visit, &page)
      section("recents", say.latest, news.latest, all: ThreadListChoice.all.address, visit, &page)
      if news.unread.isEmpty && news.unanswered.isEmpty && news.latest.isEmpty {
        page.p(.class("empty")) { $0.text(say.nothingYet) }
      }
    }
  }

  private static func welcome(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.front
    page.div(.class("welcome")) { page in
      page.h1 { $0.text(say.title) }
      page.p { $0.text(say.introduction) }
      page.p(.class("actions")) { page in
        page.a(.class("button button--main"), .href("/fils/nouveau")) {
          $0.text(visit.say.site.ask)
        }
        page.a(.class("button"), .href(FindingNeed.address)) {
          $0.text(visit.say.finding.need)
        }
        if visit.site.configuration.signUp == .open {
          page.a(.class("button"), .href("/inscription")) { $0.text(visit.say.site.signUp) }
        }
      }
    }
  }

  private static func doors(_ visit: Visit, _ page: inout Page) {
    let say = visit.say
    page.nav(.class("doors"), .label(say.front.doors)) { page in
      door("/fils", say.site.threads, say.front.threadsDoor, &page)
      door("/ressources", say.resources.title, say.front.resourcesDoor, &page)
      door("/espaces", say.site.spaces, say.front.spacesDoor, &page)
      door("/etiquettes", say.site.tags, say.front.tagsDoor, &page)
    }
  }

  private static func door(
    _ address: Address, _ title: String, _ text: String, _ page: inout Page
  ) {
    page.a(.class("card door"), .href(address)) { page in
      page.strong { $0.text(title) }
      page.text(" ")
      page.span { $0.text(text) }
    }
  }

  private static func greeting(
    _ member: Member, _ news: FrontNews, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.front
    page.div(.class("head head--row")) { page in
      page.h1 { $0.text(say.greeting(member.name)) }
      page.a(.class("button button--main"), .href("/fils/nouveau")) { $0.text(visit.say.site.ask) }
    }
    page.p { page in
      page.a(.href(FindingNeed.address)) { $0.text(visit.say.finding.need) }
    }
    if news.draftCount > 0 {
      page.p(.class("notice notice--wait")) { page in
        page.a(.href("/brouillons")) { $0.text(say.drafts(news.draftCount)) }
      }
    }
  }

  private static func classes(_ news: FrontNews, _ visit: Visit, _ page: inout Page) {
    if news.classes.isEmpty { return }
    let say = visit.say.classes
    page.section(.class("now"), .named("aria-labelledby", literally: "classes")) { page in
      page.h2(.id("classes")) { $0.text(news.classes.count == 1 ? say.mine : say.title) }
      page.classes(news.classes, visit)
    }
  }

  private static func section(
    _ id: String, _ title: String, _ lines: [ThreadLine], all: Address, _ visit: Visit,
    _ page: inout Page
  ) {
    if lines.isEmpty { return }
    page.section(.class("now"), .named("aria-labelledby", id)) { page in
      page.h2(.id(id)) { $0.text(title) }
      page.threadList(lines, visit)
      page.p { page in
        page.a(.href(all)) { page in
          page.text(visit.say.front.seeAll)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + title) }
        }
      }
    }
  }
}
