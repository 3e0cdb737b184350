import HTML
import HTTP
import SQLite

/// Feeds for readers without a cookie: what is public is open, the rest needs a member's secret
/// address (`?cle=`), which that member can revoke.
enum AtomRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/fils/atom", .ownSecret, all)
    routes.get("/fils/*/atom", .ownSecret, thread)
    routes.get("/ressources/atom", .ownSecret, allCards)
    routes.get("/espaces/*/atom", .ownSecret, space)
    routes.get("/etiquettes/*/atom", .ownSecret, tag)
    routes.get("/vocabulaires/*/*/atom", .ownSecret, concept)
  }

  static func all(_ visit: Visit) throws -> Response {
    try answer(visit) { visit, db in
      Feed(
        id: FeedID.text("all", key: visit.site.key),
        title: visit.site.configuration.siteName, subtitle: visit.say.feeds.latest,
        page: "/fils", address: "/fils/atom", begun: try FeedStore.begun(nil, db),
        entries: try FeedStore.latest(in: .all, reader: visit.viewer.reader, db),
        cards: try FeedCardStore.latest(in: .all, reader: visit.viewer.reader, db))
    }
  }

  /// Of tutorials and resources alone.
  static let cards: Address = "/ressources/atom"

  static func allCards(_ visit: Visit) throws -> Response {
    try answer(visit) { visit, db in
      Feed(
        id: FeedID.text("cards", key: visit.site.key),
        title: visit.site.configuration.siteName, subtitle: visit.say.feeds.latestCards,
        page: "/ressources", address: cards, begun: try FeedStore.begun(nil, db), entries: [],
        cards: try FeedCardStore.latest(in: .all, reader: visit.viewer.reader, db))
    }
  }

  static func space(_ visit: Visit, slug: String) throws -> Response {
    try answer(visit) { visit, db in
      let profile = try readable(SpaceRoutes.find(slug, visit, db))
      let space = profile.space
      return Feed(
        id: FeedID.text("space \(space.id.value)", key: visit.site.key),
        title: space.name, subtitle: visit.say.feeds.inSpace(space.name),
        page: space.address, address: space.feedAddress,
        begun: try FeedStore.begun(space.id, db),
        entries: try FeedStore.latest(in: .space(space.id), reader: visit.viewer.reader, db),
        cards: try FeedCardStore.latest(in: .space(space.id), reader: visit.viewer.reader, db))
    }
  }

  static func tag(_ visit: Visit, slug: String) throws -> Response {
    try answer(visit) { visit, db in
      let reader = visit.viewer.reader
      let tag = try TagStore.tag(slug: slug, reader: reader, db).orNotFound()
      guard visit.mayShow(tag) else { throw Refusal.notFound }
      return Feed(
        id: FeedID.text("tag \(tag.slug)", key: visit.site.key),
        title: tag.label, subtitle: visit.say.feeds.tagged(tag.label),
        page: tag.address, address: tag.feedAddress, begun: try FeedStore.begun(nil, db),
        entries: try FeedStore.latest(in: .tag(slug: tag.slug), reader: reader, db),
        cards: try FeedCardStore.latest(in: .tag(slug: tag.slug), reader: reader, db))
    }
  }

  static func concept(_ visit: Visit, scheme: String, slug: String) throws -> Response {
    try answer(visit) { visit, db in
      let concept = try ConceptStore.concept(scheme: scheme, slug: slug, db).orNotFound()
      let label = concept.label(in: visit.say.language)
      return Feed(
        id: FeedID.text("concept \(concept.uri)", key: visit.site.key),
        title: label, subtitle: visit.say.feeds.tagged(label), page: concept.address,
        address: concept.feedAddress, begun: try FeedStore.begun(nil, db),
        entries: try FeedStore.latest(
          in: .concept(concept.id), reader: visit.viewer.reader, db),
        cards: try FeedCardStore.latest(
          in: .concept(concept.id), reader: visit.viewer.reader, db))
    }
  }

  static func thread(_ visit: Visit, slugged: Slugged<Thread>) throws -> Response {
    try answer(visit) { visit, db in
      let view = try ThreadStore.view(slugged.number, for: visit.viewer, db).orNotFound()
      if view.thread.isRemoved { throw Refusal.gone }
      return Feed(
        id: FeedID.text("thread \(view.thread.id.value)", key: visit.site.key),
        title: visit.title(view.thread.title), subtitle: "", page: view.thread.address,
        address: "/fils/\(view.thread.id.value)/atom", begun: view.thread.created,
        entries: try FeedStore.latest(
          in: .thread(view.thread.id), reader: visit.viewer.reader, db))
    }
  }

  /// Makes the feed for the one whose secret the address holds, else for a visitor.
  private static func answer(
    _ visit: Visit, _ feed: (Visit, Reader) throws -> Feed
  ) throws -> Response {
    try visit.read { db in
      let holder = try FeedHolder.find(visit, db)
      let visit = holder.visit
      return AtomWriter(visit: visit, isPersonal: holder.isMember)
        .response(try feed(visit, db))
    }
  }

  /// A feed reader cannot log in: what it may not read is not there.
  private static func readable(_ profile: SpaceProfile) throws -> SpaceProfile {
    guard profile.rights.mayRead else { throw Refusal.notFound }
    return profile
  }
}
