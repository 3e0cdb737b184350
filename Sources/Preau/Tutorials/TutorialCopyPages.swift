import HTML
import HTTP

/// A tutorial as a device keeps it: its text, its pictures and who vouches for it. What needs the
/// network, or a session, is not there.
enum TutorialCopyPages {
  static func show(_ shown: TutorialPage, _ visit: Visit) -> Response {
    var frame = PageFrame(
      title: visit.title(shown.version.title), menu: .tutorials,
      canonical: shown.view.tutorial.address)
    frame.isCopy = true
    frame.reads = true
    return visit.page(frame) { page in
      page.article(.class("tutorial")) { page in
        TutorialPages.head(shown, visit, &page)
        version(shown, visit, &page)
        TutorialPages.notices(shown, visit, &page)
        TutorialPages.attribution(shown.origins, visit, &page)
        TutorialPages.contents(shown.body.sections, visit, &page)
        page.div(.class("prose tutorial__text"), .lang(shown.version.language.rawValue)) { page in
          TutorialPages.text(shown.body, shown.passages, visit, &page)
        }
        if !shown.files.isEmpty || !shown.body.filmHosts.isEmpty {
          page.p(.class("meta")) { $0.text(visit.say.offline.leftOut) }
        }
        page.section(.class("card")) { page in
          page.h2 { $0.text(visit.say.tutorials.about) }
          ReviewPages.seals(shown.seals, shown: shown.version.number, visit, &page)
        }
        TutorialPages.foot(shown, visit, &page)
      }
    }
  }

  /// Which version it is: by then there may be a newer one.
  private static func version(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.offline
    let words = say.version(OfflinePages.day(of: shown.version, visit))
    page.p(
      .class("notice"), .named("data-version", String(shown.version.number)),
      .named("data-words", words)
    ) { page in
      page.text(say.copy + visit.say.site.colon + words + ". ")
      page.a(.href("/hors-ligne")) { $0.text(say.title) }
    }
  }
}
