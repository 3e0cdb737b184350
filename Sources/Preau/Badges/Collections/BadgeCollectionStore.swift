import SQLite

/// Every statement about collections of badges.
enum BadgeCollectionStore {
  static let mostCollections = 30
  static let mostItems = 60

  /// Those of a member, the latest first, with how many badges stand in each.
  static func collections(
    of member: Member.ID, _ db: Reader
  ) throws -> [(collection: BadgeCollection, count: Int)] {
    try db.rows(
      """
      SELECT id, member, title, words,
             (SELECT count(*) FROM badge_collection_item AS item
               WHERE item.collection = badge_collection.id)
        FROM badge_collection WHERE member = ? ORDER BY id DESC
      """, member
    ) { row in (try read(&row), try row.next(Int.self)) }
  }

  static func collection(_ id: BadgeCollection.ID, _ db: Reader) throws -> BadgeCollection? {
    try db.row(
      "SELECT id, member, title, words FROM badge_collection WHERE id = ?", id, read: read)
  }

  private static func read(_ row: inout Row) throws -> BadgeCollection {
    BadgeCollection(
      id: try row.next(), member: try row.next(), title: try row.next(), words: try row.next())
  }

  /// The places of a collection, in its order.
  static func places(in id: BadgeCollection.ID, _ db: Reader) throws -> [BadgePlace] {
    try db.rows(
      """
      SELECT id, award FROM badge_collection_item WHERE collection = ? ORDER BY position, id
      """, id
    ) { row in BadgePlace(id: try row.next(), award: try row.next()) }
  }

  /// The collection in which a place is.
  static func collection(
    of place: BadgePlace.ID, _ db: Reader
  ) throws -> BadgeCollection? {
    try db.row(
      """
      SELECT collection.id, collection.member, collection.title, collection.words
        FROM badge_collection_item AS item
        JOIN badge_collection AS collection ON collection.id = item.collection
       WHERE item.id = ?
      """, place, read: read)
  }

  // MARK: Changes

  static func make(
    _ new: BadgeCollectionDraft.New, of member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> BadgeCollection.ID {
    try db.run(
      "INSERT INTO badge_collection (member, title, words, created) VALUES (?, ?, ?, ?)", member,
      new.title, new.words, now)
    return BadgeCollection.ID(db.lastInsertedRow)
  }

  static func change(
    _ id: BadgeCollection.ID, to new: BadgeCollectionDraft.New, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE badge_collection SET title = ?2, words = ?3 WHERE id = ?1", id, new.title, new.words)
  }

  static func delete(_ id: BadgeCollection.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_collection WHERE id = ?", id)
  }

  /// Puts a badge at the end of its learner's own collection; one that is there already stays where
  /// it is.
  static func add(_ award: BadgeAward.ID, to id: BadgeCollection.ID, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO badge_collection_item (collection, award, position)
      SELECT collection.id, award.id,
             (SELECT coalesce(max(position), 0) + 1 FROM badge_collection_item
               WHERE collection = ?1)
        FROM badge_collection AS collection
        JOIN badge_award AS award ON award.member = collection.member
       WHERE collection.id = ?1 AND award.id = ?2 AND award.state = 'accepted'
         AND (SELECT count(*) FROM badge_collection_item WHERE collection = ?1) < ?3
      ON CONFLICT (collection, award) DO NOTHING
      """, id, award, mostItems)
  }

  static func remove(_ place: BadgePlace.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_collection_item WHERE id = ?", place)
  }

  /// Changes places with the neighbour; the first does not go up, nor the last down.
  static func move(
    _ place: BadgePlace.ID, _ move: BadgeMove, in id: BadgeCollection.ID, _ db: Writer
  ) throws {
    let order = try places(in: id, db).map(\.id)
    let moved = BadgePlace.moved(place, move, in: order)
    if moved == order { return }
    for (index, one) in moved.enumerated() {
      try db.run(
        "UPDATE badge_collection_item SET position = ?2 WHERE id = ?1 AND position <> ?2", one,
        index + 1)
    }
  }

  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM badge_collection WHERE member = ?", member)
  }
}

extension BadgePlace {
  /// The same places in another order.
  static func moved(_ place: ID, _ move: BadgeMove, in order: [ID]) -> [ID] {
    guard let from = order.firstIndex(of: place) else { return order }
    let to = move == .up ? from - 1 : from + 1
    guard order.indices.contains(to) else { return order }
    var order = order
    order.swapAt(from, to)
    return order
  }
}
