import SQLite

/// The table of pictures that were sent for kinds of badges.
enum BadgePictureSchema {
  static let first = Migration(
    "pictures of badges",
    """
    CREATE TABLE badge_picture (
      class INTEGER NOT NULL,
      version INTEGER NOT NULL,
      -- A PNG, drawn anew from what was sent.
      bytes BLOB NOT NULL,
      PRIMARY KEY (class, version),
      FOREIGN KEY (class, version) REFERENCES badge_version (class, number) ON DELETE CASCADE
    ) STRICT;

    -- What was given out is never changed.
    CREATE TRIGGER badge_picture_is_fixed BEFORE UPDATE ON badge_picture
    BEGIN
      SELECT raise(ABORT, 'the picture of a version that was given out') WHERE EXISTS (
        SELECT 1 FROM badge_award
         WHERE class = old.class AND version = old.version AND is_test = 0);
    END;
    """)
}
