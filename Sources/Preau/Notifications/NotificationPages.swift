import HTML
import HTTP

/// The list of what a member is told, and its sign in the roof.
enum NotificationPages {
  static let address: Address = "/notifications"

  /// - Parameters:
  ///   - readAt: when all were marked as read a moment ago, to take it back.
  ///   - hasMails: whether the reader has an address and the site sends mails.
  static func list(
    _ lines: [NotificationLine], next: Notification.ID?, isFirst: Bool, readAt: Instant?,
    hasMails: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.notifications
    return visit.page(PageFrame(title: say.title)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.title)
      if hasMails {
        page.p { page in page.a(.href(MailRoutes.choices)) { $0.text(visit.say.mail.allChoices) } }
      }
      if let readAt { takeBack(readAt, visit, &page) }
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(isFirst ? say.none : say.noneOlder) }
      } else {
        markAll(lines, visit, &page)
        page.ul(.class("threads told"), .role("list")) { page in
          for line in lines { show(line, hasMails, visit, &page) }
        }
      }
      older(next, isFirst, visit, &page)
    }
  }

  private static func takeBack(_ moment: Instant, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.notifications
    page.form("/notifications/non-lues", visit, .class("notice buttons"), .role("status")) { page in
      page.span { $0.text(say.allRead) }
      page.input(.type("hidden"), .name("moment"), .value(String(moment.seconds)))
      page.button(.class("button")) { $0.text(say.takeBack) }
    }
  }

  private static func markAll(
    _ lines: [NotificationLine], _ visit: Visit, _ page: inout Page
  ) {
    guard let last = lines.map(\.last.value).max(), lines.contains(where: { !$0.isRead }) else {
      return
    }
    page.form("/notifications/lecture", visit) { page in
      page.input(.type("hidden"), .name("derniere"), .value(String(last)))
      page.button(.class("button")) { $0.text(visit.say.notifications.markAll) }
    }
  }

  private static func show(
    _ line: NotificationLine, _ hasMails: Bool, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.notifications
    let isNew = !line.isRead
    let sentences = line.sentences(visit.say)
    let title = line.place.map { visit.title($0.title) } ?? sentences.first ?? ""
    page.li(.when(isNew, .class("unread"))) { page in
      page.h2 { page in
        page.linkOrText(line.link, .when(line.place != nil, visit.writtenLanguage)) { page in
          if isNew { page.span(.class("unseen")) { $0.text(say.new + "\u{00A0}: ") } }
          page.text(title)
        }
      }
      if line.place != nil {
        page.ul(.class("told__what"), .role("list")) { page in
          for sentence in sentences { page.li { $0.text(sentence) } }
        }
      }
      for words in line.told.map(\.words) where !words.isEmpty {
        page.p(.class("told__words"), visit.writtenLanguage) { $0.text(words) }
      }
      page.p(.class("meta")) { page in
        if let place = line.place {
          page.a(.href("/espaces/\(place.spaceSlug)")) { $0.text(place.spaceName) }
        }
        page.moment(line.created, visit)
        if hasMails, let place = line.place {
          page.a(.href(MailRoutes.address(of: place.thread))) {
            $0.text(visit.say.mail.threadTitle)
          }
        }
      }
    }
  }

  private static func older(
    _ next: Notification.ID?, _ isFirst: Bool, _ visit: Visit, _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst {
        page.a(.class("button"), .href(address)) { $0.text(visit.say.threads.newest) }
      }
      if let next {
        page.a(
          .class("button"), .rel("next"), .href(address.adding("avant", String(next.value)))
        ) { $0.text(visit.say.threads.older) }
      }
    }
  }
}

extension Page {
  fileprivate mutating func linkOrText(
    _ link: Address?, _ attribute: Attribute, content: (inout Page) -> Void
  ) {
    if let link { a(.href(link), attribute, content: content) } else { content(&self) }
  }

  /// The way to what a member is told, with how much of it is new.
  mutating func bell(_ viewer: Viewer, _ say: NotificationStrings) {
    let count = viewer.unreadCount
    a(.class("account bell"), .href(NotificationPages.address), .label(say.bell(count))) { page in
      page.literal(
        """
        <svg viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor" \
        stroke-width="2" stroke-linejoin="round" d="M4 17.5c2-2 2-4 2-7a6 6 0 0 1 12 0c0 3 0 5 2 7z\
        M10 20.5h4"/></svg>
        """)
      if count > 0 {
        page.span(.class("bell__count")) {
          $0.text(count > NotificationPages.mostCounted ? "99+" : String(count))
        }
      }
    }
  }
}

extension NotificationPages {
  /// Beyond this, counting more tells nothing.
  static let mostCounted = 99
}

extension NotificationLine {
  /// What is told, a sentence for each kind, what concerns the reader most first.
  func sentences(_ strings: Strings) -> [String] {
    let say = strings.notifications
    return Notification.Kind.allCases.compactMap { kind in
      let same = told.filter { $0.kind == kind }
      if same.isEmpty { return nil }
      let count = kind == .thanks ? same.map(\.thanks).reduce(0, +) : same.count
      return say.sentence(kind, count, say.names(names(same, strings)))
    }
  }

  /// Those who did it, each once, the latest first.
  private func names(_ same: [Notification], _ say: Strings) -> [String] {
    var names: [String] = []
    for actor in same.reversed().compactMap(\.actor) {
      let name = say.name(of: actor)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
