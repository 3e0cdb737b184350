import SQLite

/// Every statement about invitations.
enum InvitationStore {
  /// Reads the eight columns of an ``Invitation``.
  private static func read(_ row: inout Row) throws -> Invitation {
    Invitation(
      id: try row.next(), role: try row.next(), note: try row.next(), created: try row.next(),
      expires: try row.next(), usesLeft: try row.next(), space: try row.next(),
      spaceName: try row.next())
  }

  /// The one that a link opens; nil when it has expired, was used up or revoked.
  static func open(_ key: InvitationKey, at now: Instant, _ db: Reader) throws -> Invitation? {
    switch key {
    case .token(let token):
      try db.row(
        """
        SELECT id, role, note, created, expires, uses_left, space, space_name
          FROM standing_invitation
         WHERE token_hash = ? AND uses_left > 0 AND expires > ?
        """, token.hash, now, read: read)
    case .code(let code):
      try db.row(
        """
        SELECT id, role, note, created, expires, uses_left, space, space_name
          FROM standing_invitation
         WHERE code_hash = ? AND uses_left > 0 AND expires > ?
        """, code.invitationHash, now, read: read)
    }
  }

  /// Takes one use.
  ///
  /// - Returns: false when somebody else has just taken the last one.
  static func use(_ invitation: Invitation.ID, at now: Instant, _ db: Writer) throws -> Bool {
    try db.run(
      """
      UPDATE invitation SET uses_left = uses_left - 1
       WHERE id = ? AND uses_left > 0 AND expires > ?
      """, invitation, now) == 1
  }
}

extension InvitationStore {
  static func add(
    _ invitation: NewInvitation, _ secrets: InvitationSecrets, to space: Space.ID?,
    by maker: Member.ID, at now: Instant, _ db: Writer
  ) throws -> Invitation.ID {
    try db.run(
      """
      INSERT INTO invitation (token_hash, code_hash, role, note, made_by, created, expires,
                              uses_left, space)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, secrets.token.hash, secrets.code.invitationHash, invitation.role, invitation.note, maker,
      now, now + invitation.days * 86_400, invitation.uses, space)
    return Invitation.ID(db.lastInsertedRow)
  }

  /// Those of the site, or of a class, that still let somebody in, newest first; a hundred are shown.
  static func open(
    of space: Space.ID?, at now: Instant, _ db: Reader
  ) throws -> [Invitation] {
    try db.rows(
      """
      SELECT id, role, note, created, expires, uses_left, space, space_name
        FROM standing_invitation
       WHERE space IS ? AND uses_left > 0 AND expires > ? ORDER BY id DESC LIMIT 100
      """, space, now, read: read)
  }

  /// - Returns: false when there was none.
  static func revoke(
    _ invitation: Invitation.ID, of space: Space.ID?, _ db: Writer
  ) throws -> Bool {
    try db.run("DELETE FROM invitation WHERE id = ? AND space IS ?", invitation, space) == 1
  }
}
