import SQLite

/// The tables of suggestions.
enum SuggestionSchema {
  static let first = Migration(
    "suggestions",
    """
    CREATE TABLE suggestion (
      id INTEGER PRIMARY KEY,
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      -- The version that it was written on.
      base INTEGER NOT NULL,
      -- The section that it is about, as it was there.
      anchor TEXT NOT NULL,
      heading TEXT NOT NULL,
      author INTEGER NOT NULL REFERENCES member (id),
      reason TEXT NOT NULL,
      created INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
      decided INTEGER,
      decided_by INTEGER REFERENCES member (id),
      -- What its author was told when it was refused.
      words TEXT NOT NULL DEFAULT '',
      -- The version that holds it.
      version INTEGER,
      -- The form that it came from: sent twice, it makes one.
      submission BLOB UNIQUE,
      CHECK ((state = 'accepted') = (version IS NOT NULL)),
      CHECK ((state = 'waiting') = (decided IS NULL))
    ) STRICT;
    CREATE INDEX suggestion_tutorial ON suggestion (tutorial, state, id);
    CREATE INDEX suggestion_author ON suggestion (author, created);

    -- The lines that change. Each line of a text ends with a newline.
    CREATE TABLE suggestion_hunk (
      suggestion INTEGER NOT NULL REFERENCES suggestion (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      line INTEGER NOT NULL,
      before TEXT NOT NULL,
      removed TEXT NOT NULL,
      added TEXT NOT NULL,
      after TEXT NOT NULL,
      PRIMARY KEY (suggestion, number)
    ) STRICT, WITHOUT ROWID;
    """)
}
