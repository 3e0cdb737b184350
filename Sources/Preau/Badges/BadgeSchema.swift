import SQLite

/// The tables of badges.
enum BadgeSchema {
  static let first = Migration(
    "badges",
    """
    -- The addresses under which the site has given badges out. A badge keeps the one that it was
    -- given under, for as long as it lives: old ones go on answering after a move.
    CREATE TABLE badge_base (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE,
      -- When the site was last started there.
      served INTEGER
    ) STRICT;

    CREATE TABLE badge_issuer (
      id INTEGER PRIMARY KEY,
      -- NULL: the site itself.
      space INTEGER UNIQUE REFERENCES space (id),
      name TEXT NOT NULL,
      email TEXT NOT NULL,
      description TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL,
      -- Gives nothing out any more; what it gave stays valid.
      closed INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX badge_issuer_site ON badge_issuer ((1)) WHERE space IS NULL;

    -- A pair of keys: RSA for OB 2.0 and JWTs, Ed25519 for proofs. The private ones are sealed under
    -- the site's key file, which is not in the database.
    CREATE TABLE badge_key (
      id INTEGER PRIMARY KEY,
      issuer INTEGER NOT NULL REFERENCES badge_issuer (id),
      rsa_public TEXT NOT NULL,
      rsa_private BLOB NOT NULL,
      ed25519_public BLOB NOT NULL,
      ed25519_private BLOB NOT NULL,
      created INTEGER NOT NULL,
      retired INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX badge_key_current ON badge_key (issuer) WHERE retired IS NULL;

    CREATE TABLE badge_class (
      id INTEGER PRIMARY KEY,
      issuer INTEGER NOT NULL REFERENCES badge_issuer (id),
      state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'retired')),
      -- The version that is given out today.
      version INTEGER NOT NULL,
      created_by INTEGER REFERENCES member (id),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX badge_class_issuer ON badge_class (issuer, state);

    CREATE TABLE badge_version (
      class INTEGER NOT NULL REFERENCES badge_class (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      slug TEXT NOT NULL,
      description TEXT NOT NULL,
      criteria TEXT NOT NULL,
      shape TEXT NOT NULL,
      colour TEXT NOT NULL,
      pictogram TEXT NOT NULL,
      -- One a line.
      tags TEXT NOT NULL DEFAULT '',
      -- NULL: for ever.
      months INTEGER CHECK (months > 0),
      takes_requests INTEGER NOT NULL CHECK (takes_requests IN (0, 1)),
      created INTEGER NOT NULL,
      PRIMARY KEY (class, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE badge_alignment (
      class INTEGER NOT NULL,
      version INTEGER NOT NULL,
      concept INTEGER NOT NULL REFERENCES concept (id),
      PRIMARY KEY (class, version, concept),
      FOREIGN KEY (class, version) REFERENCES badge_version (class, number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX badge_alignment_concept ON badge_alignment (concept);

    -- Who somebody is to a badge who has no address: random, and says nothing.
    CREATE TABLE badge_identity (
      member INTEGER PRIMARY KEY REFERENCES member (id),
      identity TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE badge_award (
      id INTEGER PRIMARY KEY,
      -- Of its addresses: nobody can guess it.
      secret TEXT NOT NULL UNIQUE,
      uuid TEXT NOT NULL UNIQUE,
      subject TEXT NOT NULL,
      class INTEGER NOT NULL,
      version INTEGER NOT NULL,
      member INTEGER NOT NULL REFERENCES member (id),
      -- NULL: by a rule, or from the command line.
      awarded_by INTEGER REFERENCES member (id),
      base INTEGER NOT NULL REFERENCES badge_base (id),
      key INTEGER NOT NULL REFERENCES badge_key (id),
      identity_kind TEXT NOT NULL CHECK (identity_kind IN ('email', 'identifier')),
      -- Before it is hashed.
      identity TEXT NOT NULL,
      salt TEXT NOT NULL,
      narrative TEXT NOT NULL DEFAULT '',
      is_test INTEGER NOT NULL CHECK (is_test IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'refused', 'revoked')),
      issued INTEGER NOT NULL,
      answered INTEGER,
      expires INTEGER,
      -- The learner has agreed that its addresses answer.
      published INTEGER,
      -- In the list of its key, given out at random.
      place INTEGER NOT NULL,
      revoked INTEGER,
      revoked_by INTEGER REFERENCES member (id),
      reason TEXT NOT NULL DEFAULT '',
      -- What the learner says of it.
      reflection TEXT NOT NULL DEFAULT '',
      UNIQUE (key, place),
      FOREIGN KEY (class, version) REFERENCES badge_version (class, number),
      CHECK ((revoked IS NULL) = (state <> 'revoked'))
    ) STRICT;
    CREATE INDEX badge_award_member ON badge_award (member, id);
    CREATE INDEX badge_award_class ON badge_award (class, version);
    -- One person has one badge of a kind at a time.
    CREATE UNIQUE INDEX badge_award_once ON badge_award (class, member)
      WHERE state IN ('offered', 'accepted') AND expires IS NULL;

    -- What was given out is never changed.
    CREATE TRIGGER badge_version_is_fixed BEFORE UPDATE ON badge_version
    WHEN old.criteria IS NOT new.criteria OR old.name IS NOT new.name
      OR old.description IS NOT new.description OR old.shape IS NOT new.shape
      OR old.colour IS NOT new.colour OR old.pictogram IS NOT new.pictogram
    BEGIN
      SELECT raise(ABORT, 'a version that was given out') WHERE EXISTS (
        SELECT 1 FROM badge_award
         WHERE class = old.class AND version = old.number AND is_test = 0);
    END;

    CREATE TABLE badge_evidence (
      award INTEGER NOT NULL REFERENCES badge_award (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      -- A page of ours, or elsewhere; empty: words alone.
      address TEXT NOT NULL DEFAULT '',
      words TEXT NOT NULL DEFAULT '',
      -- Whether the learner shows it with the badge.
      is_shown INTEGER NOT NULL DEFAULT 0 CHECK (is_shown IN (0, 1)),
      PRIMARY KEY (award, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE badge_request (
      id INTEGER PRIMARY KEY,
      class INTEGER NOT NULL REFERENCES badge_class (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      words TEXT NOT NULL,
      -- One address a line.
      evidence TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'accepted', 'withdrawn')),
      created INTEGER NOT NULL,
      reviewer INTEGER REFERENCES member (id),
      decided INTEGER,
      -- What the reviewer says.
      answer TEXT NOT NULL DEFAULT '',
      award INTEGER REFERENCES badge_award (id) ON DELETE SET NULL,
      CHECK ((decided IS NULL) = (state IN ('waiting', 'withdrawn')))
    ) STRICT;
    CREATE UNIQUE INDEX badge_request_once ON badge_request (class, member)
      WHERE state = 'waiting';
    CREATE INDEX badge_request_member ON badge_request (member, id);
    CREATE INDEX badge_request_class ON badge_request (class, state);

    -- A link that its learner made, and can take back.
    CREATE TABLE badge_share (
      id INTEGER PRIMARY KEY,
      secret TEXT NOT NULL UNIQUE,
      award INTEGER NOT NULL REFERENCES badge_award (id) ON DELETE CASCADE,
      -- As the learner wants to be called there.
      name TEXT NOT NULL,
      created INTEGER NOT NULL,
      expires INTEGER,
      withdrawn INTEGER
    ) STRICT;
    CREATE INDEX badge_share_award ON badge_share (award);
    """)

  static let remains = Migration(
    "what stays of badges",
    """
    -- What stays of an award that was deleted: that it was taken back stays known, and its place in
    -- the list of its key is never another's, who would be taken back with it. It names nobody.
    CREATE TABLE badge_tombstone (
      key INTEGER NOT NULL REFERENCES badge_key (id),
      place INTEGER NOT NULL,
      uuid TEXT NOT NULL,
      secret TEXT NOT NULL UNIQUE,
      base INTEGER NOT NULL REFERENCES badge_base (id),
      class INTEGER NOT NULL,
      version INTEGER NOT NULL,
      -- Its addresses answered: now they say that it is gone.
      published INTEGER NOT NULL CHECK (published IN (0, 1)),
      -- NULL: whoever still has it has a badge that is right.
      revoked INTEGER,
      reason TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (key, place),
      FOREIGN KEY (class, version) REFERENCES badge_version (class, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX badge_tombstone_class ON badge_tombstone (class, version);

    -- When a learner first agreed that the addresses of a badge of this version answer: from then on
    -- its own do, whoever may read its space.
    ALTER TABLE badge_version ADD COLUMN shown INTEGER;
    UPDATE badge_version SET shown = created WHERE EXISTS (
      SELECT 1 FROM badge_award AS award
       WHERE award.class = badge_version.class AND award.version = badge_version.number
         AND award.published IS NOT NULL);

    -- The form that made it: one that is sent twice makes one.
    ALTER TABLE badge_class ADD COLUMN submission BLOB;
    CREATE UNIQUE INDEX badge_class_submission ON badge_class (submission);
    """)
}
