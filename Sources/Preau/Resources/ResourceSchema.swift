import SQLite

/// The tables of the catalogue.
enum ResourceSchema {
  static let first = Migration(
    "resources",
    """
    -- A catalogue card: of a tutorial, of a file, or of something elsewhere.
    CREATE TABLE resource (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id),
      tutorial INTEGER UNIQUE REFERENCES tutorial (id),
      file INTEGER REFERENCES file (id),
      url TEXT,
      -- The address without what does not tell it from others: how duplicates are known.
      url_key TEXT,
      title TEXT NOT NULL,
      slug TEXT NOT NULL,
      -- The words of the title, in the order of the alphabet: how near-identical titles are known.
      title_key TEXT NOT NULL,
      description TEXT NOT NULL,
      -- As they are written; those of a tutorial are read from it.
      authors TEXT NOT NULL DEFAULT '',
      licence TEXT NOT NULL,
      language TEXT NOT NULL DEFAULT 'fr',
      cover INTEGER REFERENCES file (id),
      -- NULL: a tutorial's card was made by its publication.
      added_by INTEGER REFERENCES member (id),
      created INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'published' CHECK (state IN ('published', 'removed')),
      removed_by INTEGER REFERENCES member (id),
      -- Said by who looks after the space.
      removed_for TEXT NOT NULL DEFAULT '',
      minutes INTEGER CHECK (minutes > 0),
      connection TEXT CHECK (connection IN ('needed', 'download', 'none')),
      adaptation TEXT NOT NULL DEFAULT '',
      -- Who vouches for the accessibility card.
      trust TEXT NOT NULL DEFAULT 'unchecked'
        CHECK (trust IN ('unchecked', 'author', 'peer', 'problem')),
      trust_by INTEGER REFERENCES member (id),
      trust_at INTEGER,
      trust_words TEXT NOT NULL DEFAULT '',
      -- Moved with the uses: all, those who would do it again, those who would with changes, and what
      -- follows for the order by evidence, in millionths.
      use_count INTEGER NOT NULL DEFAULT 0,
      again_count INTEGER NOT NULL DEFAULT 0,
      changes_count INTEGER NOT NULL DEFAULT 0,
      evidence INTEGER NOT NULL DEFAULT 0,
      -- The form that it came from: sent twice, it makes one.
      submission BLOB UNIQUE,
      CHECK ((tutorial IS NOT NULL) + (file IS NOT NULL) + (url IS NOT NULL) = 1),
      CHECK ((url IS NULL) = (url_key IS NULL))
    ) STRICT;
    -- One card for an address in a space: a card of a private space must not be known outside it by a
    -- refusal, so the rule does not go beyond the space.
    CREATE UNIQUE INDEX resource_url ON resource (space, url_key)
      WHERE url_key IS NOT NULL AND state = 'published';
    CREATE INDEX resource_url_key ON resource (url_key) WHERE url_key IS NOT NULL;
    CREATE INDEX resource_newest ON resource (created DESC, id DESC) WHERE state = 'published';
    CREATE INDEX resource_evidence ON resource (evidence DESC, id DESC) WHERE state = 'published';
    CREATE INDEX resource_space ON resource (space, created DESC, id DESC);
    CREATE INDEX resource_file ON resource (file) WHERE file IS NOT NULL;
    CREATE INDEX resource_cover ON resource (cover) WHERE cover IS NOT NULL;

    CREATE TABLE resource_tag (
      resource INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
      PRIMARY KEY (resource, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX resource_tag_tag ON resource_tag (tag, resource);

    -- Words of schema.org, and the devices that it was used on.
    CREATE TABLE resource_access (
      resource INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('mode', 'feature', 'hazard', 'device')),
      token TEXT NOT NULL,
      PRIMARY KEY (resource, kind, token)
    ) STRICT, WITHOUT ROWID;

    -- What somebody did with a resource, and what happened. One of each member.
    CREATE TABLE resource_use (
      id INTEGER PRIMARY KEY,
      resource INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      -- As what they speak, in their own words.
      speaks_as TEXT NOT NULL DEFAULT '',
      level INTEGER REFERENCES concept (id),
      track INTEGER REFERENCES concept (id),
      modality INTEGER REFERENCES concept (id),
      sought TEXT NOT NULL DEFAULT '',
      happened TEXT NOT NULL,
      changed TEXT NOT NULL DEFAULT '',
      again TEXT NOT NULL CHECK (again IN ('yes', 'changes', 'no')),
      created INTEGER NOT NULL,
      edited INTEGER,
      removed INTEGER,
      removed_by INTEGER REFERENCES member (id),
      removed_for TEXT NOT NULL DEFAULT '',
      UNIQUE (resource, member)
    ) STRICT;
    CREATE INDEX resource_use_member ON resource_use (member);
    CREATE INDEX resource_use_level ON resource_use (level) WHERE level IS NOT NULL;
    CREATE INDEX resource_use_track ON resource_use (track) WHERE track IS NOT NULL;
    CREATE INDEX resource_use_modality ON resource_use (modality) WHERE modality IS NOT NULL;

    -- What members say of a card, or of a use of it, to those who look after the space.
    CREATE TABLE resource_report (
      id INTEGER PRIMARY KEY,
      resource INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      -- NULL: of the card itself.
      use INTEGER REFERENCES resource_use (id) ON DELETE CASCADE,
      reporter INTEGER NOT NULL REFERENCES member (id),
      words TEXT NOT NULL,
      created INTEGER NOT NULL,
      settled INTEGER,
      settled_by INTEGER REFERENCES member (id)
    ) STRICT;
    CREATE UNIQUE INDEX resource_report_once ON resource_report (resource, ifnull(use, 0), reporter)
      WHERE settled IS NULL;

    -- Every tutorial that everybody reads has its card.
    INSERT INTO resource (
      space, tutorial, title, slug, title_key, description, licence, language, created, changed, state)
    SELECT tutorial.space, tutorial.id, version.title, tutorial.slug, tutorial.slug,
           version.summary, version.licence, version.language, tutorial.published_at,
           tutorial.published_at, CASE WHEN tutorial.removed IS NULL THEN 'published' ELSE 'removed' END
      FROM tutorial JOIN tutorial_version AS version
        ON version.tutorial = tutorial.id AND version.number = tutorial.published;
    INSERT INTO resource_tag (resource, tag)
    SELECT resource.id, tutorial_tag.tag
      FROM resource JOIN tutorial_tag ON tutorial_tag.tutorial = resource.tutorial;
    INSERT INTO concept_tag (concept, kind, target)
    SELECT concept_tag.concept, 'resource', resource.id
      FROM resource JOIN concept_tag
        ON concept_tag.kind = 'tutorial' AND concept_tag.target = resource.tutorial;
    """)

  static let collections = Migration(
    "collections of resources",
    """
    CREATE TABLE resource_collection (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('toolbox', 'path')),
      title TEXT NOT NULL,
      slug TEXT NOT NULL,
      words TEXT NOT NULL,
      visibility TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'private')),
      owner INTEGER NOT NULL REFERENCES member (id),
      created INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      removed INTEGER,
      removed_by INTEGER REFERENCES member (id)
    ) STRICT;
    CREATE INDEX resource_collection_newest ON resource_collection (changed DESC, id DESC)
      WHERE removed IS NULL;
    CREATE INDEX resource_collection_owner ON resource_collection (owner);

    -- Those who change it with its owner.
    CREATE TABLE collection_editor (
      collection INTEGER NOT NULL REFERENCES resource_collection (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      asked INTEGER NOT NULL,
      -- NULL: asked, and has not answered.
      agreed INTEGER,
      PRIMARY KEY (collection, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX collection_editor_member ON collection_editor (member, collection);

    CREATE TABLE collection_item (
      collection INTEGER NOT NULL REFERENCES resource_collection (id) ON DELETE CASCADE,
      resource INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
      -- From 1, without a gap.
      position INTEGER NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      added INTEGER NOT NULL,
      PRIMARY KEY (collection, resource)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX collection_item_place ON collection_item (collection, position);
    CREATE INDEX collection_item_resource ON collection_item (resource);
    """)

  static let links = Migration(
    "visits to links",
    """
    -- What visits to the link of a card have found.
    CREATE TABLE resource_link (
      resource INTEGER PRIMARY KEY REFERENCES resource (id) ON DELETE CASCADE,
      -- The link that was visited: a card's link may change.
      url TEXT NOT NULL,
      visited INTEGER NOT NULL,
      next_visit INTEGER NOT NULL,
      failures INTEGER NOT NULL,
      failed_since INTEGER,
      broken INTEGER
    ) STRICT;
    CREATE INDEX resource_link_next ON resource_link (next_visit);
    """)

  static let calls = Migration(
    "calls for contributions",
    """
    -- Opened on an empty cell of the census, in the name of a space.
    CREATE TABLE contribution_call (
      id INTEGER PRIMARY KEY,
      space INTEGER NOT NULL REFERENCES space (id),
      row_concept INTEGER NOT NULL REFERENCES concept (id),
      column_concept INTEGER NOT NULL REFERENCES concept (id),
      words TEXT NOT NULL DEFAULT '',
      opened INTEGER NOT NULL,
      opened_by INTEGER NOT NULL REFERENCES member (id),
      closed INTEGER,
      closed_by INTEGER REFERENCES member (id)
    ) STRICT;
    CREATE UNIQUE INDEX contribution_call_open
      ON contribution_call (space, row_concept, column_concept) WHERE closed IS NULL;
    """)
}
