// Who writes without a name keeps it to themselves, by four promises:
// (1) What they write in that thread is signed by a face: a row of `member` made for it, which is an
//     account that never was: no name, no password, no page, deleted from the start. Whatever reads
//     who wrote a post, today or one day, reads the face: a list that forgets about masks shows
//     « Auteur », not a name. Only what needs the person asks this file.
// (2) A person has one face in a thread, and always writes there behind it: one reply signed by name
//     would give all the others away.
// (3) Whoever has written in a thread by name takes no face there.
// (4) Those who look after the space see the face too; the name only by an act that the journal keeps.

import SQLite

/// Every statement about masks.
enum MaskStore {
  // MARK: Wearing one

  /// Makes the face of somebody who begins a thread, where that was found to be allowed.
  static func face(at now: Instant, _ db: Writer) throws -> Member.ID {
    try make(number: 0, at: now, db)
  }

  /// Remembers whose face it is.
  static func wear(
    _ face: Member.ID, by member: Member.ID, in thread: Thread.ID, number: Int = 0, _ db: Writer
  ) throws {
    try db.run(
      "INSERT INTO mask (face, member, thread, number) VALUES (?, ?, ?, ?)", face, member, thread,
      number)
  }

  /// Under whose number a member writes in a thread: their face, when they have one or ask for one.
  ///
  /// - Throws: ``PostingRefusal/masksNotAllowed``, ``PostingRefusal/alreadyNamed``.
  static func signer(
    _ member: Member.ID, in thread: Thread.ID, wantsMask: Bool, at now: Instant, _ db: Writer
  ) throws -> Member.ID {
    let known = try db.value(
      "SELECT face FROM mask WHERE member = ? AND thread = ?", member, thread, as: Member.ID.self)
    if let known { return known }
    guard wantsMask else { return member }
    let space = try db.value(
      "SELECT space FROM thread WHERE id = ?", thread, as: Space.ID.self
    ).orNotFound()
    guard try allows(space, db) else { throw PostingRefusal.masksNotAllowed }
    let isNamed = try db.value(
      """
      SELECT 1 FROM post WHERE thread = ?1 AND author = ?2
      UNION ALL SELECT 1 FROM held_post WHERE thread = ?1 AND author = ?2 LIMIT 1
      """, thread, member, as: Int.self)
    if isNamed != nil { throw PostingRefusal.alreadyNamed }
    let last = try db.value(
      "SELECT ifnull(max(number), 0) FROM mask WHERE thread = ?", thread, as: Int.self)
    let number = 1 + (last ?? 0)
    let face = try make(number: number, at: now, db)
    try wear(face, by: member, in: thread, number: number, db)
    return face
  }

  private static func make(number: Int, at now: Instant, _ db: Writer) throws -> Member.ID {
    try db.run(
      """
      INSERT INTO member (login, name, role, joined, deleted)
      VALUES ('!' || lower(hex(randomblob(12))), ?, 'learner', ?2, ?2)
      """, Author.name(ofMask: number), now)
    let face = Member.ID(db.lastInsertedRow)
    try db.run("UPDATE member SET login = '!' || id WHERE id = ?", face)
    return face
  }

  // MARK: What is asked by those who need the person

  /// Who wears a face; for anybody else, themselves. Never for a page.
  static func member(behind author: Member.ID, _ db: Reader) throws -> Member.ID {
    try db.value("SELECT member FROM mask WHERE face = ?", author) ?? author
  }

  /// The name of who wears a face, with the journal's line: in one transaction.
  ///
  /// - Returns: nil when the person has left.
  static func reveal(
    _ face: Member.ID, of post: Post.ID, in space: Space.ID, to viewer: Member.ID,
    at now: Instant, _ db: Writer
  ) throws -> Author? {
    try Journal.write(.nameRevealed, by: viewer, in: space, about: .post(post), at: now, db)
    return try db.row(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM mask JOIN member ON member.id = mask.member
       WHERE mask.face = ? AND member.deleted IS NULL
      """, face
    ) { row in try Author.read(&row) }
  }

  /// Takes off the masks of an account that is deleted: the faces stay, nobody's any more.
  static func forget(_ member: Member.ID, _ db: Writer) throws {
    try db.run("DELETE FROM mask WHERE member = ?", member)
  }

  // MARK: Where it is allowed

  static func allows(_ space: Space.ID, _ db: Reader) throws -> Bool {
    try db.value("SELECT allows_masks FROM space WHERE id = ?", space, as: Bool.self) ?? false
  }

  /// The names of the spaces where a member may write without a name.
  static func spaces(for member: Member.ID, _ db: Reader) throws -> [String] {
    try db.rows(
      """
      SELECT space.name
        FROM readable_space JOIN space ON space.id = readable_space.space
       WHERE readable_space.reader = ? AND space.allows_masks = 1 AND space.closed IS NULL
       ORDER BY sort_key(space.name) LIMIT 100
      """, member
    ) { row in try row.next(String.self) }
  }

  /// Allows it in a space, or no longer. Faces that are worn already stay.
  static func toggle(
    _ space: Space.ID, by member: Member.ID, at now: Instant, _ db: Writer
  ) throws {
    let allows = try db.row(
      "UPDATE space SET allows_masks = 1 - allows_masks WHERE id = ? RETURNING allows_masks", space
    ) { row in try row.next(Bool.self) }
    try Journal.write(
      allows == true ? .masksAllowed : .masksRefused, by: member, in: space, at: now, db)
  }
}

extension Author {
  /// What stands in place of a name in the row of a face. Deleted accounts have no name at all.
  fileprivate static func name(ofMask number: Int) -> String { "?\(number)" }

  /// Who will begin a thread without a name: the face is made with the thread.
  static let ofMaskedThread = Author(
    id: Number(0), name: name(ofMask: 0), role: .learner, hasPublicName: false, isDeleted: true)

  /// Whose face it is in its thread: 0 who began it, then 1, 2…; nil for a person.
  var maskNumber: Int? {
    guard isDeleted, name.first == "?" else { return nil }
    return Int(name.dropFirst())
  }
}
