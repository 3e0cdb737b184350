// Deleting an account keeps three promises:
// (1) Nothing that tells of the person is left: name, log-in name, address, password, words about
//     oneself, settings, sessions, drafts, follows, readings, mentions, memberships, and what was said
//     in reports. The log-in name leaves the words of others soon after: see `NameErasure`.
// (2) What was written for others stays, signed « compte supprimé ».
// (3) The site always has an administrator, and a private space somebody who looks after it.

import SQLite

/// The end of an account.
enum DeletionStore {
  /// Private spaces would be left to nobody, and so to whoever would appoint oneself there.
  struct LastReferent: Error {}

  /// - Throws: ``DirectoryStore/LastAdministrator``, ``LastReferent``.
  static func delete(_ member: Member.ID, at now: Instant, _ db: Writer) throws {
    guard try MembershipStore.soleCharges(of: member, db).isEmpty else { throw LastReferent() }
    let left = try db.row(
      "SELECT login, joined FROM member WHERE id = ? AND deleted IS NULL", member
    ) { row in (login: try row.next(String.self), joined: try row.next(Instant.self)) }
    guard try erase(member, at: now, db) else { throw DirectoryStore.LastAdministrator() }
    try leaveCounters(member, db)
    try db.run("DELETE FROM session WHERE member = ?", member)
    try db.run("DELETE FROM reset_code WHERE member = ? OR made_by = ?", member, member)
    try db.run("DELETE FROM invitation WHERE made_by = ?", member)
    try db.run("DELETE FROM kept_form WHERE member = ?", member)
    try db.run("DELETE FROM draft WHERE member = ?", member)
    try db.run("DELETE FROM thread_follow WHERE member = ?", member)
    try db.run("DELETE FROM thread_reading WHERE member = ?", member)
    try db.run("DELETE FROM mention WHERE member = ?", member)
    try db.run("DELETE FROM class_request WHERE member = ?", member)
    try db.run("DELETE FROM class_removal WHERE member = ?", member)
    try db.run("DELETE FROM class_account WHERE member = ?", member)
    try NotificationStore.forget(member, db)
    try MailChoiceStore.forget(member, db)
    try SavedSearchStore.forget(member, db)
    try FileStore.forgetUnpublished(of: member, db)
    try db.run("UPDATE report SET comment = '' WHERE reporter = ?", member)
    try db.run("UPDATE moderation_remark SET body = '' WHERE author = ? AND kind = 'plea'", member)
    try db.run("DELETE FROM moderation_message WHERE member = ?", member)
    try HeldStore.forget(member, db)
    try TutorialAuthorStore.forget(member, db)
    try ResourceWritingStore.forget(member, db)
    try ReviewStore.forget(member, db)
    try RemarkStore.forget(member, db)
    try BadgeAwardStore.forget(member, at: now, db)
    try MaskStore.forget(member, db)
    if let left {
      try NameErasureStore.begin(left.login, since: left.joined, at: now, db)
    }
  }

  /// The number stays, for posts refer to it, and is never given again. No log-in name holds a `!`.
  ///
  /// - Returns: false for the last administrator.
  private static func erase(_ member: Member.ID, at now: Instant, _ db: Writer) throws -> Bool {
    try db.run(
      """
      UPDATE member
         SET login = '!' || id, name = '', email = NULL, password = NULL, role = 'learner',
             public_name = 0, about = '', about_html = x'', about_policy = 0, language = NULL,
             text_size = 'normal', spacing = 'normal', typeface = 'usual',
             feed_generation = feed_generation + 1, deleted = ?
       WHERE id = ? AND deleted IS NULL
         AND (role <> 'administrator' OR 1 < (
           SELECT count(*) FROM member WHERE role = 'administrator' AND deleted IS NULL))
      """, now, member) == 1
  }

  /// What is counted moves with what is counted.
  private static func leaveCounters(_ member: Member.ID, _ db: Writer) throws {
    try db.run(
      """
      UPDATE thread SET me_too_count = me_too_count - 1
       WHERE id IN (SELECT thread FROM me_too WHERE member = ?)
      """, member)
    try db.run("DELETE FROM me_too WHERE member = ?", member)
    try db.run(
      """
      UPDATE post SET thanks_count = thanks_count - 1
       WHERE id IN (SELECT post FROM thanks WHERE member = ?)
      """, member)
    try db.run("DELETE FROM thanks WHERE member = ?", member)
    try db.run(
      """
      UPDATE space SET member_count = member_count - 1
       WHERE id IN (SELECT space FROM space_member WHERE member = ?)
      """, member)
    try db.run("DELETE FROM space_member WHERE member = ?", member)
  }
}
