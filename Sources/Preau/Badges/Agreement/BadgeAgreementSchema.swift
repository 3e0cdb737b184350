import SQLite

/// The tables of agreements.
enum BadgeAgreementSchema {
  static let first = Migration(
    "badge agreements",
    """
    -- Here when pupils need an agreement to show a badge: an administrator's choice.
    CREATE TABLE badge_agreement_rule (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      since INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE badge_agreement (
      award INTEGER PRIMARY KEY REFERENCES badge_award (id) ON DELETE CASCADE,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'agreed', 'declined')),
      asked INTEGER NOT NULL,
      decided_by INTEGER REFERENCES member (id),
      decided INTEGER,
      words TEXT NOT NULL DEFAULT '',
      CHECK ((decided IS NULL) = (state = 'waiting'))
    ) STRICT;
    CREATE INDEX badge_agreement_waiting ON badge_agreement (asked) WHERE state = 'waiting';

    -- Learners who are in a class, or have no address.
    CREATE VIEW badge_pupil (member) AS
      SELECT member.id FROM member
       WHERE member.role = 'learner' AND member.deleted IS NULL
         AND (member.email IS NULL OR EXISTS (
           SELECT 1 FROM class_learner WHERE class_learner.member = member.id));

    -- Who may agree, beside administrators.
    CREATE VIEW badge_agreer (award, member) AS
      SELECT award.id, teacher.member
        FROM badge_award AS award
        JOIN class_learner ON class_learner.member = award.member
        JOIN space ON space.id = class_learner.space AND space.closed IS NULL
        JOIN space_member AS teacher
          ON teacher.space = class_learner.space AND teacher.role = 'referent'
       WHERE teacher.member <> award.member
      UNION
      SELECT award.id, referent.member
        FROM badge_award AS award
        JOIN badge_class AS class ON class.id = award.class
        JOIN badge_issuer AS issuer ON issuer.id = class.issuer
        JOIN space_member AS referent
          ON referent.space = issuer.space AND referent.role = 'referent'
       WHERE referent.member <> award.member;
    """)
}
