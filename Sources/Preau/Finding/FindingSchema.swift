import SQLite

/// What tells the index in memory that the catalogue has changed.
enum FindingSchema {
  static let first = Migration(
    "changes of the catalogue",
    """
    -- One line for each thing that was added, changed or taken away, in the order of time: whoever
    -- keeps an index reads what is new. Old lines are taken away.
    CREATE TABLE find_change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
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
}
