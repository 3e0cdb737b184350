import HTML
import SQLite

/// A card in a list: what one needs to decide whether to open it.
struct ResourceLine: Sendable {
  let id: Resource.ID
  let slug: String
  let title: String
  let description: String
  let language: String
  let kind: Resource.Kind
  /// Where a link leads.
  let host: String
  let licence: Licence
  let minutes: Int?
  let created: Instant
  let uses: UseCounts
  let trust: AccessibilityCard.Trust
  let worksOnPhone: Bool
  let space: Space
  var concepts: [Concept] = []
  var tags: [Tag] = []
  /// The tutorial that it is of, and who vouches for that.
  let tutorial: Tutorial.ID?
  var seals: [ListedSeal] = []

  var address: Address { Resource.address(id, slug) }
}

/// Which cards a list holds, and in which order.
struct ResourceList: Sendable, Equatable {
  var order = Order.newest
  var space: Space.ID?
  var kind: Resource.Kind?
  /// The slug of a free tag.
  var tag: String?
  /// Cards about all of these, or about what is narrower.
  var concepts: [Concept.ID] = []

  enum Order: String, Sendable, CaseIterable {
    case newest = "recentes"
    case evidence = "preuves"
  }

  /// More are not asked at once.
  static let mostConcepts = 3
}

/// Where the next page of a list begins: after this card.
struct ResourceCursor: Sendable, Equatable {
  /// A moment, or an evidence.
  let rank: Int64
  let resource: Resource.ID

  static let start = ResourceCursor(rank: .max, resource: Number(.max))

  init(rank: Int64, resource: Resource.ID) {
    self.rank = rank
    self.resource = resource
  }

  /// Reads ``text`` back; anything else is the start of the list.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "-").compactMap { Int64($0) }
    self =
      parts.count == 2
      ? ResourceCursor(rank: parts[0], resource: Number(parts[1])) : .start
  }

  var text: String { "\(rank)-\(resource.value)" }
}

/// Lists of cards: the numbers first, along the index of their order, then what the page shows of
/// them. Five statements a page, by keyset.
enum ResourceListStore {
  static let perPage = 25

  /// One page of `list`, as `reader` may see it (0: a visitor), and where the next one begins.
  static func page(
    of list: ResourceList, after cursor: ResourceCursor, reader: Int64, _ db: Reader
  ) throws -> (lines: [ResourceLine], next: ResourceCursor?) {
    let found = try numbers(list, cursor, reader, perPage + 1, db)
    let lines = try lines(Array(found.prefix(perPage)), db)
    guard found.count > perPage, let last = lines.last else { return (lines, nil) }
    let rank = list.order == .newest ? last.created.seconds : Int64(last.uses.evidence)
    return (lines, ResourceCursor(rank: rank, resource: last.id))
  }

  /// The statement is the same for every choice: what is not chosen is NULL.
  private static func numbers(
    _ list: ResourceList, _ cursor: ResourceCursor, _ reader: Int64, _ limit: Int, _ db: Reader
  ) throws -> [Resource.ID] {
    let concepts = try list.concepts.prefix(ResourceList.mostConcepts).map {
      try ConceptClosureStore.below($0, db).map(\.value).json
    }
    func concept(_ place: Int) -> String? { place < concepts.count ? concepts[place] : nil }
    let read = { (row: inout Row) in try row.next(Resource.ID.self) }
    switch list.order {
    case .newest:
      return try db.rows(
        """
        SELECT id FROM resource
         WHERE state = 'published' AND (created, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
           AND (?5 IS NULL OR space = ?5)
           AND (?6 IS NULL OR ?6 = CASE WHEN url IS NOT NULL THEN 'lien'
                                        WHEN file IS NOT NULL THEN 'fichier' ELSE 'tutoriel' END)
           AND (?7 IS NULL OR id IN (
             SELECT resource FROM resource_tag JOIN tag ON tag.id = resource_tag.tag
              WHERE tag.slug = ?7))
           AND (?8 IS NULL OR id IN (
             SELECT target FROM concept_tag
              WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?8))))
           AND (?9 IS NULL OR id IN (
             SELECT target FROM concept_tag
              WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?9))))
           AND (?10 IS NULL OR id IN (
             SELECT target FROM concept_tag
              WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?10))))
         ORDER BY created DESC, id DESC LIMIT ?4
        """, reader, cursor.rank, cursor.resource, limit, list.space, list.kind?.rawValue,
        list.tag, concept(0), concept(1), concept(2), read: read)
    case .evidence:
      return try db.rows(
        """
        SELECT id FROM resource
         WHERE state = 'published' AND (evidence, id) < (?2, ?3)
           AND space IN (SELECT space FROM readable_space WHERE reader = ?1)
           AND (?5 IS NULL OR space = ?5)
           AND (?6 IS NULL OR ?6 = CASE WHEN url IS NOT NULL THEN 'lien'
                                        WHEN file IS NOT NULL THEN 'fichier' ELSE 'tutoriel' END)
           AND (?7 IS NULL OR id IN (
             SELECT resource FROM resource_tag JOIN tag ON tag.id = resource_tag.tag
              WHERE tag.slug = ?7))
           AND (?8 IS NULL OR id IN (
             SELECT target FROM concept_tag
              WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?8))))
           AND (?9 IS NULL OR id IN (
             SELECT target FROM concept_tag
              WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?9))))
           AND (?10 IS NULL OR id IN (
             SELECT target FROM concept_tag
              WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?10))))
         ORDER BY evidence DESC, id DESC LIMIT ?4
        """, reader, cursor.rank, cursor.resource, limit, list.space, list.kind?.rawValue,
        list.tag, concept(0), concept(1), concept(2), read: read)
    }
  }

  /// What a page shows of cards that its reader may see, in the order given.
  static func lines(_ resources: [Resource.ID], _ db: Reader) throws -> [ResourceLine] {
    if resources.isEmpty { return [] }
    let list = resources.map(\.value).json
    var found: [Resource.ID: ResourceLine] = [:]
    try db.each(
      """
      SELECT resource.id, resource.slug, resource.title, resource.description, resource.language,
             resource.tutorial, ifnull(resource.url, ''), resource.licence,
             resource.minutes, resource.created, resource.use_count, resource.again_count,
             resource.changes_count, resource.trust,
             EXISTS (SELECT 1 FROM resource_access
                      WHERE resource_access.resource = resource.id AND kind = 'device'
                        AND token = 'telephone'),
             space.id, space.slug, space.name, space.visibility
        FROM json_each(?) AS wanted
        JOIN resource ON resource.id = wanted.value
        JOIN space ON space.id = resource.space
      """, list
    ) { row in
      let line = try read(&row)
      found[line.id] = line
    }
    let concepts = try ConceptTagStore.tags(
      kind: .resource, targets: resources.map(\.value), db)
    for (target, list) in concepts { found[Number(target)]?.concepts = list }
    try db.each(
      """
      SELECT resource_tag.resource, tag.slug, tag.label
        FROM json_each(?) AS wanted
        JOIN resource_tag ON resource_tag.resource = wanted.value
        JOIN tag ON tag.id = resource_tag.tag
       ORDER BY tag.label
      """, list
    ) { row in
      let id = try row.next(Resource.ID.self)
      found[id]?.tags.append(Tag(slug: try row.next(), label: try row.next()))
    }
    let seals = try ReviewReadingStore.seals(of: found.values.compactMap(\.tutorial), db)
    for (id, line) in found where line.tutorial != nil {
      found[id]?.seals = line.tutorial.flatMap { seals[$0] } ?? []
    }
    return resources.compactMap { found[$0] }
  }

  private static func read(_ row: inout Row) throws -> ResourceLine {
    let id = try row.next(Resource.ID.self)
    let slug = try row.next(String.self)
    let title = try row.next(String.self)
    let description = try row.next(String.self)
    let language = try row.next(String.self)
    let tutorial = try row.next(Tutorial.ID?.self)
    let url = try row.next(String.self)
    return ResourceLine(
      id: id, slug: slug, title: title, description: description, language: language,
      kind: tutorial != nil ? .tutorial : url.isEmpty ? .file : .link,
      host: ResourceAddress.shownHost(of: url), licence: try row.next(),
      minutes: try row.next(), created: try row.next(),
      uses: UseCounts(all: try row.next(), again: try row.next(), changes: try row.next()),
      trust: try row.next(), worksOnPhone: try row.next(), space: try SpaceStore.read(&row),
      tutorial: tutorial)
  }

  /// The label of a free tag under which `reader` may read a card.
  static func tag(slug: String, reader: Int64, _ db: Reader) throws -> Tag? {
    try db.row(
      """
      SELECT slug, label FROM tag
       WHERE slug = ?2 AND EXISTS (
         SELECT 1 FROM resource_tag JOIN resource ON resource.id = resource_tag.resource
          WHERE resource_tag.tag = tag.id AND resource.state = 'published'
            AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1))
      """, reader, slug
    ) { row in Tag(slug: try row.next(), label: try row.next()) }
  }
}

/// What stands below a concept, whatever vocabulary says so.
enum ConceptClosureStore {
  /// The concept itself and all that is narrower.
  static func below(_ concept: Concept.ID, _ db: Reader) throws -> [Concept.ID] {
    try db.rows(
      """
      WITH RECURSIVE below (id) AS (
        SELECT ?1
        UNION
        SELECT link.concept FROM below
          JOIN concept_link AS link ON link.target = below.id AND link.kind = 'broader')
      SELECT id FROM below
      """, concept
    ) { try $0.next() }
  }

  /// What stands right above each concept.
  static func broader(_ db: Reader) throws -> [Concept.ID: [Concept.ID]] {
    var found: [Concept.ID: [Concept.ID]] = [:]
    try db.each(
      "SELECT concept, target FROM concept_link WHERE kind = 'broader' AND target IS NOT NULL"
    ) { row in
      let concept = try row.next(Concept.ID.self)
      found[concept, default: []].append(try row.next())
    }
    return found
  }
}
