import SQLite

/// The tables of reviews.
enum ReviewSchema {
  static let first = Migration(
    "reviews",
    """
    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      tutorial INTEGER NOT NULL,
      version INTEGER NOT NULL,
      seal TEXT NOT NULL CHECK (seal IN ('teaching', 'trade')),
      reviewer INTEGER NOT NULL REFERENCES member (id),
      state TEXT NOT NULL CHECK (state IN ('reserved', 'accepted', 'returned', 'released')),
      reserved INTEGER NOT NULL,
      decided INTEGER,
      -- Why it was returned; what the reviewer says with the seal.
      words TEXT NOT NULL DEFAULT '',
      FOREIGN KEY (tutorial, version) REFERENCES tutorial_version (tutorial, number)
        ON DELETE CASCADE,
      CHECK ((decided IS NULL) = (state IN ('reserved', 'released')))
    ) STRICT;
    -- A seal of a version is one person's, and a person has one seal of it.
    CREATE UNIQUE INDEX review_seal ON review (tutorial, version, seal)
      WHERE state IN ('reserved', 'accepted');
    CREATE UNIQUE INDEX review_person ON review (tutorial, version, reviewer)
      WHERE state IN ('reserved', 'accepted');
    CREATE INDEX review_tutorial ON review (tutorial, version);
    CREATE INDEX review_reviewer ON review (reviewer, id);

    CREATE TABLE review_point (
      review INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
      point TEXT NOT NULL,
      -- NULL where there is only a remark yet.
      answer TEXT,
      remark TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (review, point)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE review_comment (
      review INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      -- Of a heading of that version, and what it says.
      anchor TEXT NOT NULL,
      heading TEXT NOT NULL,
      words TEXT NOT NULL,
      PRIMARY KEY (review, position)
    ) STRICT, WITHOUT ROWID;

    -- Whom those who look after a space have named for the trade, beside professionals.
    CREATE TABLE trade_reviewer (
      space INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      since INTEGER NOT NULL,
      PRIMARY KEY (space, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX trade_reviewer_member ON trade_reviewer (member, space);

    -- Who signed a tutorial once.
    CREATE TABLE tutorial_past_author (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      PRIMARY KEY (tutorial, member)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER tutorial_author_leaves AFTER DELETE ON tutorial_author
    WHEN old.agreed IS NOT NULL AND EXISTS (SELECT 1 FROM tutorial WHERE id = old.tutorial)
    BEGIN
      INSERT INTO tutorial_past_author (tutorial, member) VALUES (old.tutorial, old.member)
      ON CONFLICT DO NOTHING;
    END;

    -- What nobody may review any more is nobody's.
    CREATE TRIGGER review_is_released AFTER UPDATE OF review, published ON tutorial
    WHEN old.review IS NOT new.review OR old.published IS NOT new.published
    BEGIN
      UPDATE review SET state = 'released'
       WHERE tutorial = new.id AND state = 'reserved'
         AND version IS NOT new.review AND version IS NOT new.published;
    END;

    -- Whose words a tutorial holds, of today or of before.
    CREATE VIEW tutorial_involved (tutorial, member) AS
      SELECT tutorial, member FROM tutorial_author
      UNION ALL SELECT tutorial, author FROM tutorial_version
      UNION ALL SELECT tutorial, member FROM tutorial_past_author
      UNION ALL SELECT tutorial, member FROM tutorial_origin_author
      UNION ALL
      SELECT passage.tutorial, coalesce(mask.member, passage.author)
        FROM tutorial_passage AS passage LEFT JOIN mask ON mask.face = passage.author
       WHERE passage.state <> 'refused';

    -- Who may give which seal in a space. The same rule as `ReviewActor.mayGive`.
    CREATE VIEW reviewer (space, member, seal) AS
      SELECT space.id, member.id, seal.name
        FROM space CROSS JOIN member
        CROSS JOIN (SELECT 'teaching' AS name UNION ALL SELECT 'trade') AS seal
       WHERE space.closed IS NULL AND member.deleted IS NULL AND member.role <> 'learner'
         AND (space.visibility <> 'private' OR EXISTS (
           SELECT 1 FROM space_member AS inside
            WHERE inside.space = space.id AND inside.member = member.id))
         AND CASE seal.name
             WHEN 'teaching' THEN member.role IN ('teacher', 'administrator') OR EXISTS (
               SELECT 1 FROM space_member AS inside
                WHERE inside.space = space.id AND inside.member = member.id
                  AND inside.role = 'referent')
             ELSE member.role = 'professional' OR EXISTS (
               SELECT 1 FROM trade_reviewer
                WHERE trade_reviewer.space = space.id AND trade_reviewer.member = member.id)
             END;
    """)

  /// Whose suggestions were taken over, and who wrote what an original was made from itself, see
  /// their own words in a tutorial too.
  static let hands = Migration(
    "everybody whose words a tutorial holds",
    """
    -- Whose words an adaptation took over on the day it was made, from however far.
    CREATE TABLE tutorial_earlier_hand (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      PRIMARY KEY (tutorial, member)
    ) STRICT, WITHOUT ROWID;

    DROP VIEW tutorial_involved;
    CREATE VIEW tutorial_involved (tutorial, member) AS
      SELECT tutorial, member FROM tutorial_author
      UNION ALL SELECT tutorial, author FROM tutorial_version
      UNION ALL SELECT tutorial, member FROM tutorial_past_author
      UNION ALL SELECT tutorial, member FROM tutorial_origin_author
      UNION ALL SELECT tutorial, member FROM tutorial_earlier_hand
      UNION ALL SELECT tutorial, author FROM suggestion WHERE state = 'accepted'
      UNION ALL
      SELECT passage.tutorial, coalesce(mask.member, passage.author)
        FROM tutorial_passage AS passage LEFT JOIN mask ON mask.face = passage.author
       WHERE passage.state <> 'refused';

    CREATE TRIGGER tutorial_takes_hands AFTER INSERT ON tutorial_origin
    BEGIN
      INSERT INTO tutorial_earlier_hand (tutorial, member)
      SELECT DISTINCT new.tutorial, member FROM tutorial_involved WHERE tutorial = new.original
      ON CONFLICT DO NOTHING;
    END;

    INSERT INTO tutorial_earlier_hand (tutorial, member)
    WITH RECURSIVE line (tutorial, ancestor) AS (
      SELECT tutorial, original FROM tutorial_origin
      UNION
      SELECT line.tutorial, further.original
        FROM line JOIN tutorial_origin AS further ON further.tutorial = line.ancestor)
    SELECT DISTINCT line.tutorial, tutorial_involved.member
      FROM line JOIN tutorial_involved ON tutorial_involved.tutorial = line.ancestor;
    """)
}
