import SQLite

/// The tables of the search. They hold copies only: `SearchIndex.rebuild` makes them again.
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
}
