import SQLite

/// The tables of the links inside tutorials.
enum TutorialLinkSchema {
  static let first = Migration(
    "visits to links of tutorials",
    """
    -- The links in the text that everybody reads, and what visits to them have found.
    CREATE TABLE tutorial_link (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      url TEXT NOT NULL,
      -- In the order of the text, from 1.
      position INTEGER NOT NULL,
      next_visit INTEGER NOT NULL DEFAULT 0,
      failures INTEGER NOT NULL DEFAULT 0,
      failed_since INTEGER,
      broken INTEGER,
      PRIMARY KEY (tutorial, url)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tutorial_link_next ON tutorial_link (next_visit);
    -- Of which version they were read: another one that is published is read anew.
    CREATE TABLE tutorial_link_reading (
      tutorial INTEGER PRIMARY KEY REFERENCES tutorial (id) ON DELETE CASCADE,
      version INTEGER NOT NULL
    ) STRICT;
    """)
}
