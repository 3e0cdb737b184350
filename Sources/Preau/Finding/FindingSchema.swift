import SQLite

/// What tells the index in memory that the catalogue has changed.
enum FindingSchema {
  static let first = Migration(
    "changes of the catalogue",
    """
    -- One line for each thing that was added, changed or taken away, in the order of time: whoever
    -- keeps an index reads what is new. Old lines are taken away, never the last.
    CREATE TABLE find_change (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('thread', 'resource')),
      target INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER find_thread_added AFTER INSERT ON thread
      BEGIN INSERT INTO find_change (kind, target) VALUES ('thread', new.id); END;
    CREATE TRIGGER find_thread_changed AFTER UPDATE OF space, removed, last_activity ON thread
      BEGIN INSERT INTO find_change (kind, target) VALUES ('thread', new.id); END;
    CREATE TRIGGER find_thread_gone AFTER DELETE ON thread
      BEGIN INSERT INTO find_change (kind, target) VALUES ('thread', old.id); END;
    CREATE TRIGGER find_resource_added AFTER INSERT ON resource
      BEGIN INSERT INTO find_change (kind, target) VALUES ('resource', new.id); END;
    CREATE TRIGGER find_resource_changed AFTER UPDATE OF space, state, evidence, created ON resource
      BEGIN INSERT INTO find_change (kind, target) VALUES ('resource', new.id); END;
    CREATE TRIGGER find_resource_gone AFTER DELETE ON resource
      BEGIN INSERT INTO find_change (kind, target) VALUES ('resource', old.id); END;
    CREATE TRIGGER find_concept_added AFTER INSERT ON concept_tag WHEN new.kind <> 'tutorial'
      BEGIN INSERT INTO find_change (kind, target) VALUES (new.kind, new.target); END;
    CREATE TRIGGER find_concept_gone AFTER DELETE ON concept_tag WHEN old.kind <> 'tutorial'
      BEGIN INSERT INTO find_change (kind, target) VALUES (old.kind, old.target); END;
    """)

  /// What can be found by words holds the cards of files and links too; a tutorial's card is found as
  /// the tutorial.
  static let found = Migration(
    "cards among what can be found",
    """
    DROP VIEW search_any;
    -- `thread` tells things apart: below zero are tutorials, and far below, cards.
    CREATE VIEW search_any AS
      SELECT document.id AS document, document.reference,
             CASE document.kind WHEN 'post' THEN document.whole WHEN 'tutorial' THEN -document.whole
                  ELSE -document.whole - 1099511627776 END AS thread,
             document.number, document.author, document.created,
             document.title_words, document.body_words,
             coalesce(thread.space, tutorial.space, resource.space) AS space, thread.state,
             CASE WHEN thread.accepted IS NOT NULL THEN 'solved' END AS solved,
             CASE WHEN thread.post_count = 1 THEN 'unanswered' END AS unanswered
        FROM search_document AS document
             LEFT JOIN thread ON document.kind = 'post' AND thread.id = document.whole
             LEFT JOIN tutorial ON document.kind = 'tutorial' AND tutorial.id = document.whole
             LEFT JOIN resource ON document.kind = 'resource' AND resource.id = document.whole
       WHERE thread.id IS NOT NULL AND thread.removed IS NULL
          OR tutorial.published IS NOT NULL AND tutorial.removed IS NULL
          OR resource.state = 'published';
    """)

  /// Seals are a facet too; and what was written lately is asked for by saved searches.
  static let seals = Migration(
    "seals and moments of what can be found",
    """
    CREATE TRIGGER find_seal_given AFTER INSERT ON review WHEN new.state = 'accepted'
      BEGIN
        INSERT INTO find_change (kind, target)
        SELECT 'resource', id FROM resource WHERE tutorial = new.tutorial;
      END;
    CREATE TRIGGER find_seal_changed AFTER UPDATE OF state ON review
      WHEN (new.state = 'accepted') <> (old.state = 'accepted')
      BEGIN
        INSERT INTO find_change (kind, target)
        SELECT 'resource', id FROM resource WHERE tutorial = new.tutorial;
      END;
    CREATE TRIGGER find_seal_gone AFTER DELETE ON review WHEN old.state = 'accepted'
      BEGIN
        INSERT INTO find_change (kind, target)
        SELECT 'resource', id FROM resource WHERE tutorial = old.tutorial;
      END;
    CREATE TRIGGER find_version_changed AFTER UPDATE OF published ON tutorial
      WHEN new.published IS NOT old.published
      BEGIN
        INSERT INTO find_change (kind, target)
        SELECT 'resource', id FROM resource WHERE tutorial = new.id;
      END;
    CREATE INDEX search_document_created ON search_document (created);
    """)

  /// A card says on which devices it works in its accessibility: whoever looks for what works on a
  /// telephone finds it, without its being tagged once more.
  static let devices = Migration(
    "devices of what can be found",
    """
    -- What a card is about, its own concepts and the devices that it names.
    CREATE VIEW card_concept (card, concept) AS
      SELECT target, concept FROM concept_tag WHERE kind = 'resource'
      UNION ALL
      SELECT resource_access.resource, concept.id
        FROM resource_access
        JOIN concept_scheme ON concept_scheme.slug = 'appareils'
        JOIN concept
          ON concept.scheme = concept_scheme.id AND concept.slug = resource_access.token
       WHERE resource_access.kind = 'device';

    CREATE TRIGGER find_device_added AFTER INSERT ON resource_access WHEN new.kind = 'device'
      BEGIN INSERT INTO find_change (kind, target) VALUES ('resource', new.resource); END;
    CREATE TRIGGER find_device_gone AFTER DELETE ON resource_access WHEN old.kind = 'device'
      BEGIN INSERT INTO find_change (kind, target) VALUES ('resource', old.resource); END;
    """)
}
