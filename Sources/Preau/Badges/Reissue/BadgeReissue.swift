// A badge that was given to a random identifier can be issued anew to an address added later:
// (1) Only to an address that its learner has shown to be theirs, by typing a code sent to it.
// (2) It says what the old one said: same version of its class, same words, same dates.
// (3) There is one of them at a time: the old one is revoked and says why, so that nobody counts two
//     badges where one was earned. Links go on, and show the new one; files taken along of the old
//     one are to be replaced, and the page says so.

import HTML
import SQLite

/// The tables of badges that are issued anew.
enum BadgeReissueSchema {
  static let first = Migration(
    "badges issued anew",
    """
    -- The address that a member shows to be theirs, for badges.
    CREATE TABLE badge_address (
      member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
      email TEXT NOT NULL,
      -- With the key of the site it makes the code; empty once it is of no more use.
      seed BLOB NOT NULL,
      asked INTEGER NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      confirmed INTEGER,
      -- The mail that carries the code.
      mail TEXT NOT NULL DEFAULT 'waiting' CHECK (mail IN ('waiting', 'sent', 'failed')),
      due INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX badge_address_due ON badge_address (due) WHERE mail = 'waiting';

    CREATE TABLE badge_reissue (
      old INTEGER PRIMARY KEY REFERENCES badge_award (id) ON DELETE CASCADE,
      award INTEGER NOT NULL REFERENCES badge_award (id) ON DELETE CASCADE,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX badge_reissue_award ON badge_reissue (award);
    """)
}

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
