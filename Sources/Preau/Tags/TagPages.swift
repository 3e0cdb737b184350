import HTML
import HTTP

/// The pages about tags.
enum TagPages {
  static func list(
    _ tags: [TagUse], next: String?, isFirst: Bool, byUse: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.tags
    let isStart = isFirst && !byUse
    let frame = PageFrame(
      title: say.title, menu: .tags, isIndexed: isStart, canonical: isStart ? "/etiquettes" : nil)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
        page.p { page in
          page.a(.href("/vocabulaires")) { $0.text(say.toVocabularies) }
        }
      }
      if tags.isEmpty && isFirst {
        page.p(.class("empty")) { $0.text(say.empty) }
        return
      }
      orders(byUse: byUse, say, &page)
      page.ul(.class("tags"), .role("list")) { page in
        for use in tags {
          page.li { page in
            page.a(.class("tag"), .href(use.tag.address)) { $0.text(use.tag.label) }
            page.text(" ")
            page.span(.class("meta")) { $0.text(say.uses(use.count)) }
          }
        }
      }
      pager(next, isFirst: isFirst, visit, &page)
    }
  }

  static func show(
    _ tag: Tag, _ tagged: Tagged, _ threads: [ThreadLine], next: ThreadCursor?, isFirst: Bool,
    _ visit: Visit
  ) -> Response {
    let say = visit.say.tags
    let title = say.tagTitle(tag.label)
    let frame = PageFrame(
      title: title, menu: .tags, isIndexed: isFirst, canonical: isFirst ? tag.address : nil,
      feed: visit.viewer.isLoggedIn ? nil : tag.feedAddress)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.ol(.class("trail"), .role("list")) { page in
          page.li { page in page.a(.href("/etiquettes")) { $0.text(say.title) } }
        }
        page.h1 { $0.text(title) }
      }
      page.tagged(tagged, .tag(tag), threads: threads, isFirst: isFirst, visit)
      page.older(next, of: tag.address, isFirst: isFirst, visit)
      if visit.viewer.isAdministrator {
        page.p { page in
          page.a(.class("button"), .href("/etiquettes/\(tag.slug)/modifier")) {
            $0.text(say.edit)
          }
        }
      }
      page.p(.class("meta")) { page in
        // A member may see the tag where visitors do not: then only a secret address has a feed.
        page.a(.href(visit.viewer.isLoggedIn ? "/mon-preau/flux" : tag.feedAddress)) {
          $0.text(say.feed)
        }
      }
    }
  }

  private static func orders(byUse: Bool, _ say: TagStrings, _ page: inout Page) {
    let orders: [(address: Address, label: String, isChosen: Bool)] = [
      ("/etiquettes", say.alphabetical, !byUse),
      ("/etiquettes?ordre=usage", say.mostUsed, byUse),
    ]
    page.nav(.label(say.orders)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for order in orders {
          page.li { page in
            page.a(
              .href(order.address),
              .when(order.isChosen, .named("aria-current", literally: "page"))
            ) { $0.text(order.label) }
          }
        }
      }
    }
  }

  private static func pager(
    _ next: String?, isFirst: Bool, _ visit: Visit, _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst {
        page.a(.class("button"), .href("/etiquettes")) { $0.text(visit.say.tags.first) }
      }
      if let next {
        page.a(
          .class("button"), .rel("next"), .href(Address("/etiquettes").adding("apres", next))
        ) { $0.text(visit.say.tags.more) }
      }
    }
  }
}

extension Tag {
  /// Its latest posts, for a feed reader.
  var feedAddress: Address { "/etiquettes/\(slug)/atom" }
}
