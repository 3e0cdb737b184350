import SQLite

/// The table of the journal.
enum JournalSchema {
  static let first = Migration(
    "journal",
    """
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      -- Who did it; NULL: whoever runs the site, from the command line.
      actor INTEGER REFERENCES member (id),
      action TEXT NOT NULL,
      -- On whom.
      member INTEGER REFERENCES member (id),
      -- Where; NULL: on the whole site. A class has a space of its own.
      space INTEGER REFERENCES space (id),
      -- On what, such as a post and its number.
      object TEXT,
      object_id INTEGER,
      -- Words of ours, such as 'learner teacher' for a change of role.
      detail TEXT NOT NULL DEFAULT '',
      CHECK ((object IS NULL) = (object_id IS NULL))
    ) STRICT;
    CREATE INDEX journal_space ON journal (space, id DESC);

    CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
    CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
    """)
}
