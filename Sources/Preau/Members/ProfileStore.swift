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
  }

  static func card(of member: Member.ID, _ db: Reader) throws -> Card? {
    try db.row(
      """
      SELECT id, name, role, public_name, joined, about_policy, about_html,
             CASE WHEN about_policy < ? THEN about ELSE '' END
        FROM member WHERE id = ? AND deleted IS NULL
      """, RenderedAbout.policy, member
    ) { row in
      Card(
        id: try row.next(), name: try row.next(), role: try row.next(),
        hasPublicName: try row.next(), joined: try row.next(), about: try readAbout(&row))
    }
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
