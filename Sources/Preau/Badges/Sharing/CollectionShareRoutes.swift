import HTML
import HTTP
import SQLite

/// The links by which a learner shows a collection of badges.
enum CollectionShareRoutes {
  static func add(to routes: inout Routes) {
    routes.post("/mes-badges/collections/*/liens", .members, make)
    routes.get("/mes-badges/collections/liens/*", .members, use)
    routes.gesture("/mes-badges/collections/liens/*/retrait", .members, withdraw)
    routes.get("/c/*", .ownSecret, show)
    routes.get("/c/*/integrer", .ownSecret, embed)
    routes.get("/c/*/carte.png", .ownSecret, lane: .slow, card)
    routes.get("/c/*/*", .ownSecret, showOne)
    routes.get("/c/*/*/verification", .ownSecret, lane: .slow, verify)
  }

  static func make(_ visit: Visit, _ id: BadgeCollection.ID) throws -> Response {
    let draft = BadgeShareDraft(visit.form)
    let address: Address = try visit.write { db in
      let collection = try BadgeCollectionRoutes.load(id, visit, db)
      let open = try CollectionShareStore.shares(of: id, db).filter { $0.isOpen(at: visit.now) }
      guard open.count < BadgeShareStore.mostLinks else { return collection.address.at("liens") }
      let share = try CollectionShareStore.make(id, draft, at: visit.now, db)
      for line in try BadgeCollectionRoutes.lines(of: id, db) {
        _ = try BadgeAgreementStore.holdsBack(line.sheet.award.id, at: visit.now, db)
      }
      return "/mes-badges/collections/liens/\(share.value)"
    }
    return visit.redirect(to: address, notice: .saved)
  }

  /// What its learner does with a link.
  static func use(_ visit: Visit, _ id: CollectionShare.ID) throws -> Response {
    try visit.read { db in
      let share = try CollectionShareStore.share(id, db).orNotFound()
      let collection = try BadgeCollectionRoutes.load(share.collection, visit, db)
      guard share.isOpen(at: visit.now) else { throw Refusal.gone }
      return ShareToolsPages.show(
        ShareTools(
          title: collection.title, back: collection.address, address: share.address,
          withdrawal: "/mes-badges/collections/liens/\(id.value)/retrait", name: share.name,
          expires: share.expires, sheet: nil), visit)
    }
  }

  static func withdraw(_ visit: Visit, _ id: CollectionShare.ID) throws -> Response {
    let collection = try visit.write { db in
      let share = try CollectionShareStore.share(id, db).orNotFound()
      let collection = try BadgeCollectionRoutes.load(share.collection, visit, db)
      try CollectionShareStore.withdraw(id, at: visit.now, db)
      return collection
    }
    return visit.redirect(to: collection.address.at("liens"), notice: .saved)
  }

  // MARK: For whoever has the link

  /// What a link shows: the badges that hold and may be shown, in their learner's order.
  private static func shown(
    _ secret: String, _ visit: Visit, _ db: Reader
  ) throws -> CollectionShowing {
    let share = try CollectionShareStore.share(secret: secret, db).orNotFound()
    guard share.isOpen(at: visit.now) else { throw Refusal.gone }
    let collection = try BadgeCollectionStore.collection(share.collection, db).orNotFound()
    let lines = try BadgeCollectionRoutes.lines(of: collection.id, db).filter {
      try !BadgeAgreementStore.isHeldBack($0.sheet.award.id, db)
    }
    return CollectionShowing(
      title: collection.title, words: collection.words, name: share.name, address: share.address,
      badges: lines.filter { $0.sheet.award.state == .accepted }.map { line in
        .init(
          sheet: line.sheet, address: "/c/\(secret)/\(line.place.id.value)", place: line.place.id)
      })
  }

  private static func one(
    _ place: BadgePlace.ID, _ secret: String, _ visit: Visit, _ db: Reader
  ) throws -> BadgeShowing {
    let collection = try shown(secret, visit, db)
    guard let badge = collection.badges.first(where: { $0.place == place }) else {
      throw Refusal.notFound
    }
    return BadgeShowing(
      sheet: badge.sheet, by: try BadgeReadingStore.awardedBy(badge.sheet.award.id, db),
      name: collection.name, reflection: "", address: badge.address,
      collection: .init(title: collection.title, address: collection.address))
  }

  static func show(_ visit: Visit, _ secret: String) throws -> Response {
    try ShownPages.answer(visit) {
      CollectionSharePages.show(try visit.read { try shown(secret, visit, $0) }, visit)
    }
  }

  static func showOne(
    _ visit: Visit, _ secret: String, _ place: BadgePlace.ID
  ) throws -> Response {
    try ShownPages.answer(visit) {
      BadgeSharePages.show(try visit.read { try one(place, secret, visit, $0) }, visit)
    }
  }

  static func verify(
    _ visit: Visit, _ secret: String, _ place: BadgePlace.ID
  ) throws -> Response {
    try ShownPages.answer(visit) {
      try ShownPages.verify(try visit.read { try one(place, secret, visit, $0) }, visit)
    }
  }

  static func embed(_ visit: Visit, _ secret: String) throws -> Response {
    try EmbeddedPages.answer(visit) {
      EmbeddedPages.collection(try visit.read { try shown(secret, visit, $0) }, visit)
    }
  }

  static func card(_ visit: Visit, _ secret: String) throws -> Response {
    try ShownPages.answer(visit) {
      let badges = try visit.read { try shown(secret, visit, $0) }.badges
      return ShareCard.answer(badges.map(\.sheet.version))
    }
  }
}

/// A collection as its learner shows it to whoever has a link.
struct CollectionShowing: Sendable {
  let title: String
  let words: String
  /// As the learner wants to be called; empty: not at all.
  let name: String
  /// Its page.
  let address: Address
  let badges: [Badge]

  /// One of its badges.
  struct Badge: Sendable {
    let sheet: BadgeSheet
    let address: Address
    let place: BadgePlace.ID
  }
}
