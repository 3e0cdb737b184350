import HTML
import SQLite

/// Every statement of an import that is about tutorials and the catalogue.
enum CatalogueImportStore {
  // MARK: Tutorials

  /// Tutorials that are the same, by their natural key.
  static func tutorials(
    in space: Int64, by author: Int64, at created: Instant, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      """
      SELECT tutorial.id FROM tutorial
        JOIN tutorial_author ON tutorial_author.tutorial = tutorial.id
         AND tutorial_author.member = ? AND tutorial_author.agreed IS NOT NULL
       WHERE tutorial.space = ? AND tutorial.created = ? ORDER BY tutorial.id
      """, author, space, created
    ) { row in try row.next() }
  }

  /// With its first version, which comes next; it is published once that version is here.
  static func add(
    _ waiting: WaitingTutorial, first version: ExchangeRecord.Version, _ db: Writer
  ) throws -> Int64 {
    let tutorial = waiting.record
    try db.run(
      """
      INSERT INTO tutorial (space, title, slug, licence, draft, created, review_by, thread, removed)
      VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)
      """, waiting.space, version.title, Preau.Thread.slug(of: version.title), version.licence,
      tutorial.created, tutorial.reviewBy, waiting.thread, tutorial.removed)
    let id = db.lastInsertedRow
    for (place, member) in (waiting.authors + waiting.asked).enumerated() {
      try db.run(
        """
        INSERT INTO tutorial_author (tutorial, member, position, agreed) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """, id, member, place + 1,
        place < waiting.authors.count ? tutorial.created : nil as Instant?)
    }
    return id
  }

  static func draft(of tutorial: Int64, _ db: Reader) throws -> Int64 {
    try db.value("SELECT draft FROM tutorial WHERE id = ?", tutorial) ?? 0
  }

  static func hasVersion(_ number: Int64, of tutorial: Int64, _ db: Reader) throws -> Bool {
    try db.value(
      "SELECT 1 FROM tutorial_version WHERE tutorial = ? AND number = ?", tutorial, number,
      as: Int64.self) != nil
  }

  /// Whether the version of that number was written at the same moment by the same member.
  static func isSame(
    _ version: ExchangeRecord.Version, by author: Int64, of tutorial: Int64, _ db: Reader
  ) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM tutorial_version
       WHERE tutorial = ? AND number = ? AND created = ? AND author = ?
      """, tutorial, version.number, version.created, author, as: Int64.self) != nil
  }

  /// It is the draft from now on.
  static func add(
    _ version: ExchangeRecord.Version, _ body: SanitizedHTML, words: Int, by author: Int64,
    to tutorial: Int64, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO tutorial_version (tutorial, number, author, title, summary, source, html, policy,
                                    words, licence, language, fits, tags, message, created,
                                    published)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, tutorial, version.number, author, version.title, version.summary, version.body, body,
      PostBody.policy, words, version.licence, version.language, version.fits, version.tags,
      version.message, version.created, version.published)
    try db.run(
      """
      UPDATE tutorial
         SET draft = ?2, title = CASE WHEN published IS NULL THEN ?3 ELSE title END,
             slug = CASE WHEN published IS NULL THEN ?4 ELSE slug END,
             licence = CASE WHEN published IS NULL THEN ?5 ELSE licence END
       WHERE id = ?1
      """, tutorial, version.number, version.title, Preau.Thread.slug(of: version.title),
      version.licence)
  }

  /// Makes a version that one that everybody, or those who review, read.
  static func setPointers(
    _ record: ExchangeRecord.Tutorial, to number: Int64, of tutorial: Int64, _ db: Writer
  ) throws {
    if record.shared == number {
      try db.run("UPDATE tutorial SET shared = ? WHERE id = ?", number, tutorial)
    }
    if record.review == number {
      try db.run(
        "UPDATE tutorial SET review = ?, submitted = ? WHERE id = ?", number, record.submitted,
        tutorial)
    }
  }

  /// - Parameters:
  ///   - tags: rows.
  ///   - concepts: rows.
  static func publish(
    _ version: ExchangeRecord.Version, at moment: Instant, tags: [Int64],
    concepts: [Concept.ID], of tutorial: Int64, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE tutorial SET published = ?2, published_at = ?3, title = ?4, slug = ?5, licence = ?6
       WHERE id = ?1
      """, tutorial, version.number, moment, version.title,
      Preau.Thread.slug(of: version.title), version.licence)
    for tag in tags {
      try db.run(
        "INSERT INTO tutorial_tag (tutorial, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", tutorial,
        tag)
    }
    try ConceptTagStore.set(kind: .tutorial, target: tutorial, concepts: concepts, db)
    try TutorialPublishStore.makeFindable(Number(tutorial), db)
    try ResourceWritingStore.card(of: Number(tutorial), at: moment, db)
  }

  /// - Returns: whether it was not there.
  static func add(
    _ seal: ExchangeRecord.Seal, by author: Int64, of tutorial: Int64, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO review (tutorial, version, seal, reviewer, state, reserved, decided, words)
      VALUES (?1, ?2, ?3, ?4, 'accepted', ?5, ?5, ?6) ON CONFLICT DO NOTHING
      """, tutorial, seal.version, seal.kind, author, seal.given, seal.words) > 0
  }

  static func add(
    _ origin: ExchangeRecord.Origin, original: Int64, authors: [Int64], to tutorial: Int64,
    _ db: Writer
  ) throws -> Bool {
    let added = try db.run(
      """
      INSERT INTO tutorial_origin (tutorial, original, version, title, licence, adapted)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """, tutorial, original, origin.version, origin.title, origin.licence, origin.adapted)
    if added == 0 { return false }
    for (place, author) in authors.enumerated() {
      try db.run(
        """
        INSERT INTO tutorial_origin_author (tutorial, member, position) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """, tutorial, author, place + 1)
    }
    return true
  }

  static func add(
    _ passage: ExchangeRecord.Passage, _ body: SanitizedHTML, post: Int64, by author: Int64,
    to tutorial: Int64, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO tutorial_passage (tutorial, number, post, author, source, html, policy, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """, tutorial, passage.number, post, author, passage.body, body, PostBody.policy,
      passage.state) > 0
  }
}

extension CatalogueImportStore {
  // MARK: The catalogue

  static func concept(_ uri: String, _ db: Reader) throws -> Concept.ID? {
    try db.value("SELECT id FROM concept WHERE uri = ? LIMIT 1", uri)
  }

  /// Cards of links that are the same, by their natural key.
  static func cards(
    in space: Int64, _ record: ExchangeRecord.Resource, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      """
      SELECT id FROM resource
       WHERE space = ?1 AND url_key = ?2 AND (state = 'published' AND ?3 = 0 OR created = ?4)
       ORDER BY id
      """, space, record.url?.key, record.isRemoved, record.created
    ) { row in try row.next() }
  }

  /// Rows that a card refers to.
  struct References {
    let author: Int64?
    let trustBy: Int64?
    let tags: [Int64]
    let concepts: [Concept.ID]
  }

  static func add(
    _ record: ExchangeRecord.Resource, to space: Int64, _ references: References, _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO resource (
        space, url, url_key, title, slug, title_key, description, authors, licence, language,
        added_by, created, changed, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, space, record.url?.text, record.url?.key, record.title,
      Preau.Thread.slug(of: record.title), TitleLikeness.key(record.title), record.description,
      record.authors, record.licence, record.language, references.author, record.created,
      record.changed, record.isRemoved ? "removed" : "published")
    let id = db.lastInsertedRow
    try describe(id, record, references, db)
    try SearchIndex.index(card: id, db)
    return id
  }

  /// The card of a tutorial, as long as nobody has touched it since it was made.
  ///
  /// - Parameter mayChange: whether an import has made it.
  /// - Returns: whether it was described.
  static func describe(
    cardOf tutorial: Int64, _ record: ExchangeRecord.Resource, _ references: References,
    mayChange: Bool, _ db: Writer
  ) throws -> (id: Int64, isNew: Bool)? {
    let card = try db.row(
      "SELECT id, changed = created AND trust = 'unchecked' FROM resource WHERE tutorial = ?",
      tutorial
    ) { row in (id: try row.next(Int64.self), isUntouched: try row.next(Bool.self)) }
    guard let card else { return nil }
    let isNew = mayChange && card.isUntouched
    if isNew {
      try db.run(
        "UPDATE resource SET created = ?, changed = ? WHERE id = ?", record.created,
        record.changed, card.id)
      try describe(card.id, record, references, db)
    }
    return (card.id, isNew)
  }

  private static func describe(
    _ id: Int64, _ record: ExchangeRecord.Resource, _ references: References, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE resource
         SET minutes = ?2, connection = ?3, adaptation = ?4, trust = ?5, trust_by = ?6,
             trust_at = ?7, trust_words = ?8, removed_for = ?9
       WHERE id = ?1
      """, id, record.minutes, record.connection, record.adaptation, record.trust,
      references.trustBy, record.trustAt, record.trustWords, record.removedFor)
    try ResourceWritingStore.set(record.access, of: Number(id), db)
    try db.run("DELETE FROM resource_tag WHERE resource = ?", id)
    for tag in references.tags {
      try db.run("INSERT INTO resource_tag (resource, tag) VALUES (?, ?)", id, tag)
    }
    try ConceptTagStore.set(
      kind: .resource, target: id, concepts: references.concepts, db)
  }

  /// - Parameter places: level, track and modality.
  /// - Returns: whether it was not there; the counters of the card have moved with it.
  static func add(
    _ use: ExchangeRecord.Use, places: [Concept.ID?], by author: Int64, to resource: Int64,
    _ db: Writer
  ) throws -> Bool {
    let added = try db.run(
      """
      INSERT INTO resource_use (
        resource, member, speaks_as, level, track, modality, sought, happened, changed, again,
        created, edited, removed, removed_for)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """, resource, author, use.speaksAs, places[0], places[1], places[2], use.sought,
      use.happened, use.changed, use.again, use.created, use.edited, use.removed,
      use.removedFor)
    if added > 0 { try UseStore.recount(Number(resource), db) }
    return added > 0
  }

  // MARK: Collections

  /// Collections that are the same, by their natural key.
  static func collections(
    of owner: Int64, _ record: ExchangeRecord.Collection, _ db: Reader
  ) throws -> [Int64] {
    try db.rows(
      """
      SELECT id FROM resource_collection WHERE owner = ? AND created = ? AND title = ? ORDER BY id
      """, owner, record.created, record.title
    ) { row in try row.next() }
  }

  static func add(
    _ record: ExchangeRecord.Collection, of owner: Int64, editors: [Int64], asked: [Int64],
    _ db: Writer
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO resource_collection (
        kind, title, slug, words, visibility, owner, created, changed, removed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, record.kind, record.title, Preau.Thread.slug(of: record.title), record.words,
      record.visibility, owner, record.created, record.changed, record.removed)
    let id = db.lastInsertedRow
    for (index, member) in (editors + asked).enumerated() {
      try db.run(
        """
        INSERT INTO collection_editor (collection, member, asked, agreed) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """, id, member, record.created,
        index < editors.count ? record.created : nil as Instant?)
    }
    return id
  }

  /// At the end of its collection.
  static func add(
    _ item: ExchangeRecord.Item, _ resource: Int64, to collection: Int64, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO collection_item (collection, resource, position, note, added)
      SELECT ?1, ?2, count(*) + 1, ?3, ?4 FROM collection_item WHERE collection = ?1
      ON CONFLICT DO NOTHING
      """, collection, resource, item.note, item.created) > 0
  }
}
