import HTML
import SQLite

/// The latest tutorials and resources of a place.
enum FeedCardStore {
  /// Those that `reader` may read, the newest first; none in a thread. The names of those who sign
  /// tutorials are read with their lines.
  static func latest(in place: FeedPlace, reader: Int64, _ db: Reader) throws -> [FeedCard] {
    var (space, tag, concepts): (Space.ID?, String?, String?)
    switch place {
    case .all: break
    case .space(let id): space = id
    case .tag(let slug): tag = slug
    case .concept(let concept):
      concepts = try ConceptClosureStore.below(concept, db).map(\.value).json
    case .thread: return []
    }
    let found = try db.rows(
      """
      SELECT resource.id, resource.slug, resource.title, resource.description, resource.authors,
             resource.created, resource.changed, tutorial.id, tutorial.slug
        FROM resource LEFT JOIN tutorial ON tutorial.id = resource.tutorial
       WHERE resource.state = 'published'
         AND resource.space IN (SELECT space FROM readable_space WHERE reader = ?1)
         AND (?5 IS NULL OR resource.space = ?5)
         AND (?2 IS NULL OR resource.id IN (
           SELECT resource FROM resource_tag JOIN tag ON tag.id = resource_tag.tag
            WHERE tag.slug = ?2))
         AND (?3 IS NULL OR resource.id IN (
           SELECT target FROM concept_tag
            WHERE kind = 'resource' AND concept IN (SELECT value FROM json_each(?3))))
       ORDER BY resource.created DESC, resource.id DESC LIMIT ?4
      """, reader, tag, concepts, FeedStore.mostEntries, space
    ) { row in try read(&row) }
    let lines = try TutorialListStore.lines(found.compactMap(\.tutorial), db)
    return found.map { card, tutorial in
      var card = card
      card.signers = lines.first { $0.id == tutorial }?.authors ?? []
      return card
    }
  }

  private static func read(
    _ row: inout Row
  ) throws -> (card: FeedCard, tutorial: Tutorial.ID?) {
    let id = try row.next(Resource.ID.self)
    let slug = try row.next(String.self)
    let title = try row.next(String.self)
    let summary = try row.next(String.self)
    let authors = try row.next(String.self)
    let created = try row.next(Instant.self)
    let changed = try row.next(Instant.self)
    let tutorial = try row.next(Tutorial.ID?.self)
    let tutorialSlug = try row.next(String?.self) ?? ""
    let address =
      tutorial.map { Tutorial.address($0, tutorialSlug) } ?? Resource.address(id, slug)
    let card = FeedCard(
      resource: id, title: title, summary: summary, authors: authors, address: address,
      created: created, changed: changed)
    return (card, tutorial)
  }
}
