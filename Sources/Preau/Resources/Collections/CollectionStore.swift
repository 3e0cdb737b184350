import SQLite

/// Every statement about one collection.
enum CollectionStore {
  /// A collection, even when `viewer` may not read it: that is asked of the view.
  static func view(
    _ id: Collection.ID, for viewer: Viewer, _ db: Reader
  ) throws -> CollectionView? {
    let found = try db.row(
      """
      SELECT it.id, it.kind, it.title, it.slug, it.words, it.visibility, it.created, it.changed,
             it.removed IS NOT NULL,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM resource_collection AS it JOIN member ON member.id = it.owner WHERE it.id = ?
      """, id
    ) { row in
      let collection = Collection(
        id: try row.next(), kind: try row.next(), title: try row.next(), slug: try row.next(),
        words: try row.next(), visibility: try row.next(), created: try row.next(),
        changed: try row.next(), isRemoved: try row.next())
      let owner = try Author.read(&row)
      return CollectionView(
        collection: collection, owner: owner,
        isOwner: viewer.isLoggedIn && owner.id.value == viewer.reader,
        isAdministrator: viewer.isAdministrator, isLoggedIn: viewer.isLoggedIn,
        reader: viewer.reader)
    }
    guard var view = found else { return nil }
    view.editors = try editors(of: id, db)
    view.items = try items(of: id, for: viewer.reader, db)
    return view
  }

  private static func editors(of id: Collection.ID, _ db: Reader) throws -> [TutorialAuthor] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted,
             collection_editor.agreed IS NOT NULL
        FROM collection_editor JOIN member ON member.id = collection_editor.member
       WHERE collection_editor.collection = ? ORDER BY collection_editor.asked, member.id
      """, id
    ) { row in TutorialAuthor(author: try Author.read(&row), hasAgreed: try row.next()) }
  }

  /// What a reader may read of it, in its order.
  private static func items(
    of id: Collection.ID, for reader: Int64, _ db: Reader
  ) throws -> [CollectionItem] {
    let places = try db.rows(
      """
      SELECT collection_item.resource, collection_item.position, collection_item.note,
             collection_item.added
        FROM collection_item JOIN resource ON resource.id = collection_item.resource
       WHERE collection_item.collection = ?1 AND resource.state = 'published'
         AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?2)
       ORDER BY collection_item.position
      """, id, reader
    ) { row in
      (
        try row.next(Resource.ID.self), try row.next(Int.self), try row.next(String.self),
        try row.next(Instant.self)
      )
    }
    let lines = try ResourceListStore.lines(places.map(\.0), db)
    return zip(places, lines).map { place, line in
      CollectionItem(line: line, position: place.1, note: place.2, added: place.3)
    }
  }

  // MARK: Changes

  static func make(
    _ new: NewCollection, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Collection.ID {
    try db.run(
      """
      INSERT INTO resource_collection (
        kind, title, slug, words, visibility, owner, created, changed)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
      """, new.kind, new.title, Thread.slug(of: new.title), new.words, new.visibility, member, now)
    return Collection.ID(db.lastInsertedRow)
  }

  static func change(
    _ id: Collection.ID, to new: NewCollection, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE resource_collection
         SET kind = ?2, title = ?3, slug = ?4, words = ?5, visibility = ?6, changed = ?7
       WHERE id = ?1
      """, id, new.kind, new.title, Thread.slug(of: new.title), new.words, new.visibility, now)
  }

  /// Puts a card at the end; once more changes its note alone.
  ///
  /// What is in it already stays where it is, and keeps its note unless there is a new one.
  ///
  /// - Returns: false when the collection is full.
  static func add(
    _ resource: Resource.ID, note: String, to id: Collection.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    let changed = try db.run(
      """
      INSERT INTO collection_item (collection, resource, position, note, added)
      SELECT ?1, ?2, count(*) + 1, ?3, ?4 FROM collection_item WHERE collection = ?1
      HAVING count(*) < ?5 OR EXISTS (
        SELECT 1 FROM collection_item WHERE collection = ?1 AND resource = ?2)
      ON CONFLICT (collection, resource) DO UPDATE
        SET note = CASE excluded.note WHEN '' THEN collection_item.note ELSE excluded.note END
      """, id, resource, note, now, CollectionDraft.mostItems)
    if changed > 0 { try touch(id, at: now, db) }
    return changed > 0
  }

  static func annotate(
    _ resource: Resource.ID, note: String, in id: Collection.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE collection_item SET note = ? WHERE collection = ? AND resource = ?", note, id,
      resource)
    try touch(id, at: now, db)
  }

  static func remove(
    _ resource: Resource.ID, from id: Collection.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run("DELETE FROM collection_item WHERE collection = ? AND resource = ?", id, resource)
    try renumber(id, db)
    try touch(id, at: now, db)
  }

  /// Swaps a card with the nearest one before or after it that the person who moves it sees.
  static func move(
    _ resource: Resource.ID, past other: Resource.ID, in id: Collection.ID, at now: Instant,
    _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE collection_item SET position = pair.position
        FROM (SELECT resource, position FROM collection_item
               WHERE collection = ?1 AND resource IN (?2, ?3)) AS pair
       WHERE collection_item.collection = ?1 AND collection_item.resource IN (?2, ?3)
         AND pair.resource = CASE collection_item.resource WHEN ?2 THEN ?3 ELSE ?2 END
      """, id, resource, other)
    try touch(id, at: now, db)
  }

  private static func renumber(_ id: Collection.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE collection_item SET position = placed.place
        FROM (SELECT resource, row_number() OVER (ORDER BY position, resource) AS place
                FROM collection_item WHERE collection = ?1) AS placed
       WHERE collection_item.collection = ?1 AND collection_item.resource = placed.resource
         AND collection_item.position <> placed.place
      """, id)
  }

  private static func touch(_ id: Collection.ID, at now: Instant, _ db: Writer) throws {
    try db.run("UPDATE resource_collection SET changed = ? WHERE id = ?", now, id)
  }

  static func setRemoved(
    _ isRemoved: Bool, _ id: Collection.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE resource_collection SET removed = ?, removed_by = ? WHERE id = ?",
      isRemoved ? now : nil, isRemoved ? member : nil, id)
  }

  // MARK: Editors

  /// Members whom a name names: the log-in name, else the name on pages.
  static func named(_ name: String, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT id, name, role, public_name, deleted FROM member
       WHERE deleted IS NULL AND (login = ?1 OR name = ?2)
         AND id NOT IN (SELECT face FROM mask)
       ORDER BY login = ?1 DESC, id LIMIT 3
      """, name.lowercased(), name
    ) { row in try Author.read(&row) }
  }

  static func ask(_ member: Member.ID, for id: Collection.ID, at now: Instant, _ db: Writer) throws
  {
    try db.run(
      """
      INSERT INTO collection_editor (collection, member, asked)
      SELECT ?1, ?2, ?3 FROM resource_collection WHERE id = ?1 AND owner <> ?2
      ON CONFLICT DO NOTHING
      """, id, member, now)
  }

  static func agree(_ member: Member.ID, to id: Collection.ID, at now: Instant, _ db: Writer) throws
  {
    try db.run(
      """
      UPDATE collection_editor SET agreed = ? WHERE collection = ? AND member = ? AND agreed IS NULL
      """, now, id, member)
  }

  static func leave(_ member: Member.ID, _ id: Collection.ID, _ db: Writer) throws {
    try db.run(
      "DELETE FROM collection_editor WHERE collection = ? AND member = ?", id, member)
  }
}
