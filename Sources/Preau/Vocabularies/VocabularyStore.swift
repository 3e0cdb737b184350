// What an import keeps:
// (1) A concept is known by its address (URI) alone: labels, places and links may all change, and
//     what is tagged with it stays tagged.
// (2) Nothing is deleted that something may be tagged with: what a file has no more is marked.
// (3) The addresses of pages are given once.

import SQLite

/// Every statement that changes vocabularies.
enum VocabularyStore {
  /// Stores what a file holds, in the writer's transaction.
  @discardableResult
  static func load(
    _ document: SKOSDocument, at now: Instant, _ db: Writer
  ) throws -> VocabularyChange {
    let change = try VocabularyChange(document, db)
    var schemes: [String: ConceptScheme.ID] = [:]
    for part in change.parts {
      schemes[part.scheme.uri] = try keep(part.scheme, at: now, db)
    }
    for concept in change.toWrite {
      guard let home = concept.schemes.first.flatMap({ schemes[$0] }) else { continue }
      try keep(concept, in: home, db)
    }
    try place(document, schemes, db)
    for concept in change.toDeprecate {
      try db.run("UPDATE concept SET deprecated = 1 WHERE id = ?", concept)
    }
    for part in change.parts {
      guard let scheme = schemes[part.scheme.uri], part.scheme.isDescribed else { continue }
      try db.run("DELETE FROM concept_collection WHERE scheme = ?", scheme)
    }
    for collection in document.collections {
      guard let scheme = schemes[collection.scheme] else { continue }
      try keep(collection, in: scheme, db)
    }
    // Also of what was imported before, and spoke of what has come now.
    try db.run(
      """
      UPDATE concept_link SET target = (SELECT id FROM concept WHERE uri = concept_link.uri)
       WHERE target IS NULL AND EXISTS (SELECT 1 FROM concept WHERE uri = concept_link.uri)
      """)
    return change
  }

  // MARK: Schemes

  private static func keep(
    _ scheme: SKOSScheme, at now: Instant, _ db: Writer
  ) throws -> ConceptScheme.ID {
    let french = scheme.titles.shown(in: "fr", or: scheme.language)
    let english = scheme.titles.shown(in: "en", or: scheme.language)
    var id = try db.value(
      "SELECT id FROM concept_scheme WHERE uri = ?", scheme.uri, as: ConceptScheme.ID.self)
    let isNew = id == nil
    if let id {
      try db.run(
        """
        UPDATE concept_scheme SET language = ?2, french = ?3, english = ?4, imported = ?5
         WHERE id = ?1
        """, id, scheme.language, french, english, now)
    } else {
      let inUse = Set(try ConceptStore.schemes(db).map(\.slug))
      let slug = VocabularySlug.make(of: scheme.uri, labelled: french, besides: inUse)
      try db.run(
        """
        INSERT INTO concept_scheme (uri, slug, language, french, english, imported)
        VALUES (?, ?, ?, ?, ?, ?)
        """, scheme.uri, slug, scheme.language, french, english, now)
      id = ConceptScheme.ID(db.lastInsertedRow)
    }
    guard let id else { throw Refusal.notFound }
    // A scheme that is only named says nothing of itself.
    if scheme.isDescribed || isNew {
      try db.run("DELETE FROM concept_scheme_text WHERE scheme = ?", id)
      for (kind, texts) in [("title", scheme.titles), ("description", scheme.descriptions)] {
        for text in texts {
          try db.run(
            "INSERT INTO concept_scheme_text (scheme, kind, language, text) VALUES (?, ?, ?, ?)",
            id, kind, text.language, text.text)
        }
      }
    }
    return id
  }

  // MARK: Concepts

  private static func keep(
    _ concept: SKOSConcept, in home: ConceptScheme.ID, _ db: Writer
  ) throws {
    let preferred = concept.labels.filter { $0.kind == .preferred }.map(\.text)
    let shown = preferred.isEmpty ? concept.labels.map(\.text) : preferred
    let language =
      try db.value("SELECT language FROM concept_scheme WHERE id = ?", home, as: String.self)
      ?? "fr"
    let french = shown.shown(in: "fr", or: language)
    let english = shown.shown(in: "en", or: language)
    let notations = concept.notations.joined(separator: "\n")
    let id: Concept.ID
    let known = try db.value(
      "SELECT id FROM concept WHERE uri = ?", concept.uri, as: Concept.ID.self)
    if let known {
      id = known
      try db.run(
        """
        UPDATE concept SET french = ?2, english = ?3, notations = ?4, deprecated = ?5,
                           replacement = ?6
         WHERE id = ?1
        """, id, french, english, notations, concept.isDeprecated, concept.replacement)
      try db.run("DELETE FROM concept_label WHERE concept = ?", id)
      try db.run("DELETE FROM concept_note WHERE concept = ?", id)
      try db.run("DELETE FROM concept_link WHERE concept = ?", id)
      try db.run("DELETE FROM concept_place WHERE concept = ?", id)
    } else {
      let slug = try VocabularySlug.make(of: concept.uri, labelled: french) { slug in
        try db.value(
          "SELECT 1 FROM concept WHERE scheme = ? AND slug = ?", home, slug, as: Int.self) != nil
      }
      try db.run(
        """
        INSERT INTO concept (uri, scheme, slug, french, english, notations, deprecated, replacement)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, concept.uri, home, slug, french, english, notations, concept.isDeprecated,
        concept.replacement)
      id = Concept.ID(db.lastInsertedRow)
    }
    try keepParts(of: concept, id, db)
  }

  private static func keepParts(
    of concept: SKOSConcept, _ id: Concept.ID, _ db: Writer
  ) throws {
    for label in concept.labels {
      try db.run(
        """
        INSERT INTO concept_label (concept, kind, language, text, slug) VALUES (?, ?, ?, ?, ?)
        """, id, label.kind, label.text.language, label.text.text,
        Slug.make(from: label.text.text))
    }
    for note in concept.notes {
      try db.run(
        "INSERT INTO concept_note (concept, kind, language, text) VALUES (?, ?, ?, ?)", id,
        note.kind, note.text.language, note.text.text)
    }
    for link in concept.links {
      try db.run(
        "INSERT INTO concept_link (concept, kind, uri) VALUES (?, ?, ?)", id, link.kind, link.uri)
    }
  }

  /// Where each concept of the file stands in its schemes, changed or not: others may have come
  /// before it.
  private static func place(
    _ document: SKOSDocument, _ schemes: [String: ConceptScheme.ID], _ db: Writer
  ) throws {
    for (position, concept) in document.concepts.enumerated() {
      for uri in concept.schemes {
        guard let scheme = schemes[uri] else { continue }
        try db.run(
          """
          INSERT INTO concept_place (scheme, concept, position, is_top)
          SELECT ?1, id, ?3, ?4 FROM concept WHERE uri = ?2
          ON CONFLICT DO UPDATE SET position = excluded.position, is_top = excluded.is_top
           WHERE position <> excluded.position OR is_top <> excluded.is_top
          """, scheme, concept.uri, position, concept.topOf.contains(uri))
      }
    }
  }

  private static func keep(
    _ collection: SKOSCollection, in scheme: ConceptScheme.ID, _ db: Writer
  ) throws {
    try db.run("DELETE FROM concept_collection WHERE uri = ?", collection.uri)
    try db.run(
      "INSERT INTO concept_collection (uri, scheme) VALUES (?, ?)", collection.uri, scheme)
    let id = db.lastInsertedRow
    for label in collection.labels {
      try db.run(
        "INSERT INTO concept_collection_label (collection, language, text) VALUES (?, ?, ?)", id,
        label.language, label.text)
    }
    for (position, member) in collection.members.enumerated() {
      try db.run(
        """
        INSERT INTO concept_collection_member (collection, position, concept)
        SELECT ?, ?, id FROM concept WHERE uri = ?
        """, id, position, member)
    }
  }
}

extension [SKOSText] {
  /// The text to show in a language of the interface: that one, else the scheme's, else any.
  func shown(in language: String, or other: String) -> String {
    let best =
      first { $0.language == language } ?? first { $0.language.hasPrefix(language + "-") }
      ?? first { $0.language == other } ?? first
    return best?.text ?? ""
  }
}

/// How schemes and concepts are named in addresses.
enum VocabularySlug {
  /// Literal segments of our routes, which no scheme or concept may be called.
  private static let taken: Set = ["atom", "importation", "nouveau", "propositions"]

  /// What a URI ends with when that is made of words, else what the label says.
  static func make(
    of uri: String, labelled label: String, isTaken: (String) throws -> Bool
  ) rethrows -> String {
    let tail = IRI.lastPart(uri)
    let isWords =
      tail == Slug.make(from: tail)
      && !tail.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let slug = isWords ? tail : Slug.make(from: label)
    var candidate = slug
    var number = 2
    while try taken.contains(candidate) || isTaken(candidate) {
      candidate = "\(slug)-\(number)"
      number += 1
    }
    return candidate
  }

  static func make(of uri: String, labelled label: String, besides inUse: Set<String>) -> String {
    make(of: uri, labelled: label) { inUse.contains($0) }
  }
}
