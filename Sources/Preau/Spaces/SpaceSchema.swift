import SQLite

/// The tables of spaces, and the view that says who may read which.
enum SpaceSchema {
  static let first = Migration(
    "spaces",
    """
    CREATE TABLE space (
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      subject TEXT NOT NULL DEFAULT '',
      level TEXT NOT NULL DEFAULT '',
      about TEXT NOT NULL DEFAULT '',
      visibility TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'private')),
      created INTEGER NOT NULL,
      thread_count INTEGER NOT NULL DEFAULT 0,
      member_count INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- Slugs that a space had: its old addresses still lead to it.
    CREATE TABLE space_old_slug (
      slug TEXT PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE space_member (
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('member', 'referent')),
      joined INTEGER NOT NULL,
      PRIMARY KEY (space, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX space_member_member ON space_member (member, space);

    -- The one rule of reading. Reader 0 is a visitor who has not logged in.
    CREATE VIEW readable_space (reader, space) AS
      SELECT 0, id FROM space WHERE visibility = 'public'
      UNION ALL
      SELECT member.id, space.id FROM member, space
       WHERE space.visibility IN ('public', 'members')
      UNION ALL
      SELECT space_member.member, space.id
        FROM space_member JOIN space ON space.id = space_member.space
       WHERE space.visibility = 'private';
    """)
}
