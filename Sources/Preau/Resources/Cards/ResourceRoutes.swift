import HTML
import HTTP
import SQLite

/// What the site answers about the catalogue.
enum ResourceRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/ressources", .anyone, isShared: true, list)
    routes.get("/ressources/*", .anyone, isShared: true, show)
    ResourceWritingRoutes.add(to: &routes)
    UseRoutes.add(to: &routes)
  }

  // MARK: Lists

  static func list(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    let cursor = ResourceCursor(query["avant"])
    return try visit.read { db in
      let choice = try choice(visit, db)
      let page = try ResourceListStore.page(
        of: choice.list, after: cursor, reader: visit.viewer.reader, db)
      return ResourceListPages.list(
        choice, page.lines, next: page.next, isFirst: cursor == .start,
        mayCount: try CensusStore.mayCount(visit.viewer, db),
        calls: cursor == .start
          ? try CallStore.open(for: visit.viewer.reader, inOwnSpaces: false, db) : [], visit)
    }
  }

  private static func choice(_ visit: Visit, _ db: Reader) throws -> ResourceListChoice {
    let query = visit.request.query
    var choice = ResourceListChoice()
    choice.list.order = query["tri"].flatMap { ResourceList.Order(rawValue: $0) } ?? .newest
    choice.list.kind = query["genre"].flatMap { Resource.Kind(rawValue: $0) }
    if let slug = query["espace"], !slug.isEmpty {
      let space = try SpaceStore.space(slug: slug, viewer: visit.viewer, db).orNotFound().space
      choice.space = space
      choice.list.space = space.id
    }
    if let slug = query["etiquette"], !slug.isEmpty {
      let tag = try ResourceListStore.tag(slug: slug, reader: visit.viewer.reader, db).orNotFound()
      guard visit.mayShow(tag) else { throw Refusal.notFound }
      choice.tag = tag
      choice.list.tag = tag.slug
    }
    let concepts = query.all("notion").prefix(ResourceList.mostConcepts).compactMap {
      Concept.ID(segment: $0)
    }
    choice.concepts = try ConceptStore.concepts(Array(concepts), db)
    choice.list.concepts = choice.concepts.map(\.id)
    return choice
  }

  // MARK: One card

  /// The card at an address, for someone who may read its space.
  static func load(_ id: Resource.ID, _ visit: Visit, _ db: Reader) throws -> ResourceView {
    guard let view = try ResourceStore.view(id, for: visit.viewer, db) else {
      let asksLogIn = try !visit.viewer.isLoggedIn && ResourceStore.isForMembers(id, db)
      throw asksLogIn ? Refusal.needsLogIn : Refusal.notFound
    }
    if view.isGone { throw Refusal.gone }
    return view
  }

  static func show(_ visit: Visit, _ name: Slugged<Resource>) throws -> Response {
    try visit.read { db in
      let view = try load(name.number, visit, db)
      guard name.slug == view.resource.slug else {
        return .redirect(to: view.resource.address.text, status: 301)
      }
      return ResourcePages.show(try page(of: view, visit, db), visit)
    }
  }

  private static func page(
    of view: ResourceView, _ visit: Visit, _ db: Reader
  ) throws -> ResourcePage {
    let id = view.resource.id
    let query = visit.request.query
    let cursor = ResourceCursor(query["depuis"])
    let context = try query["contexte"].flatMap { Concept.ID(segment: $0) }.flatMap {
      try ConceptStore.concepts([$0], db).first
    }
    let below = try context.map { try ConceptClosureStore.below($0.id, db) }
    let mayModerate = view.actor.rights.mayModerate
    let uses = try UseStore.page(
      of: id, about: below, after: cursor, hidden: mayModerate, db)
    let summary = UseSummary(
      try UseStore.places(of: id, db),
      broader: view.resource.uses.all == 0 ? [:] : try ConceptClosureStore.broader(db))
    let named = Set(uses.reports.flatMap(\.concepts)).union(summary.byConcept.keys)
    var page = ResourcePage(
      view: view, uses: uses.reports, next: uses.next, isFirst: cursor == .start,
      context: context, summary: summary,
      concepts: Dictionary(
        uniqueKeysWithValues: try ConceptStore.concepts(Array(named), db).map { ($0.id, $0) }))
    if let member = visit.viewer.member {
      page.own = try UseStore.report(of: id, by: member.id, db)
    }
    if mayModerate { page.reports = try ResourceWritingStore.reports(of: id, db) }
    page.collections = try CollectionListStore.holding(id, for: visit.viewer, db)
    return page
  }
}

/// Everything that the page of a card shows.
struct ResourcePage {
  let view: ResourceView
  let uses: [UseReport]
  let next: ResourceCursor?
  let isFirst: Bool
  /// What the reports that are shown are about.
  let context: Concept?
  let summary: UseSummary
  let concepts: [Concept.ID: Concept]
  /// The reader's own report.
  var own: UseReport?
  /// For those who look after the space.
  var reports: [ResourceReport] = []
  var collections: [CollectionLine] = []
}

/// The list that a reader has asked for, with the words for it.
struct ResourceListChoice {
  var list = ResourceList()
  var space: Space?
  var tag: Tag?
  var concepts: [Concept] = []

  var isPlain: Bool {
    list.order == .newest && list.kind == nil && space == nil && tag == nil && concepts.isEmpty
  }

  var address: Address {
    var address: Address = "/ressources"
    if let kind = list.kind { address = address.adding("genre", kind.rawValue) }
    if let space { address = address.adding("espace", space.slug) }
    if let tag { address = address.adding("etiquette", tag.slug) }
    for concept in concepts { address = address.adding("notion", String(concept.id.value)) }
    if list.order != .newest { address = address.adding("tri", list.order.rawValue) }
    return address
  }

  func ordered(_ order: ResourceList.Order) -> ResourceListChoice {
    var other = self
    other.list.order = order
    return other
  }

  func ofKind(_ kind: Resource.Kind?) -> ResourceListChoice {
    var other = self
    other.list.kind = kind
    return other
  }

  func without(_ concept: Concept) -> ResourceListChoice {
    var other = self
    other.concepts.removeAll { $0.id == concept.id }
    return other
  }

  /// Cards about one concept.
  static func about(_ concept: Concept.ID) -> Address {
    Address("/ressources").adding("notion", String(concept.value))
  }
}
