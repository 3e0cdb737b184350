import HTML
import SQLite

/// Every statement by which a version becomes what everybody reads.
enum TutorialPublishStore {
  /// An author publishes the draft.
  ///
  /// - Throws: ``TutorialRefusal``.
  static func publish(
    _ view: TutorialView, by author: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let moved = try view.tutorial.pointers.publishing(by: view.actor, needing: view.seals)
    try publish(view, moved, at: now, db)
  }

  /// What was under review is accepted: by somebody who looks after the space where no seal is asked
  /// for, or once reviewers have given all of them. Whether these people may do so is asked before.
  ///
  /// - Parameters:
  ///   - version: the one that was read: another one that came meanwhile is not published.
  ///   - given: the seals that it has.
  ///   - members: who accepted it; its authors are told by whom, when there is one.
  /// - Throws: ``TutorialRefusal``.
  static func accept(
    _ version: Int, of view: TutorialView, with given: Set<ReviewSeal>, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    let moved = try view.tutorial.pointers.accepting(version, with: given, needing: view.seals)
    try publish(view, moved, at: now, db)
    try Notifications.tell(
      .told(
        .tutorialPublished, to: view.signers.map(\.id), about: .page(view.tutorial.address.text),
        by: member), at: now, db)
  }

  /// The UPDATE asks once more that nothing has moved, and that the pointer goes forward.
  private static func publish(
    _ view: TutorialView, _ moved: TutorialPointers, at now: Instant, _ db: Writer
  ) throws {
    let id = view.tutorial.id
    let old = view.tutorial.pointers
    let count = try db.run(
      """
      UPDATE tutorial
         SET published = ?2, published_at = ?3, shared = ?4, review = ?5,
             submitted = CASE WHEN ?5 IS NULL THEN NULL ELSE submitted END,
             title = version.title, slug = ?6, licence = version.licence
        FROM tutorial_version AS version
       WHERE version.tutorial = ?1 AND version.number = ?2
         AND tutorial.id = ?1 AND tutorial.draft = ?7 AND tutorial.review IS ?8
         AND tutorial.published IS ?9 AND ifnull(tutorial.published, 0) < ?2
         AND tutorial.removed IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM space WHERE space.id = tutorial.space AND closed IS NOT NULL)
      """, id, moved.published, now, moved.shared, moved.underReview,
      try slug(of: moved.published, of: id, db), old.draft, old.underReview, old.published)
    if count == 0 { throw TutorialRefusal.stale }
    try db.run(
      """
      UPDATE tutorial_version SET published = ?3
       WHERE tutorial = ?1 AND number = ?2 AND published IS NULL
      """, id, moved.published, now)
    try setTags(of: view, version: moved.published, after: old.published, db)
    try makeFindable(id, db)
    try ResourceWritingStore.card(of: id, at: now, db)
    try TutorialOriginStore.tellAdapters(of: id, version: moved.published, at: now, db)
  }

  private static func slug(
    of version: Int?, of id: Tutorial.ID, _ db: Reader
  ) throws -> String {
    let title = try db.value(
      "SELECT title FROM tutorial_version WHERE tutorial = ? AND number = ?", id, version,
      as: String.self)
    return Thread.slug(of: title ?? "")
  }

  /// What is typed in the version is what it bears, beside the concepts that were chosen on its card:
  /// those stay, from version to version.
  private static func setTags(
    of view: TutorialView, version: Int?, after before: Int?, _ db: Writer
  ) throws {
    let id = view.tutorial.id
    let typed = try meanings(of: view, version: version, db)
    let typedBefore = try meanings(of: view, version: before, db).concepts
    let chosen = try ConceptTagStore.tags(kind: .tutorial, target: id.value, db).map(\.id)
      .filter { !typedBefore.contains($0) }
    try db.run("DELETE FROM tutorial_tag WHERE tutorial = ?", id)
    for tag in typed.tags {
      try TagStore.name(tag, in: view.space.id, db)
      try db.run(
        """
        INSERT INTO tutorial_tag (tutorial, tag) SELECT ?, id FROM tag WHERE slug = ?
        ON CONFLICT DO NOTHING
        """, id, tag.slug)
    }
    try ConceptTagStore.set(
      kind: .tutorial, target: id.value, concepts: typed.concepts + chosen, db)
  }

  /// What the words typed in a version mean.
  private static func meanings(
    of view: TutorialView, version: Int?, _ db: Reader
  ) throws -> (tags: [Tag], concepts: [Concept.ID]) {
    let typed = try db.value(
      "SELECT tags FROM tutorial_version WHERE tutorial = ? AND number = ?", view.tutorial.id,
      version, as: String.self)
    var (tags, concepts): ([Tag], [Concept.ID]) = ([], [])
    for typed in TagLabels(typed ?? "").tags {
      switch try TagMeaning.of(typed, in: view.space.id, db) {
      case .concept(let concept): concepts.append(concept)
      case .tag(let known): tags.append(known)
      case .word: tags.append(typed)
      }
    }
    return (tags, concepts)
  }

  /// Puts what everybody reads into the search; what nobody reads is not found.
  static func makeFindable(_ id: Tutorial.ID, _ db: Writer) throws {
    for document in try SearchIndexStore.tutorials(from: id.value, limit: 1, db)
    where document.reference == id.value {
      try SearchIndex.put(document, db)
    }
  }
}
