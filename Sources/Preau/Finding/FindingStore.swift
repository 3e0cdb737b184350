import SQLite

/// Every statement of the catalogue's facets.
enum FindingStore {
  /// Lines of changes that are kept: an index that is further behind is made anew.
  static let mostChanges = 20_000

  /// Up to where changes are written; what makes all vocabularies anew shows in `vocabularies`.
  static func mark(_ db: Reader) throws -> (change: Int64, vocabularies: Int64) {
    try db.row(
      """
      SELECT (SELECT ifnull(max(id), 0) FROM find_change),
             (SELECT ifnull(max(imported), 0) + count(*) FROM concept_scheme)
      """
    ) { row in (try row.next(), try row.next()) } ?? (0, 0)
  }

  /// The vocabulary of each concept, and what stands right above it.
  static func concepts(
    _ db: Reader
  ) throws -> (scheme: [Int64: Int64], parents: [Int64: [Int64]]) {
    var scheme: [Int64: Int64] = [:]
    var parents: [Int64: [Int64]] = [:]
    try db.each("SELECT id, scheme FROM concept") { row in
      scheme[try row.next()] = try row.next(Int64.self)
    }
    try db.each(
      """
      SELECT concept, target FROM concept_link WHERE kind = 'broader' AND target IS NOT NULL
      """
    ) { row in
      let concept = try row.next(Int64.self)
      parents[concept, default: []].append(try row.next())
    }
    return (scheme, parents)
  }

  /// Everything that can be found by anybody.
  static func eachEntry(_ db: Reader, _ take: (FacetEntry) -> Void) throws {
    try db.each(
      """
      SELECT 'fil', thread.id, thread.space, thread.last_activity, 0,
             (SELECT group_concat(concept) FROM concept_tag
               WHERE kind = 'thread' AND target = thread.id),
             NULL
        FROM thread WHERE thread.removed IS NULL
      UNION ALL
      SELECT CASE WHEN resource.tutorial IS NOT NULL THEN 'tutoriel'
                  WHEN resource.file IS NOT NULL THEN 'fichier' ELSE 'lien' END,
             resource.id, resource.space, resource.created, resource.evidence,
             (SELECT group_concat(concept) FROM card_concept WHERE card = resource.id),
             (SELECT group_concat(review.seal) FROM tutorial
                JOIN review ON review.tutorial = tutorial.id
                 AND review.version = tutorial.published AND review.state = 'accepted'
               WHERE tutorial.id = resource.tutorial)
        FROM resource WHERE resource.state = 'published'
      """
    ) { row in if let entry = try entry(&row) { take(entry) } }
  }

  /// What has changed since a mark: each thing as it is, or that it is gone. Nil when the changes are
  /// not all there any more.
  static func changes(
    since mark: Int64, _ db: Reader
  ) throws -> (gone: [Findable], put: [FacetEntry])? {
    let first = try db.value("SELECT min(id) FROM find_change", as: Int64?.self) ?? nil
    if let first, first > mark + 1 { return nil }
    var gone: [Findable] = []
    try db.each(
      "SELECT DISTINCT kind, target FROM find_change WHERE id > ?", mark
    ) { row in
      let isCard = try row.next(String.self) == "resource"
      gone.append(Findable(isCard: isCard, id: try row.next()))
    }
    let put = try db.rows(
      """
      SELECT 'fil', thread.id, thread.space, thread.last_activity, 0,
             (SELECT group_concat(concept) FROM concept_tag
               WHERE kind = 'thread' AND target = thread.id),
             NULL
        FROM thread
       WHERE thread.removed IS NULL
         AND thread.id IN (SELECT target FROM find_change WHERE id > ?1 AND kind = 'thread')
      UNION ALL
      SELECT CASE WHEN resource.tutorial IS NOT NULL THEN 'tutoriel'
                  WHEN resource.file IS NOT NULL THEN 'fichier' ELSE 'lien' END,
             resource.id, resource.space, resource.created, resource.evidence,
             (SELECT group_concat(concept) FROM card_concept WHERE card = resource.id),
             (SELECT group_concat(review.seal) FROM tutorial
                JOIN review ON review.tutorial = tutorial.id
                 AND review.version = tutorial.published AND review.state = 'accepted'
               WHERE tutorial.id = resource.tutorial)
        FROM resource
       WHERE resource.state = 'published'
         AND resource.id IN (SELECT target FROM find_change WHERE id > ?1 AND kind = 'resource')
      """, mark
    ) { row in try entry(&row) }
    return (gone, put.compactMap { $0 })
  }

  private static func entry(_ row: inout Row) throws -> FacetEntry? {
    let kind = Findable.Kind(rawValue: try row.next())
    let id = try row.next(Int64.self)
    let (space, moment, evidence) = (
      try row.next(Int64.self), try row.next(Int64.self), try row.next(Int64.self)
    )
    let concepts = (try row.next(String?.self) ?? "").split(separator: ",")
    let seals = (try row.next(String?.self) ?? "").split(separator: ",")
    return kind.map {
      FacetEntry(
        item: Findable(isCard: $0 != .thread, id: id), kind: $0, space: space, moment: moment,
        evidence: evidence, concepts: concepts.compactMap { Int64($0) },
        seals: seals.compactMap { ReviewSeal(rawValue: String($0)) })
    }
  }

  /// Takes away lines that every index has read.
  static func forget(_ db: Writer) throws {
    try db.run(
      "DELETE FROM find_change WHERE id <= (SELECT max(id) FROM find_change) - ?", mostChanges)
  }

  // MARK: Words

  /// What holds the words: threads in any of their posts, cards of tutorials in the tutorial.
  ///
  /// - Parameter authors: numbers of members, as a JSON array: what one of them wrote holds them.
  static func holding(
    _ expression: SearchExpression, by authors: String?, _ db: Reader
  ) throws -> [Findable] {
    try db.rows(
      """
      SELECT document.kind <> 'post', coalesce(card.id, document.whole)
        FROM search_post
             CROSS JOIN search_document AS document ON document.id = search_post.rowid
             LEFT JOIN resource AS card
               ON document.kind = 'tutorial' AND card.tutorial = document.whole
       WHERE search_post MATCH ?1
         AND (?2 IS NULL OR document.author IN (SELECT value FROM json_each(?2))
              OR document.kind = 'tutorial' AND EXISTS (
                SELECT 1 FROM tutorial_author
                 WHERE tutorial_author.tutorial = document.whole AND agreed IS NOT NULL
                   AND member IN (SELECT value FROM json_each(?2))))
      """, expression.text, authors, read: findable)
  }

  private static func findable(_ row: inout Row) throws -> Findable {
    Findable(isCard: try row.next(), id: try row.next())
  }

  /// What holds the words in its title.
  static func titled(_ expression: SearchExpression, _ db: Reader) throws -> [Findable] {
    try db.rows(
      """
      SELECT document.kind <> 'post', coalesce(card.id, document.whole)
        FROM search_title
             CROSS JOIN search_document AS document ON document.id = search_title.rowid
             LEFT JOIN resource AS card
               ON document.kind = 'tutorial' AND card.tutorial = document.whole
       WHERE search_title MATCH ?
      """, expression.text, read: findable)
  }

  // MARK: What operators ask for

  /// What members wrote: threads by the index of their posts, tutorials that they sign, cards that
  /// they added.
  ///
  /// - Parameter authors: their numbers, as a JSON array.
  static func written(by authors: String, _ db: Reader) throws -> [Findable] {
    try db.rows(
      """
      SELECT DISTINCT 0, thread FROM post
       WHERE author IN (SELECT value FROM json_each(?1)) AND removed IS NULL
      UNION ALL
      SELECT 1, card.id FROM tutorial_author
        JOIN resource AS card ON card.tutorial = tutorial_author.tutorial
       WHERE tutorial_author.member IN (SELECT value FROM json_each(?1))
         AND tutorial_author.agreed IS NOT NULL
      UNION ALL
      SELECT 1, id FROM resource
       WHERE added_by IN (SELECT value FROM json_each(?1)) AND tutorial IS NULL
      """, authors, read: findable)
  }

  /// What bears each one of these tags.
  ///
  /// - Parameter tags: their numbers, those of concepts below zero, as a JSON array.
  static func marked(_ tags: String, _ db: Reader) throws -> [Findable] {
    try db.rows(
      """
      WITH wanted (word) AS (SELECT value FROM json_each(?1)),
      marked (card, target, word) AS (
        SELECT 0, thread, tag FROM thread_tag JOIN wanted ON wanted.word = tag
        UNION SELECT kind = 'resource', target, -concept
                FROM concept_tag JOIN wanted ON concept = -wanted.word
               WHERE kind IN ('thread', 'resource')
        UNION SELECT 1, resource, tag FROM resource_tag JOIN wanted ON wanted.word = tag
        UNION SELECT 1, card.id, tag
                FROM tutorial_tag JOIN wanted ON wanted.word = tag
                JOIN resource AS card ON card.tutorial = tutorial_tag.tutorial
        UNION SELECT 1, card.id, -concept
                FROM concept_tag JOIN wanted ON concept = -wanted.word
                JOIN resource AS card ON card.tutorial = concept_tag.target
               WHERE kind = 'tutorial')
      SELECT card, target FROM marked
       GROUP BY card, target HAVING count(*) = (SELECT count(*) FROM wanted)
      """, tags, read: findable)
  }

  /// Threads in a state; no card is in any.
  static func threads(_ state: SearchQuery.State, _ db: Reader) throws -> [Findable] {
    try db.rows(
      """
      SELECT 0, id FROM thread
       WHERE removed IS NULL
         AND CASE ?1 WHEN 'solved' THEN accepted IS NOT NULL
                     WHEN 'unanswered' THEN post_count = 1
                     ELSE state = ?1 END
      """, state.rawValue, read: findable)
  }

  /// What was written in a span of time, by the index of what can be found.
  ///
  /// - Parameters:
  ///   - end: not within the span; nil: it has no end.
  ///   - expression: the words that it holds; nil: any.
  ///   - authors: members who wrote it, as a JSON array; nil: anybody.
  ///   - reader: what this member wrote is not news, also under a mask.
  ///   - anyPost: else only the first of a thread.
  static func written(
    from start: Instant, until end: Instant?, _ expression: SearchExpression?,
    by authors: String?, butBy reader: Int64, anyPost: Bool, _ db: Reader
  ) throws -> [Findable] {
    guard let expression else {
      return try db.rows(
        """
        SELECT DISTINCT document.kind <> 'post', coalesce(card.id, document.whole)
          FROM search_document AS document
               LEFT JOIN resource AS card
                 ON document.kind = 'tutorial' AND card.tutorial = document.whole
         WHERE document.created >= ?1 AND (?2 IS NULL OR document.created < ?2)
           AND (?3 IS NULL OR document.author IN (SELECT value FROM json_each(?3)))
           AND document.author NOT IN (
             SELECT ?4 UNION ALL SELECT face FROM mask WHERE member = ?4)
           AND (?5 OR document.number = 1)
        """, start, end, authors, reader, anyPost, read: findable)
    }
    // FTS5 goes straight to the first number: what is older is not looked at.
    return try db.rows(
      """
      SELECT DISTINCT document.kind <> 'post', coalesce(card.id, document.whole)
        FROM search_post
             CROSS JOIN search_document AS document ON document.id = search_post.rowid
             LEFT JOIN resource AS card
               ON document.kind = 'tutorial' AND card.tutorial = document.whole
       WHERE search_post MATCH ?5
         AND search_post.rowid >= (SELECT min(id) FROM search_document WHERE created >= ?1)
         AND document.created >= ?1 AND (?2 IS NULL OR document.created < ?2)
         AND (?3 IS NULL OR document.author IN (SELECT value FROM json_each(?3)))
         AND document.author NOT IN (
           SELECT ?4 UNION ALL SELECT face FROM mask WHERE member = ?4)
      """, start, end, authors, reader, expression.text, read: findable)
  }

  /// A concept by its vocabulary and its own slug, `publics/apprentis`.
  static func concept(
    named name: String, _ db: Reader
  ) throws -> (scheme: Int64, concept: Int64)? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return try db.row(
      """
      SELECT concept.scheme, concept.id
        FROM concept_scheme JOIN concept ON concept.scheme = concept_scheme.id
       WHERE concept_scheme.slug = ? AND concept.slug = ?
      """, parts[0], parts[1]
    ) { row in (try row.next(), try row.next()) }
  }

  /// What bears a free tag.
  static func tagged(_ slug: String, _ db: Reader) throws -> [Findable] {
    try db.rows(
      """
      SELECT 0, thread_tag.thread
        FROM tag JOIN thread_tag ON thread_tag.tag = tag.id WHERE tag.slug = ?1
      UNION ALL
      SELECT 1, resource_tag.resource
        FROM tag JOIN resource_tag ON resource_tag.tag = tag.id WHERE tag.slug = ?1
      """, slug
    ) { row in Findable(isCard: try row.next(), id: try row.next()) }
  }

  /// The tutorials of cards, in the order given.
  static func tutorials(of cards: [Int64], _ db: Reader) throws -> [Tutorial.ID] {
    if cards.isEmpty { return [] }
    return try db.rows(
      """
      SELECT resource.tutorial FROM json_each(?) AS wanted
        CROSS JOIN resource ON resource.id = wanted.value
       WHERE resource.tutorial IS NOT NULL ORDER BY wanted.key
      """, cards.json
    ) { row in try row.next() }
  }

  /// Words of the vocabularies that begin as what was typed.
  static func concepts(named slug: String, limit: Int, _ db: Reader) throws -> [Concept] {
    if slug.isEmpty { return [] }
    return try db.rows(
      """
      SELECT DISTINCT concept.id, concept.uri, concept_scheme.slug, concept.slug, concept.french,
             concept.english, concept.deprecated
        FROM concept_label JOIN concept ON concept.id = concept_label.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       WHERE concept_label.slug >= ?1 AND concept_label.slug < ?1 || '~'
         AND concept.deprecated = 0
       ORDER BY length(concept.french), concept.id LIMIT ?2
      """, slug, limit
    ) { row in try Concept.read(&row) }
  }

  // MARK: What a page shows

  /// Threads that the reader may read, in the order given.
  static func threads(_ ids: [Int64], reader: Int64, _ db: Reader) throws -> [FoundThread] {
    try db.rows(
      """
      SELECT thread.id, thread.slug, thread.title, thread.kind, thread.state,
             thread.accepted IS NOT NULL
               OR EXISTS (SELECT 1 FROM help_request
                      WHERE help_request.thread = thread.id AND help_request.state = 'resolved'),
             thread.post_count, thread.last_activity,
             space.id, space.slug, space.name, space.visibility
        FROM json_each(?1) AS wanted JOIN thread ON thread.id = wanted.value
        JOIN space ON space.id = thread.space
       WHERE thread.removed IS NULL
         AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?2)
      """, ids.json, reader
    ) { row in
      FoundThread(
        id: try row.next(), slug: try row.next(), title: try row.next(), kind: try row.next(),
        state: try row.next(), isSolved: try row.next(), postCount: try row.next(),
        lastActivity: try row.next(), space: try SpaceStore.read(&row))
    }
  }
}

/// A thread in a list of what was found.
struct FoundThread: Sendable {
  let id: Thread.ID
  let slug: String
  let title: String
  let kind: Thread.Kind
  let state: Thread.State
  let isSolved: Bool
  let postCount: Int
  let lastActivity: Instant
  let space: Space
}
