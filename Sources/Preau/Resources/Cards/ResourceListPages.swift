import HTML
import HTTP

/// Lists of the catalogue.
enum ResourceListPages {
  static func list(
    _ choice: ResourceListChoice, _ lines: [ResourceLine], next: ResourceCursor?, isFirst: Bool,
    mayCount: Bool, calls: [ContributionCall], _ visit: Visit
  ) -> Response {
    let say = visit.say.resources
    var frame = PageFrame(title: say.title, menu: .resources)
    if choice.isPlain, isFirst {
      frame.isIndexed = true
      frame.canonical = "/ressources"
      frame.feed = AtomRoutes.cards
    }
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
        page.p(.class("actions")) { page in
          page.a(.class("button button--main"), .href("/ressources/ajouter")) { $0.text(say.add) }
          page.a(.class("button"), .href(FindingNeed.address)) { $0.text(visit.say.finding.need) }
          page.a(.class("button"), .href("/collections")) { $0.text(say.collections) }
          if mayCount {
            page.a(.class("button"), .href("/recensement")) { $0.text(visit.say.census.title) }
          }
        }
      }
      CallPages.list(calls, visit, &page)
      choices(choice, visit, &page)
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(choice.isPlain ? say.empty : say.nothingFound) }
      } else {
        page.section(.label(say.title)) { page in
          page.h2(.class("unseen")) { $0.text(say.title) }
          page.resourceList(lines, visit)
        }
      }
      pager(next, choice, isFirst, visit, &page)
    }
  }

  /// What is chosen, and what else can be.
  private static func choices(
    _ choice: ResourceListChoice, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.resources
    page.nav(.label(say.orderLabel)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for order in ResourceList.Order.allCases {
          link(
            say.orderName(order), choice.ordered(order).address, choice.list.order == order, &page)
        }
      }
    }
    if choice.list.order == .evidence { page.p(.class("hint")) { $0.text(say.evidenceHint) } }
    page.nav(.label(say.kindsLabel)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        link(say.allKinds, choice.ofKind(nil).address, choice.list.kind == nil, &page)
        for kind in Resource.Kind.allCases {
          link(say.kindTab(kind), choice.ofKind(kind).address, choice.list.kind == kind, &page)
        }
      }
    }
    if choice.concepts.isEmpty && choice.space == nil && choice.tag == nil { return }
    page.ul(.class("filters"), .role("list")) { page in
      for concept in choice.concepts {
        filter(concept.label(in: visit.say.language), choice.without(concept), say, &page)
      }
      if let space = choice.space {
        var other = choice
        other.space = nil
        filter(space.name, other, say, &page)
      }
      if let tag = choice.tag {
        var other = choice
        other.tag = nil
        filter("#" + tag.label, other, say, &page)
      }
    }
  }

  private static func link(
    _ label: String, _ address: Address, _ isHere: Bool, _ page: inout Page
  ) {
    page.li { page in
      page.a(.href(address), .when(isHere, .named("aria-current", literally: "page"))) {
        $0.text(label)
      }
    }
  }

  private static func filter(
    _ label: String, _ without: ResourceListChoice, _ say: ResourceStrings, _ page: inout Page
  ) {
    page.li { page in
      page.span { $0.text(label) }
      page.text(" ")
      page.a(.href(without.address)) { page in
        page.text(say.dropFilter)
        page.span(.class("unseen")) { $0.text(" " + label) }
      }
    }
  }

  private static func pager(
    _ next: ResourceCursor?, _ choice: ResourceListChoice, _ isFirst: Bool, _ visit: Visit,
    _ page: inout Page
  ) {
    if next == nil && isFirst { return }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst {
        page.a(.class("button"), .href(choice.address)) { $0.text(visit.say.resources.start) }
      }
      if let next {
        page.a(
          .class("button"), .rel("next"), .href(choice.address.adding("avant", next.text))
        ) { $0.text(visit.say.resources.more) }
      }
    }
  }
}

extension Page {
  /// A list of cards, the title first.
  mutating func resourceList(_ lines: [ResourceLine], _ visit: Visit) {
    ul(.class("threads"), .role("list")) { page in
      for line in lines {
        page.li { page in page.resourceLine(line, visit) }
      }
    }
  }

  mutating func resourceLine(_ line: ResourceLine, _ visit: Visit) {
    let say = visit.say.resources
    h3 { page in
      page.a(.href(line.address), .lang(line.language)) { $0.text(visit.title(line.title)) }
    }
    span(.class("state")) { page in
      page.text(line.host.isEmpty ? say.kind(line.kind) : say.linkTo(line.host))
    }
    if !line.description.isEmpty {
      p(.class("search__snippet"), .lang(line.language)) { page in
        page.text(visit.title(ResourcePages.firstWords(of: line.description)))
      }
    }
    p(.class("meta")) { page in
      page.a(.href(line.space.address)) { $0.text(line.space.name) }
      page.span { $0.text(say.uses(line.uses)) }
      if let minutes = line.minutes { page.span { $0.text(say.minutes(minutes)) } }
      if line.worksOnPhone { page.span { $0.text(say.phone) } }
      page.span { $0.text(visit.say.licences.name(line.licence)) }
      for seal in line.seals {
        ReviewPages.mark(seal.seal, seal.version, isCurrent: seal.isCurrent, visit, &page)
      }
      for concept in line.concepts.prefix(4) {
        page.a(.href(ResourceListChoice.about(concept.id))) {
          $0.text(concept.label(in: visit.say.language))
        }
      }
      for tag in line.tags where visit.mayShow(tag) {
        page.a(.class("tag"), .href(Address("/ressources").adding("etiquette", tag.slug))) {
          $0.text(tag.label)
        }
      }
    }
  }
}
