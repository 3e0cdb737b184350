import SQLite

/// What a word typed as a tag stands for.
enum TagMeaning: Sendable, Equatable {
  /// A concept of a vocabulary.
  case concept(Concept.ID)
  /// A tag that there is already, perhaps under another name.
  case tag(Tag)
  /// A word that nobody has used yet.
  case word

  /// In this order: what an administrator decided for the word, a tag that is in use (one of a
  /// private space counts inside it only), the label of one concept alone.
  static func of(_ typed: Tag, on thread: Thread.ID, _ db: Reader) throws -> TagMeaning {
    if let moved = try TagMeaningStore.redirect(typed.slug, db) { return moved }
    if try TagMeaningStore.isInUse(typed.slug, beside: thread, db) { return .tag(typed) }
    return try concept(labelled: typed.label, on: thread, db).map { .concept($0) } ?? .word
  }

  /// The same for what stands in a space and is no thread.
  static func of(_ typed: Tag, in space: Space.ID, _ db: Reader) throws -> TagMeaning {
    if let moved = try TagMeaningStore.redirect(typed.slug, db) { return moved }
    if try TagMeaningStore.isInUse(typed.slug, in: space, db) { return .tag(typed) }
    return try concept(labelled: typed.label, db).map { .concept($0) } ?? .word
  }

  /// The concept of a label, as it is or followed by the title of its vocabulary in brackets; nil
  /// when several have it.
  ///
  /// - Parameter thread: a thread that keeps what it bears, though it be not to be used any more.
  static func concept(
    labelled label: String, on thread: Thread.ID? = nil, _ db: Reader
  ) throws -> Concept.ID? {
    let slug = Slug.make(from: label)
    if let found = try TagMeaningStore.concept(slug: slug, in: nil, on: thread, db) {
      return found
    }
    guard label.hasSuffix(")"), let bracket = label.lastIndex(of: "(") else { return nil }
    let scheme = label[bracket...].dropFirst().dropLast()
    return try TagMeaningStore.concept(
      slug: Slug.make(from: String(label[..<bracket])),
      in: Slug.make(from: String(scheme)), on: thread, db)
  }

  /// The tags of a thread as one would type them to get the same ones.
  static func typed(of thread: Thread.ID, in language: Language, _ db: Reader) throws -> String {
    let tags = try ThreadStore.tags(of: thread, db)
    let words = tags.filter { $0.concept == nil }.map(\.label)
    let concepts = try ConceptTagStore.tags(kind: .thread, target: thread.value, db)
    let labels = try concepts.map { try label(of: $0, in: language, on: thread, db) }
    return (words + labels).joined(separator: ", ")
  }

  /// A label that means this concept and no other, without what separates tags.
  static func label(
    of concept: Concept, in language: Language, on thread: Thread.ID?, _ db: Reader
  ) throws -> String {
    let plain = concept.label(in: language).withoutTagMarks
    let typed = Tag(slug: Slug.make(from: plain), label: plain)
    let isPlain =
      try thread.map { try of(typed, on: $0, db) == .concept(concept.id) }
      ?? (try self.concept(labelled: plain, db) == concept.id)
    if isPlain { return plain }
    let scheme = try ConceptStore.scheme(slug: concept.scheme, db)?.title(in: language) ?? ""
    return "\(plain) (\(scheme.withoutTagMarks))"
  }
}

extension String {
  /// Without the signs that would end a tag in the field where tags are typed.
  fileprivate var withoutTagMarks: String {
    filter { $0 != "," && $0 != "#" }.oneLine
  }
}

extension ThreadDraft {
  /// Finds out which of the long labels are those of concepts: one question for each, and none for a
  /// draft without long labels.
  mutating func recogniseConcepts(_ db: Reader) throws {
    conceptLabels = Set(
      try longLabels.prefix(Self.mostTags).filter {
        try TagMeaning.concept(labelled: $0, db) != nil
      })
  }
}

extension Tag {
  /// In the order of the statements of ``ThreadStore`` and ``ThreadListStore``: label, slug, and for
  /// a concept its scheme and its label in English.
  static func read(_ row: inout Row) throws -> Tag {
    let label = try row.next(String.self)
    var tag = Tag(slug: try row.next(), label: label)
    let scheme = try row.next(String?.self)
    let english = try row.next(String?.self)
    if let scheme { tag.concept = ConceptTag(scheme: scheme, english: english ?? label) }
    return tag
  }
}
