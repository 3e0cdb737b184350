import SQLite

/// The tables of what a space asks of those who ask.
enum QuestionSchema {
  static let first = Migration(
    "question-forms",
    """
    CREATE TABLE question_field (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id),
      position INTEGER NOT NULL,
      label TEXT NOT NULL,
      help TEXT NOT NULL DEFAULT '',
      kind TEXT NOT NULL CHECK (kind IN ('line', 'text', 'choice')),
      -- Of a choice: one a line.
      options TEXT NOT NULL DEFAULT '',
      required INTEGER NOT NULL DEFAULT 0,
      -- When it was taken away: it is asked no more, and what was answered stays.
      removed INTEGER
    ) STRICT;
    CREATE INDEX question_field_space ON question_field (space, position, id);

    CREATE TABLE question_answer (
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      field INTEGER NOT NULL REFERENCES question_field (id),
      value TEXT NOT NULL,
      -- The same as searches see it, for the filter of the help desk.
      folded TEXT NOT NULL,
      PRIMARY KEY (thread, field)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX question_answer_field ON question_answer (field, folded);

    -- Of a question that waits to be published.
    CREATE TABLE held_answer (
      held INTEGER NOT NULL REFERENCES held_post (id) ON DELETE CASCADE,
      field INTEGER NOT NULL REFERENCES question_field (id),
      value TEXT NOT NULL,
      PRIMARY KEY (held, field)
    ) STRICT, WITHOUT ROWID;
    """)
}
