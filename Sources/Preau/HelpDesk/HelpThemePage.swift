import HTML
import HTTP
import SQLite

/// What is asked again and again: where an answer that all can find would help most.
struct HelpThemePage {
  let space: Space
  let tags: [RisingTag]
  let themes: [HelpTheme]
  /// What members looked for in vain on the whole site.
  let misses: [(words: String, members: Int)]

  private static let mostThreads = 5

  static func load(_ slug: String, _ visit: Visit, _ db: Reader) throws -> HelpThemePage {
    let space = try HelpDeskRoutes.helped(slug, visit, db).profile.space
    // A class or a private space looks after its own: what all look for is not its matter.
    let isPrivate = space.visibility == .private
    return HelpThemePage(
      space: space, tags: try HelpThemeStore.risingTags(of: space.id, at: visit.now, db),
      themes: HelpTheme.all(
        in: try HelpThemeStore.questions(of: space.id, at: visit.now, db)),
      misses: isPrivate ? [] : try SearchMissStore.wanted(at: visit.now, db))
  }

  func response(_ visit: Visit) -> Response {
    let say = visit.say.help.themes
    return visit.page(PageFrame(title: say.title, menu: .spaces)) { page in
      page.trail(
        [(space.address, space.name), ("/espaces/\(space.slug)/bureau", visit.say.help.title)],
        visit)
      page.head(say.title, say.advice)
      if tags.isEmpty && themes.isEmpty && misses.isEmpty {
        page.p(.class("empty")) { $0.text(say.empty) }
      }
      rising(visit, &page)
      shared(visit, &page)
      missed(visit, &page)
    }
  }

  private func rising(_ visit: Visit, _ page: inout Page) {
    if tags.isEmpty { return }
    let say = visit.say.help.themes
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.rising) }
      page.ul(.class("rows"), .role("list")) { page in
        for rising in tags {
          page.li { page in
            page.a(.href(HelpBoardChoice(list: .open, tag: rising.tag.slug).address(space))) {
              $0.text(rising.tag.label)
            }
            page.span(.class("meta")) { $0.text(say.asked(rising.recent, rising.before)) }
          }
        }
      }
    }
  }

  private func shared(_ visit: Visit, _ page: inout Page) {
    if themes.isEmpty { return }
    let say = visit.say.help.themes
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.shared) }
      for theme in themes {
        page.h3(visit.writtenLanguage) { $0.text(theme.words.joined(separator: ", ")) }
        page.ul { page in
          for question in theme.threads.prefix(Self.mostThreads) {
            page.li { page in
              page.a(.href(Thread.address(question.thread, question.slug)), visit.writtenLanguage) {
                $0.text(visit.title(question.title))
              }
              if question.isResolved {
                page.span(.class("meta")) { $0.text(" · " + visit.say.help.state(.resolved)) }
                page.text(" ")
                page.a(
                  .href("/fils/\(question.thread.value)/tutoriel"),
                  .label(
                    visit.say.tutorials.fromThread + visit.say.site.colon
                      + visit.title(question.title))
                ) { $0.text(visit.say.tutorials.fromThread) }
              }
            }
          }
        }
        if theme.threads.count > Self.mostThreads {
          page.p(.class("meta")) { $0.text(say.more(theme.threads.count - Self.mostThreads)) }
        }
      }
    }
  }

  private func missed(_ visit: Visit, _ page: inout Page) {
    if misses.isEmpty { return }
    let say = visit.say.help.themes
    page.section(.class("card")) { page in
      page.h2 { $0.text(say.missed) }
      page.p(.class("meta")) { $0.text(say.missedAdvice) }
      page.ul(.class("rows"), .role("list")) { page in
        for miss in misses {
          page.li { page in
            page.span(visit.writtenLanguage) { $0.text(miss.words) }
            page.span(.class("meta")) { $0.text(say.members(miss.members)) }
          }
        }
      }
    }
  }
}
