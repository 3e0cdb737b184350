import HTML
import SQLite
import Sanitizer

/// A tutorial whose first version has not come yet: without one it is not made. Its ids are ours.
struct WaitingTutorial {
  let line: Int
  let record: ExchangeRecord.Tutorial
  let space: Int64
  let authors: [Int64]
  let asked: [Int64]
  let thread: Int64?
  let digest: Int64
}

/// What a file says of a tutorial, for the versions that follow.
struct ImportedTutorial {
  let record: ExchangeRecord.Tutorial
  /// Rows.
  let tags: [Int64]
  let concepts: [Concept.ID]
}

extension ImportRun {
  mutating func load(
    _ tutorial: ExchangeRecord.Tutorial, _ line: Int, _ db: Writer
  ) throws {
    try ids.checkNew(.tutorial, tutorial.id)
    if waitingTutorials[tutorial.id] != nil { throw Rejection.duplicate(id: tutorial.id) }
    let space = try ids.row(.category, tutorial.category, "category")
    let authors = try rows(.user, tutorial.authors, "authors")
    let asked = try rows(.user, tutorial.asked, "asked")
    let thread = try tutorial.thread.map { id throws(Rejection) in
      try ids.row(.thread, id, "thread")
    }
    let tags = try ids.rows(.tag, tutorial.tags, "tags")
    let concepts = try concepts(tutorial.concepts, line, db)
    var identity = LineIdentity()
    identity.add(authors[0])
    identity.add(tutorial.created.seconds)
    let digest = occurrences.digest(of: identity)
    tutorials[tutorial.id] = ImportedTutorial(record: tutorial, tags: tags, concepts: concepts)
    if try ids.recall(.tutorial, tutorial.id, in: space, digest, db) != nil { return }
    let same = try CatalogueImportStore.tutorials(
      in: space, by: authors[0], at: tutorial.created, db)
    if let row = ids.first(same, .tutorial) {
      try ids.meet(.tutorial, tutorial.id, in: space, digest, row: row, db)
      metTutorials.insert(row)
    } else {
      waitingTutorials[tutorial.id] = WaitingTutorial(
        line: line, record: tutorial, space: space, authors: authors, asked: asked,
        thread: thread, digest: digest)
    }
  }

  /// Rows in the order of the file.
  private func rows(
    _ kind: ImportKind, _ ids: [Int64], _ key: String
  ) throws(Rejection) -> [Int64] {
    var found: [Int64] = []
    for id in ids { found.append(try self.ids.row(kind, id, key)) }
    return found
  }

  /// Concepts that the vocabularies of this site hold. One that they do not is said once.
  mutating func concepts(
    _ uris: [String], _ line: Int, _ db: Reader
  ) throws -> [Concept.ID] {
    var found: [Concept.ID] = []
    for uri in uris {
      if let known = knownConcepts[uri] {
        if let known { found.append(known) }
        continue
      }
      let concept = try CatalogueImportStore.concept(uri, db)
      knownConcepts[uri] = .some(concept)
      if let concept {
        found.append(concept)
      } else {
        remark(line, "no vocabulary here has the concept \(uri): left out")
      }
    }
    return found
  }

  mutating func load(
    _ version: ExchangeRecord.Version, _ line: ImportLine, _ db: Writer
  ) throws {
    let author = try ids.row(.user, version.author, "author")
    let row: Int64
    if let waiting = waitingTutorials[version.tutorial] {
      guard version.number == 1 else { throw Rejection.outOfOrder(key: "number") }
      row = try CatalogueImportStore.add(waiting, first: version, db)
      waitingTutorials[version.tutorial] = nil
      try ids.noteNew(
        .tutorial, version.tutorial, in: waiting.space, waiting.digest, row: row, db)
    } else {
      row = try ids.row(.tutorial, version.tutorial, "tutorial")
      if try CatalogueImportStore.hasVersion(version.number, of: row, db) {
        guard try CatalogueImportStore.isSame(version, by: author, of: row, db) else {
          throw Rejection.notAllowed(key: "number", what: "is that of another version here")
        }
        return ids.noteKnown()
      }
      guard try CatalogueImportStore.draft(of: row, db) + 1 == version.number else {
        throw Rejection.outOfOrder(key: "number")
      }
    }
    let words = line.text.split(whereSeparator: \.isWhitespace).count
    try CatalogueImportStore.add(version, line.body, words: words, by: author, to: row, db)
    guard let said = tutorials[version.tutorial] else { return }
    try CatalogueImportStore.setPointers(said.record, to: version.number, of: row, db)
    if said.record.published == version.number, let moment = said.record.publishedAt {
      try CatalogueImportStore.publish(
        version, at: moment, tags: said.tags, concepts: said.concepts, of: row, db)
    }
  }

  mutating func load(_ seal: ExchangeRecord.Seal, _ db: Writer) throws {
    let tutorial = try ids.row(.tutorial, seal.tutorial, "tutorial")
    let author = try ids.row(.user, seal.author, "author")
    guard try CatalogueImportStore.hasVersion(seal.version, of: tutorial, db) else {
      throw Rejection.unknown(key: "version", id: seal.version)
    }
    if try !CatalogueImportStore.add(seal, by: author, of: tutorial, db) { ids.noteKnown() }
  }

  mutating func load(_ origin: ExchangeRecord.Origin, _ db: Writer) throws {
    let tutorial = try ids.row(.tutorial, origin.tutorial, "tutorial")
    let original = try ids.row(.tutorial, origin.original, "original")
    let authors = try rows(.user, origin.authors, "authors")
    let isNew = try CatalogueImportStore.add(
      origin, original: original, authors: authors, to: tutorial, db)
    if !isNew { ids.noteKnown() }
  }

  mutating func load(
    _ passage: ExchangeRecord.Passage, _ line: ImportLine, _ db: Writer
  ) throws {
    let tutorial = try ids.row(.tutorial, passage.tutorial, "tutorial")
    let post = try ids.row(.post, passage.post, "post")
    let author = try ids.row(.user, passage.author, "author")
    let isNew = try CatalogueImportStore.add(
      passage, line.body, post: post, by: author, to: tutorial, db)
    if !isNew { ids.noteKnown() }
  }
}
