import SQLite

/// Every statement about what is tagged with concepts.
enum ConceptTagStore {
  /// Makes `concepts` the concepts of something; numbers that are none of a concept are left out.
  static func set(
    kind: ConceptTagKind, target: Int64, concepts: some Sequence<Concept.ID>, _ db: Writer
  ) throws {
    let list = "[" + concepts.map { String($0.value) }.joined(separator: ",") + "]"
    try db.run(
      """
      DELETE FROM concept_tag
       WHERE kind = ?1 AND target = ?2 AND concept NOT IN (SELECT value FROM json_each(?3))
      """, kind, target, list)
    try db.run(
      """
      INSERT INTO concept_tag (concept, kind, target)
      SELECT id, ?1, ?2 FROM concept WHERE id IN (SELECT value FROM json_each(?3))
      ON CONFLICT DO NOTHING
      """, kind, target, list)
  }

  /// The concepts of one thing, in the order of their schemes.
  static func tags(kind: ConceptTagKind, target: Int64, _ db: Reader) throws -> [Concept] {
    try tags(kind: kind, targets: [target], db)[target] ?? []
  }

  /// The concepts of many things, in one statement.
  static func tags(
    kind: ConceptTagKind, targets: [Int64], _ db: Reader
  ) throws -> [Int64: [Concept]] {
    let list = "[" + targets.map(String.init).joined(separator: ",") + "]"
    var found: [Int64: [Concept]] = [:]
    try db.each(
      """
      SELECT concept_tag.target, concept.id, concept.uri, concept_scheme.slug, concept.slug,
             concept.french, concept.english, concept.deprecated
        FROM json_each(?2) AS wanted
        JOIN concept_tag ON concept_tag.kind = ?1 AND concept_tag.target = wanted.value
        JOIN concept ON concept.id = concept_tag.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
        LEFT JOIN concept_place
          ON concept_place.scheme = concept.scheme AND concept_place.concept = concept.id
       ORDER BY concept.scheme, concept_place.position
      """, kind, list
    ) { row in
      let target = try row.next(Int64.self)
      found[target, default: []].append(try Concept.read(&row))
    }
    return found
  }
}
