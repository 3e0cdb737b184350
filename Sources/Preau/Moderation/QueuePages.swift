import HTML
import HTTP

/// The queue of those who look after spaces.
enum QueuePages {
  static func list(
    _ cases: [ModerationCase], next: CaseCursor?, isFirst: Bool, _ held: [HeldPost],
    _ waiting: HeldWaiting?, _ visit: Visit
  ) -> Response {
    let say = visit.say.moderation
    return visit.page(PageFrame(title: say.title)) { page in
      page.head(say.title, say.advice)
      if let waiting {
        HeldPages.queue(held, waiting, visit, &page)
        page.h2 { $0.text(say.reportsTitle) }
      }
      if cases.isEmpty { page.p(.class("empty")) { $0.text(say.empty) } }
      for item in cases { card(item, visit, &page) }
      pager(next, isFirst: isFirst, visit, &page)
      page.gestures(visit)
    }
  }

  private static func card(_ item: ModerationCase, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    let title = "\(item.threadTitle) (\(visit.say.threads.numberMark)\(item.number))"
    page.article(.class("card stack")) { page in
      page.h2 { page in
        page.a(.href(CasePages.address(of: item.id)), visit.writtenLanguage) { $0.text(title) }
      }
      facts(item, visit, &page)
      page.div(.class("prose"), visit.writtenLanguage) { page in
        page.blockquote { page in page.p { $0.text(item.excerpt) } }
      }
      if !item.reports.isEmpty {
        page.ul { page in
          for report in item.reports { line(report, visit, &page) }
        }
      }
      page.p(.class("actions")) { page in
        if item.mayBeTaken(by: visit.viewer, now: visit.now) {
          page.gesture("/signalements/\(item.id.value)/prise", .class("button button--main")) {
            page in
            page.text(item.holder == nil ? say.take : say.takeOver)
            page.span(.class("unseen")) { $0.text(visit.say.site.colon + title) }
          }
        }
        page.a(.class("button"), .href(CasePages.address(of: item.id))) { page in
          page.text(say.look)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + title) }
        }
      }
    }
  }

  /// Where, whose, how many reports, since when, and who has taken it.
  static func facts(_ item: ModerationCase, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    page.p(.class("meta")) { page in
      page.a(.href(item.space.address)) { $0.text(item.space.name) }
      page.text(" · ")
      page.signature(item.author, visit)
      page.text(" · ")
      page.text(item.contested == nil ? say.reports(item.reports.count) : say.contestMark)
      page.text(" · ")
      page.moment(item.opened, visit)
      if item.isRemoved { page.text(" · " + say.removed) }
    }
    if item.ruling != nil { return }
    page.p { page in
      if item.isHeld(by: visit.viewer) {
        page.span(.class("state state--solved")) { $0.text(say.heldByYou) }
      } else if let holder = item.holder {
        page.span(.class("state")) { $0.text("\(say.heldBy) \(visit.name(of: holder.person))") }
      } else {
        page.span(.class("state state--waiting")) { $0.text(say.free) }
      }
    }
  }

  static func line(_ report: Report, _ visit: Visit, _ page: inout Page) {
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
    _ next: CaseCursor?, isFirst: Bool, _ visit: Visit, _ page: inout Page
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
