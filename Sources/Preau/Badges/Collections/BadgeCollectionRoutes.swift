import HTML
import HTTP
import SQLite

/// What a learner does with collections of badges.
enum BadgeCollectionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mes-badges/collections", .members, list)
    routes.post("/mes-badges/collections", .members, make)
    routes.get("/mes-badges/collections/*", .members, show)
    routes.get("/mes-badges/collections/*/modifier", .members, edit)
    routes.post("/mes-badges/collections/*/modifier", .members, save)
    routes.post("/mes-badges/collections/*/badges", .members, addBadges)
    routes.gesture("/mes-badges/collections/places/*/monter", .members, moveUp)
    routes.gesture("/mes-badges/collections/places/*/descendre", .members, moveDown)
    routes.gesture("/mes-badges/collections/places/*/retrait", .members, remove)
    routes.get("/mes-badges/collections/*/suppression", .members, askToDelete)
    routes.post("/mes-badges/collections/*/suppression", .members, delete)
  }

  static func list(_ visit: Visit) throws -> Response {
    try list(visit, BadgeCollectionDraft(), problem: nil)
  }

  private static func list(
    _ visit: Visit, _ draft: BadgeCollectionDraft, problem: BadgeCollectionDraft.Problem?
  ) throws -> Response {
    let collections = try visit.read {
      try BadgeCollectionStore.collections(of: visit.member.id, $0)
    }
    return BadgeCollectionPages.list(collections, draft, problem, visit)
  }

  static func make(_ visit: Visit) throws -> Response {
    let draft = BadgeCollectionDraft(visit.form)
    let new: BadgeCollectionDraft.New
    do { new = try draft.checked() } catch { return try list(visit, draft, problem: error) }
    let address: Address = try visit.write { db in
      let member = try visit.member.id
      let count = try BadgeCollectionStore.collections(of: member, db).count
      guard count < BadgeCollectionStore.mostCollections else { return "/mes-badges/collections" }
      let id = try BadgeCollectionStore.make(new, of: member, at: visit.now, db)
      return "/mes-badges/collections/\(id.value)"
    }
    return visit.redirect(to: address, notice: .saved)
  }

  /// Only its learner's.
  static func load(
    _ id: BadgeCollection.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeCollection {
    let collection = try BadgeCollectionStore.collection(id, db).orNotFound()
    guard collection.member == (try visit.member.id) else { throw Refusal.notFound }
    return collection
  }

  static func show(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    try visit.read { db in
      let collection = try load(id, visit, db)
      let lines = try lines(of: id, db)
      let taken = Set(lines.map(\.sheet.award.id))
      let others = try BadgeReadingStore.awards(of: collection.member, db).filter {
        $0.state == .accepted && !$0.isTest && !taken.contains($0.id)
      }.map { try BadgeReadingStore.sheet($0, db) }
      return BadgeCollectionPages.show(
        collection, lines, others: others, try CollectionShareStore.shares(of: id, db), visit)
    }
  }

  /// What stands in a collection, in its order.
  static func lines(
    of id: BadgeCollection.ID, _ db: Reader
  ) throws -> [(place: BadgePlace, sheet: BadgeSheet)] {
    try BadgeCollectionStore.places(in: id, db).map { place in
      let award = try BadgeReadingStore.award(place.award, db).orNotFound()
      return (place, try BadgeReadingStore.sheet(award, db))
    }
  }

  static func edit(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    let collection = try visit.read { try load(id, visit, $0) }
    return BadgeCollectionPages.form(collection, BadgeCollectionDraft(collection), nil, visit)
  }

  static func save(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    let draft = BadgeCollectionDraft(visit.form)
    let collection = try visit.read { try load(id, visit, $0) }
    let new: BadgeCollectionDraft.New
    do { new = try draft.checked() } catch {
      return BadgeCollectionPages.form(collection, draft, error, visit)
    }
    try visit.write { db in
      _ = try load(id, visit, db)
      try BadgeCollectionStore.change(id, to: new, db)
    }
    return visit.redirect(to: collection.address, notice: .saved)
  }

  static func addBadges(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    let chosen = visit.form.fields.all("badge").compactMap { BadgeAward.ID(segment: $0) }
    let collection = try visit.write { db in
      let collection = try load(id, visit, db)
      for award in chosen.prefix(BadgeCollectionStore.mostItems) {
        try BadgeCollectionStore.add(award, to: id, db)
      }
      return collection
    }
    return visit.redirect(to: collection.address, notice: .saved)
  }

  // MARK: Places

  static func moveUp(_ visit: Visit, _ place: BadgePlace.ID) throws -> Response {
    try change(place, visit) { try BadgeCollectionStore.move(place, .up, in: $0, $1) }
  }

  static func moveDown(_ visit: Visit, _ place: BadgePlace.ID) throws -> Response {
    try change(place, visit) { try BadgeCollectionStore.move(place, .down, in: $0, $1) }
  }

  static func remove(_ visit: Visit, _ place: BadgePlace.ID) throws -> Response {
    try change(place, visit) { try BadgeCollectionStore.remove(place, $1) }
  }

  /// Changes a place, and returns to where it stands.
  private static func change(
    _ place: BadgePlace.ID, _ visit: Visit,
    _ body: (BadgeCollection.ID, Writer) throws -> Void
  ) throws -> Response {
    let id = try visit.write { db in
      let id = try BadgeCollectionStore.collection(of: place, db).orNotFound().id
      _ = try load(id, visit, db)
      try body(id, db)
      return id
    }
    return visit.redirect(
      to: ("/mes-badges/collections/\(id.value)" as Address).at("place-\(place.value)"))
  }

  // MARK: The end

  static func askToDelete(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    BadgeCollectionPages.delete(try visit.read { try load(id, visit, $0) }, visit)
  }

  static func delete(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    try visit.write { db in
      _ = try load(id, visit, db)
      try BadgeCollectionStore.delete(id, db)
    }
    return visit.redirect(to: "/mes-badges/collections", notice: .saved)
  }
}
