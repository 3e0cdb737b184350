import SQLite

/// The table of badges that members brought from elsewhere.
enum ImportedSchema {
  static let first = Migration(
    "imported badges",
    """
    CREATE TABLE badge_imported (
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES member (id),
      -- Of its bytes.
      hash BLOB NOT NULL,
      form TEXT NOT NULL CHECK (form IN ('png', 'svg', 'json', 'jws')),
      file_name TEXT NOT NULL,
      -- The address that it was asked from; empty: it came as a file.
      origin TEXT NOT NULL DEFAULT '',
      brought INTEGER NOT NULL,
      -- What was found when it was verified last.
      checked INTEGER NOT NULL,
      state TEXT NOT NULL,
      kind TEXT,
      is_issuer_known INTEGER NOT NULL CHECK (is_issuer_known IN (0, 1)),
      recipient TEXT NOT NULL CHECK (recipient IN ('same', 'other', 'unsaid', 'unasked')),
      -- What it says of itself.
      award TEXT NOT NULL DEFAULT '',
      issuer TEXT NOT NULL DEFAULT '',
      issuer_name TEXT NOT NULL DEFAULT '',
      issuer_address TEXT NOT NULL DEFAULT '',
      name TEXT NOT NULL DEFAULT '',
      description TEXT NOT NULL DEFAULT '',
      criteria TEXT NOT NULL DEFAULT '',
      narrative TEXT NOT NULL DEFAULT '',
      issued INTEGER,
      expires INTEGER,
      picture_type TEXT,
      -- Drawn anew, or an SVG that does nothing. What is long stands last, so that the rest is read
      -- without it.
      picture BLOB,
      -- As it came, to the last byte.
      bytes BLOB NOT NULL,
      UNIQUE (member, hash),
      CHECK ((picture IS NULL) = (picture_type IS NULL))
    ) STRICT;
    """)
}
