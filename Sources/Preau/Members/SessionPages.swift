import HTML
import HTTP

/// The list of a member's sessions.
enum SessionPages {
  static func list(_ visit: Visit, _ sessions: [Session]) -> Response {
    let say = visit.say.members.sessions
    return visit.page(PageFrame(title: say.title)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title, say.introduction)
      page.ul(.class("rows"), .role("list")) { page in
        for session in sessions { row(session, visit, &page) }
      }
      page.form("/mon-preau/sessions/fermeture", visit) { page in
        page.p { page in page.button(.class("button")) { $0.text(say.closeAll) } }
        page.p(.class("meta")) { $0.text(say.closeAllHint) }
      }
    }
  }

  private static func row(_ session: Session, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.members.sessions
    let device = session.device.isEmpty ? say.unknownDevice : session.device
    let isHere = session.id == visit.viewer.session
    page.li { page in
      page.div { page in
        page.strong { $0.text(device) }
        if isHere {
          page.text(" ")
          page.span(.class("state state--solved")) { $0.text(say.thisOne) }
        }
        page.p(.class("meta")) {
          $0.text(
            say.times(
              visit.say.dates.day(session.created),
              visit.say.dates.relative(session.lastSeen, now: visit.now)))
        }
      }
      page.form("/mon-preau/sessions/\(session.id.value)/fermeture", visit) { page in
        // The label alone would be the same on every line (WCAG 2.2 SC 2.4.6).
        page.button(.class("button button--quiet"), .label(say.closeThat(device))) {
          $0.text(say.close)
        }
      }
    }
  }
}
