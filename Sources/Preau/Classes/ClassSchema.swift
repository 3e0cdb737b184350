import SQLite

/// The tables of classes. A class is a private space with a code, a school year and a roll.
enum ClassSchema {
  static let first = Migration(
    "classes",
    """
    -- When its time ended: it is read from then on, not written in.
    ALTER TABLE space ADD COLUMN closed INTEGER;

    CREATE TABLE class (
      -- Its référents are the teachers of the class; its other members learners and helpers.
      space INTEGER PRIMARY KEY REFERENCES space (id),
      -- What is typed to log in or to ask to enter.
      code TEXT NOT NULL UNIQUE,
      -- 2026 for 2026-2027.
      year INTEGER NOT NULL,
      made_by INTEGER NOT NULL REFERENCES member (id),
      created INTEGER NOT NULL,
      -- The class of the year before.
      previous INTEGER REFERENCES class (space)
    ) STRICT;

    -- The learners of a class. Who leaves its space leaves its roll.
    CREATE TABLE class_learner (
      space INTEGER NOT NULL REFERENCES class (space),
      member INTEGER NOT NULL,
      -- The name that is typed to log in, without case, accents and spaces.
      called TEXT NOT NULL,
      PRIMARY KEY (space, member),
      UNIQUE (space, called),
      FOREIGN KEY (space, member) REFERENCES space_member (space, member) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX class_learner_member ON class_learner (member, space);

    -- Who asks to enter, until a teacher of the class answers.
    CREATE TABLE class_request (
      space INTEGER NOT NULL REFERENCES class (space),
      member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
      asked INTEGER NOT NULL,
      PRIMARY KEY (space, member)
    ) STRICT, WITHOUT ROWID;

    -- Accounts that a teacher made: without e-mail, under the name that the teacher wrote.
    CREATE TABLE class_account (
      member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
      -- For which class it was made.
      space INTEGER NOT NULL REFERENCES class (space),
      -- Whether the password is one of our secrets, rather than one that the learner chose.
      is_secret INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    -- An invitation can be typed, too.
    ALTER TABLE invitation ADD COLUMN code_hash BLOB;
    CREATE UNIQUE INDEX invitation_code ON invitation (code_hash);
    """)

  /// Remembers whom a teacher put out, and leaves classes to teachers alone.
  static let removals = Migration(
    "class removals",
    """
    -- Who was put out of a class: the code alone does not bring them back.
    CREATE TABLE class_removal (
      space INTEGER NOT NULL REFERENCES class (space),
      member INTEGER NOT NULL REFERENCES member (id),
      PRIMARY KEY (space, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX class_removal_member ON class_removal (member);

    UPDATE space_member SET role = 'member'
     WHERE role = 'referent' AND space IN (SELECT space FROM class)
       AND member IN (SELECT id FROM member WHERE role NOT IN ('teacher', 'administrator'));
    """)

  /// Invitations into a class, and those that leave by mail.
  static let invitations = Migration(
    "class invitations",
    """
    -- The class into which it leads.
    ALTER TABLE invitation ADD COLUMN space INTEGER REFERENCES space (id) ON DELETE CASCADE;
    CREATE INDEX invitation_space ON invitation (space) WHERE space IS NOT NULL;

    -- One into a class stands as long as the class is open and who made it teaches there.
    CREATE VIEW standing_invitation AS
      SELECT invitation.id, invitation.token_hash, invitation.code_hash, invitation.role,
             invitation.note, invitation.made_by, invitation.created, invitation.expires,
             invitation.uses_left, invitation.space, ifnull(space.name, '') AS space_name
        FROM invitation LEFT JOIN space ON space.id = invitation.space
       WHERE invitation.space IS NULL OR space.closed IS NULL AND EXISTS (
         SELECT 1 FROM space_member
          WHERE space_member.space = invitation.space
            AND space_member.member = invitation.made_by AND space_member.role = 'referent');

    -- Where an invitation is to be sent. Its secrets are made from the seed when it leaves.
    CREATE TABLE invitation_mail (
      id INTEGER PRIMARY KEY,
      invitation INTEGER NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
      email TEXT NOT NULL,
      seed BLOB NOT NULL,
      created INTEGER NOT NULL,
      due INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
      problem TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX invitation_mail_due ON invitation_mail (due) WHERE state = 'waiting';
    CREATE INDEX invitation_mail_of ON invitation_mail (invitation);
    """)
}
