import SQLite

/// Every statement about what leads from concept to concept.
enum ConceptLinkStore {
  /// What a concept leads to, with the concepts that are ours.
  static func links(
    of concept: Concept.ID, _ db: Reader
  ) throws -> [(kind: SKOSLink.Kind, uri: String, concept: Concept?)] {
    let links = try db.rows(
      "SELECT kind, uri, target FROM concept_link WHERE concept = ? ORDER BY kind, uri", concept
    ) { row in
      (
        kind: try row.next(SKOSLink.Kind.self), uri: try row.next(String.self),
        target: try row.next(Concept.ID?.self)
      )
    }
    let known = Dictionary(
      uniqueKeysWithValues: try ConceptStore.concepts(
        Array(Set(links.compactMap(\.target))), db
      ).map { ($0.id, $0) })
    return links.map { ($0.kind, $0.uri, $0.target.flatMap { known[$0] }) }
  }

  /// The concepts right below, in the order of their file.
  static func narrower(of concept: Concept.ID, _ db: Reader) throws -> [Concept] {
    try db.rows(
      """
      SELECT concept.id, concept.uri, concept_scheme.slug, concept.slug, concept.french,
             concept.english, concept.deprecated
        FROM concept_link
        JOIN concept ON concept.id = concept_link.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
        LEFT JOIN concept_place
          ON concept_place.scheme = concept.scheme AND concept_place.concept = concept.id
       WHERE concept_link.target = ? AND concept_link.kind = 'broader'
       ORDER BY concept_place.position
      """, concept
    ) { row in try Concept.read(&row) }
  }

  /// The way down to a concept, by the first concept above each; it ends where it would go in circles.
  static func trail(to concept: Concept.ID, _ db: Reader) throws -> [Concept] {
    let ids = try db.rows(
      """
      WITH RECURSIVE above (concept, height) AS (
        VALUES (?1, 0)
        UNION ALL
        SELECT (SELECT min(target) FROM concept_link
                 WHERE concept_link.concept = above.concept AND kind = 'broader'),
               height + 1
          FROM above WHERE above.concept IS NOT NULL AND height < 20
      )
      SELECT concept FROM above WHERE concept IS NOT NULL AND height > 0 ORDER BY height DESC
      """, concept
    ) { try $0.next(Concept.ID.self) }
    var seen: Set<Concept.ID> = [concept]
    let nearest = ids.reversed().prefix { seen.insert($0).inserted }
    let found = Dictionary(
      uniqueKeysWithValues: try ConceptStore.concepts(Array(nearest), db).map { ($0.id, $0) })
    return nearest.reversed().compactMap { found[$0] }
  }

  static func concept(uri: String, _ db: Reader) throws -> Concept? {
    let id = try db.value("SELECT id FROM concept WHERE uri = ?", uri, as: Concept.ID.self)
    return try id.flatMap { try ConceptStore.concepts([$0], db).first }
  }

  /// How many threads and cards that the reader may read bear each concept of a scheme itself.
  static func tagCounts(
    of scheme: ConceptScheme.ID, reader: Int64, _ db: Reader
  ) throws -> [Concept.ID: Int] {
    var counts: [Concept.ID: Int] = [:]
    try db.each(
      """
      SELECT concept_tag.concept, count(*)
        FROM concept_place
        JOIN concept_tag
          ON concept_tag.concept = concept_place.concept AND concept_tag.kind <> 'tutorial'
        LEFT JOIN thread ON concept_tag.kind = 'thread' AND thread.id = concept_tag.target
         AND thread.removed IS NULL
        LEFT JOIN resource ON concept_tag.kind = 'resource' AND resource.id = concept_tag.target
         AND resource.state = 'published'
       WHERE concept_place.scheme = ?2
         AND coalesce(thread.space, resource.space) IN (
           SELECT space FROM readable_space WHERE reader = ?1)
       GROUP BY concept_tag.concept
      """, reader, scheme
    ) { row in counts[try row.next()] = try row.next(Int.self) }
    return counts
  }

  /// How many concepts each vocabulary has, those not to be used any more aside.
  static func conceptCounts(_ db: Reader) throws -> [ConceptScheme.ID: Int] {
    var counts: [ConceptScheme.ID: Int] = [:]
    try db.each(
      """
      SELECT concept_place.scheme, count(*)
        FROM concept_place JOIN concept ON concept.id = concept_place.concept
       WHERE concept.deprecated = 0 GROUP BY concept_place.scheme
      """
    ) { row in counts[try row.next()] = try row.next(Int.self) }
    return counts
  }

  static func description(
    of scheme: ConceptScheme.ID, in language: Language, _ db: Reader
  ) throws -> SKOSText? {
    try db.row(
      """
      SELECT language, text FROM concept_scheme_text
       WHERE scheme = ?1 AND kind = 'description'
       ORDER BY language <> ?2, language <> 'fr', language LIMIT 1
      """, scheme, language.rawValue
    ) { row in SKOSText(language: try row.next(), text: try row.next()) }
  }
}
