import SQLite

/// Reads stored vocabularies back as what a file would hold: to be exported, or compared with one.
enum StoredVocabularyStore {
  /// Whether there is a scheme of that address.
  static func isKnown(_ scheme: String, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM concept_scheme WHERE uri = ?", scheme, as: Int.self) != nil
  }

  /// A scheme with all its concepts and collections.
  static func document(of scheme: ConceptScheme.ID, _ db: Reader) throws -> SKOSDocument {
    let ids = try db.rows(
      "SELECT concept FROM concept_place WHERE scheme = ? ORDER BY position", scheme
    ) { try $0.next(Concept.ID.self) }
    return SKOSDocument(
      schemes: try schemes([scheme], db), concepts: try concepts(ids, db),
      collections: try collections(of: scheme, db))
  }

  /// The concepts of a scheme's own pages, those of the file or not.
  static func home(_ scheme: String, _ db: Reader) throws -> [Concept.ID] {
    try db.rows(
      """
      SELECT concept.id FROM concept_scheme JOIN concept ON concept.scheme = concept_scheme.id
       WHERE concept_scheme.uri = ? ORDER BY concept.id
      """, scheme
    ) { try $0.next() }
  }

  static func known(_ uris: [String], _ db: Reader) throws -> [String: Concept.ID] {
    var found: [String: Concept.ID] = [:]
    for uri in uris {
      found[uri] = try db.value("SELECT id FROM concept WHERE uri = ?", uri)
    }
    return found
  }

  static func schemes(_ ids: [ConceptScheme.ID], _ db: Reader) throws -> [SKOSScheme] {
    try ids.compactMap { id in
      let found = try db.row("SELECT uri, language FROM concept_scheme WHERE id = ?", id) { row in
        SKOSScheme(uri: try row.next(), language: try row.next(), isDescribed: true)
      }
      guard var scheme = found else { return nil }
      try db.each(
        "SELECT kind, language, text FROM concept_scheme_text WHERE scheme = ? ORDER BY language",
        id
      ) { row in
        let isTitle = try row.next(String.self) == "title"
        let text = SKOSText(language: try row.next(), text: try row.next())
        if isTitle { scheme.titles.append(text) } else { scheme.descriptions.append(text) }
      }
      return scheme
    }
  }

  /// Concepts with everything that is known of them: five statements, however many there are.
  static func concepts(_ ids: [Concept.ID], _ db: Reader) throws -> [SKOSConcept] {
    let list = "[" + ids.map { String($0.value) }.joined(separator: ",") + "]"
    var found: [Int64: SKOSConcept] = [:]
    try db.each(
      """
      SELECT concept.id, concept.uri, concept.notations, concept.deprecated, concept.replacement
        FROM json_each(?) AS wanted JOIN concept ON concept.id = wanted.value
      """, list
    ) { row in
      let id = try row.next(Int64.self)
      var concept = SKOSConcept(uri: try row.next())
      concept.notations = try row.next(String.self).split(separator: "\n").map(String.init)
      concept.isDeprecated = try row.next()
      concept.replacement = try row.next()
      found[id] = concept
    }
    try readPlaces(list, &found, db)
    try readTexts(list, &found, db)
    try db.each(
      """
      SELECT concept_link.concept, concept_link.kind, concept_link.uri
        FROM json_each(?) AS wanted JOIN concept_link ON concept_link.concept = wanted.value
      """, list
    ) { row in
      let id = try row.next(Int64.self)
      let kind = try row.next(SKOSLink.Kind.self)
      found[id]?.links.insert(SKOSLink(kind: kind, uri: try row.next()))
    }
    return ids.compactMap { found[$0.value] }
  }

  private static func readPlaces(
    _ list: String, _ found: inout [Int64: SKOSConcept], _ db: Reader
  ) throws {
    try db.each(
      """
      SELECT concept.id, concept_scheme.uri, concept_place.is_top
        FROM json_each(?) AS wanted
        JOIN concept ON concept.id = wanted.value
        JOIN concept_place ON concept_place.concept = concept.id
        JOIN concept_scheme ON concept_scheme.id = concept_place.scheme
       ORDER BY concept_place.scheme <> concept.scheme, concept_place.scheme
      """, list
    ) { row in
      let id = try row.next(Int64.self)
      let scheme = try row.next(String.self)
      found[id]?.schemes.append(scheme)
      if try row.next(Bool.self) { found[id]?.topOf.insert(scheme) }
    }
  }

  private static func readTexts(
    _ list: String, _ found: inout [Int64: SKOSConcept], _ db: Reader
  ) throws {
    try db.each(
      """
      SELECT concept_label.concept, concept_label.kind, concept_label.language,
             concept_label.text
        FROM json_each(?) AS wanted JOIN concept_label ON concept_label.concept = wanted.value
       ORDER BY concept_label.concept, concept_label.kind DESC, concept_label.language,
                concept_label.text
      """, list
    ) { row in
      let id = try row.next(Int64.self)
      let kind = try row.next(SKOSLabel.Kind.self)
      let text = SKOSText(language: try row.next(), text: try row.next())
      found[id]?.labels.append(SKOSLabel(kind: kind, text: text))
    }
    try db.each(
      """
      SELECT concept_note.concept, concept_note.kind, concept_note.language, concept_note.text
        FROM json_each(?) AS wanted JOIN concept_note ON concept_note.concept = wanted.value
       ORDER BY concept_note.concept, concept_note.kind, concept_note.language, concept_note.text
      """, list
    ) { row in
      let id = try row.next(Int64.self)
      let kind = try row.next(SKOSNote.Kind.self)
      let text = SKOSText(language: try row.next(), text: try row.next())
      found[id]?.notes.append(SKOSNote(kind: kind, text: text))
    }
  }

  static func collections(of scheme: ConceptScheme.ID, _ db: Reader) throws -> [SKOSCollection] {
    var found: [SKOSCollection] = []
    let ids = try db.rows(
      """
      SELECT concept_collection.id, concept_collection.uri, concept_scheme.uri
        FROM concept_collection
        JOIN concept_scheme ON concept_scheme.id = concept_collection.scheme
       WHERE concept_collection.scheme = ? ORDER BY concept_collection.id
      """, scheme
    ) { row in (try row.next(Int64.self), try row.next(String.self), try row.next(String.self)) }
    for (id, uri, scheme) in ids {
      var collection = SKOSCollection(uri: uri, scheme: scheme)
      collection.labels = try db.rows(
        """
        SELECT language, text FROM concept_collection_label WHERE collection = ?
         ORDER BY language
        """, id
      ) { row in SKOSText(language: try row.next(), text: try row.next()) }
      collection.members = try db.rows(
        """
        SELECT concept.uri FROM concept_collection_member AS member
          JOIN concept ON concept.id = member.concept
         WHERE member.collection = ? ORDER BY member.position
        """, id
      ) { row in try row.next() }
      found.append(collection)
    }
    return found
  }
}

extension SKOSLabel.Kind: ColumnValue {}
extension SKOSNote.Kind: ColumnValue {}
extension SKOSLink.Kind: ColumnValue {}
