import SQLite

/// What search engines may know of: what a visitor reads in public spaces, and nothing else.
enum SiteMapStore {
  /// The files that hold anything.
  static func parts(_ db: Reader) throws -> [SiteMapPart] {
    try SiteMapPart.Kind.allCases.flatMap { kind in
      let last = try lastNumber(of: kind, db) / SiteMapPart.blockSize
      return (0...last).map { SiteMapPart(kind, block: $0) }
    }
  }

  private static func lastNumber(of kind: SiteMapPart.Kind, _ db: Reader) throws -> Int {
    switch kind {
    case .spaces: try db.value("SELECT coalesce(max(id), 0) FROM space", as: Int.self) ?? 0
    case .threads: try db.value("SELECT coalesce(max(id), 0) FROM thread", as: Int.self) ?? 0
    case .resources: try db.value("SELECT coalesce(max(id), 0) FROM resource", as: Int.self) ?? 0
    case .collections:
      try db.value("SELECT coalesce(max(id), 0) FROM resource_collection", as: Int.self) ?? 0
    case .tutorials: try db.value("SELECT coalesce(max(id), 0) FROM tutorial", as: Int.self) ?? 0
    case .vocabularies:
      try db.value("SELECT coalesce(max(id), 0) FROM concept_scheme", as: Int.self) ?? 0
    case .concepts: try db.value("SELECT coalesce(max(id), 0) FROM concept", as: Int.self) ?? 0
    }
  }

  static func entries(of part: SiteMapPart, _ db: Reader) throws -> [SiteMapEntry] {
    let numbers = part.numbers
    switch part.kind {
    case .spaces:
      return try db.rows(
        """
        SELECT space.slug, coalesce(max(thread.last_activity), space.created)
          FROM space
          LEFT JOIN thread ON thread.space = space.id AND thread.removed IS NULL
         WHERE space.id >= ? AND space.id < ? AND space.visibility = 'public'
         GROUP BY space.id ORDER BY space.id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: "/espaces/\(try row.next(String.self))", changed: try row.next())
      }
    case .threads:
      return try db.rows(
        """
        SELECT thread.id, thread.slug, thread.last_activity
          FROM thread JOIN space ON space.id = thread.space
         WHERE thread.id >= ? AND thread.id < ? AND thread.removed IS NULL
           AND space.visibility = 'public'
         ORDER BY thread.id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: Thread.address(try row.next(), try row.next(), page: 1), changed: try row.next())
      }
    case .resources:
      return try db.rows(
        """
        SELECT resource.id, resource.slug, resource.changed
          FROM resource JOIN space ON space.id = resource.space
         WHERE resource.id >= ? AND resource.id < ? AND resource.state = 'published'
           AND space.visibility = 'public'
         ORDER BY resource.id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: Resource.address(try row.next(), try row.next()), changed: try row.next())
      }
    case .collections:
      return try db.rows(
        """
        SELECT id, slug, changed FROM resource_collection
         WHERE id >= ? AND id < ? AND removed IS NULL AND visibility = 'public'
         ORDER BY id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: Collection.address(try row.next(), try row.next()), changed: try row.next())
      }
    case .tutorials:
      return try db.rows(
        """
        SELECT tutorial.id, tutorial.slug, tutorial.published_at
          FROM tutorial JOIN space ON space.id = tutorial.space
         WHERE tutorial.id >= ? AND tutorial.id < ? AND tutorial.removed IS NULL
           AND tutorial.published_at IS NOT NULL AND space.visibility = 'public'
         ORDER BY tutorial.id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: Tutorial.address(try row.next(), try row.next()), changed: try row.next())
      }
    case .vocabularies:
      return try db.rows(
        """
        SELECT slug, imported FROM concept_scheme WHERE id >= ? AND id < ? ORDER BY id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: "/vocabulaires/\(try row.next(String.self))", changed: try row.next())
      }
    case .concepts:
      return try db.rows(
        """
        SELECT concept_scheme.slug, concept.slug, concept_scheme.imported
          FROM concept JOIN concept_scheme ON concept_scheme.id = concept.scheme
         WHERE concept.id >= ? AND concept.id < ? AND concept.deprecated = 0 ORDER BY concept.id
        """, numbers.lowerBound, numbers.upperBound
      ) { row in
        SiteMapEntry(
          address: Concept.address(try row.next(), try row.next()), changed: try row.next())
      }
    }
  }
}
