// Joining two threads keeps three promises:
// (1) No post is lost or copied: each keeps its own number on the site, and its lasting address.
// (2) The place of each in its thread is written down with the merge, in its transaction: undone, it
//     stands where it stood.
// (3) Nobody reads more than before: see `ThreadView.admitMerge`.

import HTML
import SQLite

/// Every statement about threads that have joined others.
enum MergeStore {
  // MARK: Reading

  /// Where a thread has gone, and which post its first one is there; nil for one that stands alone.
  static func target(of thread: Thread.ID, _ db: Reader) throws -> ThreadMerge? {
    try db.row(
      """
      SELECT joined.id, joined.source, joined.target, thread.title, joined.first, post.number,
             joined.merged, joined.words
        FROM thread_merge AS joined
        JOIN thread ON thread.id = joined.source
        JOIN post ON post.id = joined.first
       WHERE joined.source = ? AND joined.undone IS NULL
      """, thread, read: read)
  }

  /// The threads that have joined one, the latest first.
  static func merges(into thread: Thread.ID, _ db: Reader) throws -> [ThreadMerge] {
    try db.rows(
      """
      SELECT joined.id, joined.source, joined.target, thread.title, joined.first, post.number,
             joined.merged, joined.words
        FROM thread_merge AS joined
        JOIN thread ON thread.id = joined.source
        JOIN post ON post.id = joined.first
       WHERE joined.target = ? AND joined.undone IS NULL ORDER BY joined.id DESC
      """, thread, read: read)
  }

  private static func read(_ row: inout Row) throws -> ThreadMerge {
    ThreadMerge(
      id: try row.next(), source: try row.next(), target: try row.next(),
      sourceTitle: try row.next(), first: try row.next(), firstNumber: try row.next(),
      merged: try row.next(), words: try row.next())
  }

  /// Where an old address leads its reader: to the post that stood first on that page.
  ///
  /// - Parameter page: of the thread as it was, from 1.
  static func place(
    of thread: Thread.ID, page: Int, _ visit: Visit, _ db: Reader
  ) throws -> Address? {
    guard let merge = try target(of: thread, db) else { return nil }
    let post = try db.value(
      """
      SELECT post FROM merge_item
       WHERE merge = ? AND thread = ? AND old_number >= ? AND post IS NOT NULL
       ORDER BY old_number LIMIT 1
      """, merge.id, thread, (page - 1) * Thread.postsPerPage + 1, as: Post.ID.self)
    guard let place = try PostStore.place(post ?? merge.first, db),
      let view = try ThreadStore.view(place.thread, for: visit.viewer, db), !view.isGone
    else { return nil }
    return Thread.address(view.thread.id, view.thread.slug, post: place.post.number)
  }

  /// The thread in which the posts of `thread` stand today.
  static func home(of thread: Thread.ID, _ db: Reader) throws -> Thread.ID {
    var home = thread
    // Each merge leads to another thread: without an end there would be one that joined itself.
    for _ in 0..<20 {
      guard let next = try target(of: home, db)?.target else { break }
      home = next
    }
    return home
  }

  static func space(of thread: Thread.ID, _ db: Reader) throws -> Space.ID? {
    try db.value("SELECT space FROM thread WHERE id = ?", thread)
  }

  /// Whether somebody writes without a name in a thread.
  private static func hasMasks(_ thread: Thread.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT 1 FROM mask WHERE thread = ? LIMIT 1", thread, as: Int.self) != nil
  }

  /// Checks all that only the database knows.
  ///
  /// - Throws: ``MergeRefusal``.
  static func admit(_ source: ThreadView, into target: ThreadView, _ db: Reader) throws {
    try source.admitMerge(into: target)
    if try hasMasks(source.thread.id, db) || hasMasks(target.thread.id, db) {
      throw MergeRefusal.masks
    }
    if source.thread.lastNumber + target.thread.lastNumber > ThreadMerge.mostPosts {
      throw MergeRefusal.tooLong
    }
  }

  // MARK: Joining

  /// Moves all posts of one thread into another, with those who follow it.
  ///
  /// - Throws: ``MergeRefusal``.
  static func join(
    _ source: ThreadView, into target: ThreadView, words: String, by member: Member.ID,
    at now: Instant, _ db: Writer
  ) throws {
    try admit(source, into: target, db)
    guard words.count <= ThreadMerge.longestWords else { throw MergeRefusal.wordsTooLong }
    let (from, to) = (source.thread, target.thread)
    let items = MergeItem.joined(try items(of: to.id, db), try items(of: from.id, db))
    guard let first = items.first(where: { $0.thread == from.id && $0.number == 1 })?.post else {
      throw MergeRefusal.noSuchThread
    }
    try db.run(
      """
      INSERT INTO thread_merge (source, target, first, merged, merged_by, words, source_activity,
                                source_last, target_activity, target_last)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, from.id, to.id, first, now, member, words, from.lastActivity, from.lastNumber,
      to.lastActivity, to.lastNumber)
    let merge = ThreadMerge.ID(db.lastInsertedRow)
    for (index, item) in items.enumerated() {
      try db.run(
        """
        INSERT INTO merge_item (merge, thread, old_number, new_number, post, held)
        VALUES (?, ?, ?, ?, ?, ?)
        """, merge, item.thread, item.number, index + 1, item.post, item.held)
    }
    try gather(merge, from.id, to.id, db)
    try movePosts(merge, to.id, db)
    try db.run(
      """
      UPDATE thread SET removed = ?2, post_count = 0 WHERE id = ?1
      """, from.id, now)
    try db.run(
      "UPDATE space SET thread_count = thread_count - 1 WHERE id = ?", source.space.id)
    try recount(to.id, activity: max(from.lastActivity, to.lastActivity), db)
    try reindex(merge, db)
    try Journal.write(
      .threadMerged, by: member, in: source.space.id, about: .thread(from.id), at: now, db)
    let author = try MaskStore.member(behind: from.author.id, db)
    try Notifications.tell(
      .told(.merged, to: [author], about: .post(first), by: member, words: words), at: now, db)
  }

  /// In the order of their places.
  private static func items(of thread: Thread.ID, _ db: Reader) throws -> [MergeItem] {
    try db.rows(
      """
      SELECT thread, number, created, id, NULL FROM post WHERE thread = ?1
      UNION ALL
      SELECT thread, number, created, NULL, id FROM held_post
       WHERE thread = ?1 AND state <> 'published'
       ORDER BY 2
      """, thread
    ) { row in
      MergeItem(
        thread: try row.next(), number: try row.next(), created: try row.next(),
        post: try row.next(), held: try row.next())
    }
  }

  /// Those who follow the source follow the target; readers have read as far as both were read.
  private static func gather(
    _ merge: ThreadMerge.ID, _ source: Thread.ID, _ target: Thread.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO merge_member (merge, kind, member)
      SELECT ?1, 'follow', member FROM thread_follow WHERE thread = ?2
         AND member NOT IN (SELECT member FROM thread_follow WHERE thread = ?3)
      """, merge, source, target)
    try db.run(
      """
      INSERT INTO thread_follow (member, thread, since)
      SELECT thread_follow.member, ?3, since
        FROM thread_follow JOIN merge_member ON merge_member.member = thread_follow.member
       WHERE thread_follow.thread = ?2 AND merge = ?1 AND kind = 'follow'
      """, merge, source, target)
    // Who asked the one has the other's question too.
    try db.run(
      """
      INSERT INTO merge_member (merge, kind, member)
      SELECT ?1, 'me-too', asker.member
        FROM (SELECT member FROM me_too WHERE thread = ?2
              UNION SELECT author FROM thread WHERE id = ?2) AS asker
        JOIN member ON member.id = asker.member AND member.deleted IS NULL
       WHERE asker.member NOT IN (SELECT member FROM me_too WHERE thread = ?3
                                  UNION ALL SELECT author FROM thread WHERE id = ?3)
      """, merge, source, target)
    let count = try db.run(
      """
      INSERT INTO me_too (thread, member)
      SELECT ?2, member FROM merge_member WHERE merge = ?1 AND kind = 'me-too'
      """, merge, target)
    try db.run(
      "UPDATE thread SET me_too_count = me_too_count + ? WHERE id = ?", count, target)
    try gatherReadings(merge, source, target, db)
    try db.run(
      "UPDATE notification SET thread = ?2 WHERE thread = ?1 AND post IS NOT NULL", source, target)
    // What is being written goes on there, but for whoever writes in both.
    try db.run(
      """
      UPDATE draft SET place = 'fil-' || ?2
       WHERE place = 'fil-' || ?1 AND member NOT IN (
         SELECT member FROM draft WHERE place = 'fil-' || ?2)
      """, source, target)
  }

  private static func gatherReadings(
    _ merge: ThreadMerge.ID, _ source: Thread.ID, _ target: Thread.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO merge_member (merge, kind, member, number)
      SELECT ?1, 'read', member, number FROM thread_reading WHERE thread = ?2
      """, merge, target)
    try db.run(
      """
      UPDATE thread_reading
         SET number = coalesce((
           SELECT min(new_number) - 1 FROM merge_item
            WHERE merge = ?1 AND post IS NOT NULL
              AND CASE thread WHEN ?3 THEN old_number > thread_reading.number
                  ELSE old_number > coalesce((
                    SELECT number FROM thread_reading AS other
                     WHERE other.member = thread_reading.member AND other.thread = ?2), 0) END),
           (SELECT max(new_number) FROM merge_item WHERE merge = ?1))
       WHERE thread = ?3
      """, merge, source, target)
  }

  /// A number may stand twice for a moment, were it not for the sign.
  private static func movePosts(
    _ merge: ThreadMerge.ID, _ target: Thread.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE post
         SET thread = ?2, number = -(SELECT new_number FROM merge_item
                                      WHERE merge = ?1 AND merge_item.post = post.id)
       WHERE id IN (SELECT post FROM merge_item WHERE merge = ?1 AND post IS NOT NULL)
      """, merge, target)
    try db.run("UPDATE post SET number = -number WHERE thread = ? AND number < 0", target)
    try db.run(
      """
      UPDATE held_post
         SET thread = ?2, space = (SELECT space FROM thread WHERE id = ?2),
             number = (SELECT new_number FROM merge_item
                        WHERE merge = ?1 AND merge_item.held = held_post.id)
       WHERE id IN (SELECT held FROM merge_item WHERE merge = ?1 AND held IS NOT NULL)
      """, merge, target)
  }

  static func recount(
    _ thread: Thread.ID, activity: Instant, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE thread
         SET post_count = (SELECT count(*) FROM post
                            WHERE post.thread = thread.id AND post.removed IS NULL),
             last_number = (SELECT ifnull(max(number), 0) FROM post
                             WHERE post.thread = thread.id),
             last_activity = ?2
       WHERE id = ?1
      """, thread, activity)
  }

  /// Every post is found in the thread and at the place where it stands now.
  static func reindex(_ merge: ThreadMerge.ID, _ db: Writer) throws {
    let posts = try db.rows(
      """
      SELECT post.id, thread.title, post.html
        FROM merge_item JOIN post ON post.id = merge_item.post
        JOIN thread ON thread.id = post.thread
       WHERE merge_item.merge = ? AND post.removed IS NULL
      """, merge
    ) { row in
      (try row.next(Int64.self), try row.next(String.self), try row.next(SanitizedHTML.self))
    }
    for (post, title, body) in posts {
      try SearchIndex.index(post: post, title: title, text: body.plainText, db)
    }
  }
}
