import SQLite

/// What readers of the demo's tutorials say: `Seeds/tutorials/remarks.jsonl`, one thing a line.
///
///   kind              comment, annotation (on the passage `find`) or suggestion (`find` becomes `replace`)
///   of, section, by   the file of the tutorial, the words of a heading, a log-in name
///   text, reason      what is said; of a suggestion that was refused, the answer
///   answer, days      accepted, refused or null; days ago
enum DemoRemarks {
  private static let day: Int64 = 86_400

  /// Makes them by the acts that people have, the oldest first; lines about tutorials that are not
  /// there are left out.
  ///
  /// - Parameter made: the tutorials, by the names of their files without the ending.
  static func make(
    root: String, of made: [String: Tutorial.ID], at now: Instant, _ db: Writer
  ) throws {
    guard let bytes = readFile(root + "/Seeds/tutorials/remarks.jsonl") else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let seeds = try lines.map { try RemarkSeed(Array($0)) }.sorted { $0.days > $1.days }
    for seed in seeds {
      let name = seed["of"].hasSuffix(".md") ? String(seed["of"].dropLast(3)) : seed["of"]
      guard let id = made[name] else { continue }
      do { try make(seed, of: id, at: now + -day * seed.days, db) } catch {
        throw StartFailure("the demo remark of \(seed["by"]) on \(name) has mistakes: \(error)")
      }
    }
  }

  private static func make(
    _ seed: RemarkSeed, of id: Tutorial.ID, at moment: Instant, _ db: Writer
  ) throws {
    let member = try MemberStore.member(login: seed["by"], db).orNotFound()
    let view = try view(id, for: member, db)
    let number = try view.tutorial.pointers.published.orNotFound()
    let version = try TutorialStore.version(number, of: id, db).orNotFound()
    let body = TutorialBody(version.body, filmHosts: [])
    if seed["kind"] == "suggestion" {
      return try suggest(seed, view, number, body.sections, by: member, at: moment, db)
    }
    var draft = RemarkDraft(text: seed["text"])
    draft.passage.exact = seed["find"]
    let isPassage = seed["kind"] == "annotation"
    let new = try draft.checked(in: isPassage ? PassageText(body) : nil)
    let section = try body.sections.first { $0.title == seed["section"] }.orNotFound()
    _ = try RemarkStore.make(
      new, of: view, version: number, section, submission: nil, by: member.id, at: moment, db)
  }

  private static func suggest(
    _ seed: RemarkSeed, _ view: TutorialView, _ number: Int, _ list: [TutorialSection],
    by member: Member, at moment: Instant, _ db: Writer
  ) throws {
    let id = view.tutorial.id
    let source = try TutorialStore.source(of: id, version: number, db).orNotFound()
    let sections = SourceSections(source, list)
    let part = try sections.parts.first { $0.section?.title == seed["section"] }.orNotFound()
    let draft = SuggestionDraft(
      text: sections.text(of: part).replacing(seed["find"], with: seed["replace"]),
      reason: seed["reason"])
    let made = try SuggestionStore.make(
      draft.checked(on: sections, part), of: view, version: number, part.section,
      submission: nil, by: member.id, at: moment, db)
    try answer(seed, made, of: id, at: moment + day, db)
  }

  /// Its first author answers, a day later; what is accepted is published where nobody else has to
  /// read it first.
  private static func answer(
    _ seed: RemarkSeed, _ made: Suggestion.ID, of id: Tutorial.ID, at moment: Instant, _ db: Writer
  ) throws {
    if seed["answer"].isEmpty { return }
    let signer = try TutorialAuthorStore.authors(of: id, db).first.orNotFound()
    let author = try MemberStore.member(signer.author.id, db).orNotFound()
    let suggestion = try SuggestionStore.suggestion(made, of: id, db).orNotFound()
    let view = try view(id, for: author, db)
    if seed["answer"] == "refused" {
      return try SuggestionStore.refuse(
        suggestion, of: view, words: seed["text"], by: author.id, at: moment, db)
    }
    let draft = view.tutorial.pointers.draft
    let base = try TutorialStore.source(of: id, version: suggestion.base, db).orNotFound()
    let source = try TutorialStore.source(of: id, version: draft, db).orNotFound()
    let rebase = Rebase(try SuggestionStore.hunks(of: made, db), from: base, onto: source)
    guard case .clean(let text) = rebase else { throw SuggestionRefusal.conflict }
    try SuggestionStore.accept(
      suggestion, of: view, as: text, over: draft,
      message: SuggestionStrings.french.message(suggestion.heading), by: author.id, at: moment, db)
    let after = try self.view(id, for: author, db)
    if after.publishesAlone {
      try TutorialPublishStore.publish(after, by: author.id, at: moment, db)
    }
  }

  private static func view(
    _ id: Tutorial.ID, for member: Member, _ db: Reader
  ) throws -> TutorialView {
    try TutorialStore.view(id, for: Viewer(member: member, session: nil), db).orNotFound()
  }
}

/// One line of that file.
private struct RemarkSeed {
  private let fields: [String: JSONValue]

  init(_ line: [UInt8]) throws {
    let value = try line.withUnsafeBufferPointer { try JSONValue($0) }
    guard case .object(let fields) = value else {
      throw StartFailure("a demo remark is no object")
    }
    self.fields = fields
  }

  /// A text; empty for null.
  subscript(name: String) -> String {
    if case .string(let text) = fields[name] { text } else { "" }
  }

  var days: Int64 {
    if case .integer(let days) = fields["days"] { days } else { 0 }
  }
}
