import SQLite

/// The table of posts that wait for somebody to read them, and what each space holds.
enum HeldSchema {
  static let first = Migration(
    "held-posts",
    """
    -- What is read before it is published: the choice of those who look after the space.
    ALTER TABLE space ADD COLUMN holding TEXT NOT NULL DEFAULT 'nothing';
    -- How many published posts of a member it takes until the next ones are not held.
    ALTER TABLE space ADD COLUMN first_posts INTEGER NOT NULL DEFAULT 2;

    CREATE TABLE held_post (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id),
      -- NULL for a post that begins a thread, which is not there before the post is published.
      thread INTEGER REFERENCES thread (id),
      -- The place that is kept for it in the thread.
      number INTEGER,
      -- The number of the post that it answers.
      answers INTEGER,
      -- Who signs a reply: a face, or the person.
      author INTEGER NOT NULL REFERENCES member (id),
      person INTEGER NOT NULL REFERENCES member (id),
      -- Whether it will begin its thread without a name.
      masked INTEGER NOT NULL DEFAULT 0,
      kind TEXT NOT NULL DEFAULT 'question',
      title TEXT NOT NULL DEFAULT '',
      tags TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL,
      -- Raised by each edit: what is approved is what was read.
      version INTEGER NOT NULL DEFAULT 1,
      created INTEGER NOT NULL,
      -- Since when it waits.
      submitted INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'published')),
      reason TEXT,
      -- To the author alone.
      words TEXT NOT NULL DEFAULT '',
      decided INTEGER,
      -- What it has become.
      post INTEGER REFERENCES post (id) ON DELETE SET NULL,
      submission BLOB UNIQUE,
      CHECK ((thread IS NULL) = (number IS NULL))
    ) STRICT;
    CREATE INDEX held_post_waiting ON held_post (space, submitted, id) WHERE state = 'waiting';
    CREATE INDEX held_post_thread ON held_post (thread, number);
    CREATE INDEX held_post_person ON held_post (person, created);

    -- Imports know them again too.
    CREATE TABLE known_line (
      kind TEXT NOT NULL CHECK (kind IN ('user', 'category', 'tag', 'thread', 'post', 'held',
                                           'field')),
      -- A thread's or held post's space and a post's thread, here; 0 for the others.
      place INTEGER NOT NULL,
      -- Of what the line says, its references being to rows of ours (see LineIdentity).
      digest INTEGER NOT NULL,
      -- The row that the line became. It may have changed a good deal since.
      row INTEGER NOT NULL,
      PRIMARY KEY (kind, place, digest)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO known_line SELECT kind, place, digest, row FROM exchange_line;
    DROP TABLE exchange_line;
    ALTER TABLE known_line RENAME TO exchange_line;

    CREATE TRIGGER held_post_moves AFTER UPDATE OF space ON thread
    BEGIN UPDATE held_post SET space = new.space WHERE thread = new.id; END;
    """)
}
