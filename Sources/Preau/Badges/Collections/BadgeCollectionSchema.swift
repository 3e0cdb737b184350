import SQLite

/// The tables of collections of badges.
enum BadgeCollectionSchema {
  static let first = Migration(
    "collections of badges",
    """
    CREATE TABLE badge_collection (
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES member (id),
      title TEXT NOT NULL,
      words TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX badge_collection_member ON badge_collection (member, id);

    CREATE TABLE badge_collection_item (
      id INTEGER PRIMARY KEY,
      collection INTEGER NOT NULL REFERENCES badge_collection (id) ON DELETE CASCADE,
      award INTEGER NOT NULL REFERENCES badge_award (id) ON DELETE CASCADE,
      -- Only the order counts: there may be gaps.
      position INTEGER NOT NULL,
      UNIQUE (collection, award)
    ) STRICT;
    CREATE INDEX badge_collection_item_order ON badge_collection_item (collection, position);
    CREATE INDEX badge_collection_item_award ON badge_collection_item (award);
    """)
}
