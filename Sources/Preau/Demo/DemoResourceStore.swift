import SQLite

/// What the catalogue of the demo asks of the database.
enum DemoResourceStore {
  static func concepts(_ uris: [String], _ db: Reader) throws -> [Concept.ID] {
    try uris.compactMap { try ConceptLinkStore.concept(uri: $0, db)?.id }
  }

  static func card(titled title: String, _ db: Reader) throws -> Resource.ID? {
    try db.value(
      "SELECT id FROM resource WHERE tutorial IS NOT NULL AND title = ?", title,
      as: Resource.ID.self)
  }

  static func card(urlKey key: String, _ db: Reader) throws -> Resource.ID? {
    try db.value("SELECT id FROM resource WHERE url_key = ?", key, as: Resource.ID.self)
  }

  /// Who signs a tutorial's card first.
  static func author(of card: Resource.ID, _ db: Reader) throws -> Member.ID? {
    try db.value(
      """
      SELECT tutorial_author.member
        FROM resource JOIN tutorial_author ON tutorial_author.tutorial = resource.tutorial
       WHERE resource.id = ? ORDER BY tutorial_author.position LIMIT 1
      """, card, as: Member.ID.self)
  }
}
