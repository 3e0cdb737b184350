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

  /// The same rule as a plain join, which SQLite works into the statement that asks. Of a compound
  /// it made a table of all the reader's spaces first, to look up one: as dear as the rest of a
  /// thread's statement with eight spaces, and more with each.
  static let plainRule = Migration(
    "the rule of reading as a plain join",
    """
    -- Whoever reads: the members, and 0.
    CREATE TABLE reader (id INTEGER PRIMARY KEY) STRICT;
    INSERT INTO reader (id) SELECT 0 UNION ALL SELECT id FROM member;
    CREATE TRIGGER reader_joins AFTER INSERT ON member
      BEGIN INSERT INTO reader (id) VALUES (new.id); END;
    CREATE TRIGGER reader_leaves AFTER DELETE ON member
      BEGIN DELETE FROM reader WHERE id = old.id; END;

    DROP VIEW readable_space;
    CREATE VIEW readable_space (reader, space) AS
      SELECT reader.id, space.id FROM reader JOIN space
       WHERE space.visibility = 'public'
          OR (reader.id <> 0 AND space.visibility = 'members')
          OR EXISTS (
            SELECT 1 FROM space_member
             WHERE space_member.space = space.id AND space_member.member = reader.id);
    """)
}
