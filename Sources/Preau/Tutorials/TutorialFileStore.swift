import HTML
import SQLite

/// A file that a version offers.
struct TutorialFile: Sendable {
  let key: String
  let kind: FileKind
  let name: String
  let bytes: Int
  let hasCaptions: Bool
}

/// Every statement about the files of tutorials.
enum TutorialFileStore {
  /// Notes which files a version shows: those of whoever wrote it, and those that another version of
  /// this tutorial, or of its original, shows already. A file that a post shows under another
  /// signature is not taken: it would tell who is behind a mask.
  static func hold(
    _ source: String, in id: Tutorial.ID, version: Int, by writer: Member.ID, _ db: Writer
  ) throws {
    for key in FileLink.keys(in: source) {
      try db.run(
        """
        INSERT INTO tutorial_file (tutorial, version, file)
        SELECT ?1, ?2, file.id FROM file
         WHERE file.key = ?3 AND (
           file.owner = ?4 AND NOT EXISTS (
             SELECT 1 FROM post_file JOIN post ON post.id = post_file.post
              WHERE post_file.file = file.id AND post.author <> ?4)
           OR EXISTS (
             SELECT 1 FROM tutorial_file AS shown
              WHERE shown.file = file.id AND shown.tutorial = ?1)
           OR EXISTS (
             SELECT 1 FROM tutorial_origin
               JOIN tutorial_file AS shown ON shown.tutorial = tutorial_origin.original
                AND shown.version = tutorial_origin.version
              WHERE tutorial_origin.tutorial = ?1 AND shown.file = file.id))
        ON CONFLICT DO NOTHING
        """, id, version, key, writer)
    }
  }

  /// The documents and films of a version, in the order in which they were sent.
  static func files(
    of id: Tutorial.ID, version: Int, _ db: Reader
  ) throws -> [TutorialFile] {
    try db.rows(
      """
      SELECT file.key, file.kind, ifnull(file.name, ''), file.bytes,
             ifnull(video_text.captions, '') <> ''
        FROM tutorial_file
        JOIN file ON file.id = tutorial_file.file AND file.kind <> 'picture'
        LEFT JOIN video_text ON video_text.file = file.id
       WHERE tutorial_file.tutorial = ? AND tutorial_file.version = ? ORDER BY file.id
      """, id, version
    ) { row in
      TutorialFile(
        key: try row.next(), kind: try row.next(), name: try row.next(), bytes: try row.next(),
        hasCaptions: try row.next())
    }
  }
}
