import HTML
import SQLite

/// Statements about what members say of themselves.
enum ProfileStore {
  /// What the member's own form shows.
  static func draft(of member: Member.ID, _ db: Reader) throws -> ProfileDraft? {
    try db.row(
      """
      SELECT name, about, email, language, public_name,
             EXISTS (SELECT 1 FROM class_account WHERE class_account.member = member.id)
        FROM member WHERE id = ? AND deleted IS NULL
      """, member
    ) { row in
      ProfileDraft(
        name: try row.next(), about: try row.next(), email: try row.next(String?.self) ?? "",
        language: try row.next(String?.self) ?? "", hasPublicName: try row.next(),
        isClassAccount: try row.next())
    }
  }

  /// - Throws: ``AccountStore/Taken/email``.
  static func save(_ profile: NewProfile, of member: Member.ID, _ db: Writer) throws {
    try AccountStore.refusingTaken {
      try db.run(
        """
        UPDATE member SET name = ?, about = ?, about_html = ?, about_policy = ?, email = ?,
               language = ?, public_name = ?
         WHERE id = ? AND deleted IS NULL
        """, profile.name.text, profile.about.source, profile.about.html, RenderedAbout.policy,
        profile.email?.text, profile.language, profile.hasPublicName, member)
    }
  }

  static func save(_ comfort: ReadingComfort, of member: Member.ID, _ db: Writer) throws {
    try db.run(
      "UPDATE member SET text_size = ?, spacing = ?, typeface = ? WHERE id = ?",
      comfort.textSize, comfort.spacing, comfort.typeface, member)
  }

  /// What a profile shows to others.
  struct Card {
    let id: Member.ID
    let name: String
    let role: Member.Role
    let hasPublicName: Bool
    let joined: Instant
    let about: SanitizedHTML
    let isSuspended: Bool
  }

  static func card(of member: Member.ID, _ db: Reader) throws -> Card? {
    try db.row(
      """
      SELECT id, name, role, public_name, joined, about_policy, about_html,
             CASE WHEN about_policy < ? THEN about ELSE '' END, suspended IS NOT NULL
        FROM member WHERE id = ? AND deleted IS NULL
      """, RenderedAbout.policy, member
    ) { row in
      Card(
        id: try row.next(), name: try row.next(), role: try row.next(),
        hasPublicName: try row.next(), joined: try row.next(), about: try readAbout(&row),
        isSuspended: try row.next())
    }
  }

  /// Whether `viewer` may see who this is. A teacher made the accounts of a class for the class: its
  /// learners are met in the private spaces that they share, by the teacher whom they ask to enter,
  /// by what they wrote elsewhere, and by administrators.
  static func isMet(_ member: Member.ID, by viewer: Viewer, _ db: Reader) throws -> Bool {
    if viewer.isAdministrator || viewer.member?.id == member { return true }
    return try db.value(
      """
      SELECT 1
       WHERE NOT EXISTS (
               SELECT 1 FROM class_account JOIN member ON member.id = class_account.member
                WHERE class_account.member = ?1 AND member.role = 'learner')
          OR EXISTS (
               SELECT 1
                 FROM space_member AS theirs
                 JOIN space ON space.id = theirs.space AND space.visibility = 'private'
                 JOIN space_member AS ours ON ours.space = theirs.space AND ours.member = ?2
                WHERE theirs.member = ?1)
          OR EXISTS (
               SELECT 1
                 FROM class_request
                 JOIN space_member AS ours ON ours.space = class_request.space
                                          AND ours.member = ?2 AND ours.role = 'referent'
                WHERE class_request.member = ?1)
          OR EXISTS (
               SELECT 1
                 FROM post
                 JOIN thread ON thread.id = post.thread AND thread.removed IS NULL
                 JOIN readable_space ON readable_space.space = thread.space
                                    AND readable_space.reader = ?2
                WHERE post.author = ?1 AND post.removed IS NULL)
      """, member, viewer.reader, as: Int.self) != nil
  }

  /// Markup of an older policy is made again for this answer; text that the new one refuses is
  /// not shown.
  private static func readAbout(_ row: inout Row) throws -> SanitizedHTML {
    let policy = try row.next(Int.self)
    let stored = try row.next(SanitizedHTML.self)
    let source = try row.next(String.self)
    guard policy < RenderedAbout.policy else { return stored }
    return (try? RenderedAbout.render(source)) ?? .empty
  }
}
