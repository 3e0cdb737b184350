import HTTP
import SQLite

/// Every statement by which a held post changes: it is published, refused, edited or taken back.
enum HeldDecisionStore {
  /// Publishes a post at the place that was kept for it, then tells its author and those whom it
  /// concerns.
  ///
  /// Readers who have been further in the thread since have not read it: their mark goes back before
  /// it.
  /// - Parameter version: the one that was read.
  /// - Throws: ``HeldRefusal``.
  static func publish(
    _ held: HeldPost, version: Int, by judge: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    try claim(held, version, .published, at: now, db)
    let (thread, number) =
      if let reply = held.reply {
        try publish(held, reply, at: now, db)
      } else {
        try publishThread(held, at: now, db)
      }
    let post = try NotificationStore.post(number, of: thread, db).orNotFound()
    // What was read is in the post now.
    try db.run(
      "UPDATE held_post SET post = ?, title = '', tags = '', source = '' WHERE id = ?", post,
      held.id)
    try QuestionAnswerStore.set([], ofHeld: held.id, db)
    try Journal.write(
      .postApproved, by: judge, in: held.space.id, about: .post(post), at: now, db)
    try Notifications.tell(.told(.approved, to: [held.person], about: .post(post)), at: now, db)
    try Notifications.tell(.posted(in: thread, number: number), at: now, db)
  }

  private static func publish(
    _ held: HeldPost, _ reply: HeldPost.Reply, at now: Instant, _ db: Writer
  ) throws -> (Thread.ID, Int) {
    let new = try PostDraft(body: held.source).checked()
    let isOpen = try db.value(
      "SELECT closed IS NULL FROM space WHERE id = ?", held.space.id, as: Bool.self)
    guard isOpen == true else { throw HeldRefusal.spaceClosed }
    let count = try db.run(
      """
      UPDATE thread
         SET post_count = post_count + 1, last_number = max(last_number, ?2),
             last_activity = max(last_activity, ?3)
       WHERE id = ?1 AND removed IS NULL
      """, reply.thread, reply.number, now)
    if count == 0 { throw HeldRefusal.threadRemoved }
    let parent = try reply.answers.flatMap { answers in
      try NotificationStore.post(answers, of: reply.thread, db)
    }
    try PostStore.insert(
      new, into: reply.thread, number: reply.number, by: held.author.id, answering: parent,
      submission: submission(of: held, db), at: held.created, db)
    try db.run(
      "UPDATE thread_reading SET number = ?2 - 1 WHERE thread = ?1 AND number >= ?2 AND member <> ?3",
      reply.thread, reply.number, held.person)
    try ThreadStore.follow(reply.thread, by: held.person, at: now, db)
    return (reply.thread, reply.number)
  }

  private static func publishThread(
    _ held: HeldPost, at now: Instant, _ db: Writer
  ) throws -> (Thread.ID, Int) {
    let draft = ThreadDraft(held.fields)
    let fields = try QuestionFieldStore.fields(
      of: held.space.id, answering: held.answers, db)
    let new = try draft.checked(in: held.space.id, asking: fields, isStrict: false).get()
    do {
      let made = try ThreadStore.begin(
        new, submission: submission(of: held, db), by: held.person, at: held.created,
        active: now, db)
      return (made.thread, 1)
    } catch PostingRefusal.spaceClosed {
      throw HeldRefusal.spaceClosed
    }
  }

  private static func submission(of held: HeldPost, _ db: Reader) throws -> [UInt8] {
    try db.value("SELECT submission FROM held_post WHERE id = ?", held.id, as: [UInt8]?.self)?
      .flatMap { $0.isEmpty ? nil : $0 } ?? Crypto.randomBytes(16)
  }

  /// Refuses a post: its author is told why, and keeps the text.
  ///
  /// - Throws: ``HeldRefusal``.
  static func refuse(
    _ held: HeldPost, version: Int, reason: String, words: String, by judge: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    guard let reason = RulingReason(rawValue: reason), reason != .nothingWrong else {
      throw HeldRefusal.reasonMissing
    }
    guard words.count <= RulingDraft.longestWords else { throw HeldRefusal.wordsTooLong }
    try claim(held, version, .refused, at: now, db)
    try db.run("UPDATE held_post SET reason = ?, words = ? WHERE id = ?", reason, words, held.id)
    try Journal.write(
      .postRefused, by: judge, in: held.space.id, about: held.reply.map { .thread($0.thread) },
      detail: reason.rawValue, at: now, db)
    try Notifications.tell(
      .told(.refused, to: [held.person], about: .page(held.address.text)), at: now, db)
  }

  /// One decision alone wins, on the version that was read.
  private static func claim(
    _ held: HeldPost, _ version: Int, _ state: HeldPost.State, at now: Instant, _ db: Writer
  ) throws {
    let changed = try db.run(
      """
      UPDATE held_post SET state = ?, decided = ?
       WHERE id = ? AND state = 'waiting' AND version = ?
      """, state, now, held.id, version)
    if changed == 1 { return }
    throw held.state == .waiting ? HeldRefusal.changed : HeldRefusal.decided
  }

  // MARK: What its author does

  /// Changes the text; what was refused waits again.
  ///
  /// - Parameter thread: the title and the tags, of a post that begins a thread.
  /// - Throws: ``HeldRefusal/decided`` when it was published meanwhile.
  static func edit(
    _ held: HeldPost, to new: NewPost, thread: NewThread?, at now: Instant, _ db: Writer
  ) throws {
    let changed = try db.run(
      """
      UPDATE held_post
         SET source = ?2, title = ?3, tags = ?4, version = version + 1,
             submitted = CASE state WHEN 'refused' THEN ?5 ELSE submitted END,
             state = 'waiting', reason = NULL, words = '', decided = NULL
       WHERE id = ?1 AND state <> 'published'
      """, held.id, new.source, thread?.title ?? held.title,
      thread.map { $0.tags.map(\.label).joined(separator: ", ") } ?? held.tags, now)
    if changed == 0 { throw HeldRefusal.decided }
    if let thread { try QuestionAnswerStore.set(thread.answers, ofHeld: held.id, db) }
  }

  /// Gives the text back to its author, as a draft of the place that it was written for; behind the
  /// draft that is there already.
  ///
  /// - Throws: ``HeldRefusal/decided`` when it was published meanwhile.
  static func takeBack(_ held: HeldPost, at now: Instant, _ db: Writer) throws {
    let removed = try db.run(
      "DELETE FROM held_post WHERE id = ? AND state <> 'published'", held.id)
    if removed == 0 { throw HeldRefusal.decided }
    var fields = held.fields
    if let stored = try DraftStore.draft(at: held.draftPlace, of: held.person, db),
      let text = stored.fields["texte"], !text.isEmpty
    {
      let kept = stored.fields.pairs.filter { $0.name != "texte" }
      fields = Parameters(kept + [("texte", text + "\n\n" + held.titled)])
    }
    try DraftStore.keep(fields, at: held.draftPlace, of: held.person, now: now, db)
  }
}

extension HeldPost {
  /// Title and text, where they must become one.
  fileprivate var titled: String { title.isEmpty ? source : title + "\n\n" + source }
}
