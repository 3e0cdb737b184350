import SQLite

/// Every statement about members who may not write in a space for a time.
enum SilenceStore {
  static func silence(
    _ member: Member.ID, in space: Space.ID, until: Instant, for item: ModerationCase.ID,
    _ db: Writer
  ) throws {
    try db.run(
      "INSERT INTO silence (item, space, member, until) VALUES (?, ?, ?, ?)", item, space, member,
      until)
  }

  /// Ends what was decided in a case; another case may still keep the member silent.
  static func lift(_ item: ModerationCase.ID, _ db: Writer) throws {
    try db.run("DELETE FROM silence WHERE item = ?", item)
  }

  /// Checks that a member may write in a space at `now`: one look-up by index.
  ///
  /// - Throws: ``PostingRefusal/silenced(until:)``.
  static func admit(
    _ member: Member.ID, in space: Space.ID, at now: Instant, _ db: Reader
  ) throws {
    let until = try db.value(
      "SELECT max(until) FROM silence WHERE member = ? AND space = ? AND until > ?",
      MaskStore.member(behind: member, db), space, now, as: Instant?.self)
    if let until = until.flatMap({ $0 }) { throw PostingRefusal.silenced(until: until) }
  }

  /// The same for the space of a thread.
  static func admit(
    _ member: Member.ID, in thread: Thread.ID, at now: Instant, _ db: Reader
  ) throws {
    let space = try db.value("SELECT space FROM thread WHERE id = ?", thread, as: Space.ID.self)
    if let space { try admit(member, in: space, at: now, db) }
  }
}
