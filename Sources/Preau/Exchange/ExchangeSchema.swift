import SQLite

/// What imports remember of the lines that they have loaded.
enum ExchangeSchema {
  static let first = Migration(
    "exchange",
    """
    CREATE TABLE exchange_line (
      kind TEXT NOT NULL CHECK (kind IN ('user', 'category', 'tag', 'thread', 'post')),
      -- A thread's space and a post's thread, here; 0 for the others.
      place INTEGER NOT NULL,
      -- Of what the line says, its references being to rows of ours (see LineIdentity).
      digest INTEGER NOT NULL,
      -- The row that the line became. It may have changed a good deal since.
      row INTEGER NOT NULL,
      PRIMARY KEY (kind, place, digest)
    ) STRICT, WITHOUT ROWID;
    """)

  static let catalogue = Migration(
    "lines of tutorials and of the catalogue",
    """
    CREATE TABLE known_line (
      kind TEXT NOT NULL CHECK (kind IN ('user', 'category', 'tag', 'thread', 'post', 'held',
                                         'field', 'tutorial', 'resource', 'collection', 'item')),
      -- The space of a thread, of a held post, of a tutorial or of a card; a post's thread; an item's
      -- collection; 0 for the others.
      place INTEGER NOT NULL,
      -- Of what the line says, its references being to rows of ours (see LineIdentity).
      digest INTEGER NOT NULL,
      -- The row that the line became, or an item's card. It may have changed a good deal since.
      row INTEGER NOT NULL,
      PRIMARY KEY (kind, place, digest)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO known_line SELECT kind, place, digest, row FROM exchange_line;
    DROP TABLE exchange_line;
    ALTER TABLE known_line RENAME TO exchange_line;
    """)
}
