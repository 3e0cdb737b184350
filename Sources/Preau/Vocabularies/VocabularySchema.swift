import SQLite

/// The tables of vocabularies and of what is tagged with their concepts.
enum VocabularySchema {
  static let first = Migration(
    "vocabularies",
    """
    CREATE TABLE concept_scheme (
      id INTEGER PRIMARY KEY,
      uri TEXT NOT NULL UNIQUE,
      -- Given once: its address stays, whatever it is called later.
      slug TEXT NOT NULL UNIQUE,
      -- Of texts that name none.
      language TEXT NOT NULL,
      -- Its title in the languages of the interface.
      french TEXT NOT NULL,
      english TEXT NOT NULL,
      imported INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE concept_scheme_text (
      scheme INTEGER NOT NULL REFERENCES concept_scheme (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('title', 'description')),
      language TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (scheme, kind, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE concept (
      id INTEGER PRIMARY KEY,
      uri TEXT NOT NULL UNIQUE,
      -- The scheme under which its page stands.
      scheme INTEGER NOT NULL REFERENCES concept_scheme (id),
      slug TEXT NOT NULL,
      -- Its label in the languages of the interface.
      french TEXT NOT NULL,
      english TEXT NOT NULL,
      -- One a line.
      notations TEXT NOT NULL DEFAULT '',
      -- Said by its file, or because its file has it no more: its tags stay.
      deprecated INTEGER NOT NULL DEFAULT 0 CHECK (deprecated IN (0, 1)),
      -- The address of what to use in its place.
      replacement TEXT,
      UNIQUE (scheme, slug)
    ) STRICT;

    -- The schemes that a concept belongs to, and where it stands there.
    CREATE TABLE concept_place (
      scheme INTEGER NOT NULL REFERENCES concept_scheme (id) ON DELETE CASCADE,
      concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      is_top INTEGER NOT NULL CHECK (is_top IN (0, 1)),
      PRIMARY KEY (scheme, concept)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concept_place_concept ON concept_place (concept);

    CREATE TABLE concept_label (
      concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('pref', 'alt', 'hidden')),
      language TEXT NOT NULL,
      text TEXT NOT NULL,
      -- The label without capitals, accents and signs, by which it is found.
      slug TEXT NOT NULL,
      PRIMARY KEY (concept, kind, language, text)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concept_label_slug ON concept_label (slug);

    CREATE TABLE concept_note (
      concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('definition', 'scope', 'example', 'note')),
      language TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (concept, kind, language, text)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE concept_link (
      concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN (
        'broader', 'related', 'exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch',
        'relatedMatch')),
      uri TEXT NOT NULL,
      -- The concept of that address, when it is one of ours.
      target INTEGER REFERENCES concept (id),
      PRIMARY KEY (concept, kind, uri)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concept_link_target ON concept_link (target, kind);

    -- Concepts that are shown together.
    CREATE TABLE concept_collection (
      id INTEGER PRIMARY KEY,
      uri TEXT NOT NULL UNIQUE,
      scheme INTEGER NOT NULL REFERENCES concept_scheme (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX concept_collection_scheme ON concept_collection (scheme);

    CREATE TABLE concept_collection_label (
      collection INTEGER NOT NULL REFERENCES concept_collection (id) ON DELETE CASCADE,
      language TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (collection, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE concept_collection_member (
      collection INTEGER NOT NULL REFERENCES concept_collection (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      concept INTEGER NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
      PRIMARY KEY (collection, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concept_collection_member_concept ON concept_collection_member (concept);

    -- What is about what. Concepts describe what is written, NEVER people: some of them speak of
    -- disability and illness, and no kind of target will ever be a member, a class or a roll.
    CREATE TABLE concept_tag (
      concept INTEGER NOT NULL REFERENCES concept (id),
      kind TEXT NOT NULL CHECK (kind IN ('thread', 'tutorial', 'resource')),
      target INTEGER NOT NULL,
      PRIMARY KEY (kind, target, concept)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concept_tag_concept ON concept_tag (concept, kind, target);

    -- Free tags that were renamed, merged into another or promoted to a concept.
    CREATE TABLE tag_redirect (
      slug TEXT PRIMARY KEY,
      tag INTEGER REFERENCES tag (id) ON DELETE CASCADE,
      concept INTEGER REFERENCES concept (id),
      CHECK ((tag IS NULL) <> (concept IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_redirect_tag ON tag_redirect (tag);

    -- The vocabularies that come with a release, each loaded once.
    CREATE TABLE vocabulary_seed (
      name TEXT PRIMARY KEY,
      loaded INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A file that an administrator has sent and not yet confirmed.
    CREATE TABLE vocabulary_upload (
      member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      document BLOB NOT NULL,
      sent INTEGER NOT NULL
    ) STRICT;
    """)

  /// One list of what threads are tagged with: the numbers of concepts stand below zero.
  static let words = Migration(
    "words of threads",
    """
    CREATE VIEW thread_word (thread, word) AS
      SELECT thread, tag FROM thread_tag
      UNION ALL
      SELECT target, -concept FROM concept_tag WHERE kind = 'thread';
    """)
}
