import SQLite

/// The tables of threads, posts and what members do with them.
enum ThreadSchema {
  static let first = Migration(
    "threads",
    """
    CREATE TABLE thread (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id),
      author INTEGER NOT NULL REFERENCES member (id),
      kind TEXT NOT NULL CHECK (kind IN ('question', 'discussion', 'experience')),
      title TEXT NOT NULL,
      slug TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
      pinned INTEGER NOT NULL DEFAULT 0,
      -- The accepted post.
      accepted INTEGER REFERENCES post (id),
      created INTEGER NOT NULL,
      last_activity INTEGER NOT NULL,
      -- Posts that a reader can see, the first one included.
      post_count INTEGER NOT NULL DEFAULT 0,
      -- The highest number given to a post of this thread; never used twice.
      last_number INTEGER NOT NULL DEFAULT 0,
      me_too_count INTEGER NOT NULL DEFAULT 0,
      -- When its first post was removed: the thread leaves every list, its address says so.
      removed INTEGER
    ) STRICT;
    CREATE INDEX thread_activity ON thread (last_activity DESC, id DESC) WHERE removed IS NULL;
    CREATE INDEX thread_space_activity
      ON thread (space, pinned DESC, last_activity DESC, id DESC) WHERE removed IS NULL;
    CREATE INDEX thread_unanswered ON thread (last_activity DESC, id DESC)
      WHERE removed IS NULL AND kind = 'question' AND post_count = 1 AND state = 'open';
    CREATE INDEX thread_author ON thread (author, last_activity DESC, id DESC);

    CREATE TABLE post (
      id INTEGER PRIMARY KEY,
      thread INTEGER NOT NULL REFERENCES thread (id),
      -- From 1 in each thread, in the order of time.
      number INTEGER NOT NULL,
      author INTEGER NOT NULL REFERENCES member (id),
      -- The post that this one answers.
      parent INTEGER REFERENCES post (id),
      source TEXT NOT NULL,
      html BLOB NOT NULL,
      policy INTEGER NOT NULL,
      created INTEGER NOT NULL,
      edited INTEGER,
      thanks_count INTEGER NOT NULL DEFAULT 0,
      removed INTEGER,
      removed_by INTEGER REFERENCES member (id),
      -- The form that this post came from: sent twice, it makes one post.
      submission BLOB UNIQUE,
      UNIQUE (thread, number)
    ) STRICT;
    CREATE INDEX post_author ON post (author, created DESC);
    CREATE INDEX post_policy ON post (policy);

    -- What a post said before each edit.
    CREATE TABLE post_version (
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      source TEXT NOT NULL,
      title TEXT,
      editor INTEGER NOT NULL REFERENCES member (id),
      -- When this version was replaced.
      replaced INTEGER NOT NULL,
      PRIMARY KEY (post, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tag (
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE,
      label TEXT NOT NULL
    ) STRICT;

    CREATE TABLE thread_tag (
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
      PRIMARY KEY (thread, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX thread_tag_tag ON thread_tag (tag, thread);

    CREATE TABLE thread_follow (
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      since INTEGER NOT NULL,
      PRIMARY KEY (member, thread)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX thread_follow_thread ON thread_follow (thread, member);

    CREATE TABLE me_too (
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      PRIMARY KEY (thread, member)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE thanks (
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      PRIMARY KEY (post, member)
    ) STRICT, WITHOUT ROWID;

    -- How far a member has read: the highest number seen.
    CREATE TABLE thread_reading (
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      PRIMARY KEY (member, thread)
    ) STRICT, WITHOUT ROWID;

    -- Who was named with @ in a post, for the list of what concerns me.
    CREATE TABLE mention (
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      PRIMARY KEY (member, post)
    ) STRICT, WITHOUT ROWID;

    -- What is being written, kept while typing. A place is where it would be published.
    CREATE TABLE draft (
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      place TEXT NOT NULL,
      fields TEXT NOT NULL,
      updated INTEGER NOT NULL,
      PRIMARY KEY (member, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE report (
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      reporter INTEGER NOT NULL REFERENCES member (id),
      reason TEXT NOT NULL,
      comment TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL,
      settled INTEGER,
      settled_by INTEGER REFERENCES member (id),
      UNIQUE (post, reporter)
    ) STRICT;
    CREATE INDEX report_waiting ON report (created) WHERE settled IS NULL;
    """)
}
