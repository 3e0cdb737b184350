import HTML
import HTTP
import SQLite

/// What the site answers about the searches that a member keeps. Each is its member's alone: for
/// anybody else there is no such page.
enum SavedSearchRoutes {
  static let listAddress: Address = "/recherches"
  static let newAddress: Address = "/recherches/nouvelle"

  static func add(to routes: inout Routes) {
    routes.get("/recherches", .members, list)
    routes.get("/recherches/nouvelle", .members, askForNew)
    routes.post("/recherches/nouvelle", .members, keep)
    routes.get("/recherches/*", .members, open)
    routes.get("/recherches/*/atom", .ownSecret, feed)
    routes.get("/recherches/*/modifier", .members, edit)
    routes.post("/recherches/*/modifier", .members, rename)
    routes.gesture("/recherches/*/pause", .members, togglePause)
    routes.gesture("/recherches/*/retrait", .members, remove)
    routes.gesture("/recherches/*/retour", .members, restore)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    let retired = visit.request.query["retiree"].flatMap { SavedSearch.ID(segment: $0) }
    return try visit.read { db in
      var removed: SavedSearch?
      if let retired, try SavedSearchStore.isRemoved(retired, db) {
        removed = try SavedSearchStore.search(retired, of: member, db)
      }
      return SavedSearchPages.list(
        try SavedSearchStore.all(of: member, db), removed: removed,
        isFull: visit.request.query["complet"] != nil, visit)
    }
  }

  static func load(
    _ id: SavedSearch.ID, _ visit: Visit, _ db: Reader
  ) throws -> SavedSearch {
    let search = try SavedSearchStore.search(id, of: visit.member.id, db).orNotFound()
    if try SavedSearchStore.isRemoved(id, db) { throw Refusal.gone }
    return search
  }

  /// What it finds by now, what was told last in front.
  static func open(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    let search = try visit.read { try load(id, visit, $0) }
    var query = search.query.ordered(by: .newest)
    query.since = search.told?.since
    return visit.redirect(to: query.address)
  }

  /// For feed readers, which open it by their member's secret.
  static func feed(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    try visit.read { db in
      let holder = try FeedHolder.find(visit, db)
      guard let member = holder.visit.viewer.member else { throw Refusal.notFound }
      let search = try SavedSearchStore.search(id, of: member.id, db).orNotFound()
      if try SavedSearchStore.isRemoved(id, db) { throw Refusal.gone }
      let found = try FindingResults.first(
        SavedSearchFeed.mostEntries, of: search.query, reader: member.id.value, visit.site.finding,
        db)
      return SavedSearchFeed(visit: holder.visit).response(search, found)
    }
  }

  // MARK: Keeping

  static func askForNew(_ visit: Visit) throws -> Response {
    let query = FindingQuery(visit.request.query).plain
    if query.isEmpty { return visit.redirect(to: "/recherche") }
    return try visit.read { db in
      let labels = try labels(of: query, visit, db)
      let draft = SavedSearchDraft(
        name: query.suggestedName(visit.say.finding) { labels[$0] })
      return SavedSearchPages.form(draft, query, labels, nil, visit)
    }
  }

  static func keep(_ visit: Visit) throws -> Response {
    let query = FindingQuery(visit.form.fields).plain
    let draft = SavedSearchDraft(name: visit.form["nom"] ?? "")
    do {
      let name = try draft.checked()
      _ = try visit.write { db in
        try SavedSearchStore.keep(query, as: name, of: visit.member.id, at: visit.now, db)
      }
      return visit.redirect(to: listAddress, notice: .saved)
    } catch let problem as SavedSearchDraft.Problem {
      return try visit.read { db in
        SavedSearchPages.form(
          draft, query, try labels(of: query, visit, db), problem, visit)
      }
    }
  }

  /// What concepts and spaces are called, by the names that addresses give them.
  private static func labels(
    of query: FindingQuery, _ visit: Visit, _ db: Reader
  ) throws -> [String: String] {
    var labels: [String: String] = [:]
    for name in query.concepts {
      guard let found = try FindingStore.concept(named: name, db) else { continue }
      labels[name] =
        try ConceptStore.concepts([Number(found.concept)], db).first?
        .label(in: visit.say.language)
    }
    for space in try SearchScopeStore.spaces(readableBy: visit.viewer.reader, db)
    where query.spaces.contains(space.slug) {
      labels[space.slug] = space.name
    }
    return labels
  }

  // MARK: Changing

  static func edit(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    let search = try visit.read { try load(id, visit, $0) }
    return SavedSearchPages.rename(search, SavedSearchDraft(name: search.name), nil, visit)
  }

  static func rename(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    let search = try visit.read { try load(id, visit, $0) }
    let draft = SavedSearchDraft(name: visit.form["nom"] ?? "")
    do {
      let name = try draft.checked()
      try visit.write { try SavedSearchStore.rename(id, to: name, $0) }
      return visit.redirect(to: listAddress, notice: .saved)
    } catch let problem as SavedSearchDraft.Problem {
      return SavedSearchPages.rename(search, draft, problem, visit)
    }
  }

  static func togglePause(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    try visit.write { db in
      let search = try load(id, visit, db)
      try SavedSearchStore.setPaused(!search.isPaused, id, at: visit.now, db)
    }
    return visit.redirect(to: listAddress.at(SavedSearchPages.anchor(of: id)), notice: .saved)
  }

  static func remove(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    try visit.write { db in
      _ = try load(id, visit, db)
      try SavedSearchStore.remove(id, at: visit.now, db)
    }
    return visit.redirect(to: listAddress.adding("retiree", String(id.value)))
  }

  static func restore(_ visit: Visit, _ id: SavedSearch.ID) throws -> Response {
    let isBack = try visit.write { db in
      let member = try visit.member.id
      _ = try SavedSearchStore.search(id, of: member, db).orNotFound()
      return try SavedSearchStore.restore(id, of: member, db)
    }
    if !isBack { return visit.redirect(to: listAddress.adding("complet", "oui")) }
    return visit.redirect(to: listAddress.at(SavedSearchPages.anchor(of: id)), notice: .saved)
  }
}
