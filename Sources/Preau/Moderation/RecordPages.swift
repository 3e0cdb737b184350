import HTML
import HTTP

/// What was decided in a space, without names.
enum RecordPages {
  static func address(of space: Space) -> Address { "/espaces/\(space.slug)/moderation" }

  static func show(
    _ lines: [RecordLine], of profile: SpaceProfile, isShown: Bool, allowsMasks: Bool,
    next: JournalEntry.ID?, isFirst: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.moderation
    let space = profile.space
    let title = say.recordOf(space.name)
    return visit.page(PageFrame(title: title, menu: .spaces)) { page in
      page.trail([("/espaces", visit.say.site.spaces), (space.address, space.name)], visit)
      page.head(title, say.recordAdvice)
      if profile.rights.mayModerate {
        choice(isShown, space, visit, &page)
        MaskPages.choice(allowsMasks, space, visit, &page)
        page.p { page in
          page.a(.class("button"), .href(HeldChoicePages.address(of: space))) {
            $0.text(visit.say.held.change)
          }
        }
        page.gestures(visit)
      }
      if lines.isEmpty { page.p(.class("empty")) { $0.text(say.recordEmpty) } }
      page.ol(.class("rows"), .role("list")) { page in
        for line in lines { self.line(line, visit, &page) }
      }
      pager(next, space, isFirst: isFirst, visit, &page)
    }
  }

  private static func choice(
    _ isShown: Bool, _ space: Space, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    page.section(.class("card")) { page in
      page.p { $0.text(isShown ? say.recordShown : say.recordKept) }
      page.p { page in
        page.gesture(address(of: space), .class("button")) {
          $0.text(isShown ? say.keepRecord : say.showRecord)
        }
      }
    }
  }

  private static func line(_ line: RecordLine, _ visit: Visit, _ page: inout Page) {
    let ruling = visit.say.moderation.ruling(line.detail)
    page.li { page in
      page.div { page in
        page.strong { $0.text(visit.say.journal.action(line.action)) }
        if !ruling.isEmpty { page.text(visit.say.site.colon + ruling) }
        page.p(.class("meta")) { $0.text(visit.say.dates.day(line.at)) }
      }
    }
  }

  private static func pager(
    _ next: JournalEntry.ID?, _ space: Space, isFirst: Bool, _ visit: Visit, _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    let say = visit.say.journal
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst { page.a(.class("button"), .href(address(of: space))) { $0.text(say.first) } }
      if let next {
        page.a(
          .class("button"), .rel("next"),
          .href(address(of: space).adding("avant", String(next.value)))
        ) { $0.text(say.older) }
      }
    }
  }
}
