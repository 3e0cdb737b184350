import HTML
import SQLite

/// Every statement by which tutorials are written and their pointers move.
enum TutorialWritingStore {
  /// Makes a tutorial with its first version, which its author alone reads.
  ///
  /// - Parameter thread: the one that it is made from.
  /// - Throws: ``TutorialRefusal``.
  static func begin(
    _ new: NewTutorialVersion, submission: [UInt8]?, from thread: Thread.ID? = nil,
    by author: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Tutorial.ID {
    try admit(author, in: new.space, at: now, db)
    let count = try db.run(
      """
      INSERT INTO tutorial (space, title, slug, licence, draft, created, review_by, thread,
                            submission)
      SELECT id, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8 FROM space WHERE id = ?1 AND closed IS NULL
      """, new.space, new.title, Thread.slug(of: new.title), new.licence, now, new.reviewBy,
      thread, submission)
    if count == 0 { throw TutorialRefusal.spaceClosed }
    let id = Tutorial.ID(db.lastInsertedRow)
    try db.run(
      "INSERT INTO tutorial_author (tutorial, member, position, agreed) VALUES (?, ?, 1, ?)", id,
      author, now)
    try add(new, as: 1, to: id, by: author, at: now, db)
    return id
  }

  /// Adds a version on top of the one that was taken up; the same words make none.
  ///
  /// The UPDATE asks once more whether that one is still the draft, and the space open.
  /// - Returns: the number of the draft.
  /// - Throws: ``TutorialRefusal``.
  static func save(
    _ new: NewTutorialVersion, of view: TutorialView, over base: Int, by author: Member.ID,
    at now: Instant, _ db: Writer
  ) throws -> Int {
    let id = view.tutorial.id
    let moved = try view.tutorial.pointers.saving(by: view.actor)
    try admit(author, in: view.space.id, at: now, db)
    if try isSame(new, as: view, db) {
      try db.run("UPDATE tutorial SET review_by = ? WHERE id = ?", new.reviewBy, id)
      return view.tutorial.pointers.draft
    }
    let count = try db.run(
      """
      UPDATE tutorial
         SET draft = ?2, review_by = ?3,
             title = CASE WHEN published IS NULL THEN ?4 ELSE title END,
             slug = CASE WHEN published IS NULL THEN ?5 ELSE slug END,
             licence = CASE WHEN published IS NULL THEN ?6 ELSE licence END
       WHERE id = ?1 AND draft = ?7 AND removed IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM space WHERE space.id = tutorial.space AND closed IS NOT NULL)
      """, id, moved.draft, new.reviewBy, new.title, Thread.slug(of: new.title), new.licence, base)
    if count == 0 { throw TutorialRefusal.stale }
    try add(new, as: moved.draft, to: id, by: author, at: now, db)
    return moved.draft
  }

  /// Whether the draft says all this already, as when one form is sent twice.
  private static func isSame(
    _ new: NewTutorialVersion, as view: TutorialView, _ db: Reader
  ) throws -> Bool {
    try db.value(
      """
      SELECT 1 FROM tutorial_version
       WHERE tutorial = ? AND number = ? AND title = ? AND summary = ? AND source = ?
         AND licence = ? AND language = ? AND fits = ? AND tags = ?
      """, view.tutorial.id, view.tutorial.pointers.draft, new.title, new.summary, new.source,
      new.licence, new.language, new.fits, new.tags.text, as: Int.self) != nil
  }

  private static func add(
    _ new: NewTutorialVersion, as number: Int, to id: Tutorial.ID, by author: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO tutorial_version (tutorial, number, author, title, summary, source, html, policy,
                                    words, licence, language, fits, tags, message, created)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, id, number, author, new.title, new.summary, new.source, new.html, PostBody.policy,
      new.words, new.licence, new.language, new.fits, new.tags.text, new.message, now)
    try TutorialFileStore.hold(new.source, in: id, version: number, by: author, db)
  }

  private static func admit(
    _ member: Member.ID, in space: Space.ID, at now: Instant, _ db: Reader
  ) throws {
    do { try SilenceStore.admit(member, in: space, at: now, db) } catch let refusal
      as PostingRefusal
    {
      guard case .silenced(let until) = refusal else { throw refusal }
      throw TutorialRefusal.silenced(until: until)
    }
  }

  // MARK: Pointers

  /// Moves the pointers but that of what is published.
  ///
  /// - Throws: ``TutorialRefusal/stale`` when one has moved meanwhile.
  static func move(
    _ view: TutorialView, to moved: TutorialPointers, at now: Instant, _ db: Writer
  ) throws {
    let old = view.tutorial.pointers
    precondition(old.published == moved.published, "What is published moves by publishing.")
    let count = try db.run(
      """
      UPDATE tutorial
         SET shared = ?2, review = ?3,
             submitted = CASE WHEN ?3 IS NULL THEN NULL WHEN review IS ?3 THEN submitted ELSE ?4 END
       WHERE id = ?1 AND draft = ?5 AND shared IS ?6 AND review IS ?7 AND published IS ?8
         AND removed IS NULL
      """, view.tutorial.id, moved.shared, moved.underReview, now, old.draft, old.shared,
      old.underReview, old.published)
    if count == 0 { throw TutorialRefusal.stale }
  }

  /// Takes a tutorial away, or brings it back.
  static func setRemoved(
    _ isRemoved: Bool, _ view: TutorialView, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let id = view.tutorial.id
    let count = try db.run(
      """
      UPDATE tutorial SET removed = ?2, removed_by = ?3
       WHERE id = ?1 AND (removed IS NULL) = ?4
      """, id, isRemoved ? now : nil as Instant?, isRemoved ? member : nil as Member.ID?, isRemoved)
    if count == 0 { return }
    if isRemoved {
      try SearchIndex.remove(tutorial: id.value, db)
    } else {
      try TutorialPublishStore.makeFindable(id, db)
    }
    try ResourceWritingStore.card(of: id, at: now, db)
  }
}
