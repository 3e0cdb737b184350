import SQLite

/// Every statement of an export that is about tutorials and the catalogue.
enum CatalogueExportStore {
  struct Tutorial {
    let id: Int64
    let space: Int64
    let created: Int64
    let shared: Int64?
    let review: Int64?
    let submitted: Int64?
    let published: Int64?
    let publishedAt: Int64?
    let reviewBy: Day?
    let thread: Int64?
    let removed: Int64?
  }

  /// In order of creation.
  static func tutorials(_ db: Reader, _ body: (Tutorial) throws -> Void) throws {
    try db.each(
      """
      SELECT id, space, created, shared, review, submitted, published, published_at, review_by,
             thread, removed
        FROM tutorial ORDER BY created, id
      """
    ) { row in
      try body(
        Tutorial(
          id: try row.next(), space: try row.next(), created: try row.next(),
          shared: try row.next(), review: try row.next(), submitted: try row.next(),
          published: try row.next(), publishedAt: try row.next(), reviewBy: try row.next(),
          thread: try row.next(), removed: try row.next()))
    }
  }

  /// - Parameter agreed: those who sign; else those who were asked to.
  static func authors(of tutorial: Int64, agreed: Bool, _ db: Reader) throws -> [Int64] {
    try db.rows(
      """
      SELECT member FROM tutorial_author
       WHERE tutorial = ? AND (agreed IS NOT NULL) = ? ORDER BY position, member
      """, tutorial, agreed
    ) { try $0.next() }
  }

  static func tags(ofTutorial tutorial: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT tag FROM tutorial_tag WHERE tutorial = ? ORDER BY tag", tutorial) {
      try $0.next()
    }
  }

  static func tags(ofResource resource: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows("SELECT tag FROM resource_tag WHERE resource = ? ORDER BY tag", resource) {
      try $0.next()
    }
  }

  /// Their addresses, which are the same everywhere.
  static func concepts(
    _ kind: ConceptTagKind, of target: Int64, _ db: Reader
  ) throws -> [String] {
    try db.rows(
      """
      SELECT concept.uri FROM concept_tag JOIN concept ON concept.id = concept_tag.concept
       WHERE concept_tag.kind = ? AND concept_tag.target = ? ORDER BY concept.uri
      """, kind, target
    ) { try $0.next() }
  }

  struct Version {
    let number: Int64
    let author: Int64
    let title: String
    let summary: String
    let created: Int64
    let body: String
    let licence: Licence
    let language: String
    let fits: String
    let tags: String
    let message: String
    let published: Int64?
  }

  static func versions(
    of tutorial: Int64, _ db: Reader, _ body: (Version) throws -> Void
  ) throws {
    try db.each(
      """
      SELECT number, author, title, summary, created, source, licence, language, fits, tags,
             message, published
        FROM tutorial_version WHERE tutorial = ? ORDER BY number
      """, tutorial
    ) { row in
      try body(
        Version(
          number: try row.next(), author: try row.next(), title: try row.next(),
          summary: try row.next(), created: try row.next(), body: try row.next(),
          licence: try row.next(), language: try row.next(), fits: try row.next(),
          tags: try row.next(), message: try row.next(), published: try row.next()))
    }
  }

  struct Seal {
    let version: Int64
    let kind: String
    let author: Int64
    let given: Int64
    let words: String
  }

  static func seals(of tutorial: Int64, _ db: Reader) throws -> [Seal] {
    try db.rows(
      """
      SELECT version, seal, reviewer, decided, words FROM review
       WHERE tutorial = ? AND state = 'accepted' ORDER BY version, seal
      """, tutorial
    ) { row in
      Seal(
        version: try row.next(), kind: try row.next(), author: try row.next(),
        given: try row.next(), words: try row.next())
    }
  }

  struct Origin {
    let tutorial: Int64
    let original: Int64
    let version: Int64
    let title: String
    let licence: Licence
    let adapted: Int64
  }

  static func origins(_ db: Reader) throws -> [Origin] {
    try db.rows(
      """
      SELECT origin.tutorial, origin.original, origin.version, origin.title, origin.licence,
             origin.adapted
        FROM tutorial_origin AS origin JOIN tutorial ON tutorial.id = origin.tutorial
       ORDER BY tutorial.created, tutorial.id
      """
    ) { row in
      Origin(
        tutorial: try row.next(), original: try row.next(), version: try row.next(),
        title: try row.next(), licence: try row.next(), adapted: try row.next())
    }
  }

  static func authors(ofOrigin tutorial: Int64, _ db: Reader) throws -> [Int64] {
    try db.rows(
      "SELECT member FROM tutorial_origin_author WHERE tutorial = ? ORDER BY position, member",
      tutorial
    ) { try $0.next() }
  }

  struct Passage {
    let number: Int64
    let post: Int64
    let author: Int64
    let body: String
    let state: String
  }

  static func passages(of tutorial: Int64, _ db: Reader) throws -> [Passage] {
    try db.rows(
      """
      SELECT number, post, author, source, state FROM tutorial_passage
       WHERE tutorial = ? ORDER BY number
      """, tutorial
    ) { row in
      Passage(
        number: try row.next(), post: try row.next(), author: try row.next(),
        body: try row.next(), state: try row.next())
    }
  }

  /// The posts that some tutorial quotes.
  static func quotedPosts(_ db: Reader) throws -> Set<Int64> {
    Set(try db.rows("SELECT DISTINCT post FROM tutorial_passage") { try $0.next(Int64.self) })
  }
}

extension CatalogueExportStore {
  struct Resource {
    let id: Int64
    let space: Int64
    let tutorial: Int64?
    let url: String
    let author: Int64?
    let created: Int64
    let changed: Int64
    let title: String
    let description: String
    let authors: String
    let licence: Licence
    let language: String
    let minutes: Int64?
    let connection: String?
    let adaptation: String
    let trust: String
    let trustBy: Int64?
    let trustAt: Int64?
    let trustWords: String
    let isRemoved: Bool
    let removedFor: String
  }

  /// Those of tutorials and of links, in order of creation. Of those of one moment, those of tutorials
  /// come first: an import makes them with their tutorials.
  static func resources(_ db: Reader, _ body: (Resource) throws -> Void) throws {
    try db.each(
      """
      SELECT resource.id, resource.space, resource.tutorial, ifnull(resource.url, ''),
             resource.added_by, resource.created, resource.changed, resource.title,
             resource.description, resource.authors, resource.licence, resource.language,
             resource.minutes, resource.connection, resource.adaptation, resource.trust,
             resource.trust_by, resource.trust_at, resource.trust_words,
             resource.state = 'removed', resource.removed_for
        FROM resource LEFT JOIN tutorial ON tutorial.id = resource.tutorial
       WHERE resource.file IS NULL
       ORDER BY resource.created, resource.tutorial IS NULL, tutorial.created, resource.tutorial,
                resource.id
      """
    ) { row in
      try body(
        Resource(
          id: try row.next(), space: try row.next(), tutorial: try row.next(),
          url: try row.next(), author: try row.next(), created: try row.next(),
          changed: try row.next(), title: try row.next(), description: try row.next(),
          authors: try row.next(), licence: try row.next(), language: try row.next(),
          minutes: try row.next(), connection: try row.next(), adaptation: try row.next(),
          trust: try row.next(), trustBy: try row.next(), trustAt: try row.next(),
          trustWords: try row.next(), isRemoved: try row.next(), removedFor: try row.next()))
    }
  }

  static func access(of resource: Int64, _ db: Reader) throws -> [String] {
    try db.rows(
      """
      SELECT kind || '-' || token FROM resource_access WHERE resource = ? ORDER BY kind, token
      """, resource
    ) { try $0.next() }
  }

  struct Use {
    let resource: Int64
    let author: Int64
    let created: Int64
    let speaksAs: String
    let level: String?
    let track: String?
    let modality: String?
    let sought: String
    let happened: String
    let changed: String
    let again: String
    let edited: Int64?
    let removed: Int64?
    let removedFor: String
  }

  static func uses(of resource: Int64, _ db: Reader) throws -> [Use] {
    try db.rows(
      """
      SELECT resource, member, created, speaks_as,
             (SELECT uri FROM concept WHERE concept.id = level),
             (SELECT uri FROM concept WHERE concept.id = track),
             (SELECT uri FROM concept WHERE concept.id = modality),
             sought, happened, changed, again, edited, removed, removed_for
        FROM resource_use WHERE resource = ? ORDER BY created, id
      """, resource
    ) { row in
      Use(
        resource: try row.next(), author: try row.next(), created: try row.next(),
        speaksAs: try row.next(), level: try row.next(), track: try row.next(),
        modality: try row.next(), sought: try row.next(), happened: try row.next(),
        changed: try row.next(), again: try row.next(), edited: try row.next(),
        removed: try row.next(), removedFor: try row.next())
    }
  }

  struct Collection {
    let id: Int64
    let author: Int64
    let kind: String
    let title: String
    let words: String
    let visibility: String
    let created: Int64
    let changed: Int64
    let removed: Int64?
  }

  static func collections(_ db: Reader) throws -> [Collection] {
    try db.rows(
      """
      SELECT id, owner, kind, title, words, visibility, created, changed, removed
        FROM resource_collection ORDER BY created, id
      """
    ) { row in
      Collection(
        id: try row.next(), author: try row.next(), kind: try row.next(), title: try row.next(),
        words: try row.next(), visibility: try row.next(), created: try row.next(),
        changed: try row.next(), removed: try row.next())
    }
  }

  /// - Parameter agreed: those who change it too; else those who were asked to.
  static func editors(of collection: Int64, agreed: Bool, _ db: Reader) throws -> [Int64] {
    try db.rows(
      """
      SELECT member FROM collection_editor
       WHERE collection = ? AND (agreed IS NOT NULL) = ? ORDER BY member
      """, collection, agreed
    ) { try $0.next() }
  }

  static func items(
    of collection: Int64, _ db: Reader
  ) throws -> [(resource: Int64, created: Int64, note: String)] {
    try db.rows(
      """
      SELECT resource, added, note FROM collection_item WHERE collection = ? ORDER BY position
      """, collection
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }
}
