import SQLite

/// The table of those who vouch for badges.
enum EndorsementSchema {
  static let first = Migration(
    "endorsements of badges",
    """
    CREATE TABLE badge_endorsement (
      id INTEGER PRIMARY KEY,
      -- Of its addresses: nobody can guess it.
      secret TEXT NOT NULL UNIQUE,
      uuid TEXT NOT NULL UNIQUE,
      class INTEGER NOT NULL REFERENCES badge_class (id) ON DELETE CASCADE,
      -- The one that is vouched for: another version is another badge.
      version INTEGER NOT NULL,
      -- NULL: the badge itself; else one person's.
      award INTEGER REFERENCES badge_award (id) ON DELETE CASCADE,
      kind TEXT CHECK (kind IN ('issuer', 'professional', 'peer')),
      -- Who signs it: the issuer that vouches, else the one that gives the badge.
      signer INTEGER NOT NULL REFERENCES badge_issuer (id),
      key INTEGER REFERENCES badge_key (id),
      -- In the list of its key, given out at random.
      place INTEGER,
      -- Whose words they are; NULL: of a professional without an account.
      author INTEGER REFERENCES member (id),
      name TEXT NOT NULL DEFAULT '',
      job TEXT NOT NULL DEFAULT '',
      organisation TEXT NOT NULL DEFAULT '',
      words TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL CHECK (state IN ('asked', 'waiting', 'given', 'withdrawn')),
      created INTEGER NOT NULL,
      given INTEGER,
      -- Whether the learner shows it with the badge.
      is_shown INTEGER NOT NULL DEFAULT 0 CHECK (is_shown IN (0, 1)),
      -- Of the link by which it was asked for: a hash.
      token BLOB UNIQUE,
      -- As the learner is called to who follows the link.
      called TEXT NOT NULL DEFAULT '',
      expires INTEGER,
      CHECK (state <> 'given' OR key IS NOT NULL AND place IS NOT NULL AND given IS NOT NULL)
    ) STRICT;
    CREATE INDEX badge_endorsement_class ON badge_endorsement (class, state);
    CREATE INDEX badge_endorsement_award ON badge_endorsement (award) WHERE award IS NOT NULL;
    CREATE INDEX badge_endorsement_author ON badge_endorsement (author)
      WHERE author IS NOT NULL;
    CREATE UNIQUE INDEX badge_endorsement_place ON badge_endorsement (key, place)
      WHERE key IS NOT NULL;
    """)
}
