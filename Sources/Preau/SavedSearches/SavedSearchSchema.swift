import SQLite

/// The table of the searches that members keep.
enum SavedSearchSchema {
  static let first = Migration(
    "searches that members keep",
    """
    CREATE TABLE saved_search (
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      -- What is asked for, as an address of the search says it, without an order.
      query TEXT NOT NULL,
      paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
      created INTEGER NOT NULL,
      -- What was written before this moment was looked at, or is not to be.
      looked INTEGER NOT NULL,
      next_look INTEGER NOT NULL,
      -- What was told last: when, how much, and since when it is new.
      told INTEGER,
      told_count INTEGER NOT NULL DEFAULT 0,
      told_since INTEGER,
      -- Kept a day, to be taken back.
      removed INTEGER
    ) STRICT;
    CREATE INDEX saved_search_member ON saved_search (member, id);
    CREATE UNIQUE INDEX saved_search_once ON saved_search (member, query) WHERE removed IS NULL;
    CREATE INDEX saved_search_due ON saved_search (next_look)
      WHERE paused = 0 AND removed IS NULL;
    CREATE INDEX saved_search_removed ON saved_search (removed) WHERE removed IS NOT NULL;
    """)
}
