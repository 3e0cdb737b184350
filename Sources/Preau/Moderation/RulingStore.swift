// Decisions keep four promises, whatever the order in which people press their buttons:
// (1) A case has one holder: of those who take it at once, one wins.
// (2) It is decided once, by its holder, never by the author of the post; and contested once, before
//     another person than the one who decided.
// (3) What is decided, its journal line and its messages are one transaction.
// (4) A contested decision that is cancelled leaves the post and its author as they were.

import SQLite

/// Every statement that changes cases.
enum RulingStore {
  // MARK: Taking

  /// Takes a case that nobody holds, or that its holder has forgotten.
  ///
  /// - Throws: ``CaseRefusal``.
  static func take(
    _ item: ModerationCase, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    if item.contested?.by.id == member { throw CaseRefusal.ownDecision }
    let taken = try db.run(
      """
      UPDATE moderation_case SET holder = ?1, held = ?2
       WHERE id = ?3 AND decided IS NULL AND (holder IS NULL OR holder = ?1 OR held <= ?4)
      """, member, now, item.id, now + -ModerationCase.secondsHeld)
    if taken == 0 { throw item.ruling == nil ? CaseRefusal.taken : .decided }
    try Journal.write(
      .caseTaken, by: member, in: item.space.id, about: .post(item.post), at: now, db)
  }

  /// Leaves a case to others.
  ///
  /// - Throws: ``CaseRefusal/notTaken``.
  static func release(
    _ item: ModerationCase, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let released = try db.run(
      """
      UPDATE moderation_case SET holder = NULL, held = NULL
       WHERE id = ? AND holder = ? AND decided IS NULL
      """, item.id, member)
    if released == 0 { throw CaseRefusal.notTaken }
    try Journal.write(
      .caseReleased, by: member, in: item.space.id, about: .post(item.post), at: now, db)
  }

  /// Keeps a note for those who look after the space.
  static func add(
    _ kind: Remark.Kind, _ text: String, to item: ModerationCase.ID, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    if text.isEmpty { return }
    try db.run(
      """
      INSERT INTO moderation_remark (item, kind, author, body, created) VALUES (?, ?, ?, ?, ?)
      """, item, kind, member, text, now)
  }

  // MARK: Deciding

  /// Carries out what the holder of a case has decided, and tells those whom it concerns.
  ///
  /// - Parameter place: the post of the case.
  /// - Throws: ``CaseRefusal``.
  static func decide(
    _ ruling: Ruling, on item: ModerationCase, _ place: PostPlace, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    if item.contested?.by.id == member { throw CaseRefusal.ownDecision }
    let decided = try db.run(
      """
      UPDATE moderation_case SET decision = ?1, reason = ?2, decided = ?3, decided_by = ?4
       WHERE id = ?5 AND holder = ?4 AND decided IS NULL
      """, ruling.decision, ruling.reason, now, member, item.id)
    if decided == 0 { throw item.ruling == nil ? CaseRefusal.notTaken : .decided }
    try add(.words, ruling.words, to: item.id, by: member, at: now, db)
    try carryOut(ruling, on: item, place, by: member, at: now, db)
    try ReportStore.settle(item.id, by: member, at: now, db)
    try Journal.write(
      item.contested == nil ? .caseDecided : .contestAnswered, by: member, on: item.author.id,
      in: item.space.id, about: .post(item.post), detail: ruling.detail, at: now, db)
    try ModerationMessageStore.tell(of: ruling, on: item, at: now, db)
  }

  /// Hides a post that a référent has met: what is reported of it, if anything, is decided with it.
  ///
  /// - Throws: ``RulingDraft/Problem``, ``CaseRefusal``, ``Refusal``.
  static func hide(
    _ place: PostPlace, _ draft: RulingDraft, by viewer: Viewer, at now: Instant, _ db: Writer
  ) throws {
    guard let member = viewer.member?.id else { throw Refusal.needsLogIn }
    let ruling = try draft.checked(among: [.hide], of: place.source)
    let id = try ReportStore.openCase(of: place.post.id, at: now, db)
    try take(CaseStore.item(id, for: viewer, db), by: member, at: now, db)
    try decide(
      ruling, on: CaseStore.item(id, for: viewer, db), place, by: member, at: now, db)
  }

  private static func carryOut(
    _ ruling: Ruling, on item: ModerationCase, _ place: PostPlace, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    switch ruling.decision {
    case .hide, .remove:
      try db.run(
        "UPDATE moderation_case SET withdrawn = ? WHERE id = ?", place.post.wasRemovedByAuthor,
        item.id)
      try PostStore.remove(place, by: member, at: now, db)
      try PostStore.attributeRemoval(of: item.post, to: member, db)
    case .edit:
      guard let new = ruling.edit else { return }
      try PostStore.edit(place, to: new, oldTitle: nil, by: member, at: now, db)
      try db.run(
        "UPDATE moderation_case SET edit = ? WHERE id = ?",
        try PostStore.editCount(of: item.post, db), item.id)
    case .silence:
      try SilenceStore.silence(
        MaskStore.member(behind: item.author.id, db), in: item.space.id,
        until: now + Int64(ruling.days) * 86_400, for: item.id,
        db)
    case .cancel:
      try undo(item, place, by: member, at: now, db)
    case .warn, .dismiss, .uphold: return
    }
  }

  /// Makes undone what the first decision did. An edit that others have followed stays: the text is
  /// no longer the one that was decided on.
  private static func undo(
    _ item: ModerationCase, _ place: PostPlace, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    guard let first = item.contested else { return }
    try db.run("UPDATE moderation_case SET cancelled = ? WHERE id = ?", now, first.item)
    switch first.decision {
    case .hide, .remove:
      let wasWithdrawn = try db.value(
        "SELECT withdrawn FROM moderation_case WHERE id = ?", first.item, as: Bool.self)
      if wasWithdrawn == true {
        try PostStore.attributeRemoval(of: item.post, to: item.author.id, db)
      } else {
        try PostStore.restore(place, db)
      }
    case .silence:
      try SilenceStore.lift(first.item, db)
    case .edit:
      let number = try db.value(
        "SELECT edit FROM moderation_case WHERE id = ?", first.item, as: Int?.self)
      guard let number = number.flatMap({ $0 }),
        try PostStore.editCount(of: item.post, db) == number,
        let edit = try PostStore.edit(number, of: place, db)
      else { return }
      let former = try PostDraft(body: edit.before).checked()
      try PostStore.edit(place, to: former, oldTitle: nil, by: member, at: now, db)
    case .warn, .dismiss, .uphold, .cancel: return
    }
  }

  /// Takes note that a post was brought back by hand: what hid it is over.
  static func forgetHiding(of post: Post.ID, at now: Instant, _ db: Writer) throws {
    try db.run(
      """
      UPDATE moderation_case SET cancelled = ?
       WHERE post = ? AND decision = 'hide' AND cancelled IS NULL
      """, now, post)
  }

  // MARK: Contesting

  /// Opens a case about a decision, for another person than the one who made it.
  ///
  /// - Throws: ``CaseRefusal/notContestable``.
  static func contest(
    _ notice: ModerationMessage, plea: String, by member: Member.ID, at now: Instant,
    _ db: Writer
  ) throws {
    let opened = try db.run(
      """
      INSERT INTO moderation_case (post, contests, opened)
      SELECT post, id, ?3 FROM moderation_case
       WHERE id = ?1 AND contests IS NULL
         AND EXISTS (
           SELECT 1 FROM moderation_message
            WHERE moderation_message.item = moderation_case.id AND member = ?2 AND role = 'author')
         AND decision IN ('hide', 'edit', 'warn', 'silence', 'remove')
      ON CONFLICT (contests) DO NOTHING
      """, notice.item, member, now)
    if opened == 0 { throw CaseRefusal.notContestable }
    try add(.plea, plea, to: Number(db.lastInsertedRow), by: member, at: now, db)
    try Journal.write(
      .decisionContested, by: member, in: notice.space.id, about: .post(notice.post), at: now, db)
  }
}

extension Ruling {
  /// What the journal keeps: the decision and its reason, as they are stored.
  fileprivate var detail: String {
    [decision.rawValue, reason?.rawValue ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
