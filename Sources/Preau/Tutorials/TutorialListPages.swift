import HTML
import HTTP

/// Lists of tutorials.
enum TutorialListPages {
  static func list(
    _ choice: TutorialListChoice, _ lines: [TutorialLine], next: TutorialCursor?, isFirst: Bool,
    mayFindWaiting: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.tutorials
    let title = say.title(of: choice)
    var frame = PageFrame(title: title, menu: .tutorials)
    if case .all = choice, isFirst {
      frame.isIndexed = true
      frame.canonical = "/tutoriels"
      frame.feed = AtomRoutes.cards
    }
    return visit.page(frame) { page in
      page.div(.class("head head--row")) { page in
        page.h1 { $0.text(title) }
        page.p(.class("actions")) { page in
          page.a(.class("button"), .href(FindingNeed.address)) { $0.text(visit.say.finding.need) }
          if visit.viewer.isLoggedIn {
            page.a(.class("button button--main"), .href(newAddress(choice))) {
              $0.text(say.begin)
            }
          }
        }
      }
      tabs(choice, mayFindWaiting, visit, &page)
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.empty(choice)) }
      } else {
        page.section(.label(title)) { page in
          page.h2(.class("unseen")) { $0.text(title) }
          page.tutorialList(lines, visit)
        }
      }
      older(next, choice, isFirst, visit, &page)
    }
  }

  private static func newAddress(_ choice: TutorialListChoice) -> Address {
    guard case .space(let space) = choice else { return "/tutoriels/nouveau" }
    return Address("/tutoriels/nouveau").adding("espace", space.slug)
  }

  private static func tabs(
    _ choice: TutorialListChoice, _ mayFindWaiting: Bool, _ visit: Visit, _ page: inout Page
  ) {
    guard let member = visit.viewer.member else { return }
    var tabs: [TutorialListChoice] = [.all, .shared, .mine(member.id)]
    if mayFindWaiting { tabs.append(.waiting(visit.viewer)) }
    page.nav(.label(visit.say.tutorials.lists)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for tab in tabs {
          page.li { page in
            page.a(
              .href(tab.address),
              .when(
                tab.address == choice.address, .named("aria-current", literally: "page"))
            ) { $0.text(visit.say.tutorials.tab(tab)) }
          }
        }
      }
    }
  }

  private static func older(
    _ next: TutorialCursor?, _ choice: TutorialListChoice, _ isFirst: Bool, _ visit: Visit,
    _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst {
        page.a(.class("button"), .href(choice.address)) { $0.text(visit.say.threads.newest) }
      }
      if let next {
        page.a(
          .class("button"), .rel("next"), .href(choice.address.adding("avant", next.text))
        ) { $0.text(visit.say.threads.older) }
      }
    }
  }
}

extension Page {
  /// A list of tutorials, the title first.
  mutating func tutorialList(
    _ lines: [TutorialLine], _ visit: Visit, namesSpace: Bool = true
  ) {
    ul(.class("threads"), .role("list")) { page in
      for line in lines { page.tutorialLine(line, visit, namesSpace) }
    }
  }

  private mutating func tutorialLine(
    _ line: TutorialLine, _ visit: Visit, _ namesSpace: Bool
  ) {
    let say = visit.say.tutorials
    li { page in
      page.h3 { page in
        page.a(.href(line.address(for: visit.viewer)), visit.writtenLanguage) {
          $0.text(visit.title(line.title))
        }
      }
      page.tutorialState(line, visit)
      if !line.summary.isEmpty {
        page.p(.class("search__snippet"), visit.writtenLanguage) {
          $0.text(visit.title(line.summary))
        }
      }
      page.p(.class("meta")) { page in
        if namesSpace { page.a(.href(line.space.address)) { $0.text(line.space.name) } }
        page.span { page in
          page.text(say.by + " ")
          page.signatures(line.authors, visit)
        }
        page.span { $0.text(say.minutes(max(1, (line.words + 100) / 200))) }
        page.moment(line.moment, visit)
        page.span { $0.text(visit.say.licences.name(line.licence)) }
        for seal in line.seals {
          ReviewPages.mark(seal.seal, seal.version, isCurrent: seal.isCurrent, visit, &page)
        }
        page.tutorialTags(line.tags, visit)
      }
    }
  }

  private mutating func tutorialState(_ line: TutorialLine, _ visit: Visit) {
    let say = visit.say.tutorials
    if line.pointers.underReview != nil {
      span(.class("state state--waiting")) { $0.text(say.underReview) }
    } else if line.pointers.published == nil {
      span(.class("state")) { $0.text(line.pointers.shared == nil ? say.draftState : say.beta) }
    } else if line.reviewBy.map({ $0 < visit.today }) == true {
      span(.class("state state--waiting")) { $0.text(say.toLookAgain) }
    }
  }
}
