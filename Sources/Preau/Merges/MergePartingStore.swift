import HTML
import SQLite

/// Every statement by which two threads are parted again.
extension MergeStore {
  /// Parts two threads again: each post stands where it stood, and what was written since stays in
  /// the target.
  ///
  /// - Throws: ``MergeRefusal/laterMerge``.
  static func part(
    _ merge: ThreadMerge, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let later = try db.value(
      """
      SELECT 1 FROM thread_merge
       WHERE undone IS NULL AND id > ?1 AND (source = ?2 OR target = ?2) LIMIT 1
      """, merge.id, merge.target, as: Int.self)
    if later != nil { throw MergeRefusal.laterMerge }
    let changed = try db.run(
      "UPDATE thread_merge SET undone = ? WHERE id = ? AND undone IS NULL", now, merge.id)
    if changed == 0 { return }
    let reach = try reach(of: merge, db)
    try movePostsBack(merge, reach, db)
    try partReadings(merge, reach, db)
    try partMembers(merge, db)
    try db.run(
      """
      UPDATE thread SET accepted = NULL
       WHERE id = ?1 AND accepted IN (SELECT id FROM post WHERE thread = ?2)
      """, merge.target, merge.source)
    // Who answered what is in the other thread now answers nobody.
    try db.run(
      """
      UPDATE post SET parent = NULL
       WHERE thread = ?1 AND parent IN (SELECT id FROM post WHERE thread = ?2)
      """, merge.target, merge.source)
    try restoreThreads(merge, db)
    try reindex(merge.id, db)
    try Journal.write(
      .mergeUndone, by: member, in: space(of: merge.source, db), about: .thread(merge.source),
      at: now, db)
  }

  /// How far the merged posts reach, and how far those of the target reached before.
  private struct Reach {
    let merged: Int
    let before: Int
  }

  private static func reach(of merge: ThreadMerge, _ db: Reader) throws -> Reach {
    try db.row(
      """
      SELECT ifnull(max(new_number), 0), max(
               ifnull(max(CASE thread WHEN ?2 THEN old_number END), 0),
               (SELECT target_last FROM thread_merge WHERE id = ?1))
        FROM merge_item WHERE merge = ?1
      """, merge.id, merge.target
    ) { row in Reach(merged: try row.next(), before: try row.next()) }
      ?? Reach(merged: 0, before: 0)
  }

  private static func movePostsBack(
    _ merge: ThreadMerge, _ reach: Reach, _ db: Writer
  ) throws {
    // A held post that was published since has become a post of its place.
    try db.run(
      """
      UPDATE merge_item
         SET post = (SELECT post FROM held_post WHERE held_post.id = merge_item.held)
       WHERE merge = ? AND post IS NULL
      """, merge.id)
    // What was written since follows what was there before.
    try db.run(
      "UPDATE post SET number = -(number - ?2 + ?3) WHERE thread = ?1 AND number > ?2",
      merge.target, reach.merged, reach.before)
    try db.run(
      "UPDATE held_post SET number = number - ?2 + ?3 WHERE thread = ?1 AND number > ?2",
      merge.target, reach.merged, reach.before)
    try db.run(
      """
      UPDATE post
         SET (thread, number) = (SELECT thread, -old_number FROM merge_item
                                  WHERE merge = ?1 AND merge_item.post = post.id)
       WHERE id IN (SELECT post FROM merge_item WHERE merge = ?1 AND post IS NOT NULL)
      """, merge.id)
    try db.run(
      "UPDATE post SET number = -number WHERE thread IN (?, ?) AND number < 0", merge.source,
      merge.target)
    try db.run(
      """
      UPDATE held_post
         SET (thread, number) = (SELECT thread, old_number FROM merge_item
                                  WHERE merge = ?1 AND merge_item.held = held_post.id)
       WHERE id IN (SELECT held FROM merge_item WHERE merge = ?1 AND held IS NOT NULL)
      """, merge.id)
    try db.run(
      """
      UPDATE held_post SET space = (SELECT space FROM thread WHERE thread.id = held_post.thread)
       WHERE thread IN (?, ?)
      """, merge.source, merge.target)
  }

  /// Who has read all that was there has read both; the others have read what they had.
  private static func partReadings(
    _ merge: ThreadMerge, _ reach: Reach, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE thread_reading
         SET number = CASE WHEN number >= ?3 THEN number - ?3 + ?4
             ELSE coalesce((SELECT number FROM merge_member
                             WHERE merge = ?1 AND kind = 'read'
                               AND merge_member.member = thread_reading.member), (
               SELECT ifnull(max(old_number), 0) FROM merge_item
                WHERE merge = ?1 AND merge_item.thread = ?2
                  AND new_number <= thread_reading.number)) END
       WHERE thread = ?2
      """, merge.id, merge.target, reach.merged, reach.before)
  }

  private static func partMembers(_ merge: ThreadMerge, _ db: Writer) throws {
    try db.run(
      """
      DELETE FROM thread_follow WHERE thread = ?2 AND member IN (
        SELECT member FROM merge_member WHERE merge = ?1 AND kind = 'follow')
      """, merge.id, merge.target)
    let count = try db.run(
      """
      DELETE FROM me_too WHERE thread = ?2 AND member IN (
        SELECT member FROM merge_member WHERE merge = ?1 AND kind = 'me-too')
      """, merge.id, merge.target)
    try db.run(
      "UPDATE thread SET me_too_count = me_too_count - ? WHERE id = ?", count, merge.target)
    try db.run(
      """
      UPDATE notification SET thread = ?2
       WHERE thread = ?1 AND post IN (SELECT id FROM post WHERE thread = ?2)
      """, merge.target, merge.source)
    try db.run(
      "DELETE FROM notification WHERE kind = 'merged' AND post = ?", merge.first)
  }

  private static func restoreThreads(_ merge: ThreadMerge, _ db: Writer) throws {
    try db.run("UPDATE thread SET removed = NULL WHERE id = ?", merge.source)
    try db.run(
      """
      UPDATE space SET thread_count = thread_count + 1
       WHERE id = (SELECT space FROM thread WHERE id = ?)
      """, merge.source)
    for (thread, isSource) in [(merge.source, true), (merge.target, false)] {
      let activity = try db.value(
        """
        SELECT max(CASE WHEN ?3 THEN source_activity ELSE target_activity END, ifnull((
                 SELECT max(created) FROM post
                  WHERE post.thread = ?2 AND post.removed IS NULL), 0))
          FROM thread_merge WHERE id = ?1
        """, merge.id, thread, isSource, as: Instant.self)
      try recount(thread, activity: activity ?? merge.merged, db)
      try db.run(
        """
        UPDATE thread
           SET last_number = max(last_number, (
             SELECT CASE WHEN ?3 THEN source_last ELSE target_last END
               FROM thread_merge WHERE id = ?1))
         WHERE id = ?2
        """, merge.id, thread, isSource)
    }
    // A first post that was removed meanwhile takes its thread with it, as it does.
    let isRemoved = try db.value(
      "SELECT removed IS NOT NULL FROM post WHERE id = ?", merge.first, as: Bool.self)
    guard isRemoved == true else { return }
    try db.run(
      "UPDATE thread SET removed = (SELECT removed FROM post WHERE id = ?) WHERE id = ?",
      merge.first, merge.source)
    try db.run(
      """
      UPDATE space SET thread_count = thread_count - 1
       WHERE id = (SELECT space FROM thread WHERE id = ?)
      """, merge.source)
  }
}
