import HTML
import SQLite

/// A tutorial that may answer a question.
struct AnsweringTutorial: Sendable {
  let id: Tutorial.ID
  let slug: String
  let title: String
  let language: Language
  let words: Int
  /// Of the version that everybody reads.
  let seals: [ReviewSeal]

  var address: Address { Tutorial.address(id, slug) }
  /// At the pace of ``TutorialVersion/minutes``.
  var minutes: Int { max(1, (words + 100) / 200) }
}

/// Every statement about tutorials that may answer a question.
enum AnswerStore {
  /// More is a list, and no answer.
  static let mostShown = 3

  /// Another one means that something was published.
  struct Mark: Equatable, Sendable {
    let published: Int64
    let card: Int64
  }

  static func mark(_ db: Reader) throws -> Mark {
    try asked(nil, db).mark
  }

  /// The mark, and the slugs of what a thread is tagged with: one statement, by indexes.
  static func asked(_ thread: Thread.ID?, _ db: Reader) throws -> (mark: Mark, tags: [String]) {
    let found = try db.row(
      """
      SELECT (SELECT ifnull(max(published_at), 0) FROM tutorial
               WHERE published IS NOT NULL AND removed IS NULL),
             (SELECT ifnull(max(tutorial), 0) FROM resource),
             (SELECT group_concat(slug, ' ') FROM (
               SELECT tag.slug FROM thread_tag JOIN tag ON tag.id = thread_tag.tag
                WHERE thread_tag.thread = ?1
               UNION ALL
               SELECT concept.slug FROM concept_tag JOIN concept ON concept.id = concept_tag.concept
                WHERE concept_tag.kind = 'thread' AND concept_tag.target = ?1))
      """, thread
    ) { row in
      (
        mark: Mark(published: try row.next(), card: try row.next()),
        tags: (try row.next(String?.self) ?? "").split(separator: " ").map(String.init)
      )
    }
    return found ?? (Mark(published: 0, card: 0), [])
  }

  /// What everybody reads, as far as the index needs it.
  static func sources(_ db: Reader) throws -> [AnswerIndex.Source] {
    try db.rows(
      """
      SELECT tutorial.id, tutorial.title, version.summary, (
               SELECT group_concat(slug, ' ') FROM (
                 SELECT tag.slug FROM tutorial_tag JOIN tag ON tag.id = tutorial_tag.tag
                  WHERE tutorial_tag.tutorial = tutorial.id
                 UNION ALL
                 SELECT concept.slug
                   FROM concept_tag JOIN concept ON concept.id = concept_tag.concept
                  WHERE concept_tag.kind = 'tutorial' AND concept_tag.target = tutorial.id))
        FROM tutorial
        JOIN tutorial_version AS version
          ON version.tutorial = tutorial.id AND version.number = tutorial.published
       WHERE tutorial.published IS NOT NULL AND tutorial.removed IS NULL
      """
    ) { row in
      AnswerIndex.Source(
        tutorial: try row.next(), title: try row.next(), summary: try row.next(),
        tags: (try row.next(String?.self) ?? "").split(separator: " ").map(String.init))
    }
  }

  /// Those of `tutorials` that the reader may read now: the validated ones first, else in the order
  /// given.
  static func lines(
    _ tutorials: [Tutorial.ID], reader: Int64, _ db: Reader
  ) throws -> [AnsweringTutorial] {
    if tutorials.isEmpty { return [] }
    return try db.rows(
      """
      SELECT tutorial.id, tutorial.slug, tutorial.title, version.language, version.words,
             count(DISTINCT review.seal) AS seals, ifnull(group_concat(DISTINCT review.seal), '')
        FROM json_each(?1) AS wanted
        CROSS JOIN tutorial ON tutorial.id = wanted.value
        JOIN tutorial_version AS version
          ON version.tutorial = tutorial.id AND version.number = tutorial.published
        LEFT JOIN review ON review.tutorial = tutorial.id AND review.version = tutorial.published
         AND review.state = 'accepted'
       WHERE tutorial.published IS NOT NULL AND tutorial.removed IS NULL
         AND tutorial.space IN (SELECT space FROM readable_space WHERE reader = ?2)
       GROUP BY wanted.key ORDER BY seals DESC, wanted.key LIMIT ?3
      """, tutorials.map(\.value).json, reader, mostShown
    ) { row in
      let id = try row.next(Tutorial.ID.self)
      let slug = try row.next(String.self)
      let title = try row.next(String.self)
      let language = try row.next(Language.self)
      let words = try row.next(Int.self)
      _ = try row.next(Int.self)
      let seals = try row.next(String.self).split(separator: ",").map(String.init)
      return AnsweringTutorial(
        id: id, slug: slug, title: title, language: language, words: words,
        seals: ReviewSeal.allCases.filter { seals.contains($0.rawValue) })
    }
  }
}

extension Site {
  /// Tutorials that `reader` may read and that may answer something that is being asked.
  func answers(
    to asked: AskedWords, reader: Int64, at now: Instant, _ db: Reader
  ) throws -> [AnsweringTutorial] {
    let found = try answerShelf.find(asked, AnswerStore.mark(db), at: now, db)
    return try AnswerStore.lines(found, reader: reader, db)
  }

  /// The same for a question that was asked, by its title and what it is tagged with; none for what is
  /// no question. Two statements, or one when there are none.
  func answers(
    to thread: Thread, reader: Int64, at now: Instant, _ db: Reader
  ) throws -> [AnsweringTutorial] {
    if thread.kind != .question || thread.isRemoved { return [] }
    let (mark, tags) = try AnswerStore.asked(thread.id, db)
    let asked = AskedWords(title: thread.title, tags: tags)
    return try AnswerStore.lines(
      try answerShelf.find(asked, mark, at: now, db), reader: reader, db)
  }
}
