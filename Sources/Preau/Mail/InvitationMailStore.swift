import SQLite

/// Every statement about invitations that leave by mail: see `MailOutboxStore` for the promises.
enum InvitationMailStore {
  static func put(
    _ invitation: Invitation.ID, to email: EmailAddress, _ seed: [UInt8], at now: Instant,
    _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO invitation_mail (invitation, email, seed, created, due)
      VALUES (?1, ?2, ?3, ?4, ?4)
      """, invitation, email.text, seed, now)
  }

  /// How many a member has sent since `moment`.
  static func count(by maker: Member.ID, since moment: Instant, _ db: Reader) throws -> Int {
    try db.value(
      """
      SELECT count(*) FROM invitation
        JOIN invitation_mail ON invitation_mail.invitation = invitation.id
       WHERE invitation.made_by = ? AND invitation_mail.created > ?
      """, maker, moment) ?? 0
  }

  /// Where the invitations of the site, or of a class, were sent that still let somebody in.
  static func mailed(
    of space: Space.ID?, at now: Instant, _ db: Reader
  ) throws -> [Invitation.ID: InvitationMail.Sent] {
    let rows = try db.rows(
      """
      SELECT invitation_mail.invitation, invitation_mail.email, invitation_mail.state
        FROM standing_invitation AS invitation
        JOIN invitation_mail ON invitation_mail.invitation = invitation.id
       WHERE invitation.space IS ? AND invitation.uses_left > 0 AND invitation.expires > ?
       ORDER BY invitation.id DESC LIMIT 100
      """, space, now
    ) { row in
      (
        try row.next(Invitation.ID.self),
        InvitationMail.Sent(email: try row.next(), state: try row.next())
      )
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  static func due(at now: Instant, _ db: Reader) throws -> InvitationMail.ID? {
    try db.value(
      """
      SELECT id FROM invitation_mail WHERE state = 'waiting' AND due <= ? ORDER BY due, id LIMIT 1
      """, now)
  }

  static func waiting(_ db: Reader) throws -> [InvitationMail.ID] {
    try db.rows("SELECT id FROM invitation_mail WHERE state = 'waiting' ORDER BY id") {
      try $0.next()
    }
  }

  /// - Returns: false when somebody else has taken it.
  static func take(
    _ mail: InvitationMail.ID, at now: Instant, next: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      UPDATE invitation_mail SET due = ?, attempts = attempts + 1
       WHERE id = ? AND state = 'waiting' AND due <= ?
      """, next, mail, now) == 1
  }

  /// One with what it says, unless the invitation lets nobody in any more.
  static func mail(
    _ mail: InvitationMail.ID, at now: Instant, _ db: Reader
  ) throws -> InvitationMail? {
    try db.row(
      """
      SELECT invitation_mail.email, invitation_mail.seed, invitation_mail.created,
             invitation_mail.attempts, invitation.role, invitation.expires, invitation.space_name,
             member.name, member.language
        FROM invitation_mail
        JOIN standing_invitation AS invitation ON invitation.id = invitation_mail.invitation
        JOIN member ON member.id = invitation.made_by
       WHERE invitation_mail.id = ? AND invitation.uses_left > 0 AND invitation.expires > ?
      """, mail, now
    ) { row in
      InvitationMail(
        id: mail, email: try row.next(), seed: try row.next(), created: try row.next(),
        attempts: try row.next(), role: try row.next(), expires: try row.next(),
        spaceName: try row.next(), maker: try row.next(),
        language: try row.next(Language?.self) ?? .french)
    }
  }

  /// What became of it. The seed is of no more use.
  static func settle(
    _ mail: InvitationMail.ID, _ state: InvitationMail.State, because problem: String = "",
    _ db: Writer
  ) throws {
    try db.run(
      "UPDATE invitation_mail SET state = ?, problem = ?, seed = x'' WHERE id = ?", state, problem,
      mail)
  }

  static func postpone(
    _ mail: InvitationMail.ID, to due: Instant, because problem: String, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE invitation_mail SET due = ?, problem = ? WHERE id = ? AND state = 'waiting'", due,
      problem, mail)
  }

  /// The addresses of those who were invited are not kept longer than the invitations serve.
  static func forgetOld(now: Instant, _ db: Writer) throws {
    try db.run(
      """
      DELETE FROM invitation_mail WHERE invitation IN (
        SELECT id FROM invitation WHERE expires < ? OR uses_left = 0)
      """, now)
  }
}
