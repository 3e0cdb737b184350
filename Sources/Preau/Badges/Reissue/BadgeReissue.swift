// A badge that was given to a random identifier can be issued anew to an address added later:
// (1) Only to an address that its learner has shown to be theirs, by typing a code sent to it.
// (2) It says what the old one said: same version of its class, same words, same dates.
// (3) There is one of them at a time: the old one is revoked and says why, so that nobody counts two
//     badges where one was earned. Links go on, and show the new one; files taken along of the old
//     one are to be replaced, and the page says so.

import HTML
import SQLite

/// An address that a member gave, and whether it was shown to be theirs.
struct BadgeMailAddress: Sendable {
  let member: Member.ID
  let email: String
  let seed: [UInt8]
  let asked: Instant
  let tries: Int
  let isConfirmed: Bool
  let mail: InvitationMail.State
  let attempts: Int

  /// How long a code serves, and how often one can be typed.
  static let secondsOfCode: Int64 = 86_400
  static let mostTries = 8
  /// Before another one is sent.
  static let secondsBetween: Int64 = 600

  func isOpen(at now: Instant) -> Bool {
    !isConfirmed && !seed.isEmpty && now - asked < Self.secondsOfCode && tries < Self.mostTries
  }
}

/// How far somebody is who wants a badge issued anew.
struct BadgeReissuing: Sendable {
  let sheet: BadgeSheet
  /// The member's, if there is one.
  let email: String?
  /// What was asked about it.
  let address: BadgeMailAddress?
}
