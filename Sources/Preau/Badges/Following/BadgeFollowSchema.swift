import SQLite

/// The table of badges that members aim at.
enum BadgeFollowSchema {
  static let first = Migration(
    "badges aimed at",
    """
    CREATE TABLE badge_follow (
      member INTEGER NOT NULL REFERENCES member (id),
      class INTEGER NOT NULL REFERENCES badge_class (id) ON DELETE CASCADE,
      since INTEGER NOT NULL,
      PRIMARY KEY (member, class)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX badge_follow_class ON badge_follow (class);
    """)
}
