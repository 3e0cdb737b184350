import SQLite

/// The table of what members are told, and the view that says what of it they may still read.
enum NotificationSchema {
  static let first = Migration(
    "notifications",
    """
    CREATE TABLE notification (
      id INTEGER PRIMARY KEY,
      -- Who is told.
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      thread INTEGER REFERENCES thread (id) ON DELETE CASCADE,
      post INTEGER REFERENCES post (id) ON DELETE CASCADE,
      -- A page of ours, for what is about no thread.
      address TEXT NOT NULL DEFAULT '',
      -- Who did it, where it is not the author of the post and may be known.
      actor INTEGER REFERENCES member (id),
      -- What somebody says with it, in plain words.
      words TEXT NOT NULL DEFAULT '',
      -- Not counted in the roof.
      quiet INTEGER NOT NULL DEFAULT 0,
      created INTEGER NOT NULL,
      read INTEGER
    ) STRICT;
    -- Told once of each thing; also how a post finds what was told of it.
    CREATE UNIQUE INDEX notification_once ON notification (post, member, kind);
    CREATE INDEX notification_member ON notification (member, id);
    CREATE INDEX notification_unread ON notification (member) WHERE read IS NULL;
    CREATE INDEX notification_thread ON notification (thread);
    CREATE INDEX mention_post ON mention (post);

    -- What is told is asked for anew each time it is shown: never about a thread that its reader
    -- cannot read any more, nor a post that was taken away. What is told of one thread is one line.
    CREATE VIEW readable_notification AS
      SELECT notification.id, notification.member, notification.kind, notification.thread,
             notification.post, notification.address, notification.actor, notification.words,
             notification.quiet, notification.created, notification.read,
             coalesce(notification.thread, -notification.id) AS line
        FROM notification
        LEFT JOIN thread ON thread.id = notification.thread
        LEFT JOIN post ON post.id = notification.post
       WHERE (notification.thread IS NULL
              OR thread.removed IS NULL AND EXISTS (
                SELECT 1 FROM readable_space
                 WHERE reader = notification.member AND space = thread.space))
         AND (notification.post IS NULL OR post.removed IS NULL);
    """)
}
