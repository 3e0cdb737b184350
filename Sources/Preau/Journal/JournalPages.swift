import HTML
import HTTP

/// The journal on screen: nothing to press, only to read.
enum JournalPages {
  /// - Parameter space: nil for the whole site.
  static func show(
    _ entries: [JournalEntry], of space: Space?, next: JournalEntry.ID?, isFirst: Bool,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.journal
    let title = space.map { say.titleOf($0.name) } ?? say.title
    let address = space.map { Address("/espaces/\($0.slug)/journal") } ?? "/journal"
    return visit.page(PageFrame(title: title, menu: space == nil ? .none : .spaces)) { page in
      if let space {
        page.trail([("/espaces", visit.say.site.spaces), (space.address, space.name)], visit)
      } else {
        page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      }
      page.head(title, say.introduction)
      if entries.isEmpty { page.p(.class("empty")) { $0.text(say.empty) } }
      page.ol(.class("rows"), .role("list")) { page in
        for entry in entries { line(entry, namesSpace: space == nil, visit, &page) }
      }
      pager(next, address, isFirst: isFirst, visit, &page)
    }
  }

  private static func line(
    _ entry: JournalEntry, namesSpace: Bool, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.journal
    page.li { page in
      page.div { page in
        page.strong { $0.text(say.action(entry.action)) }
        let detail = say.detail(entry, visit.say)
        if !detail.isEmpty { page.text(visit.say.site.colon + detail) }
        page.p(.class("meta")) { page in
          page.moment(entry.at, visit)
          page.text(" · " + say.by + " ")
          if let actor = entry.actor {
            page.signature(actor, visit)
          } else {
            page.text(entry.action.isOfTheSite ? say.theSite : say.commandLine)
          }
          if let member = entry.member {
            page.text(" · " + say.about + " ")
            page.signature(member, visit)
          }
          place(entry, namesSpace: namesSpace, visit, &page)
        }
      }
    }
  }

  private static func place(
    _ entry: JournalEntry, namesSpace: Bool, _ visit: Visit, _ page: inout Page
  ) {
    if namesSpace, let space = entry.space {
      page.text(" · ")
      if space.visibility == .private {
        page.text(space.name)
      } else {
        page.a(.href(space.address)) { $0.text(space.name) }
      }
    }
    guard let object = entry.object else { return }
    page.text(" · ")
    let name = visit.say.journal.object(object)
    guard let address = object.address else {
      page.text(name)
      return
    }
    page.a(.href(address)) { $0.text(name) }
  }

  private static func pager(
    _ next: JournalEntry.ID?, _ address: Address, isFirst: Bool, _ visit: Visit,
    _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst { page.a(.class("button"), .href(address)) { $0.text(visit.say.journal.first) } }
      if let next {
        page.a(
          .class("button"), .rel("next"), .href(address.adding("avant", String(next.value)))
        ) { $0.text(visit.say.journal.older) }
      }
    }
  }
}

extension JournalObject {
  /// Where it stands, for those who may read it.
  fileprivate var address: Address? {
    switch self {
    case .thread(let id): "/fils/\(id.value)"
    case .post(let id): "/messages/\(id.value)"
    case .invitation: nil
    case .tutorial(let id): "/tutoriels/\(id.value)"
    case .badge(let id): "/badges/\(id.value)"
    case .resource(let id): "/ressources/\(id.value)"
    }
  }
}
