import HTML
import HTTP

/// The pages about what a device keeps. A script fills them, and shows what only it can do.
enum OfflinePages {
  static func list(_ face: OfflineFace, of member: Member, _ visit: Visit) -> Response {
    let say = visit.say.offline
    let title = face == .absent ? say.noNetwork : say.title
    var frame = PageFrame(title: title, menu: .tutorials)
    frame.isCopy = face != .live
    frame.keeps = true
    return visit.page(frame) { page in
      page.head(title, face == .absent ? say.noNetworkAdvice : say.advice)
      if face == .absent {
        page.p(.class("actions")) { page in
          page.a(.class("button button--main"), .named("href", literally: "")) {
            $0.text(say.tryAgain)
          }
        }
      }
      if face == .live {
        page.p(.class("notice notice--wait"), .flag("data-impossible", true)) {
          $0.text(say.impossible)
        }
      }
      kept(face, of: member, visit, &page)
    }
  }

  private static func kept(
    _ face: OfflineFace, of member: Member, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.offline
    page.section(
      .class("card"), .flag("hidden", true), reader(member),
      .flag("data-live", face == .live), .named("data-gone", say.gone),
      .named("data-renewed", say.renewed), .named("data-removed", say.removed),
      .named("data-emptied", say.emptied)
    ) { page in
      page.h2(.named("tabindex", literally: "-1")) { $0.text(say.kept) }
      said(&page)
      page.p(.flag("data-none", true), .flag("hidden", true)) { $0.text(say.none) }
      page.ul(
        .class("rows"), .role("list"), .flag("data-items", true), .flag("hidden", true)
      ) { _ in }
      page.div(.flag("data-all", true), .flag("hidden", true)) { page in
        page.p(.class("meta")) { page in
          page.text(say.total + visit.say.site.colon)
          page.span(.flag("data-total", true)) { _ in }
        }
        page.p { page in
          page.button(
            .class("button"), .type("button"), .flag("data-drop-all", true)
          ) { $0.text(say.dropAll) }
        }
      }
      page.element("template", [.flag("data-item", true)]) { page in
        page.div { page in
          page.h3 { page in
            page.a(.href("/tutoriels"), visit.writtenLanguage) {
              $0.text(visit.say.tutorials.one)
            }
          }
          page.p(.class("meta"), .flag("data-about", true)) { _ in }
        }
        page.button(.class("button"), .type("button")) { $0.text(say.dropOne) }
      }
    }
  }

  /// Beside a tutorial: to keep it, or to keep it no more.
  static func choice(_ shown: TutorialPage, _ visit: Visit, _ page: inout Page) {
    guard let member = visit.viewer.member else { return }
    let say = visit.say.offline
    page.section(
      .class("card"), .flag("hidden", true), reader(member),
      .named("data-keep", String(shown.view.tutorial.id.value)),
      .named("data-version", String(shown.version.number)),
      .named("data-kept", say.keptVersion(day(of: shown.version, visit))),
      .named("data-busy", say.busy), .named("data-failed", say.failed),
      .named("data-full", say.full)
    ) { page in
      page.h2 { $0.text(say.heading) }
      page.p { $0.text(say.choiceAdvice) }
      said(&page)
      page.p { page in
        button("data-do-keep", say.keep, isHidden: false, &page)
        button("data-do-drop", say.drop, isHidden: true, &page)
      }
      page.p { page in page.a(.href("/hors-ligne")) { $0.text(say.title) } }
    }
  }

  private static func button(
    _ mark: StaticString, _ label: String, isHidden: Bool, _ page: inout Page
  ) {
    page.button(
      .class("button"), .type("button"), .flag(mark, true), .flag("hidden", isHidden)
    ) { $0.text(label) }
  }

  private static func said(_ page: inout Page) {
    page.p(.class("meta"), .role("status"), .flag("data-said", true)) { _ in }
  }

  private static func reader(_ member: Member) -> Attribute {
    .named("data-reader", String(member.id.value))
  }

  static func day(of version: TutorialVersion, _ visit: Visit) -> String {
    visit.say.dates.day(version.published ?? version.created)
  }
}
