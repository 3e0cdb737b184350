import SQLite

/// The tables of what happens after an answer.
enum HelpFollowUpSchema {
  static let first = Migration(
    "follow-ups and unmet needs",
    """
    ALTER TABLE help_desk ADD COLUMN
      follow_up_days INTEGER NOT NULL DEFAULT 21 CHECK (follow_up_days BETWEEN 1 AND 365);

    CREATE TABLE help_follow_up (
      thread INTEGER PRIMARY KEY REFERENCES thread (id) ON DELETE CASCADE,
      asker INTEGER NOT NULL REFERENCES member (id),
      due INTEGER NOT NULL,
      delays INTEGER NOT NULL DEFAULT 0,
      answer TEXT CHECK (answer IN ('yes', 'partly', 'no')),
      comment TEXT NOT NULL DEFAULT '',
      answered INTEGER,
      CHECK ((answer IS NULL) = (answered IS NULL))
    ) STRICT;
    CREATE INDEX help_follow_up_due ON help_follow_up (due, thread) WHERE answer IS NULL;
    CREATE INDEX help_follow_up_asker ON help_follow_up (asker, due) WHERE answer IS NULL;

    -- Needs that nobody could meet: one for a question.
    CREATE TABLE unmet_need (
      thread INTEGER PRIMARY KEY REFERENCES thread (id) ON DELETE CASCADE,
      space INTEGER NOT NULL REFERENCES space (id),
      -- Under which référents group it, and what they add to it.
      theme TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL,
      -- When it was sent to the level above.
      sent INTEGER
    ) STRICT;
    CREATE INDEX unmet_need_space ON unmet_need (space, theme, created, thread);

    CREATE TRIGGER need_begins AFTER UPDATE OF state ON help_request
      WHEN new.state = 'unresolved' AND old.state <> 'unresolved'
    BEGIN
      INSERT INTO unmet_need (thread, space, created) VALUES (new.thread, new.space, new.changed)
      ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER help_begins_again AFTER UPDATE OF state ON help_request
      WHEN new.state IN ('new', 'taken', 'waiting')
        AND old.state IN ('resolved', 'unresolved', 'closed')
    BEGIN
      DELETE FROM help_follow_up WHERE thread = new.thread AND answer IS NULL;
      DELETE FROM unmet_need WHERE thread = new.thread AND sent IS NULL;
    END;
    CREATE TRIGGER need_moves AFTER UPDATE OF space ON help_request
    BEGIN
      UPDATE unmet_need SET space = new.space WHERE thread = new.thread;
    END;
    CREATE TRIGGER asker_is_deleted AFTER UPDATE OF deleted ON member
      WHEN new.deleted IS NOT NULL AND old.deleted IS NULL
    BEGIN
      DELETE FROM help_follow_up WHERE asker = new.id AND answer IS NULL;
      UPDATE help_follow_up SET comment = '' WHERE asker = new.id;
    END;
    """)

  static let told = Migration(
    "follow-ups that were told",
    """
    -- When the asker was told that the question waits.
    ALTER TABLE help_follow_up ADD COLUMN told INTEGER;
    CREATE INDEX help_follow_up_untold ON help_follow_up (due, thread)
      WHERE answer IS NULL AND told IS NULL;
    """)
}
