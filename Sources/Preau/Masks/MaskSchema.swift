import SQLite

/// The tables of those who write without their name.
enum MaskSchema {
  static let first = Migration(
    "masks",
    """
    -- Who stands for whom in one thread: see `MaskStore`.
    CREATE TABLE mask (
      face INTEGER PRIMARY KEY REFERENCES member (id),
      member INTEGER NOT NULL REFERENCES member (id),
      thread INTEGER NOT NULL REFERENCES thread (id),
      -- 0 who began the thread, then in the order in which they came.
      number INTEGER NOT NULL,
      UNIQUE (thread, number)
    ) STRICT;
    CREATE UNIQUE INDEX mask_member ON mask (member, thread);

    -- Whether one may write in the space without one's name: the choice of its référents.
    ALTER TABLE space ADD COLUMN allows_masks INTEGER NOT NULL DEFAULT 0;
    """)
}
