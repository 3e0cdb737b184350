import SQLite

/// The tables of what référents decide.
enum ModerationSchema {
  static let first = Migration(
    "moderation",
    """
    -- What was reported of one post, until somebody decides; or a decision that is contested.
    CREATE TABLE moderation_case (
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      -- The case whose decision is contested here: once.
      contests INTEGER UNIQUE REFERENCES moderation_case (id),
      opened INTEGER NOT NULL,
      -- Who looks at it, and since when; NULL: nobody yet.
      holder INTEGER REFERENCES member (id),
      held INTEGER,
      decision TEXT,
      reason TEXT,
      decided INTEGER,
      decided_by INTEGER REFERENCES member (id),
      -- Which edit of the post the decision was.
      edit INTEGER,
      -- Whether its author had taken the post away already.
      withdrawn INTEGER NOT NULL DEFAULT 0,
      -- When the decision was undone.
      cancelled INTEGER,
      CHECK ((decided IS NULL) = (decision IS NULL)),
      CHECK ((decided IS NULL) = (decided_by IS NULL)),
      CHECK ((holder IS NULL) = (held IS NULL))
    ) STRICT;
    -- Reports on one post form one case.
    CREATE UNIQUE INDEX moderation_case_post_open ON moderation_case (post)
      WHERE decided IS NULL AND contests IS NULL;
    CREATE INDEX moderation_case_waiting ON moderation_case (opened, id) WHERE decided IS NULL;
    CREATE INDEX moderation_case_post ON moderation_case (post);

    -- What people write about a case: notes among référents, words to the author, the author's plea.
    CREATE TABLE moderation_remark (
      id INTEGER PRIMARY KEY,
      item INTEGER NOT NULL REFERENCES moderation_case (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('note', 'words', 'plea')),
      author INTEGER NOT NULL REFERENCES member (id),
      body TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX moderation_remark_item ON moderation_remark (item, id);

    -- Who is told of a decision: the author of the post, and those who reported it.
    CREATE TABLE moderation_message (
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      item INTEGER NOT NULL REFERENCES moderation_case (id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('author', 'reporter')),
      created INTEGER NOT NULL,
      read INTEGER,
      UNIQUE (member, item, role)
    ) STRICT;
    CREATE INDEX moderation_message_member ON moderation_message (member, id DESC);

    -- Who may not write in a space, until when.
    CREATE TABLE silence (
      item INTEGER PRIMARY KEY REFERENCES moderation_case (id) ON DELETE CASCADE,
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      until INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX silence_member ON silence (member, space, until);

    -- The case to which a report belongs; NULL: settled before there were cases.
    ALTER TABLE report ADD COLUMN item INTEGER REFERENCES moderation_case (id);
    CREATE INDEX report_item ON report (item);
    INSERT INTO moderation_case (post, opened)
      SELECT post, min(created) FROM report WHERE settled IS NULL GROUP BY post;
    UPDATE report
       SET item = (SELECT id FROM moderation_case WHERE moderation_case.post = report.post)
     WHERE settled IS NULL;

    -- Whether everybody who reads the space may read what was decided in it, without names.
    ALTER TABLE space ADD COLUMN shows_moderation INTEGER NOT NULL DEFAULT 0;
    """)

  /// Finds the cases that would wait for ever.
  static let alone = Migration(
    "cases that no référent may decide",
    """
    -- Nobody else looks after the space than who wrote the post or made the decision contested.
    CREATE VIEW case_alone AS
      SELECT item.id
        FROM moderation_case AS item
        JOIN post ON post.id = item.post
        JOIN thread ON thread.id = post.thread
        LEFT JOIN moderation_case AS first ON first.id = item.contests
       WHERE NOT EXISTS (
         SELECT 1 FROM space_member
          WHERE space_member.space = thread.space AND space_member.role = 'referent'
            AND space_member.member IS NOT first.decided_by
            AND space_member.member <> coalesce(
                  (SELECT mask.member FROM mask WHERE mask.face = post.author), post.author));
    """)
}
