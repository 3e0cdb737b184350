import HTML
import HTTP

/// The pages for those who look after spaces.
enum ModerationPages {
  static func list(
    _ posts: [ReportedPost], next: ReportCursor?, isFirst: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.moderation
    return visit.page(PageFrame(title: say.title)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
        if !posts.isEmpty { page.p(.class("meta")) { $0.text(say.settleHint) } }
      }
      if posts.isEmpty { page.p(.class("empty")) { $0.text(say.empty) } }
      for post in posts { card(post, visit, &page) }
      pager(next, isFirst: isFirst, visit, &page)
      page.gestures(visit)
    }
  }

  private static func card(_ post: ReportedPost, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    let address = Thread.address(post.thread, post.threadSlug, post: post.number)
    let number = visit.say.threads.numberMark + "\(post.number)"
    page.article(.class("card stack")) { page in
      page.h2 { page in
        page.a(.href(address)) { $0.text("\(post.threadTitle) (\(number))") }
      }
      page.p(.class("meta")) { page in
        page.a(.href(post.space.address)) { $0.text(post.space.name) }
        page.text(" · ")
        page.signature(post.author, visit)
        page.text(" · " + say.reports(post.reports.count))
      }
      page.div(.class("prose")) { page in
        page.blockquote { page in page.p { $0.text(post.excerpt) } }
      }
      if post.isRemoved { page.p(.class("meta")) { $0.text(say.removed) } }
      page.ul { page in
        for report in post.reports { line(report, visit, &page) }
      }
      page.p(.class("actions")) { page in
        page.a(.class("button"), .href(address)) { $0.text(say.seePost) }
        page.gesture(
          "/signalements/\(post.post.value)/reglement", .class("button"),
          .name("dernier"), .value(String(post.lastReport))
        ) { page in
          page.text(say.settle)
          page.span(.class("unseen")) { $0.text("\u{00A0}: \(post.threadTitle), \(number)") }
        }
      }
    }
  }

  private static func line(_ report: Report, _ visit: Visit, _ page: inout Page) {
    let reasons = visit.say.threads.reportReasons
    let reason = reasons.first { $0.value == report.reason }?.label ?? report.reason
    page.li { page in
      page.strong { $0.text(reason) }
      page.span(.class("meta")) { page in
        page.text(" · ")
        page.signature(report.reporter, visit)
        page.text(" · ")
        page.moment(report.created, visit)
      }
      page.paragraphs(report.comment)
    }
  }

  private static func pager(
    _ next: ReportCursor?, isFirst: Bool, _ visit: Visit, _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    let say = visit.say.moderation
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst { page.a(.class("button"), .href("/signalements")) { $0.text(say.first) } }
      if let next {
        page.a(
          .class("button"), .rel("next"),
          .href(Address("/signalements").adding("apres", next.text))
        ) { $0.text(say.next) }
      }
    }
  }
}
