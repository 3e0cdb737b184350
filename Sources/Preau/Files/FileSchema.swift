import SQLite

/// The tables of what members send along with their words.
enum FileSchema {
  static let first = Migration(
    "files",
    """
    -- A file that a member sent, as it is given to readers: a picture is drawn anew. The bytes lie in
    -- DIR/files, under their hash.
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      -- In addresses. The same file sent again has the same one in the same form, and in no other: two
      -- posts with the same one would tell that they have the same writer, whatever they are signed with.
      key TEXT NOT NULL UNIQUE,
      owner INTEGER NOT NULL REFERENCES member (id),
      kind TEXT NOT NULL CHECK (kind IN ('picture', 'document', 'video')),
      content TEXT NOT NULL,
      -- The small one of a picture.
      thumbnail TEXT,
      type TEXT NOT NULL,
      -- Of a document: under what name it is offered to whoever keeps it.
      name TEXT,
      -- Of all that lies in DIR/files for it.
      bytes INTEGER NOT NULL,
      created INTEGER NOT NULL,
      CHECK ((kind = 'picture') = (thumbnail IS NOT NULL)),
      CHECK ((kind = 'document') = (name IS NOT NULL))
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

  static let videos = Migration(
    "video-texts",
    """
    -- What stands beside a film for those who do not hear it, or cannot watch it.
    CREATE TABLE video_text (
      file INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
      -- WebVTT, or nothing.
      captions TEXT NOT NULL,
      transcript TEXT NOT NULL
    ) STRICT;
    """)
}
