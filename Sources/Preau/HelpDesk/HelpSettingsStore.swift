import SQLite

/// Days without school, for one space or for the whole site.
struct SchoolHoliday: Sendable {
  typealias ID = Number<SchoolHoliday>
  let id: ID
  let isForAll: Bool
  let name: String
  let days: ClosedRange<Day>

  /// In characters.
  static let longestName = 80
}

/// Every statement about how a help desk is run: delay, holidays, volunteers.
enum HelpSettingsStore {
  /// How fast a space wants to help: two statements.
  static func delay(of space: Space.ID, _ db: Reader) throws -> HelpDelay {
    var delay = HelpDelay()
    if let hours = try db.value(
      "SELECT delay_hours FROM help_desk WHERE space = ?", space, as: Int.self)
    {
      delay.hours = hours
    }
    delay.calendar.holidays = try holidays(of: space, db).map(\.days)
    return delay
  }

  /// - Parameter days: after which askers are asked what became of the answer.
  static func set(
    delay hours: Int, followUp days: Int, of space: Space.ID, _ db: Writer
  ) throws {
    try db.run(
      """
      INSERT INTO help_desk (space, delay_hours, follow_up_days) VALUES (?, ?, ?)
      ON CONFLICT (space) DO UPDATE
        SET delay_hours = excluded.delay_hours, follow_up_days = excluded.follow_up_days
      """, space, hours, days)
  }

  /// After how many days askers are asked what became of the answer.
  static func followUpDays(of space: Space.ID, _ db: Reader) throws -> Int {
    try db.value("SELECT follow_up_days FROM help_desk WHERE space = ?", space)
      ?? HelpFollowUp.usualDelay
  }

  /// The holidays of a space and those of the whole site.
  static func holidays(of space: Space.ID, _ db: Reader) throws -> [SchoolHoliday] {
    try db.rows(
      """
      SELECT id, space IS NULL, name, first_day, last_day FROM school_holiday
       WHERE space = ? OR space IS NULL ORDER BY first_day, id LIMIT 500
      """, space
    ) { row in
      let id = try row.next(SchoolHoliday.ID.self)
      let (isForAll, name) = (try row.next(Bool.self), try row.next(String.self))
      let (first, last) = (try row.next(Day.self), try row.next(Day.self))
      return SchoolHoliday(id: id, isForAll: isForAll, name: name, days: first...max(first, last))
    }
  }

  /// - Parameter space: nil for the whole site.
  static func add(
    holiday name: String, _ days: ClosedRange<Day>, to space: Space.ID?, _ db: Writer
  ) throws {
    try db.run(
      "INSERT INTO school_holiday (space, name, first_day, last_day) VALUES (?, ?, ?, ?)", space,
      name, days.lowerBound, days.upperBound)
  }

  /// - Parameter withSite: whether those of the whole site may be removed too.
  static func remove(
    holiday: SchoolHoliday.ID, from space: Space.ID, withSite: Bool, _ db: Writer
  ) throws {
    try db.run(
      "DELETE FROM school_holiday WHERE id = ?1 AND (space = ?2 OR (?3 AND space IS NULL))",
      holiday, space, withSite)
  }

  // MARK: Who helps

  static func rights(
    _ rights: SpaceRights, in space: Space.ID, viewer: Viewer, _ db: Reader
  ) throws -> HelpRights {
    let found = try db.value(
      "SELECT 1 FROM help_volunteer WHERE space = ? AND member = ?", space, viewer.reader,
      as: Int.self)
    return HelpRights(space: rights, isVolunteer: found != nil)
  }

  static func volunteers(of space: Space.ID, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM help_volunteer JOIN member ON member.id = help_volunteer.member
       WHERE help_volunteer.space = ? ORDER BY sort_key(member.name), member.id LIMIT 500
      """, space
    ) { row in try Author.read(&row) }
  }

  /// Those who help: référents and volunteers who may read the space.
  static func helpers(of space: Space.ID, _ db: Reader) throws -> [Author] {
    try db.rows(
      """
      SELECT member.id, member.name, member.role, member.public_name, member.deleted
        FROM (SELECT member AS id FROM space_member WHERE space = ?1 AND role = 'referent'
              UNION SELECT member FROM help_volunteer WHERE space = ?1) AS helper
        JOIN member ON member.id = helper.id
       WHERE member.deleted IS NULL AND EXISTS (
         SELECT 1 FROM readable_space WHERE reader = helper.id AND readable_space.space = ?1)
       ORDER BY sort_key(member.name), member.id LIMIT 500
      """, space
    ) { row in try Author.read(&row) }
  }

  /// - Returns: whether the member, who must be able to read the space, was not a volunteer before.
  static func name(
    volunteer member: Member.ID, in space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    try db.run(
      """
      INSERT INTO help_volunteer (space, member, since)
      SELECT ?1, id, ?3 FROM member WHERE id = ?2 AND deleted IS NULL AND EXISTS (
        SELECT 1 FROM readable_space WHERE reader = ?2 AND readable_space.space = ?1)
      ON CONFLICT DO NOTHING
      """, space, member, now) == 1
  }

  /// What the volunteer had taken goes back to the desk, unless a référent did.
  static func dismiss(
    volunteer member: Member.ID, in space: Space.ID, at now: Instant, _ db: Writer
  ) throws -> Bool {
    let changed = try db.run(
      "DELETE FROM help_volunteer WHERE space = ? AND member = ?", space, member)
    if changed == 0 { return false }
    try db.run(
      """
      UPDATE help_request SET state = 'new', owner = NULL, changed = ?3
       WHERE space = ?1 AND owner = ?2 AND state IN ('taken', 'waiting') AND NOT EXISTS (
         SELECT 1 FROM space_member WHERE space = ?1 AND member = ?2 AND role = 'referent')
      """, space, member, now)
    return true
  }
}
