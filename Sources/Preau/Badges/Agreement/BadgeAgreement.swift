// Where an administrator asks for it, a pupil shows no badge before an adult has agreed:
// (1) A pupil is a learner who is in a class, or has no e-mail address.
// (2) Until somebody has agreed, no link of the badge opens and none of its addresses answers; the
//     learner sees the badge, takes it and carries its files as ever.
// (3) Who may agree: the teachers of the learner's classes, the référents of the space that gives
//     the badge, and administrators. Nobody agrees to what is their own.
// (4) What was shown before the choice was made stays shown.

import HTML
import SQLite

/// Whether a pupil may show a badge.
struct BadgeAgreement: Sendable {
  let award: BadgeAward.ID
  /// Nil: nobody was asked yet.
  let state: State?
  /// What the adult says of it.
  let words: String

  /// Stored under these names.
  enum State: String, ColumnValue, Sendable { case waiting, agreed, declined }

  static func address(_ award: BadgeAward.ID) -> Address { "/badges/accords/\(award.value)" }

  static let longestWords = 1_000
}
