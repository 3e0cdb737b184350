import SQLite

/// The tables of recognition by peers.
enum BadgePeerSchema {
  static let first = Migration(
    "badge peers",
    """
    -- From how many peers on a class is given.
    CREATE TABLE badge_peer_rule (
      class INTEGER PRIMARY KEY REFERENCES badge_class (id) ON DELETE CASCADE,
      least INTEGER NOT NULL CHECK (least BETWEEN 2 AND 10)
    ) STRICT;

    CREATE TABLE badge_recognition (
      id INTEGER PRIMARY KEY,
      class INTEGER NOT NULL REFERENCES badge_class (id) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES member (id),
      words TEXT NOT NULL,
      -- Whether those of the member's classes and private spaces may come forward.
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'given', 'withdrawn')),
      created INTEGER NOT NULL,
      award INTEGER REFERENCES badge_award (id) ON DELETE SET NULL
    ) STRICT;
    CREATE UNIQUE INDEX badge_recognition_once ON badge_recognition (class, member)
      WHERE state = 'open';
    CREATE INDEX badge_recognition_member ON badge_recognition (member, class);
    CREATE INDEX badge_recognition_award ON badge_recognition (award) WHERE award IS NOT NULL;

    CREATE TABLE badge_peer (
      recognition INTEGER NOT NULL REFERENCES badge_recognition (id) ON DELETE CASCADE,
      peer INTEGER NOT NULL REFERENCES member (id),
      state TEXT NOT NULL CHECK (state IN ('asked', 'written', 'declined')),
      -- What the peer saw.
      words TEXT NOT NULL DEFAULT '',
      answered INTEGER,
      PRIMARY KEY (recognition, peer),
      CHECK ((state = 'written') = (words <> ''))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX badge_peer_peer ON badge_peer (peer, state);

    -- Nobody recognises oneself.
    CREATE TRIGGER badge_peer_is_another BEFORE INSERT ON badge_peer
    WHEN new.peer = (SELECT member FROM badge_recognition WHERE id = new.recognition)
    BEGIN
      SELECT raise(ABORT, 'a peer of oneself');
    END;
    """)
}
