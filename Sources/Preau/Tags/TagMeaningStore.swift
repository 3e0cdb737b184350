import SQLite

/// Every statement about what a typed word stands for.
enum TagMeaningStore {
  /// What an administrator has made of a tag.
  static func redirect(_ slug: String, _ db: Reader) throws -> TagMeaning? {
    try db.row(
      """
      SELECT tag_redirect.concept, tag.slug, tag.label
        FROM tag_redirect LEFT JOIN tag ON tag.id = tag_redirect.tag
       WHERE tag_redirect.slug = ?
      """, slug
    ) { row in
      if let concept = try row.next(Concept.ID?.self) { return .concept(concept) }
      return .tag(Tag(slug: try row.next(), label: try row.next()))
    }
  }

  static func isInUse(_ slug: String, beside thread: Thread.ID, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM tag
        JOIN thread_tag ON thread_tag.tag = tag.id
        JOIN thread ON thread.id = thread_tag.thread
        JOIN space ON space.id = thread.space
       WHERE tag.slug = ?1 AND (
               space.visibility <> 'private'
               OR space.id = (SELECT thread.space FROM thread WHERE thread.id = ?2))
       LIMIT 1
      """, slug, thread, as: Int.self) != nil
  }

  static func isInUse(_ slug: String, in space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM tag
        JOIN thread_tag ON thread_tag.tag = tag.id
        JOIN thread ON thread.id = thread_tag.thread
        JOIN space ON space.id = thread.space
       WHERE tag.slug = ?1 AND (space.visibility <> 'private' OR space.id = ?2)
       LIMIT 1
      """, slug, space, as: Int.self) != nil
  }

  /// The one concept that has such a label; one whose preferred label it is wins.
  ///
  /// - Parameter scheme: how its title or address begins to be one; nil for any.
  static func concept(
    slug: String, in scheme: String?, on thread: Thread.ID?, _ db: Reader
  ) throws -> Concept.ID? {
    if slug == Slug.make(from: "") { return nil }
    var isPreferred: [Concept.ID: Bool] = [:]
    try db.each(
      """
      SELECT concept.id, max(concept_label.kind = 'pref'), concept_scheme.slug,
             concept_scheme.french, concept_scheme.english
        FROM concept_label
        JOIN concept ON concept.id = concept_label.concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       WHERE concept_label.slug = ?1 AND concept_label.kind <> 'hidden'
         AND (concept.deprecated = 0 OR EXISTS (
               SELECT 1 FROM concept_tag
                WHERE concept_tag.kind = 'thread' AND concept_tag.target = ?2
                  AND concept_tag.concept = concept.id))
       GROUP BY concept.id LIMIT 20
      """, slug, thread
    ) { row in
      let id = try row.next(Concept.ID.self)
      let preferred = try row.next(Bool.self)
      let names = [
        try row.next(String.self), Slug.make(from: try row.next()), Slug.make(from: try row.next()),
      ]
      if scheme.map(names.contains) ?? true { isPreferred[id] = preferred }
    }
    let preferred = isPreferred.filter(\.value).keys
    if preferred.count == 1 { return preferred.first }
    return preferred.isEmpty && isPreferred.count == 1 ? isPreferred.keys.first : nil
  }

  /// Concepts of which a label, or a word of one, begins so.
  static func concepts(beginning slug: String, limit: Int, _ db: Reader) throws -> [Concept] {
    try db.rows(
      """
      SELECT concept.id, concept.uri, concept_scheme.slug, concept.slug, concept.french,
             concept.english, concept.deprecated
        FROM concept
        JOIN concept_scheme ON concept_scheme.id = concept.scheme
       WHERE concept.deprecated = 0 AND concept.id IN (
               SELECT concept FROM concept_label
                WHERE kind <> 'hidden' AND instr('-' || slug, '-' || ?1) > 0)
       ORDER BY length(concept.french), concept.french LIMIT ?2
      """, slug, limit
    ) { row in try Concept.read(&row) }
  }
}
