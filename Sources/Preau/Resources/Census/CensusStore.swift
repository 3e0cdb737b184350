import SQLite

/// What the census counts.
enum CensusStore {
  /// Administrators, and those who look after a space.
  static func mayCount(_ viewer: Viewer, _ db: Reader) throws -> Bool {
    guard let member = viewer.member else { return false }
    if member.isAdministrator { return true }
    return try db.value(
      "SELECT 1 FROM space_member WHERE member = ? AND role = 'referent' LIMIT 1", member.id,
      as: Int.self) != nil
  }

  /// Fills a census with what `reader` may read: one statement for each kind of thing.
  static func fill(_ census: inout Census, for reader: Int64, _ db: Reader) throws {
    let wanted = Set(census.rows.places.keys).union(census.columns.places.keys)
    let list = wanted.map(\.value).json
    var target: Int64?
    var kind = Census.Kind.resource
    var concepts: [Concept.ID] = []
    func end() {
      census.count(kind, about: concepts)
      target = nil
      concepts = []
    }
    func take(_ its: Census.Kind, _ next: Int64, _ concept: Concept.ID) {
      if next != target {
        end()
        target = next
        kind = its
      }
      concepts.append(concept)
    }
    try db.each(
      """
      SELECT concept_tag.target, concept_tag.concept,
             resource.trust = 'peer' OR EXISTS (
               SELECT 1 FROM tutorial
                 JOIN review ON review.tutorial = tutorial.id
                  AND review.version = tutorial.published AND review.state = 'accepted'
                WHERE tutorial.id = resource.tutorial)
        FROM concept_tag JOIN resource ON resource.id = concept_tag.target
       WHERE concept_tag.kind = 'resource' AND resource.state = 'published'
         AND concept_tag.concept IN (SELECT value FROM json_each(?2))
         AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1)
       ORDER BY concept_tag.target
      """, reader, list
    ) { row in
      let (card, concept) = (try row.next(Int64.self), try row.next(Concept.ID.self))
      take(try row.next() ? .validated : .resource, card, concept)
    }
    end()
    try db.each(
      """
      SELECT concept_tag.target, concept_tag.concept
        FROM concept_tag JOIN thread ON thread.id = concept_tag.target
       WHERE concept_tag.kind = 'thread' AND thread.removed IS NULL AND thread.kind = 'question'
         AND thread.post_count = 1 AND thread.state = 'open'
         AND concept_tag.concept IN (SELECT value FROM json_each(?2))
         AND thread.space IN (SELECT space FROM readable_space WHERE reader = ?1)
       ORDER BY concept_tag.target
      """, reader, list
    ) { row in take(.request, try row.next(), try row.next()) }
    end()
  }

  /// The questions of one cell that wait.
  static func requests(
    about row: [Concept.ID], and column: [Concept.ID], for reader: Int64, _ db: Reader
  ) throws -> [Thread.ID] {
    try db.rows(
      """
      SELECT id FROM thread
       WHERE removed IS NULL AND kind = 'question' AND post_count = 1 AND state = 'open'
         AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
         AND id IN (SELECT target FROM concept_tag
                     WHERE kind = 'thread' AND concept IN (SELECT value FROM json_each(?2)))
         AND id IN (SELECT target FROM concept_tag
                     WHERE kind = 'thread' AND concept IN (SELECT value FROM json_each(?3)))
       ORDER BY last_activity DESC LIMIT 25
      """, reader, row.map(\.value).json, column.map(\.value).json
    ) { try $0.next() }
  }
}

/// Every statement about calls for contributions.
enum CallStore {
  /// Those that are open in spaces that `reader` may read, the latest first.
  ///
  /// - Parameter inOwnSpaces: only in those that the reader has joined.
  static func open(
    for reader: Int64, inOwnSpaces: Bool, _ db: Reader
  ) throws -> [ContributionCall] {
    let found = try db.rows(
      """
      SELECT call.id, space.id, space.slug, space.name, space.visibility,
             call.row_concept, call.column_concept, call.words, call.opened,
             member.id, member.name, member.role, member.public_name, member.deleted,
             EXISTS (SELECT 1 FROM space_member
                      WHERE space_member.space = call.space AND space_member.member = ?1
                        AND space_member.role = 'referent')
               OR EXISTS (SELECT 1 FROM member AS chief
                           WHERE chief.id = ?1 AND chief.role = 'administrator')
        FROM contribution_call AS call
        JOIN space ON space.id = call.space
        JOIN member ON member.id = call.opened_by
       WHERE call.closed IS NULL
         AND call.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         AND (NOT ?2 OR call.space IN (SELECT space FROM space_member WHERE member = ?1))
       ORDER BY call.opened DESC, call.id DESC LIMIT 20
      """, reader, inOwnSpaces
    ) { row in
      (
        id: try row.next(ContributionCall.ID.self), space: try SpaceStore.read(&row),
        row: try row.next(Concept.ID.self), column: try row.next(Concept.ID.self),
        words: try row.next(String.self), opened: try row.next(Instant.self),
        by: try Author.read(&row), mayClose: try row.next(Bool.self)
      )
    }
    let concepts = Dictionary(
      try ConceptStore.concepts(found.flatMap { [$0.row, $0.column] }, db).map { ($0.id, $0) }
    ) { first, _ in first }
    return found.compactMap { call in
      guard let row = concepts[call.row], let column = concepts[call.column] else { return nil }
      return ContributionCall(
        id: call.id, space: call.space, row: row, column: column, words: call.words,
        opened: call.opened, openedBy: call.by, mayClose: call.mayClose)
    }
  }

  /// The space of an open call.
  static func space(of id: ContributionCall.ID, _ db: Reader) throws -> Space.ID? {
    try db.value(
      "SELECT space FROM contribution_call WHERE id = ? AND closed IS NULL", id, as: Space.ID.self)
  }

  /// Opens a call; one that is open already gets the new words.
  static func open(
    row: Concept.ID, column: Concept.ID, words: String, in space: Space.ID, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO contribution_call (space, row_concept, column_concept, words, opened, opened_by)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (space, row_concept, column_concept) WHERE closed IS NULL
      DO UPDATE SET words = excluded.words
      """, space, row, column, words, now, member)
  }

  static func close(
    _ id: ContributionCall.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE contribution_call SET closed = ?, closed_by = ? WHERE id = ? AND closed IS NULL", now,
      member, id)
  }

  /// The spaces in whose name a member may open one.
  static func spaces(for viewer: Viewer, _ db: Reader) throws -> [Space] {
    try db.rows(
      """
      SELECT space.id, space.slug, space.name, space.visibility FROM space
       WHERE space.closed IS NULL AND (
         EXISTS (SELECT 1 FROM space_member
                  WHERE space_member.space = space.id AND space_member.member = ?1
                    AND space_member.role = 'referent')
         OR ?2 AND space.visibility <> 'private')
       ORDER BY sort_key(space.name), space.id LIMIT 500
      """, viewer.reader, viewer.isAdministrator
    ) { row in try SpaceStore.read(&row) }
  }
}
