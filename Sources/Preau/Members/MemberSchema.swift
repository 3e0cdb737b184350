import SQLite

/// The tables of members, their sessions and the ways in.
enum MemberSchema {
  static let first = Migration(
    "members",
    """
    CREATE TABLE member (
      id INTEGER PRIMARY KEY,
      -- What is typed to log in: lower case, never shown to a visitor.
      login TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      email TEXT UNIQUE,
      -- Argon2id, in libsodium's encoding; NULL: no log-in until one is set.
      password TEXT,
      role TEXT NOT NULL
        CHECK (role IN ('learner', 'teacher', 'professional', 'family', 'administrator')),
      -- A learner may choose to sign by name outside log-in.
      public_name INTEGER NOT NULL DEFAULT 0,
      about TEXT NOT NULL DEFAULT '',
      about_html BLOB NOT NULL DEFAULT x'',
      about_policy INTEGER NOT NULL DEFAULT 0,
      language TEXT CHECK (language IN ('fr', 'en')),
      text_size TEXT NOT NULL DEFAULT 'normal' CHECK (text_size IN ('normal', 'large', 'larger')),
      spacing TEXT NOT NULL DEFAULT 'normal' CHECK (spacing IN ('normal', 'wide')),
      typeface TEXT NOT NULL DEFAULT 'usual' CHECK (typeface IN ('usual', 'dyslexic')),
      -- Raised to make the member's old feed addresses useless.
      feed_generation INTEGER NOT NULL DEFAULT 1,
      joined INTEGER NOT NULL,
      deleted INTEGER
    ) STRICT;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      token_hash BLOB NOT NULL UNIQUE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      created INTEGER NOT NULL,
      last_seen INTEGER NOT NULL,
      -- Such as "Firefox, Android": enough to recognise one's own telephone.
      device TEXT NOT NULL
    ) STRICT;
    CREATE INDEX session_member ON session (member);

    -- A code given by hand to someone who has lost a password; used once.
    CREATE TABLE reset_code (
      code_hash BLOB PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      made_by INTEGER NOT NULL REFERENCES member (id),
      expires INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE invitation (
      id INTEGER PRIMARY KEY,
      token_hash BLOB NOT NULL UNIQUE,
      role TEXT NOT NULL
        CHECK (role IN ('learner', 'teacher', 'professional', 'family', 'administrator')),
      note TEXT NOT NULL DEFAULT '',
      made_by INTEGER NOT NULL REFERENCES member (id),
      created INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      uses_left INTEGER NOT NULL CHECK (uses_left >= 0)
    ) STRICT;

    -- A form sent after its session had ended: kept one hour for the member who wrote it.
    CREATE TABLE kept_form (
      id INTEGER PRIMARY KEY,
      token_hash BLOB NOT NULL UNIQUE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      fields TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX kept_form_created ON kept_form (created);
    """)

  static let nameErasure = Migration(
    "name erasure",
    """
    -- The log-in name of a member who has left, while it is being taken out of what others wrote.
    CREATE TABLE name_erasure (
      login TEXT PRIMARY KEY,
      stage TEXT NOT NULL DEFAULT 'posts',
      -- The last row of that stage that was gone through.
      place INTEGER NOT NULL DEFAULT 0,
      -- When the member came and left: what was written before or since may call another one.
      since INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """)

  static let suspension = Migration(
    "suspension",
    """
    -- Since when an administrator keeps the member out; what they wrote stays.
    ALTER TABLE member ADD COLUMN suspended INTEGER;
    """)
}
