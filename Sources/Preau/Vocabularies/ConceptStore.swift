import SQLite

/// Every statement that reads concepts for pages.
enum ConceptStore {
  static func schemes(_ db: Reader) throws -> [ConceptScheme] {
    try db.rows(
      "SELECT id, uri, slug, french, english FROM concept_scheme ORDER BY slug"
    ) { row in try ConceptScheme.read(&row) }
  }

  static func scheme(slug: String, _ db: Reader) throws -> ConceptScheme? {
    try db.row(
      "SELECT id, uri, slug, french, english FROM concept_scheme WHERE slug = ?", slug
    ) { row in try ConceptScheme.read(&row) }
  }

  /// Each concept of schemes in the order of their files, once for each concept above it in the
  /// same scheme.
  static func each(
    of schemes: [ConceptScheme.ID], _ db: Reader,
    _ take: (ConceptScheme.ID, _ isTop: Bool, _ parent: Concept.ID?, Concept) throws -> Void
  ) throws {
    let list = "[" + schemes.map { String($0.value) }.joined(separator: ",") + "]"
    try db.each(
      """
      SELECT place.scheme, place.is_top, above.concept, concept.id, concept.uri, home.slug,
             concept.slug, concept.french, concept.english, concept.deprecated
        FROM concept_place AS place
        JOIN concept ON concept.id = place.concept
        JOIN concept_scheme AS home ON home.id = concept.scheme
        LEFT JOIN concept_link AS link ON link.concept = concept.id AND link.kind = 'broader'
        LEFT JOIN concept_place AS above
          ON above.concept = link.target AND above.scheme = place.scheme
       WHERE place.scheme IN (SELECT value FROM json_each(?1))
       ORDER BY place.scheme, place.position, concept.french, concept.id, above.position
      """, list
    ) { row in
      try take(
        try row.next(), try row.next(), try row.next(Concept.ID?.self), try Concept.read(&row))
    }
  }

  static func concept(
    scheme: String, slug: String, _ db: Reader
  ) throws -> Concept? {
    try db.row(
      """
      SELECT concept.id, concept.uri, concept_scheme.slug, concept.slug, concept.french,
             concept.english, concept.deprecated
        FROM concept_scheme JOIN concept ON concept.scheme = concept_scheme.id
       WHERE concept_scheme.slug = ? AND concept.slug = ?
      """, scheme, slug
    ) { row in try Concept.read(&row) }
  }

  /// The concepts of some numbers, in the order of their labels.
  static func concepts(_ ids: [Concept.ID], _ db: Reader) throws -> [Concept] {
    let list = "[" + ids.map { String($0.value) }.joined(separator: ",") + "]"
    return try db.rows(
      """
      SELECT concept.id, concept.uri, concept_scheme.slug, concept.slug, concept.french,
             concept.english, concept.deprecated
        FROM json_each(?) AS wanted
        JOIN concept ON concept.id = wanted.value
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       ORDER BY concept.french
      """, list
    ) { row in try Concept.read(&row) }
  }
}
