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
