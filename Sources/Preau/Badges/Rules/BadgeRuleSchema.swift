import SQLite

/// The tables of rules, and the view that says what they count.
enum BadgeRuleSchema {
  static let first = Migration(
    "badge rules",
    """
    CREATE TABLE badge_rule (
      class INTEGER PRIMARY KEY REFERENCES badge_class (id) ON DELETE CASCADE,
      -- One of the view below.
      fact TEXT NOT NULL,
      least INTEGER NOT NULL CHECK (least > 0),
      -- NULL: wherever every member may read.
      space INTEGER REFERENCES space (id),
      made_by INTEGER REFERENCES member (id),
      made INTEGER NOT NULL,
      -- Since when it gives nothing.
      paused INTEGER
    ) STRICT;

    -- To whom a rule has given the badge: once, whatever became of it.
    CREATE TABLE badge_rule_gift (
      class INTEGER NOT NULL REFERENCES badge_class (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      given INTEGER NOT NULL,
      PRIMARY KEY (class, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX badge_rule_gift_member ON badge_rule_gift (member);

    CREATE INDEX thread_accepted ON thread (accepted) WHERE accepted IS NOT NULL;

    -- What members did, one line each. Nothing that was written without a name is among it.
    CREATE VIEW badge_fact (fact, member, space, thing) AS
      SELECT 'accepted-answers', post.author, thread.space, post.id
        FROM thread JOIN post ON post.id = thread.accepted
       WHERE thread.accepted IS NOT NULL AND thread.removed IS NULL AND post.removed IS NULL
         AND post.author <> thread.author
         AND NOT EXISTS (SELECT 1 FROM mask WHERE mask.face = post.author)
      UNION ALL
      SELECT 'sealed-tutorials', author.member, tutorial.space, tutorial.id
        FROM tutorial JOIN tutorial_author AS author ON author.tutorial = tutorial.id
       WHERE tutorial.published IS NOT NULL AND tutorial.removed IS NULL
         AND author.agreed IS NOT NULL
         AND (SELECT count(DISTINCT review.seal) FROM review
               WHERE review.tutorial = tutorial.id AND review.version <= tutorial.published
                 AND review.state = 'accepted') = 2
      UNION ALL
      SELECT 'uses', author.member, resource.space, resource_use.id
        FROM resource_use
        JOIN resource ON resource.id = resource_use.resource
        JOIN tutorial_author AS author ON author.tutorial = resource.tutorial
       WHERE resource_use.removed IS NULL AND resource.state = 'published'
         AND author.agreed IS NOT NULL
         AND NOT EXISTS (
           SELECT 1 FROM tutorial_author AS own
            WHERE own.tutorial = resource.tutorial AND own.member = resource_use.member)
      UNION ALL
      SELECT 'uses', resource.added_by, resource.space, resource_use.id
        FROM resource_use JOIN resource ON resource.id = resource_use.resource
       WHERE resource_use.removed IS NULL AND resource.state = 'published'
         AND resource.tutorial IS NULL AND resource.added_by IS NOT NULL
         AND resource_use.member <> resource.added_by
      UNION ALL
      SELECT 'uses-told', resource_use.member, resource.space, resource_use.id
        FROM resource_use JOIN resource ON resource.id = resource_use.resource
       WHERE resource_use.removed IS NULL AND resource.state = 'published'
         AND resource_use.member IS NOT resource.added_by
         AND NOT EXISTS (
           SELECT 1 FROM tutorial_author AS own
            WHERE own.tutorial = resource.tutorial AND own.member = resource_use.member)
      UNION ALL
      SELECT 'corrections', suggestion.author, tutorial.space, suggestion.id
        FROM suggestion JOIN tutorial ON tutorial.id = suggestion.tutorial
       WHERE suggestion.state = 'accepted' AND tutorial.published IS NOT NULL
         AND tutorial.removed IS NULL
      UNION ALL
      SELECT 'reviews', review.reviewer, tutorial.space, review.id
        FROM review JOIN tutorial ON tutorial.id = review.tutorial
       WHERE review.state = 'accepted' AND tutorial.removed IS NULL;
    """)
}
