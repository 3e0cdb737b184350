import SQLite

/// The tables of tutorials.
enum TutorialSchema {
  static let first = Migration(
    "tutorials",
    """
    -- Which seals a tutorial needs before it is published in the space.
    ALTER TABLE space ADD COLUMN needs_teaching_seal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE space ADD COLUMN needs_trade_seal INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE tutorial (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id),
      -- As of the published version; of the draft before there is one.
      title TEXT NOT NULL,
      slug TEXT NOT NULL,
      licence TEXT NOT NULL,
      -- Four pointers, each the number of a version.
      draft INTEGER NOT NULL,
      shared INTEGER,
      review INTEGER,
      published INTEGER,
      created INTEGER NOT NULL,
      -- Since when the draft waits for a review.
      submitted INTEGER,
      -- When the published version was.
      published_at INTEGER,
      -- When its authors want to look whether it still holds; and for which such day they were told.
      review_by INTEGER,
      reminded INTEGER,
      -- The thread that it was made from.
      thread INTEGER REFERENCES thread (id) ON DELETE SET NULL,
      -- The form that it came from: sent twice, it makes one.
      submission BLOB UNIQUE,
      removed INTEGER,
      removed_by INTEGER REFERENCES member (id),
      CHECK (coalesce(max(shared, review, published), 1) <= draft),
      CHECK ((published IS NULL) = (published_at IS NULL))
    ) STRICT;
    CREATE INDEX tutorial_published ON tutorial (published_at DESC, id DESC)
      WHERE published IS NOT NULL AND removed IS NULL;
    CREATE INDEX tutorial_space ON tutorial (space, published_at DESC, id DESC);
    CREATE INDEX tutorial_thread ON tutorial (thread) WHERE thread IS NOT NULL;
    CREATE INDEX tutorial_waiting ON tutorial (space, submitted) WHERE review IS NOT NULL;
    CREATE INDEX tutorial_due ON tutorial (review_by)
      WHERE review_by IS NOT NULL AND published IS NOT NULL AND removed IS NULL;

    -- All versions are kept. What a reader sees of a tutorial is one of them, whole.
    CREATE TABLE tutorial_version (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      -- From 1, in the order of time.
      number INTEGER NOT NULL,
      author INTEGER NOT NULL REFERENCES member (id),
      title TEXT NOT NULL,
      summary TEXT NOT NULL,
      source TEXT NOT NULL,
      html BLOB NOT NULL,
      policy INTEGER NOT NULL,
      -- How many words it has, for the time that reading it takes.
      words INTEGER NOT NULL,
      licence TEXT NOT NULL,
      language TEXT NOT NULL DEFAULT 'fr',
      -- The software or syllabus that it fits, with its version.
      fits TEXT NOT NULL DEFAULT '',
      tags TEXT NOT NULL DEFAULT '',
      -- What its author says has changed.
      message TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL,
      -- When everybody could first read it; NULL: never.
      published INTEGER,
      PRIMARY KEY (tutorial, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tutorial_version_policy ON tutorial_version (policy);

    CREATE TABLE tutorial_author (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      -- In which order they sign.
      position INTEGER NOT NULL,
      asked_by INTEGER REFERENCES member (id),
      -- NULL: asked, and has not answered.
      agreed INTEGER,
      PRIMARY KEY (tutorial, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tutorial_author_member ON tutorial_author (member, tutorial);

    CREATE TABLE tutorial_tag (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
      PRIMARY KEY (tutorial, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tutorial_tag_tag ON tutorial_tag (tag, tutorial);

    -- Which version shows which file: whoever may read the version may see it.
    CREATE TABLE tutorial_file (
      tutorial INTEGER NOT NULL,
      version INTEGER NOT NULL,
      file INTEGER NOT NULL REFERENCES file (id),
      PRIMARY KEY (tutorial, version, file),
      FOREIGN KEY (tutorial, version) REFERENCES tutorial_version (tutorial, number)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tutorial_file_file ON tutorial_file (file);

    -- What an adaptation says of its original. It stands apart from the text: nobody writes it out.
    CREATE TABLE tutorial_origin (
      tutorial INTEGER PRIMARY KEY REFERENCES tutorial (id) ON DELETE CASCADE,
      original INTEGER NOT NULL REFERENCES tutorial (id),
      -- What it was when it was adapted.
      version INTEGER NOT NULL,
      title TEXT NOT NULL,
      licence TEXT NOT NULL,
      adapted INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX tutorial_origin_original ON tutorial_origin (original, tutorial);
    CREATE TABLE tutorial_origin_author (
      tutorial INTEGER NOT NULL REFERENCES tutorial_origin (tutorial) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      position INTEGER NOT NULL,
      PRIMARY KEY (tutorial, member)
    ) STRICT, WITHOUT ROWID;

    -- What somebody wrote in a thread, quoted where the text says `[passage N]`. The words are kept
    -- as they were; whose they are stands here alone.
    CREATE TABLE tutorial_passage (
      tutorial INTEGER NOT NULL REFERENCES tutorial (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
      author INTEGER NOT NULL REFERENCES member (id),
      source TEXT NOT NULL,
      html BLOB NOT NULL,
      policy INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'agreed', 'refused')),
      PRIMARY KEY (tutorial, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tutorial_passage_post ON tutorial_passage (post);
    CREATE INDEX tutorial_passage_author ON tutorial_passage (author, tutorial);

    -- What can be found: posts, and tutorials with their number below zero as `thread`.
    CREATE VIEW search_any AS
      SELECT document.id AS document, document.reference,
             CASE document.kind WHEN 'post' THEN document.whole ELSE -document.whole END AS thread,
             document.number, document.author, document.created,
             document.title_words, document.body_words,
             coalesce(thread.space, tutorial.space) AS space, thread.state,
             CASE WHEN thread.accepted IS NOT NULL THEN 'solved' END AS solved,
             CASE WHEN thread.post_count = 1 THEN 'unanswered' END AS unanswered
        FROM search_document AS document
             LEFT JOIN thread ON document.kind = 'post' AND thread.id = document.whole
             LEFT JOIN tutorial ON document.kind = 'tutorial' AND tutorial.id = document.whole
       WHERE thread.id IS NOT NULL AND thread.removed IS NULL
          OR tutorial.published IS NOT NULL AND tutorial.removed IS NULL;
    """)
}
