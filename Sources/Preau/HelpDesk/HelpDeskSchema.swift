// A request for help says where a question stands. Its state follows the thread, whoever changes it:
// (1) Every question has one request, other threads have none: made with the thread.
// (2) Accepting an answer resolves; accepting none any more gives back to the owner, or to all.
// (3) Closing the thread closes an open request; a resolved one, or one without solution, keeps its
//     outcome. Opening the thread again gives back what was closed.
// (4) A reply by the asker to a request that waits for them gives it back to its owner.
// (5) Taken or waiting, it has an owner. When the owner's account is deleted, when the owner leaves
//     the space, or when the thread moves to another one, it is nobody's again.
// (6) It stands in the space of its thread, and leaves the board with a removed thread.
// The acts of those who help are conditional statements of `HelpDeskStore`.

import SQLite

/// The tables of the help desk, and the triggers that keep requests in step with their threads.
enum HelpDeskSchema {
  static let first = Migration(
    "help desk",
    """
    CREATE TABLE help_request (
      thread INTEGER PRIMARY KEY REFERENCES thread (id) ON DELETE CASCADE,
      space INTEGER NOT NULL REFERENCES space (id),
      state TEXT NOT NULL
        CHECK (state IN ('new', 'taken', 'waiting', 'resolved', 'unresolved', 'closed')),
      owner INTEGER REFERENCES member (id),
      asked INTEGER NOT NULL,
      -- Since when it is in this state, as far as anybody said.
      changed INTEGER NOT NULL,
      -- Whether its thread was removed.
      removed INTEGER NOT NULL DEFAULT 0,
      CHECK (state NOT IN ('taken', 'waiting') OR owner IS NOT NULL),
      CHECK (state <> 'new' OR owner IS NULL)
    ) STRICT;
    -- The board and its counts read this index alone.
    CREATE INDEX help_request_open ON help_request (space, asked, thread, state, owner, removed)
      WHERE removed = 0 AND state IN ('new', 'taken', 'waiting');
    CREATE INDEX help_request_done ON help_request (space, state, changed DESC, thread DESC)
      WHERE removed = 0 AND state IN ('resolved', 'unresolved', 'closed');
    CREATE INDEX help_request_owner ON help_request (owner, state) WHERE owner IS NOT NULL;

    CREATE TRIGGER help_request_begins AFTER INSERT ON thread WHEN new.kind = 'question'
    BEGIN
      INSERT INTO help_request (thread, space, state, asked, changed, removed)
      VALUES (new.id, new.space, CASE new.state WHEN 'closed' THEN 'closed' ELSE 'new' END,
              new.created, new.created, new.removed IS NOT NULL);
    END;
    CREATE TRIGGER help_request_is_resolved AFTER UPDATE OF accepted ON thread
      WHEN new.accepted IS NOT NULL
    BEGIN
      UPDATE help_request
         SET state = 'resolved',
             changed = max(changed, (SELECT created FROM post WHERE id = new.accepted))
       WHERE thread = new.id;
    END;
    CREATE TRIGGER help_request_is_not_resolved AFTER UPDATE OF accepted ON thread
      WHEN new.accepted IS NULL AND old.accepted IS NOT NULL
    BEGIN
      UPDATE help_request
         SET state = CASE WHEN new.state = 'closed' THEN 'closed'
                          WHEN owner IS NULL THEN 'new' ELSE 'taken' END
       WHERE thread = new.id AND state = 'resolved';
    END;
    CREATE TRIGGER help_request_is_closed AFTER UPDATE OF state ON thread
      WHEN new.state = 'closed' AND old.state = 'open'
    BEGIN
      UPDATE help_request SET state = 'closed', changed = max(changed, new.last_activity)
       WHERE thread = new.id AND state IN ('new', 'taken', 'waiting');
    END;
    CREATE TRIGGER help_request_is_open_again AFTER UPDATE OF state ON thread
      WHEN new.state = 'open' AND old.state = 'closed'
    BEGIN
      UPDATE help_request SET state = CASE WHEN owner IS NULL THEN 'new' ELSE 'taken' END
       WHERE thread = new.id AND state = 'closed';
    END;
    CREATE TRIGGER help_request_is_answered AFTER INSERT ON post WHEN new.number > 1
    BEGIN
      UPDATE help_request SET state = 'taken', changed = new.created
       WHERE thread = new.thread AND state = 'waiting'
         AND new.author = (SELECT author FROM thread WHERE id = new.thread);
    END;
    CREATE TRIGGER help_request_moves AFTER UPDATE OF space ON thread
      WHEN new.space <> old.space
    BEGIN
      UPDATE help_request
         SET space = new.space,
             owner = CASE WHEN state IN ('taken', 'waiting', 'closed') THEN NULL ELSE owner END,
             state = CASE WHEN state IN ('taken', 'waiting') THEN 'new' ELSE state END
       WHERE thread = new.id;
    END;
    CREATE TRIGGER help_request_is_removed AFTER UPDATE OF removed ON thread
    BEGIN
      UPDATE help_request SET removed = new.removed IS NOT NULL WHERE thread = new.id;
    END;

    -- Members who help beside the référents, named by them.
    CREATE TABLE help_volunteer (
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      since INTEGER NOT NULL,
      PRIMARY KEY (space, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX help_volunteer_member ON help_volunteer (member, space);

    -- What was said when a request was handed over: for those who help.
    CREATE TABLE help_note (
      id INTEGER PRIMARY KEY,
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      author INTEGER NOT NULL REFERENCES member (id),
      -- To whom; NULL: back to the desk.
      heir INTEGER REFERENCES member (id),
      text TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX help_note_thread ON help_note (thread, id DESC);

    -- A space without a row has the usual delay.
    CREATE TABLE help_desk (
      space INTEGER PRIMARY KEY REFERENCES space (id) ON DELETE CASCADE,
      delay_hours INTEGER NOT NULL CHECK (delay_hours BETWEEN 1 AND 720)
    ) STRICT;

    -- Days since 1970, the last one included. Without a space: for the whole site.
    CREATE TABLE school_holiday (
      id INTEGER PRIMARY KEY,
      space INTEGER REFERENCES space (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      CHECK (last_day >= first_day)
    ) STRICT;
    CREATE INDEX school_holiday_space ON school_holiday (space, first_day);

    CREATE TRIGGER helper_is_deleted AFTER UPDATE OF deleted ON member
      WHEN new.deleted IS NOT NULL AND old.deleted IS NULL
    BEGIN
      UPDATE help_request
         SET owner = NULL, state = CASE state WHEN 'closed' THEN 'closed' ELSE 'new' END
       WHERE owner = new.id AND state IN ('taken', 'waiting', 'closed');
      DELETE FROM help_volunteer WHERE member = new.id;
      UPDATE help_note SET text = '' WHERE author = new.id;
    END;
    CREATE TRIGGER helper_leaves AFTER DELETE ON space_member
    BEGIN
      UPDATE help_request
         SET owner = NULL, state = CASE state WHEN 'closed' THEN 'closed' ELSE 'new' END
       WHERE owner = old.member AND space = old.space AND state IN ('taken', 'waiting', 'closed');
      DELETE FROM help_volunteer WHERE member = old.member AND space = old.space;
    END;

    -- Many requests changed at once, with what each was before: it can be undone.
    CREATE TABLE help_batch (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      action TEXT NOT NULL CHECK (action IN ('tag', 'assign', 'close')),
      tag INTEGER REFERENCES tag (id) ON DELETE CASCADE,
      heir INTEGER REFERENCES member (id),
      created INTEGER NOT NULL,
      undone INTEGER
    ) STRICT;
    CREATE TABLE help_batch_line (
      batch INTEGER NOT NULL REFERENCES help_batch (id) ON DELETE CASCADE,
      thread INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
      state TEXT NOT NULL,
      owner INTEGER REFERENCES member (id),
      PRIMARY KEY (batch, thread)
    ) STRICT, WITHOUT ROWID;
    """)

  static let answers = Migration(
    "answers that serve again",
    """
    CREATE TABLE help_answer (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX help_answer_space ON help_answer (space, name, id);
    """)

  static let known = Migration("requests of known questions", makeMissing)

  /// Gives every question that has none its request.
  @Sendable static func makeMissing(_ db: Writer) throws {
    try db.run(
      """
      INSERT INTO help_request (thread, space, state, asked, changed, removed)
      SELECT id, space,
             CASE WHEN accepted IS NOT NULL THEN 'resolved'
                  WHEN state = 'closed' THEN 'closed' ELSE 'new' END,
             created, last_activity, removed IS NOT NULL
        FROM thread
       WHERE kind = 'question'
         AND NOT EXISTS (SELECT 1 FROM help_request WHERE help_request.thread = thread.id)
      """)
  }
}
