import HTML
import SQLite

/// Every statement that reads one card.
enum ResourceStore {
  /// A card of a space that `viewer` may read, with all that its page shows of it: five statements.
  static func view(_ id: Resource.ID, for viewer: Viewer, _ db: Reader) throws -> ResourceView? {
    let found = try db.row(
      """
      SELECT resource.id, resource.tutorial, ifnull(tutorial.slug, ''),
             file.key, file.kind, file.name, file.type, file.bytes, resource.url,
             resource.title, resource.slug, resource.description, resource.authors,
             resource.licence, resource.language, cover.key, resource.created, resource.changed,
             resource.state = 'removed', resource.removed_for, resource.minutes,
             resource.connection, resource.adaptation, resource.use_count, resource.again_count,
             resource.changes_count,
             space.id, space.slug, space.name, space.visibility, space_member.role,
             space.closed IS NOT NULL,
             ?2 <> 0 AND (resource.added_by IS ?2 OR EXISTS (
               SELECT 1 FROM tutorial_author
                WHERE tutorial_author.tutorial = resource.tutorial
                  AND tutorial_author.member = ?2 AND tutorial_author.agreed IS NOT NULL)),
             adder.id, adder.name, adder.role, adder.public_name, adder.deleted,
             resource.trust, resource.trust_at, resource.trust_words,
             peer.id, peer.name, peer.role, peer.public_name, peer.deleted
        FROM resource
        JOIN space ON space.id = resource.space
        LEFT JOIN space_member
          ON space_member.space = resource.space AND space_member.member = ?2
        LEFT JOIN tutorial ON tutorial.id = resource.tutorial
        LEFT JOIN file ON file.id = resource.file
        LEFT JOIN file AS cover ON cover.id = resource.cover
        LEFT JOIN member AS adder ON adder.id = resource.added_by
        LEFT JOIN member AS peer ON peer.id = resource.trust_by
       WHERE resource.id = ?1 AND EXISTS (
         SELECT 1 FROM readable_space
          WHERE reader = ?2 AND readable_space.space = resource.space)
      """, id, viewer.reader
    ) { row in try read(&row, viewer) }
    guard var view = found else { return nil }
    view.access.terms = try terms(of: id, db)
    view.tags = try tags(of: id, db)
    view.concepts = try ConceptTagStore.tags(kind: .resource, target: id.value, db)
    if case .link = view.resource.source { view.brokenSince = try LinkStore.broken(id, db) }
    if case .tutorial(let tutorial, _) = view.resource.source {
      view.signers = try TutorialAuthorStore.authors(of: tutorial, db).filter(\.hasAgreed)
        .map(\.author)
    }
    return view
  }

  private static func read(_ row: inout Row, _ viewer: Viewer) throws -> ResourceView {
    let resource = try resource(&row)
    let space = try SpaceStore.read(&row)
    let rights = SpaceRights(
      role: try row.next(), visibility: space.visibility, isLoggedIn: viewer.isLoggedIn,
      isAdministrator: viewer.isAdministrator, isClosed: try row.next())
    let actor = ResourceActor(rights: rights, isOwner: try row.next())
    let adder = try Author.readOptional(&row)
    var access = AccessibilityCard()
    access.trust = try row.next()
    access.at = try row.next()
    access.words = try row.next()
    access.by = try Author.readOptional(&row)
    return ResourceView(
      resource: resource, space: space, actor: actor, addedBy: adder, access: access)
  }

  private static func resource(_ row: inout Row) throws -> Resource {
    let id = try row.next(Resource.ID.self)
    let tutorial = try row.next(Tutorial.ID?.self)
    let tutorialSlug = try row.next(String.self)
    let file = try file(&row)
    let url = try row.next(String?.self)
    let source: Resource.Source =
      if let tutorial { .tutorial(tutorial, slug: tutorialSlug) } else if let file {
        .file(file)
      } else { .link(url ?? "") }
    return Resource(
      id: id, source: source, title: try row.next(), slug: try row.next(),
      description: try row.next(), authors: try row.next(), licence: try row.next(),
      language: try row.next(), cover: try row.next(), created: try row.next(),
      changed: try row.next(), isRemoved: try row.next(), removedFor: try row.next(),
      minutes: try row.next(), connection: try row.next(), adaptation: try row.next(),
      uses: UseCounts(all: try row.next(), again: try row.next(), changes: try row.next()))
  }

  private static func file(_ row: inout Row) throws -> ResourceFile? {
    let key = try row.next(String?.self)
    let kind = try row.next(FileKind?.self)
    let name = try row.next(String?.self)
    let type = try row.next(String?.self)
    let bytes = try row.next(Int?.self)
    guard let key, let kind, let type, let bytes else { return nil }
    return ResourceFile(key: key, kind: kind, name: name ?? "", type: type, bytes: bytes)
  }

  private static func terms(of id: Resource.ID, _ db: Reader) throws -> [AccessibilityTerm] {
    let found = try db.rows(
      "SELECT kind, token FROM resource_access WHERE resource = ?", id
    ) { row in AccessibilityTerm.term(try row.next(), try row.next()) }
    let known = Set(found.compactMap(\.self))
    return AccessibilityTerm.all.filter { known.contains($0) }
  }

  private static func tags(of id: Resource.ID, _ db: Reader) throws -> [Tag] {
    try db.rows(
      """
      SELECT tag.slug, tag.label FROM resource_tag JOIN tag ON tag.id = resource_tag.tag
       WHERE resource_tag.resource = ? ORDER BY tag.label
      """, id
    ) { row in Tag(slug: try row.next(), label: try row.next()) }
  }

  /// Whether it is there for who would log in.
  static func isForMembers(_ id: Resource.ID, _ db: Reader) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM resource JOIN space ON space.id = resource.space
       WHERE resource.id = ? AND space.visibility = 'members' AND resource.state = 'published'
      """, id, as: Int.self) != nil
  }

  /// The card of a tutorial.
  static func card(of tutorial: Tutorial.ID, _ db: Reader) throws -> Resource.ID? {
    try db.value("SELECT id FROM resource WHERE tutorial = ?", tutorial, as: Resource.ID.self)
  }

  /// What a form that was sent before has made.
  static func made(_ submission: [UInt8], _ db: Reader) throws -> (id: Resource.ID, slug: String)? {
    try db.row("SELECT id, slug FROM resource WHERE submission = ?", submission) { row in
      (try row.next(), try row.next())
    }
  }

  // MARK: Duplicates

  /// Cards that a new one may say again: those of the same address, and those of near-identical
  /// titles, as `reader` may see them.
  ///
  /// Titles are compared one by one: half a microsecond each, and only when something is added.
  static func alike(
    url key: String?, title: String, reader: Int64, besides own: Resource.ID?, _ db: Reader
  ) throws -> [Resource.ID] {
    var found =
      try key.map { key in
        try db.rows(
          """
          SELECT id FROM resource
           WHERE url_key = ?2 AND state = 'published' AND id IS NOT ?3
             AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
           ORDER BY id DESC LIMIT 10
          """, reader, key, own
        ) { try $0.next(Resource.ID.self) }
      } ?? []
    let wanted = TitleLikeness.key(title)
    try db.each(
      """
      SELECT id, title_key FROM resource
       WHERE state = 'published' AND id IS NOT ?3
         AND abs(length(title_key) - ?2) <= 4 + ?2 / 4
         AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
      """, reader, wanted.utf8.count, own
    ) { row in
      let id = try row.next(Resource.ID.self)
      let isNear = TitleLikeness.isNear(wanted, try row.next(String.self))
      if isNear, found.count < 10, !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// Those who look after what a card stands in, the reporter aside.
  static func referents(of space: Space.ID, _ db: Reader) throws -> [Member.ID] {
    try MembershipStore.referents(of: space, db).map(\.id)
  }
}

extension Author {
  /// Five columns of a member who may be none.
  static func readOptional(_ row: inout Row) throws -> Author? {
    let id = try row.next(Member.ID?.self)
    let name = try row.next(String?.self)
    let role = try row.next(Member.Role?.self)
    let hasPublicName = try row.next(Bool?.self)
    let deleted = try row.next(Int64?.self)
    guard let id, let name, let role, let hasPublicName else { return nil }
    return Author(
      id: id, name: name, role: role, hasPublicName: hasPublicName, isDeleted: deleted != nil)
  }
}
