/// One line of the journal, as its pages show it.
struct JournalEntry: Sendable {
  typealias ID = Number<JournalEntry>
  let id: ID
  let at: Instant
  /// nil: whoever runs the site, from the command line.
  let actor: Author?
  let action: JournalAction
  /// On whom.
  let member: Author?
  /// nil: on the whole site.
  let space: Space?
  let object: JournalObject?
  let detail: String

  static let perPage = 50
}

/// Which part of the journal somebody reads.
enum JournalPart: Sendable {
  /// Everything: for administrators.
  case whole
  /// What happened in one space: for those who look after it.
  case space(Space.ID)
}
