import SQLite

/// The tables of what members send along with their words.
enum FileSchema {
  static let first = Migration(
    "files",
    """
    -- A picture that a member sent, drawn anew. The bytes lie in DIR/files, under their hash.
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      -- In addresses. The same picture sent twice by one member has the same one.
      key TEXT NOT NULL UNIQUE,
      owner INTEGER NOT NULL REFERENCES member (id),
      content TEXT NOT NULL,
      thumbnail TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
      -- Of both sizes together.
      bytes INTEGER NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX file_owner ON file (owner);
    CREATE INDEX file_content ON file (content);
    CREATE INDEX file_thumbnail ON file (thumbnail);

    -- Which posts show a file: whoever may read one of them may see it.
    CREATE TABLE post_file (
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      file INTEGER NOT NULL REFERENCES file (id),
      PRIMARY KEY (post, file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX post_file_file ON post_file (file);
    """)
}
