import SQLite

/// Every statement that makes and changes cards.
enum ResourceWritingStore {
  /// Adds a card of a file or a link.
  ///
  /// - Throws: ``ResourceDraft/Problems`` when its space has one of this address, or the file is not
  ///   the member's.
  static func add(
    _ new: NewResource, submission: [UInt8], by member: Member.ID, at now: Instant, _ db: Writer
  ) throws -> (id: Resource.ID, slug: String) {
    guard let space = new.space else { throw ResourceDraft.Problems(all: [.spaceMissing]) }
    let file = try new.file.isEmpty ? nil : fileNumber(new.file, of: member, db)
    if file == nil, new.address == nil { throw ResourceDraft.Problems(all: [.fileMissing]) }
    let slug = Thread.slug(of: new.title)
    let id = try db.value(
      """
      INSERT INTO resource (
        space, file, url, url_key, title, slug, title_key, description, authors, licence, language,
        cover, added_by, created, changed, minutes, connection, adaptation, submission)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14, ?15, ?16, ?17, ?18)
      ON CONFLICT DO NOTHING RETURNING id
      """, space, file, new.address?.text, new.address?.key, new.title, slug,
      TitleLikeness.key(new.title), new.description, new.authors, new.licence, new.language,
      try new.cover.isEmpty ? nil : fileNumber(new.cover, of: member, db), member, now,
      new.minutes, new.connection, new.adaptation, submission, as: Resource.ID.self)
    guard let id else { throw ResourceDraft.Problems(all: [.urlTaken]) }
    try describe(id, new, in: space, by: member, at: now, db)
    return (id, slug)
  }

  /// Changes a card. What a tutorial says itself stays as it says it.
  ///
  /// - Throws: ``ResourceDraft/Problems``.
  static func change(
    _ view: ResourceView, to new: NewResource, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let id = view.resource.id
    let cover = try cover(of: view, new, by: member, db)
    if case .tutorial(let tutorial, _) = view.resource.source {
      try db.run(
        """
        UPDATE resource SET cover = ?2, changed = ?3, minutes = ?4, connection = ?5, adaptation = ?6
         WHERE id = ?1
        """, id, cover, now, new.minutes, new.connection, new.adaptation)
      try ConceptTagStore.set(
        kind: .tutorial, target: tutorial.value, concepts: new.concepts, db)
    } else {
      if try isTaken(new.address?.key, in: view.space.id, besides: id, db) {
        throw ResourceDraft.Problems(all: [.urlTaken])
      }
      var file: Int64?
      if case .file(let present) = view.resource.source {
        file =
          try new.file == present.key
          ? number(present.key, db) : fileNumber(new.file, of: member, db)
        if file == nil { throw ResourceDraft.Problems(all: [.fileMissing]) }
      }
      try db.run(
        """
        UPDATE resource
           SET file = ?2, url = ?3, url_key = ?4, title = ?5, slug = ?6, title_key = ?7,
               description = ?8, authors = ?9, licence = ?10, language = ?11, cover = ?12,
               changed = ?13, minutes = ?14, connection = ?15, adaptation = ?16
         WHERE id = ?1
        """, id, file, new.address?.text, new.address?.key, new.title, Thread.slug(of: new.title),
        TitleLikeness.key(new.title), new.description, new.authors, new.licence, new.language,
        cover, now, new.minutes, new.connection, new.adaptation)
    }
    try describe(id, new, in: view.space.id, by: member, at: now, db)
  }

  private static func isTaken(
    _ key: String?, in space: Space.ID, besides own: Resource.ID, _ db: Reader
  ) throws -> Bool {
    guard let key else { return false }
    return try db.value(
      """
      SELECT 1 FROM resource
       WHERE space = ? AND url_key = ? AND state = 'published' AND id <> ?
      """, space, key, own, as: Int.self) != nil
  }

  private static func cover(
    of view: ResourceView, _ new: NewResource, by member: Member.ID, _ db: Reader
  ) throws -> Int64? {
    if new.cover.isEmpty { return nil }
    if new.cover == view.resource.cover { return try number(new.cover, db) }
    return try fileNumber(new.cover, of: member, db)
  }

  private static func number(_ key: String, _ db: Reader) throws -> Int64? {
    try db.value("SELECT id FROM file WHERE key = ?", key, as: Int64.self)
  }

  /// A file of a member; not one that a post shows under another signature: it would tell who is
  /// behind a mask.
  private static func fileNumber(
    _ key: String, of member: Member.ID, _ db: Reader
  ) throws -> Int64? {
    try db.value(
      """
      SELECT id FROM file
       WHERE key = ?1 AND owner = ?2 AND NOT EXISTS (
         SELECT 1 FROM post_file JOIN post ON post.id = post_file.post
          WHERE post_file.file = file.id AND post.author <> ?2)
      """, key, member, as: Int64.self)
  }

  /// Its tags, concepts and accessibility; whoever declares something of it vouches for it, until a
  /// peer looks.
  private static func describe(
    _ id: Resource.ID, _ new: NewResource, in space: Space.ID, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try SearchIndex.index(card: id.value, db)
    try ConceptTagStore.set(kind: .resource, target: id.value, concepts: new.concepts, db)
    let isTutorial = try db.value(
      "SELECT tutorial IS NOT NULL FROM resource WHERE id = ?", id, as: Bool.self)
    if isTutorial == false {
      try db.run("DELETE FROM resource_tag WHERE resource = ?", id)
      for tag in new.tags.tags {
        try TagStore.name(tag, in: space, db)
        try db.run(
          """
          INSERT INTO resource_tag (resource, tag) SELECT ?, id FROM tag WHERE slug = ?
          ON CONFLICT DO NOTHING
          """, id, tag.slug)
      }
    }
    let before = try db.rows(
      "SELECT kind || '-' || token FROM resource_access WHERE resource = ?", id
    ) { try $0.next(String.self) }
    if Set(before) == Set(new.terms.map(\.value)) { return }
    try set(new.terms, of: id, db)
    try db.run(
      """
      UPDATE resource SET trust = ?2, trust_by = ?3, trust_at = ?4, trust_words = '' WHERE id = ?1
      """, id, new.terms.isEmpty ? AccessibilityCard.Trust.unchecked : .author,
      new.terms.isEmpty ? nil : member, new.terms.isEmpty ? nil : now)
  }

  static func set(_ terms: [AccessibilityTerm], of id: Resource.ID, _ db: Writer) throws {
    try db.run("DELETE FROM resource_access WHERE resource = ?", id)
    for term in terms {
      try db.run(
        "INSERT INTO resource_access (resource, kind, token) VALUES (?, ?, ?)", id, term.kind,
        term.token)
    }
  }

  /// A peer has looked at the accessibility card, or has met a problem.
  static func vouch(
    _ trust: AccessibilityCard.Trust, words: String, for id: Resource.ID, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE resource SET trust = ?, trust_by = ?, trust_at = ?, trust_words = ? WHERE id = ?",
      trust, member, now, words, id)
  }

  /// Takes a card away, or returns it.
  ///
  /// - Parameter reason: of who looks after the space; empty for who added it.
  /// - Throws: ``ResourceDraft/Problems`` when another card has the address by now.
  static func setRemoved(
    _ isRemoved: Bool, _ view: ResourceView, reason: String, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let id = view.resource.id
    if !isRemoved, case .link(let url) = view.resource.source,
      try isTaken(ResourceAddress(url)?.key, in: view.space.id, besides: id, db)
    {
      throw ResourceDraft.Problems(all: [.urlTaken])
    }
    try db.run(
      """
      UPDATE resource SET state = ?2, removed_by = ?3, removed_for = ?4, changed = ?5 WHERE id = ?1
      """, id, isRemoved ? "removed" : "published", isRemoved ? member : nil,
      isRemoved ? reason : "", now)
  }

  // MARK: Cards of tutorials

  /// Makes or renews the card of a tutorial, in the transaction that publishes it, takes it away or
  /// returns it. A tutorial that was never published has none.
  ///
  /// What its page guarantees is known of a new card; the rest is for its authors to say.
  static func card(of tutorial: Tutorial.ID, at now: Instant, _ db: Writer) throws {
    let found = try db.row(
      """
      SELECT tutorial.space, version.title, tutorial.slug, version.summary, version.licence,
             version.language, tutorial.removed IS NOT NULL
        FROM tutorial JOIN tutorial_version AS version
          ON version.tutorial = tutorial.id AND version.number = tutorial.published
       WHERE tutorial.id = ?
      """, tutorial
    ) { row in
      TutorialCard(
        space: try row.next(), title: try row.next(), slug: try row.next(),
        summary: try row.next(), licence: try row.next(), language: try row.next(),
        isRemoved: try row.next())
    }
    guard let found else { return }
    let isNew = try ResourceStore.card(of: tutorial, db) == nil
    try db.run(
      """
      INSERT INTO resource (
        space, tutorial, title, slug, title_key, description, licence, language, created, changed,
        state)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10)
      ON CONFLICT (tutorial) DO UPDATE
        SET space = excluded.space, title = excluded.title, slug = excluded.slug,
            title_key = excluded.title_key, description = excluded.description,
            licence = excluded.licence, language = excluded.language, changed = excluded.changed,
            state = excluded.state
      """, found.space, tutorial, found.title, found.slug, TitleLikeness.key(found.title),
      found.summary, found.licence, found.language, now,
      found.isRemoved ? "removed" : "published")
    guard let id = try ResourceStore.card(of: tutorial, db) else { return }
    try db.run("DELETE FROM resource_tag WHERE resource = ?", id)
    try db.run(
      """
      INSERT INTO resource_tag (resource, tag) SELECT ?, tag FROM tutorial_tag WHERE tutorial = ?
      """, id, tutorial)
    let concepts = try ConceptTagStore.tags(kind: .tutorial, target: tutorial.value, db)
    try ConceptTagStore.set(
      kind: .resource, target: id.value, concepts: concepts.map(\.id), db)
    if isNew { try set(guaranteed, of: id, db) }
  }

  private struct TutorialCard {
    let space: Space.ID
    let title: String
    let slug: String
    let summary: String
    let licence: Licence
    let language: String
    let isRemoved: Bool
  }

  /// Of every page of a tutorial here.
  private static let guaranteed = [
    ("mode", "textual"), ("feature", "structuralNavigation"), ("feature", "readingOrder"),
    ("feature", "displayTransformability"),
  ].compactMap { AccessibilityTerm.term(value: "\($0)-\($1)") }

  // MARK: Reports

  /// Tells those who look after the space; once more changes nothing until it is settled.
  ///
  /// - Returns: whether it is new.
  static func report(
    _ id: Resource.ID, use: UseReport.ID?, words: String, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO resource_report (resource, use, reporter, words, created) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, id, use, member, words, now) > 0
  }

  static func settle(
    _ report: ResourceReport.ID, in space: Space.ID, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE resource_report SET settled = ?3, settled_by = ?4
       WHERE id = ?1 AND settled IS NULL
         AND resource IN (SELECT id FROM resource WHERE space = ?2)
      """, report, space, now, member)
  }

  /// What waits to be looked at on one card.
  static func reports(of id: Resource.ID, _ db: Reader) throws -> [ResourceReport] {
    try db.rows(
      """
      SELECT resource_report.id, resource_report.use, resource_report.words,
             resource_report.created,
             member.id, member.name, member.role, member.public_name, member.deleted
        FROM resource_report JOIN member ON member.id = resource_report.reporter
       WHERE resource_report.resource = ? AND resource_report.settled IS NULL
       ORDER BY resource_report.id LIMIT 50
      """, id
    ) { row in
      ResourceReport(
        id: try row.next(), use: try row.next(), words: try row.next(), created: try row.next(),
        reporter: try Author.read(&row))
    }
  }

  /// The card that a report is about.
  static func resource(of report: ResourceReport.ID, _ db: Reader) throws -> Resource.ID? {
    try db.value(
      "SELECT resource FROM resource_report WHERE id = ?", report, as: Resource.ID.self)
  }

  // MARK: The end of an account

  /// What tells of the person goes; what was shared stays.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("UPDATE resource_use SET speaks_as = '' WHERE member = ?", member)
    try db.run("UPDATE resource_report SET words = '' WHERE reporter = ?", member)
    try db.run("DELETE FROM collection_editor WHERE member = ?", member)
    try db.run(
      """
      UPDATE resource_collection SET removed = created
       WHERE owner = ? AND visibility = 'private' AND removed IS NULL
         AND NOT EXISTS (SELECT 1 FROM collection_editor
                          WHERE collection_editor.collection = resource_collection.id
                            AND collection_editor.agreed IS NOT NULL)
      """, member)
  }
}

/// What a member said of a card, or of a use of it.
struct ResourceReport: Sendable {
  typealias ID = Number<ResourceReport>
  let id: ID
  let use: UseReport.ID?
  let words: String
  let created: Instant
  let reporter: Author
}
