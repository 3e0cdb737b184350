import SQLite

/// Keeps the index in step with what is written. Called by the features that own the texts, in the
/// transaction that changes them.
///
/// Who may read is never copied here: a search asks the thread and its space. So moving a thread,
/// removing it whole or changing a space's visibility needs no call.
enum SearchIndex {
  /// Something that can be found: a post, with its thread's title, or a tutorial.
  struct Document: Sendable {
    let kind: Kind
    /// Its number in its own table.
    let reference: Int64
    /// What results are grouped by: the thread of a post, a tutorial itself.
    let whole: Int64
    /// Its place in the whole, from 1.
    let number: Int
    /// Number of the member who wrote it.
    let author: Int64
    /// Whole seconds since 1970, UTC.
    let created: Int64
    var title: String
    /// Plain text, without markup.
    var body: String
  }

  /// Stored under these names.
  enum Kind: String, ColumnValue {
    case post, tutorial, resource
  }

  /// Posts that are put back in one transaction: a longer one would hold up those who write.
  static let postsPerStep = 200

  /// Makes a document findable under its present words. Seven statements at most when it is new.
  static func put(_ given: Document, _ db: Writer) throws {
    var document = given
    document.title = SearchText.withoutCalls(given.title)
    document.body = SearchText.withoutCalls(given.body)
    let old = try SearchIndexStore.id(of: document.kind, document.reference, db)
    if let old { try SearchIndexStore.forget(old, db) }
    try SearchIndexStore.insert(document, SearchVocabulary(document), as: old, db)
  }

  /// A post was written, edited or restored.
  ///
  /// - Parameters:
  ///   - title: its thread's, now.
  ///   - text: the plain text of the post.
  static func index(post: Int64, title: String, text: String, _ db: Writer) throws {
    let found = try SearchIndexStore.document(of: post, title: title, text: text, db)
    if let found { try put(found, db) }
  }

  /// A post was removed: it is not found any more. When it was not there, nothing happens.
  static func remove(post: Int64, _ db: Writer) throws {
    guard let id = try SearchIndexStore.id(of: .post, post, db) else { return }
    try SearchIndexStore.forget(id, db)
    try SearchIndexStore.delete(id, db)
  }

  /// The same of a tutorial.
  static func remove(tutorial: Int64, _ db: Writer) throws {
    guard let id = try SearchIndexStore.id(of: .tutorial, tutorial, db) else { return }
    try SearchIndexStore.forget(id, db)
    try SearchIndexStore.delete(id, db)
  }

  /// A card of a file or of a link was added or changed: it is found under its present words.
  static func index(card: Int64, _ db: Writer) throws {
    for document in try SearchIndexStore.cards(after: card - 1, limit: 1, db)
    where document.reference == card { try put(document, db) }
  }

  /// A thread has a new title: all its posts are found under it.
  static func retitle(thread: Int64, to title: String, _ db: Writer) throws {
    for document in try SearchIndexStore.documents(of: thread, title: title, db) {
      try put(document, db)
    }
  }

  /// Empties the index, before everything is put into it again (after the way in which words are
  /// read has changed, or when `preau check` has found it damaged).
  static func empty(_ db: Writer) throws {
    try SearchIndexStore.empty(db)
  }

  /// Makes the whole index again from what is stored: after the way in which words are read has
  /// changed, or when it is damaged. The site can be used meanwhile; what has not been put back
  /// yet is not found.
  static func rebuild(in database: Database) throws {
    try database.write { db in try empty(db) }
    var last: Int64 = 0
    while let next = try database.write({ db in try putBack(after: last, db) }) { last = next }
    last = 0
    while let next = try database.write({ db in try putBackTutorials(after: last, db) }) {
      last = next
    }
    last = 0
    while let next = try database.write({ db in try putBackCards(after: last, db) }) { last = next }
  }

  /// Parts of the index that are left alone: each makes a search a little slower.
  static let mostParts = 8
  /// Written in one transaction, which takes a few hundredths of a second.
  static let pagesPerStep = 200

  /// One step towards an index in one part, when what was written since has scattered it: with
  /// 100,000 posts just imported, a search for two common words took three times as long.
  ///
  /// - Returns: whether there may be more to do.
  static func tidy(_ database: Database) throws -> Bool {
    if try database.write({ db in try SearchIndexStore.goOnJoining(pages: pagesPerStep, db) }) {
      return true
    }
    guard try database.read({ db in try SearchIndexStore.partCount(db) }) > mostParts else {
      return false
    }
    try database.write { db in try SearchIndexStore.beginJoining(db) }
    return true
  }

  /// - Returns: the number of the last post that was put back, `nil` when there was none left.
  private static func putBack(after last: Int64, _ db: Writer) throws -> Int64? {
    let documents = try SearchIndexStore.stored(after: last, limit: postsPerStep, db)
    for document in documents { try put(document, db) }
    return documents.last?.reference
  }

  private static func putBackCards(after last: Int64, _ db: Writer) throws -> Int64? {
    let documents = try SearchIndexStore.cards(after: last, limit: postsPerStep, db)
    for document in documents { try put(document, db) }
    return documents.last?.reference
  }

  private static func putBackTutorials(after last: Int64, _ db: Writer) throws -> Int64? {
    let documents = try SearchIndexStore.tutorials(from: last + 1, limit: postsPerStep, db)
    for document in documents { try put(document, db) }
    return documents.last?.reference
  }
}
