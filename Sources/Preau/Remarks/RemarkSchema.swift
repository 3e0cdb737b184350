import SQLite

/// The table of what readers of tutorials remark.
enum RemarkSchema {
  static let first = Migration(
    "remarks",
    """
    CREATE TABLE remark (
      id INTEGER PRIMARY KEY,
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      -- The version that it was written on.
      version INTEGER NOT NULL,
      -- The remark that it answers; an answer has no answers.
      parent INTEGER REFERENCES remark (id) ON DELETE CASCADE,
      author INTEGER NOT NULL REFERENCES member (id),
      text TEXT NOT NULL,
      visibility TEXT NOT NULL CHECK (visibility IN ('members', 'authors', 'private')),
      -- The section that it is about, or in which its passage stands, as it was there.
      anchor TEXT NOT NULL,
      heading TEXT NOT NULL,
      -- The passage, with what stands around it; NULL: the whole section.
      exact TEXT,
      prefix TEXT NOT NULL DEFAULT '',
      suffix TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL,
      settled INTEGER,
      removed INTEGER,
      -- Who has hidden it, and why; NULL: its author took it back.
      hidden_by INTEGER REFERENCES member (id),
      hidden_reason TEXT NOT NULL DEFAULT '',
      -- The form that it came from: sent twice, it makes one.
      submission BLOB UNIQUE
    ) STRICT;
    CREATE INDEX remark_tutorial ON remark (tutorial, id);
    CREATE INDEX remark_parent ON remark (parent) WHERE parent IS NOT NULL;
    CREATE INDEX remark_author ON remark (author, created);
    """)
}
