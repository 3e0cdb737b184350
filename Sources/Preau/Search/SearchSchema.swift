import CSQLite
import SQLite

/// The tables of the search, which hold copies only (`SearchIndex.rebuild` makes them again), and the
/// part of SQLite that they need.
enum SearchSchema {
  static let first = Migration(
    "search",
    """
    -- What can be found. Narrow, since a search looks at a thousand of them.
    CREATE TABLE search_document (
      id INTEGER PRIMARY KEY,
      -- What it is, and its number there: a post now, later also tutorials and resources.
      kind TEXT NOT NULL,
      reference INTEGER NOT NULL,
      -- What results are grouped by: a post's thread.
      whole INTEGER NOT NULL,
      -- Its place in the whole, from 1.
      number INTEGER NOT NULL,
      -- Who wrote it and when, which never changes: looked at for each candidate, and the posts
      -- themselves are wide.
      author INTEGER NOT NULL,
      created INTEGER NOT NULL,
      title_words INTEGER NOT NULL,
      body_words INTEGER NOT NULL,
      UNIQUE (kind, reference)
    ) STRICT;
    CREATE INDEX search_document_whole ON search_document (kind, whole, number);

    -- Plain text, apart because it is wide. FTS5 needs the old text to forget it, and a snippet
    -- is cut from it.
    CREATE TABLE search_text (
      id INTEGER PRIMARY KEY REFERENCES search_document (id) ON DELETE CASCADE,
      title TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    -- Every post with its thread's title, so that words of both can be asked for together. Lengths
    -- are in search_document: columnsize=0 spares one more table.
    CREATE VIRTUAL TABLE search_post USING fts5 (
      title, body, content='search_text', content_rowid='id', columnsize=0, tokenize='preau');
    -- Titles alone, under the document that is number 1 of its whole.
    CREATE VIRTUAL TABLE search_title USING fts5 (
      title, content='search_text', content_rowid='id', columnsize=0, tokenize='preau');

    -- Folded words that have been written, to correct what is typed. Which of them a reader may
    -- see is asked from the index each time.
    CREATE TABLE search_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    """)

  /// What may be found, with what a search narrows it by. Every statement of the search reads it.
  static let found = Migration(
    "search_found",
    """
    CREATE VIEW search_found AS
      SELECT document.id AS document, document.reference, document.whole AS thread,
             document.number, document.author, document.created,
             document.title_words, document.body_words,
             thread.space, thread.state,
             CASE WHEN thread.accepted IS NOT NULL THEN 'solved' END AS solved,
             CASE WHEN thread.post_count = 1 THEN 'unanswered' END AS unanswered
        FROM search_document AS document
             CROSS JOIN thread ON thread.id = document.whole
       WHERE document.kind = 'post' AND thread.removed IS NULL;
    """)

  /// FTS5 hands out its functions through a bound pointer (sqlite.org/fts5.html §7).
  static func fts5(of connection: OpaquePointer) throws -> UnsafeMutablePointer<fts5_api> {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    let code = withUnsafeMutablePointer(to: &api) { place in
      sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil)
      sqlite3_bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
      return sqlite3_step(statement)
    }
    guard code == SQLITE_ROW, let api else { throw SearchSetUpFailure.noFTS5 }
    return api
  }

  static let misses = Migration(
    "searches without result",
    """
    -- What was looked for and not found. `who` tells different members apart for these words alone:
    -- it is a keyed hash of both.
    CREATE TABLE search_miss (
      -- Folded, and as this member has typed them.
      words TEXT NOT NULL,
      typed TEXT NOT NULL,
      who BLOB NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (words, who)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX search_miss_at ON search_miss (at);
    """)
}
