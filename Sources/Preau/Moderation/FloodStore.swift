// A school shares one address, so a flood is counted by member alone: thirty pupils who write at once
// are thirty people.

import SQLite

/// Every statement about posts, and remarks on tutorials, that come too fast or again.
enum FloodStore {
  /// Checks that `text` is neither one post too many nor one that the member has just published: two
  /// look-ups by the indexes of an author's posts. Those that are held count too.
  ///
  /// - Throws: ``PostingRefusal/tooFast(minutesLeft:)``, ``PostingRefusal/repeated``.
  static func admit(
    _ text: String, by member: Member.ID, _ limits: PostingLimits, at now: Instant, _ db: Reader
  ) throws {
    try admitPace(of: member, limits, at: now, db)
    guard limits.secondsBeforeRepeating > 0, text.utf8.count >= PostingLimits.shortestRepetition
    else { return }
    let repeated = try db.value(
      """
      SELECT 1 FROM post
       WHERE author IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
         AND created > ?2 AND source = ?3 AND removed IS NULL
      UNION ALL
      SELECT 1 FROM remark
       WHERE author = ?1 AND created > ?2 AND text = ?3 AND removed IS NULL
      UNION ALL
      SELECT 1 FROM held_post
       WHERE person = ?1 AND created > ?2 AND source = ?3 AND state = 'waiting' LIMIT 1
      """, member, now + -limits.secondsBeforeRepeating, text, as: Int.self)
    if repeated != nil { throw PostingRefusal.repeated }
  }

  private static func admitPace(
    of member: Member.ID, _ limits: PostingLimits, at now: Instant, _ db: Reader
  ) throws {
    guard limits.burstPosts > 0 else { return }
    let burst = try db.row(
      """
      SELECT count(*), min(created) FROM (
        SELECT created FROM post
         WHERE author IN (SELECT ?1 UNION ALL SELECT face FROM mask WHERE member = ?1)
           AND created > ?2
        UNION ALL
        SELECT created FROM held_post
         WHERE person = ?1 AND created > ?2 AND state <> 'published'
        UNION ALL
        SELECT created FROM suggestion WHERE author = ?1 AND created > ?2
        UNION ALL
        SELECT created FROM remark WHERE author = ?1 AND created > ?2)
      """, member, now + -limits.burstSeconds
    ) { row in (count: try row.next(Int.self), first: try row.next(Instant?.self)) }
    guard let burst, burst.count >= limits.burstPosts, let first = burst.first else { return }
    let left = first.seconds + limits.burstSeconds - now.seconds
    throw PostingRefusal.tooFast(minutesLeft: max(1, Int((left + 59) / 60)))
  }
}
