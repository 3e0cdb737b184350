import HTML
import HTTP
import SQLite

/// What the site answers about tutorials.
enum TutorialRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/tutoriels", .anyone, isShared: true, list)
    routes.get("/tutoriels/*", .anyone, isShared: true, show)
    routes.get("/tutoriels/*/beta", .members, shared)
    routes.get("/tutoriels/*/versions", .anyone, lane: .slow, versions)
    routes.get("/tutoriels/*/versions/*", .anyone, version)
    TutorialWritingRoutes.add(to: &routes)
    TutorialWorkshopRoutes.add(to: &routes)
    TutorialAdaptingRoutes.add(to: &routes)
    TutorialThreadRoutes.add(to: &routes)
  }

  // MARK: Lists

  static func list(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    let cursor = TutorialCursor(query["avant"])
    return try visit.read { db in
      let choice = try choice(visit, db)
      let page = try TutorialListStore.page(
        of: choice.list, after: cursor, reader: visit.viewer.reader, db)
      return TutorialListPages.list(
        choice, page.lines, next: page.next, isFirst: cursor == .start,
        mayFindWaiting: try TutorialListStore.mayFindWaiting(visit.viewer, db), visit)
    }
  }

  private static func choice(_ visit: Visit, _ db: Reader) throws -> TutorialListChoice {
    let query = visit.request.query
    if let slug = query["espace"] {
      return .space(try SpaceStore.space(slug: slug, viewer: visit.viewer, db).orNotFound().space)
    }
    if let slug = query["etiquette"] {
      let tag = try TutorialListStore.tag(slug: slug, reader: visit.viewer.reader, db).orNotFound()
      guard visit.mayShow(tag) else { throw Refusal.notFound }
      return .tag(tag)
    }
    switch query["liste"] {
    case "miens": return .mine(try visit.member.id)
    case "betas":
      _ = try visit.member
      return .shared
    case "a-lire":
      guard try TutorialListStore.mayFindWaiting(visit.viewer, db) else { throw Refusal.notAllowed }
      return .waiting(visit.viewer)
    default: return .all
    }
  }

  // MARK: One tutorial

  /// The tutorial at an address, for someone who may read its space.
  static func load(_ id: Tutorial.ID, _ visit: Visit, _ db: Reader) throws -> TutorialView {
    guard let view = try TutorialStore.view(id, for: visit.viewer, db) else {
      let asksLogIn = try !visit.viewer.isLoggedIn && TutorialStore.isForMembers(id, db)
      throw asksLogIn ? Refusal.needsLogIn : Refusal.notFound
    }
    if view.isGone { throw Refusal.gone }
    return view
  }

  /// What everybody reads; its authors are led to where they write.
  static func show(_ visit: Visit, _ name: Slugged<Tutorial>) throws -> Response {
    try visit.read { db in
      let view = try load(name.number, visit, db)
      guard let number = view.tutorial.pointers.published else {
        if view.actor.isAuthor || view.isAsked {
          return visit.redirect(to: Tutorial.workshop(name.number))
        }
        if view.tutorial.pointers.shared != nil, visit.viewer.isLoggedIn {
          return visit.redirect(to: "/tutoriels/\(name.number.value)/beta")
        }
        throw Refusal.notFound
      }
      // What a device keeps is asked for by its number, whatever it is called by now.
      let isCopy = visit.request.query["copie"] == "oui"
      guard isCopy || name.slug == view.tutorial.slug else {
        return .redirect(to: view.tutorial.address.text, status: 301)
      }
      let shown = try page(view, number, visit, db)
      return isCopy ? TutorialCopyPages.show(shown, visit) : TutorialPages.show(shown, visit)
    }
  }

  static func shared(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try visit.read { db in
      let view = try load(id, visit, db)
      guard let number = view.tutorial.pointers.shared else {
        if view.tutorial.pointers.published != nil {
          return visit.redirect(to: view.tutorial.address)
        }
        throw Refusal.notFound
      }
      return TutorialPages.show(try page(view, number, visit, db), visit)
    }
  }

  static func version(_ visit: Visit, _ id: Tutorial.ID, _ number: Int) throws -> Response {
    try visit.read { db in
      let view = try load(id, visit, db)
      return TutorialPages.show(try page(view, number, visit, db), visit)
    }
  }

  /// Everything that the page of one version shows.
  private static func page(
    _ view: TutorialView, _ number: Int, _ visit: Visit, _ db: Reader
  ) throws -> TutorialPage {
    let version = try readable(number, of: view, db)
    let id = view.tutorial.id
    let reader = visit.viewer.reader
    let body = TutorialBody(
      visit.masked(version.body), filmHosts: visit.site.configuration.videoHosts)
    return TutorialPage(
      view: view, version: version, body: body,
      tags: number == view.tutorial.pointers.published
        ? try TutorialStore.tags(of: id, db) : TagLabels(version.tags).tags,
      files: try TutorialFileStore.files(of: id, version: number, db),
      origins: try TutorialOriginStore.origins(of: id, reader: reader, db),
      adaptations: try TutorialOriginStore.adaptations(of: id, reader: reader, db),
      passages: try TutorialPassageStore.passages(of: id, reader: reader, db),
      seals: try ReviewReadingStore.seals(of: id, upTo: number, db),
      thread: try view.tutorial.thread.flatMap {
        try ThreadListStore.lines(readable: $0, reader: reader, db)
      },
      card: try ResourceStore.card(of: id, db).flatMap {
        try ResourceStore.view($0, for: visit.viewer, db)
      }, contributors: try SuggestionStore.contributors(of: id, upTo: number, db),
      remarks: try remarks(on: body, of: view, visit, db))
  }

  /// Nobody outside reads what members remark.
  private static func remarks(
    on body: TutorialBody, of view: TutorialView, _ visit: Visit, _ db: Reader
  ) throws -> ShownRemarks {
    guard let member = visit.viewer.member else { return .none }
    var shown = ShownRemarks(
      try RemarkStore.all(of: view.tutorial.id, db), on: body, of: view, for: member.id)
    shown.asked = visit.request.query["remarque"].flatMap { TutorialRemark.ID(segment: $0) }
    return shown
  }

  private static func readable(
    _ number: Int, of view: TutorialView, _ db: Reader
  ) throws -> TutorialVersion {
    let version = try TutorialStore.version(number, of: view.tutorial.id, db).orNotFound()
    guard
      view.tutorial.pointers.mayRead(
        number, wasPublished: version.published != nil, view.actor) || view.isAsked
    else { throw Refusal.notFound }
    return version
  }

  // MARK: Versions

  /// All that the reader may read, and what has changed between two of them.
  static func versions(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try visit.read { db in
      let view = try load(id, visit, db)
      let versions = try TutorialStore.versions(of: id, db).filter {
        view.tutorial.pointers.mayRead($0.number, wasPublished: $0.published != nil, view.actor)
      }
      guard let newest = versions.first else { throw Refusal.notFound }
      let new = Int(visit.request.query["a"] ?? "") ?? newest.number
      let before = versions.first { $0.number < new }
      let old = Int(visit.request.query["de"] ?? "") ?? before?.number
      let change = try old.flatMap { old in
        old == new
          ? nil
          : TutorialChange(
            from: try readable(old, of: view, db), to: try readable(new, of: view, db))
      }
      let contributors = try SuggestionStore.contributors(of: id, db)
      return TutorialVersionPages.list(view, versions, change, contributors, visit)
    }
  }
}

/// What one version says otherwise than another.
struct TutorialChange {
  let from: TutorialVersion
  let to: TutorialVersion
}

/// Everything that the page of one version shows.
struct TutorialPage {
  let view: TutorialView
  let version: TutorialVersion
  let body: TutorialBody
  let tags: [Tag]
  let files: [TutorialFile]
  /// What it was made from, the nearest first.
  let origins: [TutorialOrigin]
  let adaptations: [TutorialLine]
  let passages: [TutorialPassage]
  let seals: [GivenSeal]
  let thread: ThreadLine?
  /// Its catalogue card, once it is published.
  let card: ResourceView?
  /// Whose suggestions it holds.
  let contributors: [Author]
  let remarks: ShownRemarks

  /// Whether it is what everybody reads.
  var isPublished: Bool { version.number == view.tutorial.pointers.published }
}

/// The lists that the page of tutorials offers.
enum TutorialListChoice {
  case all
  case space(Space)
  case tag(Tag)
  case shared
  case mine(Member.ID)
  case waiting(Viewer)

  var list: TutorialList {
    switch self {
    case .all: .all
    case .space(let space): .space(space.id)
    case .tag(let tag): .tag(slug: tag.slug)
    case .shared: .shared
    case .mine(let member): .mine(member)
    case .waiting(let viewer): .waiting(viewer)
    }
  }

  var address: Address {
    switch self {
    case .all: "/tutoriels"
    case .space(let space): Address("/tutoriels").adding("espace", space.slug)
    case .tag(let tag): Address("/tutoriels").adding("etiquette", tag.slug)
    case .shared: Address("/tutoriels").adding("liste", "betas")
    case .mine: Address("/tutoriels").adding("liste", "miens")
    case .waiting: Address("/tutoriels").adding("liste", "a-lire")
    }
  }
}

extension Visit {
  /// A body as this reader sees it: outside log-in, a mention gives no name away.
  func masked(_ body: SanitizedHTML) -> SanitizedHTML {
    viewer.isLoggedIn ? body : body.withoutMentions("@" + say.threads.someone)
  }
}

extension ThreadListStore {
  /// A thread that is there and that the reader may read.
  static func lines(
    readable thread: Thread.ID, reader: Int64, _ db: Reader
  ) throws -> ThreadLine? {
    guard try isReadable(thread, reader: reader, db) else { return nil }
    return try lines([thread], reader: reader, db).first
  }
}

extension Int: PathValue {
  init?(segment: String) {
    guard let value = Int(segment), value > 0, segment.utf8.first != 0x2B else { return nil }
    self = value
  }
}
