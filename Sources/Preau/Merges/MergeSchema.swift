import SQLite

/// The tables of threads that have joined others, with all that it takes to part them again.
enum MergeSchema {
  static let first = Migration(
    "merges",
    """
    CREATE TABLE thread_merge (
      id INTEGER PRIMARY KEY,
      -- Whose posts have gone; its address leads to the target.
      source INTEGER NOT NULL REFERENCES thread (id),
      target INTEGER NOT NULL REFERENCES thread (id),
      -- The first post of the source.
      first INTEGER NOT NULL REFERENCES post (id),
      merged INTEGER NOT NULL,
      merged_by INTEGER NOT NULL REFERENCES member (id),
      -- Why, as its author was told.
      words TEXT NOT NULL DEFAULT '',
      undone INTEGER,
      -- As both were.
      source_activity INTEGER NOT NULL,
      source_last INTEGER NOT NULL,
      target_activity INTEGER NOT NULL,
      target_last INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX thread_merge_source ON thread_merge (source) WHERE undone IS NULL;
    CREATE INDEX thread_merge_target ON thread_merge (target) WHERE undone IS NULL;

    -- Where each post stood, also those that are held, and where it went.
    CREATE TABLE merge_item (
      merge INTEGER NOT NULL REFERENCES thread_merge (id) ON DELETE CASCADE,
      thread INTEGER NOT NULL REFERENCES thread (id),
      old_number INTEGER NOT NULL,
      new_number INTEGER NOT NULL,
      post INTEGER REFERENCES post (id) ON DELETE CASCADE,
      held INTEGER REFERENCES held_post (id) ON DELETE CASCADE,
      PRIMARY KEY (merge, thread, old_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX merge_item_post ON merge_item (post);
    CREATE INDEX merge_item_held ON merge_item (held);

    -- Who came to follow the target, or to have its question too, and how far its readers had read.
    CREATE TABLE merge_member (
      merge INTEGER NOT NULL REFERENCES thread_merge (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('follow', 'me-too', 'read')),
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      number INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (merge, kind, member)
    ) STRICT, WITHOUT ROWID;
    """)
}
