import SQLite

/// The tables of links to badges.
enum BadgeShareSchema {
  static let collections = Migration(
    "links to collections of badges",
    """
    -- What the learner says of the badge stands there, too.
    ALTER TABLE badge_share ADD COLUMN shows_reflection INTEGER NOT NULL DEFAULT 0
      CHECK (shows_reflection IN (0, 1));

    CREATE TABLE badge_collection_share (
      id INTEGER PRIMARY KEY,
      secret TEXT NOT NULL UNIQUE,
      collection INTEGER NOT NULL REFERENCES badge_collection (id) ON DELETE CASCADE,
      -- As the learner wants to be called there.
      name TEXT NOT NULL,
      created INTEGER NOT NULL,
      expires INTEGER,
      withdrawn INTEGER
    ) STRICT;
    CREATE INDEX badge_collection_share_collection ON badge_collection_share (collection);
    """)
}
