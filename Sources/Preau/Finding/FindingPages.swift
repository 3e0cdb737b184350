import HTML
import HTTP

/// What was found in the whole house, and what would narrow it.
enum FindingPages {
  static func show(_ results: FindingResults, _ visit: Visit) -> Response {
    let say = visit.say.finding
    let query = results.query
    let title = query.words.isEmpty ? say.title : visit.say.search.titleOf(query.words)
    return visit.page(PageFrame(title: title, mainClass: "wide page page--aside")) { page in
      page.div { page in
        page.div(.class("head")) { $0.h1 { $0.text(say.title) } }
        form(query, visit, &page)
        chosen(results, visit, &page)
        concepts(results, visit, &page)
        SavedSearchPages.door(query, visit, &page)
        outcome(results, visit, &page)
      }
      facets(results, visit, &page)
    }
  }

  private static func form(_ query: FindingQuery, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.search
    page.askingForm("/recherche", .class("search")) { page in
      page.textField(
        Field(name: "q", label: say.label), value: query.words, type: "search", visit.say.site,
        .named("maxlength", String(SearchQuery.longest)))
      for field in query.hidden {
        page.input(.type("hidden"), .name(field.name), .value(field.value))
      }
      page.button(.class("button button--main")) { $0.text(say.search) }
    }
    page.p(.class("to-facets")) { page in
      page.a(.href("#affiner")) { $0.text(visit.say.finding.narrow + " ↓") }
    }
  }

  /// What is chosen, each with the way to take it back.
  private static func chosen(_ results: FindingResults, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.finding
    let query = results.query
    if !query.narrows { return }
    page.ul(.class("filters"), .role("list"), .label(say.chosen)) { page in
      for kind in query.kinds {
        filter(say.kind(kind), query.toggling(kind: kind), say, &page)
      }
      for seal in query.seals {
        filter(say.seal(seal), query.toggling(seal: seal), say, &page)
      }
      for slug in query.spaces {
        let name = results.spaces.first { $0.slug == slug }?.name ?? slug
        filter(name, query.toggling(space: slug), say, &page)
      }
      for concept in results.trees.flatMap(\.all).firstOfEachID
      where results.chosen.contains(concept.id) {
        filter(
          concept.label(in: visit.say.language), query.toggling(concept: concept), say, &page)
      }
      for slug in query.tags {
        let label = results.tags.first { $0.slug == slug }?.label ?? slug
        filter("#" + label, query.toggling(tag: slug), say, &page)
      }
    }
  }

  private static func filter(
    _ label: String, _ without: FindingQuery, _ say: FindingStrings, _ page: inout Page
  ) {
    page.li { page in
      page.span { $0.text(label) }
      page.text(" ")
      page.a(.href(without.address)) { page in
        page.text(say.drop)
        page.span(.class("unseen")) { $0.text(" " + label) }
      }
    }
  }

  private static func concepts(_ results: FindingResults, _ visit: Visit, _ page: inout Page) {
    words(results.words.filter { !results.chosen.contains($0.id) }, visit, &page)
  }

  /// Words of the vocabularies: what was typed may be one of them.
  static func words(_ offered: [Concept], _ visit: Visit, _ page: inout Page) {
    if offered.isEmpty { return }
    page.p(.class("meta facts")) { page in
      page.span { $0.text(visit.say.finding.words) }
      for concept in offered {
        page.a(.href(concept.address)) { $0.text(concept.label(in: visit.say.language)) }
      }
    }
  }

  private static func outcome(_ results: FindingResults, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.finding
    page.section(.class("search__outcome")) { page in
      page.h2 { $0.text(say.found(results.counts.total)) }
      if results.counts.total == 0 {
        page.p(.class("empty")) { $0.text(say.nothing) }
        if !results.query.words.isEmpty {
          page.p { page in
            page.a(.href(Address("/recherche").adding("q", results.query.words))) {
              $0.text(say.everywhere(results.query.words))
            }
          }
        }
        return
      }
      if let since = results.query.since {
        page.p(.class("notice")) {
          $0.text(say.newSince(results.newCount, visit.say.dates.day(since)))
        }
      }
      orders(results.query, say, &page)
      page.ul(.class("threads"), .role("list")) { page in
        for found in results.found {
          let isNew = results.new.contains(found.item)
          page.li(.when(isNew, .class("unread"))) { page in
            switch found {
            case .thread(let thread): line(thread, visit, &page)
            case .card(let card): page.resourceLine(card, visit)
            }
            if isNew {
              page.p(.class("meta")) { page in page.strong { $0.text(say.new) } }
            }
          }
        }
      }
      pager(results, visit, &page)
    }
  }

  private static func orders(
    _ query: FindingQuery, _ say: FindingStrings, _ page: inout Page
  ) {
    page.nav(.label(say.order)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for order in FacetIndex.Order.allCases {
          page.li { page in
            page.a(
              .href(query.ordered(by: order).address),
              .when(
                order == query.order ?? .newest, .named("aria-current", literally: "true"))
            ) { $0.text(say.name(of: order)) }
          }
        }
      }
    }
  }

  private static func line(_ thread: FoundThread, _ visit: Visit, _ page: inout Page) {
    page.h3 { page in
      page.a(.href(Thread.address(thread.id, thread.slug)), visit.writtenLanguage) {
        $0.text(visit.title(thread.title))
      }
    }
    page.threadState(
      thread.kind, thread.state, thread.isSolved, replies: thread.postCount - 1,
      visit.say.threads)
    page.p(.class("meta")) { page in
      page.a(.href(thread.space.address)) { $0.text(thread.space.name) }
      page.span { $0.text(visit.say.threads.replies(thread.postCount - 1)) }
      page.moment(thread.lastActivity, visit)
    }
  }

  private static func pager(_ results: FindingResults, _ visit: Visit, _ page: inout Page) {
    guard results.pageCount > 1 else { return }
    let say = visit.say.search
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if results.page > 1 {
        let last = min(results.page - 1, results.pageCount)
        page.a(.class("button"), .rel("prev"), .href(results.query.address(page: last))) {
          $0.text(say.previous)
        }
      }
      page.span { $0.text(say.page(results.page, results.pageCount)) }
      if results.page < results.pageCount {
        page.a(
          .class("button"), .rel("next"), .href(results.query.address(page: results.page + 1))
        ) { $0.text(say.next) }
      }
    }
  }

  // MARK: Facets

  private static func facets(_ results: FindingResults, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.finding
    let query = results.query
    page.aside(.id("affiner"), .class("aside facets"), .label(say.narrow)) { page in
      page.h2 { $0.text(say.narrow) }
      facet(say.kinds, isOpen: true, &page) { page in
        for kind in Findable.Kind.allCases {
          value(
            say.kind(kind), results.counts.kinds[kind] ?? 0, query.kinds.contains(kind),
            query.toggling(kind: kind), say, &page)
        }
      }
      if !query.seals.isEmpty || results.counts.seals.contains(where: { $0.value > 0 }) {
        facet(say.validated, isOpen: true, &page) { page in
          for seal in ReviewSeal.allCases {
            value(
              say.seal(seal), results.counts.seals[seal] ?? 0, query.seals.contains(seal),
              query.toggling(seal: seal), say, &page)
          }
        }
      }
      for tree in results.trees {
        let isChosen = tree.all.contains { results.chosen.contains($0.id) }
        let isThere = tree.all.contains { (results.counts.concepts[$0.id.value] ?? 0) > 0 }
        if !isChosen && !isThere { continue }
        facet(tree.scheme.title(in: visit.say.language), isOpen: isChosen, &page) { page in
          branch(tree.roots, [], tree, results, visit, &page)
        }
      }
      facet(say.spaces, isOpen: !query.spaces.isEmpty, &page) { page in
        for space in results.spaces {
          value(
            space.name, results.counts.spaces[space.id] ?? 0, query.spaces.contains(space.slug),
            query.toggling(space: space.slug), say, &page)
        }
      }
    }
  }

  private static func facet(
    _ title: String, isOpen: Bool, _ page: inout Page, _ values: (inout Page) -> Void
  ) {
    page.details(.flag("open", isOpen)) { page in
      page.summary { $0.text(title) }
      page.ul(.role("list")) { values(&$0) }
    }
  }

  private static func branch(
    _ concepts: [Concept], _ path: [Concept.ID], _ tree: ConceptTree,
    _ results: FindingResults, _ visit: Visit, _ page: inout Page
  ) {
    for concept in concepts {
      let count = results.counts.concepts[concept.id.value] ?? 0
      let isChosen = results.chosen.contains(concept.id)
      if count == 0 && !isChosen { continue }
      value(
        concept.label(in: visit.say.language), count, isChosen,
        results.query.toggling(concept: concept), visit.say.finding, &page
      ) { page in
        let below = tree.branches(of: concept, under: path).filter {
          (results.counts.concepts[$0.id.value] ?? 0) > 0 || results.chosen.contains($0.id)
        }
        if below.isEmpty { return }
        page.ul(.role("list")) { page in
          branch(below, path + [concept.id], tree, results, visit, &page)
        }
      }
    }
  }

  /// One value: a link that chooses it, or takes it back. What would leave nothing is not offered.
  private static func value(
    _ label: String, _ count: Int, _ isChosen: Bool, _ toggled: FindingQuery,
    _ say: FindingStrings, _ page: inout Page, below: (inout Page) -> Void = { _ in }
  ) {
    if count == 0 && !isChosen { return }
    page.li { page in
      page.a(
        .href(toggled.address), .rel("nofollow"),
        .when(isChosen, .named("aria-current", literally: "true"))
      ) { page in
        if isChosen { page.text("✓ ") }
        page.text(label)
      }
      page.span(.class("count")) { $0.text(" " + say.count(count)) }
      below(&page)
    }
  }

  // MARK: By need

  /// « Je veux faire… pour… avec… »: words and choices that lead to the same page.
  static func need(_ trees: [ConceptTree], _ visit: Visit, _ page: inout Page) {
    let say = visit.say.finding
    let labels = [
      say.needKind, say.needIn, say.needFor, say.needHow, say.needWith, say.needMinding,
    ]
    let fields = zip(FindingNeed.schemes, labels).compactMap { slug, label in
      trees.first { $0.scheme.slug == slug }.map { (label: label, tree: $0) }
    }
    if fields.isEmpty { return }
    page.section(.id(FindingNeed.place), .class("card")) { page in
      page.h2 { $0.text(say.need) }
      page.askingForm("/recherche", .class("form need")) { page in
        page.input(.type("hidden"), .name("affiner"), .value("oui"))
        // The search above it has the name `q` too: its id is another.
        page.label { page in
          page.span { $0.text(say.needDo) }
          page.input(
            .type("search"), .name("q"), .named("maxlength", String(SearchQuery.longest)),
            .named("aria-describedby", literally: "besoin-aide"))
        }
        page.p(.class("hint"), .id("besoin-aide")) { $0.text(say.needDoHint) }
        for field in fields {
          page.label { page in
            page.span { $0.text(field.label) }
            page.select(.name("mot")) { page in
              page.option(.value("")) { $0.text(say.any) }
              options(field.tree.roots, [], field.tree, visit, &page)
            }
          }
        }
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(say.look) }
        }
      }
    }
  }

  private static func options(
    _ concepts: [Concept], _ path: [Concept.ID], _ tree: ConceptTree, _ visit: Visit,
    _ page: inout Page
  ) {
    for concept in concepts where !concept.isDeprecated {
      page.option(.value(concept.findingName)) { page in
        page.text(String(repeating: "\u{00A0}\u{00A0}", count: path.count))
        page.text(concept.label(in: visit.say.language))
      }
      options(
        tree.branches(of: concept, under: path), path + [concept.id], tree, visit, &page)
    }
  }
}

/// The vocabularies of a need: what, in which trade, for whom, in which setting, with which device,
/// and what a pupil needs besides. These describe what is looked for, never a person.
enum FindingNeed {
  static let schemes = [
    "types-de-ressource", "filieres-professionnelles", "publics", "modalites", "appareils",
    "besoins-educatifs-particuliers",
  ]
  /// Where its questions stand on their page.
  static let place = "besoin"
  static let address = Address("/recherche").at(place)
}

extension [Concept] {
  /// Each once: a concept may stand in several vocabularies.
  fileprivate var firstOfEachID: [Concept] {
    var seen: Set<Concept.ID> = []
    return filter { seen.insert($0.id).inserted }
  }
}
