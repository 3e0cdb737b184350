import SQLite

/// The tables of mails: what members chose, what waits to leave, and addresses that take nothing.
enum MailSchema {
  static let first = Migration(
    "mail",
    """
    -- How often a member wants mails of what. Nothing stands here before it was chosen.
    CREATE TABLE mail_choice (
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      scope TEXT NOT NULL,
      -- The number of a space, a tag or a thread; else 0.
      target INTEGER NOT NULL DEFAULT 0,
      level TEXT NOT NULL CHECK (level IN ('now', 'daily', 'weekly', 'never')),
      PRIMARY KEY (member, scope, target)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mail_choice_target ON mail_choice (scope, target);

    -- Members who want mails in the evening, at week-ends and in holidays, too.
    CREATE TABLE mail_any_time (
      member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE
    ) STRICT;

    -- Addresses that the server refused for good. Another address of the member is tried anew.
    CREATE TABLE mail_bounce (
      member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
      email TEXT NOT NULL,
      code INTEGER NOT NULL,
      answer TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;

    -- Mails that wait, and what became of them. What they say is written when they leave.
    CREATE TABLE mail_outbox (
      id INTEGER PRIMARY KEY,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('now', 'daily', 'weekly')),
      -- The line of the list of notifications that a mail of its own is about; else 0.
      line INTEGER NOT NULL,
      created INTEGER NOT NULL,
      due INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sent', 'dropped', 'failed')),
      settled INTEGER,
      problem TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX mail_outbox_due ON mail_outbox (due) WHERE state = 'waiting';
    -- What happens before a mail leaves joins it.
    CREATE UNIQUE INDEX mail_outbox_open ON mail_outbox (member, kind, line)
      WHERE state = 'waiting' AND attempts = 0;
    CREATE INDEX mail_outbox_member ON mail_outbox (member, settled);

    -- NULL: no mail was thought of yet; 0: none; else the mail that tells it.
    ALTER TABLE notification ADD COLUMN mail INTEGER;
    UPDATE notification SET mail = 0;
    CREATE INDEX notification_unmailed ON notification (id) WHERE mail IS NULL;
    CREATE INDEX notification_mail ON notification (mail) WHERE mail > 0;
    """)
}
