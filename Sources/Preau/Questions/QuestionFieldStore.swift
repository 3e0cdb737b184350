import HTML
import SQLite

/// Every statement about what a space asks of those who ask.
enum QuestionFieldStore {
  /// In their order.
  ///
  /// - Parameter withRemoved: also those that are asked no more, which come last.
  static func fields(
    of space: Space.ID, withRemoved: Bool = false, _ db: Reader
  ) throws -> [QuestionField] {
    try db.rows(
      """
      SELECT id, label, help, kind, options, required, removed IS NOT NULL
        FROM question_field WHERE space = ? AND (removed IS NULL OR ?)
       ORDER BY removed IS NOT NULL, position, id
      """, space, withRemoved, read: read)
  }

  private static func read(_ row: inout Row) throws -> QuestionField {
    QuestionField(
      id: try row.next(), label: try row.next(), help: try row.next(), kind: try row.next(),
      options: try row.next(String.self).split(separator: "\n").map(String.init),
      isRequired: try row.next(), isRemoved: try row.next())
  }

  /// The fields that a question which is there already shows in its form: those that are asked, and
  /// those that it has answered.
  static func fields(
    of space: Space.ID, answering answers: [QuestionAnswer], _ db: Reader
  ) throws -> [QuestionField] {
    let answered = Set(answers.map(\.field))
    return try fields(of: space, withRemoved: true, db).filter {
      !$0.isRemoved || answered.contains($0.id)
    }
  }

  static func field(
    _ id: QuestionField.ID, of space: Space.ID, _ db: Reader
  ) throws -> QuestionField? {
    try fields(of: space, db).first { $0.id == id }
  }

  /// Whether any of these spaces asks something.
  static func areAsked(in spaces: [Space], _ db: Reader) throws -> Bool {
    let list = "[" + spaces.map { String($0.id.value) }.joined(separator: ",") + "]"
    return try db.value(
      """
      SELECT 1 FROM question_field
       WHERE removed IS NULL AND space IN (SELECT value FROM json_each(?)) LIMIT 1
      """, list, as: Int.self) != nil
  }

  // MARK: Changing them

  /// - Throws: ``QuestionFieldDraft/Problem/tooManyFields``.
  static func add(_ new: NewQuestionField, to space: Space.ID, _ db: Writer) throws {
    let count = try db.run(
      """
      INSERT INTO question_field (space, position, label, help, kind, options, required)
      SELECT ?1, 1 + ifnull(max(position), 0), ?2, ?3, ?4, ?5, ?6
        FROM question_field WHERE space = ?1 AND removed IS NULL HAVING count(*) < ?7
      """, space, new.label, new.help, new.kind, new.options.joined(separator: "\n"),
      new.isRequired, QuestionField.mostPerSpace)
    if count == 0 { throw QuestionFieldDraft.Problem.tooManyFields }
  }

  /// Its kind stays: answers are of that kind.
  static func change(
    _ id: QuestionField.ID, of space: Space.ID, to new: NewQuestionField, _ db: Writer
  ) throws {
    try db.run(
      """
      UPDATE question_field SET label = ?, help = ?, options = ?, required = ?
       WHERE id = ? AND space = ? AND removed IS NULL
      """, new.label, new.help, new.options.joined(separator: "\n"), new.isRequired, id, space)
  }

  static func remove(
    _ id: QuestionField.ID, of space: Space.ID, at now: Instant, _ db: Writer
  ) throws {
    try db.run(
      "UPDATE question_field SET removed = ? WHERE id = ? AND space = ? AND removed IS NULL", now,
      id, space)
  }

  /// Puts a field before its neighbour above, or behind the one below.
  static func move(
    _ id: QuestionField.ID, of space: Space.ID, up: Bool, _ db: Writer
  ) throws {
    var order = try fields(of: space, db).map(\.id)
    guard let place = order.firstIndex(of: id) else { return }
    let other = up ? place - 1 : place + 1
    guard order.indices.contains(other) else { return }
    order.swapAt(place, other)
    for (position, field) in order.enumerated() {
      try db.run("UPDATE question_field SET position = ? WHERE id = ?", position + 1, field)
    }
  }
}

/// Every statement about answers to them.
enum QuestionAnswerStore {
  static func answers(of thread: Thread.ID, _ db: Reader) throws -> [QuestionAnswer] {
    try db.rows(
      """
      SELECT field.id, field.label, answer.value
        FROM question_answer AS answer JOIN question_field AS field ON field.id = answer.field
       WHERE answer.thread = ? ORDER BY field.removed IS NOT NULL, field.position, field.id
      """, thread, read: read)
  }

  /// Of questions that wait to be published: one statement for a list of their numbers, as JSON.
  static func answers(
    ofHeld list: String, _ db: Reader
  ) throws -> [HeldPost.ID: [QuestionAnswer]] {
    var found: [HeldPost.ID: [QuestionAnswer]] = [:]
    try db.each(
      """
      SELECT answer.held, field.id, field.label, answer.value
        FROM json_each(?) AS wanted
        JOIN held_answer AS answer ON answer.held = wanted.value
        JOIN question_field AS field ON field.id = answer.field
       ORDER BY field.removed IS NOT NULL, field.position, field.id
      """, list
    ) { row in
      let held = try row.next(HeldPost.ID.self)
      found[held, default: []].append(try read(&row))
    }
    return found
  }

  private static func read(_ row: inout Row) throws -> QuestionAnswer {
    QuestionAnswer(field: try row.next(), label: try row.next(), value: try row.next())
  }

  /// The words of a text, each between spaces, as the filter of the help desk compares them.
  static func folded(_ text: String) -> String {
    " " + SearchWord.folded(text).joined(separator: " ") + " "
  }

  /// Makes these the answers of a question; its first post is to be put in the index after that.
  static func set(_ answers: [NewAnswer], of thread: Thread.ID, _ db: Writer) throws {
    try db.run("DELETE FROM question_answer WHERE thread = ?", thread)
    for answer in answers {
      try db.run(
        "INSERT INTO question_answer (thread, field, value, folded) VALUES (?, ?, ?, ?)", thread,
        answer.field, answer.value, QuestionAnswerStore.folded(answer.value))
    }
  }

  /// Makes the words of changed answers again.
  static func refold(_ thread: Thread.ID, _ db: Writer) throws {
    for answer in try answers(of: thread, db) {
      try db.run(
        "UPDATE question_answer SET folded = ? WHERE thread = ? AND field = ?",
        folded(answer.value), thread, answer.field)
    }
    try makeFindable(thread, db)
  }

  /// Puts the first post of a question in the index again, with what it answers now.
  static func makeFindable(_ thread: Thread.ID, _ db: Writer) throws {
    let found = try db.row(
      """
      SELECT post.id, thread.title, post.html FROM post JOIN thread ON thread.id = post.thread
       WHERE post.thread = ? AND post.number = 1 AND post.removed IS NULL
      """, thread
    ) { row in
      (try row.next(Int64.self), try row.next(String.self), try row.next(SanitizedHTML.self))
    }
    guard let (post, title, body) = found else { return }
    try SearchIndex.index(post: post, title: title, text: body.plainText, db)
  }

  static func set(_ answers: [NewAnswer], ofHeld held: HeldPost.ID, _ db: Writer) throws {
    try db.run("DELETE FROM held_answer WHERE held = ?", held)
    for answer in answers {
      try db.run(
        "INSERT INTO held_answer (held, field, value) VALUES (?, ?, ?)", held, answer.field,
        answer.value)
    }
  }
}

/// An answer known to be one.
struct NewAnswer: Sendable, Equatable {
  let field: QuestionField.ID
  let value: String
}
