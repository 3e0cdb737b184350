import SQLite

/// Every statement by which an administrator tidies tags. What a tag was called leads on to what it
/// has become: old addresses work, and the old word typed again means the new one.
enum TagEditStore {
  /// Where the address of a tag that is no more leads; nil when the reader may not read there.
  static func redirect(_ slug: String, reader: Int64, _ db: Reader) throws -> Tag? {
    switch try TagMeaningStore.redirect(slug, db) {
    case .concept(let id):
      return try ConceptStore.concepts([id], db).first.map { concept in
        var tag = Tag(slug: concept.slug, label: concept.french)
        tag.concept = Tag.ConceptTag(scheme: concept.scheme, english: concept.english)
        return tag
      }
    case .tag(let tag): return try TagStore.tag(slug: tag.slug, reader: reader, db)
    case .word, nil: return nil
    }
  }

  static func number(_ slug: String, _ db: Reader) throws -> Int64? {
    try db.value("SELECT id FROM tag WHERE slug = ?", slug)
  }

  /// Gives a tag another name.
  ///
  /// - Throws: ``TagEdit/Problem/inUse`` when another tag has it.
  static func rename(_ tag: Int64, from slug: String, to new: Tag, _ db: Writer) throws {
    if let other = try number(new.slug, db), other != tag { throw TagEdit.Problem.inUse }
    try db.run("UPDATE tag SET slug = ?, label = ? WHERE id = ?", new.slug, new.label, tag)
    try db.run("DELETE FROM tag_redirect WHERE slug = ?", new.slug)
    if slug == new.slug { return }
    try db.run("INSERT OR REPLACE INTO tag_redirect (slug, tag) VALUES (?, ?)", slug, tag)
  }

  /// Makes all that bore `tag` bear `other`, and takes `tag` away.
  static func merge(_ tag: Int64, named slug: String, into other: Int64, _ db: Writer) throws {
    try db.run(
      """
      INSERT INTO thread_tag (thread, tag) SELECT thread, ?2 FROM thread_tag WHERE tag = ?1
      ON CONFLICT DO NOTHING
      """, tag, other)
    try db.run(
      """
      INSERT INTO resource_tag (resource, tag) SELECT resource, ?2 FROM resource_tag WHERE tag = ?1
      ON CONFLICT DO NOTHING
      """, tag, other)
    try db.run(
      """
      INSERT INTO tutorial_tag (tutorial, tag) SELECT tutorial, ?2 FROM tutorial_tag WHERE tag = ?1
      ON CONFLICT DO NOTHING
      """, tag, other)
    // Of two choices of mails, the one for the tag that stays holds.
    try db.run(
      """
      UPDATE OR IGNORE mail_choice SET target = ?2 WHERE scope = 'tag' AND target = ?1
      """, tag, other)
    try db.run("UPDATE help_batch SET tag = ?2 WHERE tag = ?1", tag, other)
    try db.run("UPDATE exchange_line SET row = ?2 WHERE kind = 'tag' AND row = ?1", tag, other)
    try db.run("UPDATE tag_redirect SET tag = ?2 WHERE tag = ?1", tag, other)
    try remove(tag, db)
    try db.run("INSERT OR REPLACE INTO tag_redirect (slug, tag) VALUES (?, ?)", slug, other)
  }

  /// Makes all that bore `tag` bear a concept, and takes `tag` away.
  static func promote(
    _ tag: Int64, named slug: String, to concept: Concept.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO concept_tag (concept, kind, target)
      SELECT ?2, 'thread', thread FROM thread_tag WHERE tag = ?1
      ON CONFLICT DO NOTHING
      """, tag, concept)
    try db.run(
      """
      INSERT INTO concept_tag (concept, kind, target)
      SELECT ?2, 'resource', resource FROM resource_tag WHERE tag = ?1
      ON CONFLICT DO NOTHING
      """, tag, concept)
    try db.run(
      """
      INSERT INTO concept_tag (concept, kind, target)
      SELECT ?2, 'tutorial', tutorial FROM tutorial_tag WHERE tag = ?1
      ON CONFLICT DO NOTHING
      """, tag, concept)
    try db.run("UPDATE tag_redirect SET tag = NULL, concept = ?2 WHERE tag = ?1", tag, concept)
    // A file that is loaded again makes the tag anew rather than speak of one that is gone.
    try db.run("DELETE FROM exchange_line WHERE kind = 'tag' AND row = ?", tag)
    try remove(tag, db)
    try db.run("INSERT OR REPLACE INTO tag_redirect (slug, concept) VALUES (?, ?)", slug, concept)
  }

  private static func remove(_ tag: Int64, _ db: Writer) throws {
    try db.run("DELETE FROM mail_choice WHERE scope = 'tag' AND target = ?", tag)
    try db.run("DELETE FROM tag WHERE id = ?", tag)
  }

  /// The concept of the site's own vocabulary that has a label; made when there is none.
  ///
  /// - Parameter base: where the site is, without a slash at the end.
  static func ownConcept(
    _ label: String, base: String, at now: Instant, _ db: Writer
  ) throws -> Concept.ID {
    // The address that it was first given: the site may have moved since.
    let scheme =
      try ConceptStore.scheme(slug: TagEdit.ownScheme, db)?.uri
      ?? "\(base)/vocabulaires/\(TagEdit.ownScheme)"
    let uri = "\(scheme)/\(Slug.make(from: label))"
    var document = SKOSDocument(schemes: [
      SKOSScheme(
        uri: scheme, language: "fr", isDescribed: false,
        titles: [
          SKOSText(language: "fr", text: "Mots du site"),
          SKOSText(language: "en", text: "Words of this site"),
        ])
    ])
    var concept = SKOSConcept(uri: uri, schemes: [scheme], topOf: [scheme])
    concept.labels = [
      SKOSLabel(kind: .preferred, text: SKOSText(language: "fr", text: label))
    ]
    document.concepts = [concept]
    try VocabularyStore.load(document, at: now, db)
    return try db.value("SELECT id FROM concept WHERE uri = ?", uri, as: Concept.ID.self)
      .orNotFound()
  }
}
