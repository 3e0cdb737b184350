import SQLite

/// The tutorials of the demo: each file of `Seeds/tutorials` is one, in the order of their names. Lines
/// of `name: value`, a blank line, and the text.
///
///   titre, resume, espace, auteurs (log-in names), licence, etiquettes, convient
///   publie-il-y-a    in days
///   relire-dans      in days, below zero for one that is past its day
///   adapte           the file that it is made from
///   etat             relecture: it waits for reviewers since the day when others are published;
///                    beta: its authors show it to members before that
enum DemoTutorials {
  private static let day: Int64 = 86_400

  /// Makes them, in the transaction that gives everybody a password, by the acts that people have.
  static func make(root: String, at now: Instant, _ db: Writer) throws {
    let folder = root + "/Seeds/tutorials"
    var made: [String: Tutorial.ID] = [:]
    for file in namesInFolder(folder).sorted() where file.hasSuffix(".md") {
      guard let bytes = readFile(folder + "/" + file) else { continue }
      let seed = TutorialSeed(String(decoding: bytes, as: UTF8.self))
      let original = seed["adapte"].flatMap { made[$0] }
      let id = try make(seed, from: original, file, at: now, db)
      made[String(file.dropLast(3))] = id
      try DemoReviews.record({ seed[$0] }, of: id, at: now, db)
    }
    try DemoReviews.askForSeals(at: now, db)
    try DemoRemarks.make(root: root, of: made, at: now, db)
  }

  private static func make(
    _ seed: TutorialSeed, from original: Tutorial.ID?, _ file: String, at now: Instant, _ db: Writer
  ) throws -> Tutorial.ID {
    let authors = try (seed["auteurs"] ?? "").split(separator: ",").map {
      try MemberStore.member(login: $0.trimmed, db).orNotFound()
    }
    guard let first = authors.first, let slug = seed["espace"],
      let space = try DemoStore.space(slug, db)
    else { throw StartFailure("the demo tutorial \(file) has no author or space") }
    let published = now + -day * (Int64(seed["publie-il-y-a"] ?? "") ?? 1)
    var draft = seed.draft
    if let days = Int64(seed["relire-dans"] ?? "") {
      draft.reviewBy = (Day(now, offset: CalendarTime.offset(at: now)) + days).text
    }
    do {
      let id = try begin(draft, in: space, from: original, by: first, at: published + -day, db)
      for author in authors.dropFirst() {
        try sign(id, author, first, at: published + -day, db)
      }
      switch seed["etat"] {
      case "relecture": try submit(id, by: first, at: published, db)
      case "beta":
        let view = try view(id, for: first, db)
        let moved = try view.tutorial.pointers.sharing(by: view.actor)
        try TutorialWritingStore.move(view, to: moved, at: published, db)
      default: try publish(id, by: first, at: published, db)
      }
      return id
    } catch let problems as TutorialDraft.Problems {
      throw StartFailure("the demo tutorial \(file) has mistakes: \(problems.all)")
    }
  }

  private static func begin(
    _ draft: TutorialDraft, in space: Space.ID, from original: Tutorial.ID?, by author: Member,
    at moment: Instant, _ db: Writer
  ) throws -> Tutorial.ID {
    guard let original else {
      return try TutorialWritingStore.begin(
        draft.checked(in: space), submission: nil, by: author.id, at: moment, db)
    }
    let view = try view(original, for: author, db)
    let number = try view.tutorial.pointers.published.orNotFound()
    let version = try TutorialStore.version(number, of: original, db).orNotFound()
    return try TutorialOriginStore.adapt(
      view, version, as: draft, in: space, submission: nil, by: author.id, at: moment, db)
  }

  private static func sign(
    _ id: Tutorial.ID, _ member: Member, _ first: Member, at moment: Instant, _ db: Writer
  ) throws {
    try TutorialAuthorStore.ask(
      member.id, to: view(id, for: first, db), by: first.id, at: moment, db)
    try TutorialAuthorStore.agree(member.id, to: id, at: moment, db)
  }

  /// Families are published by those who look after the space.
  private static func publish(
    _ id: Tutorial.ID, by author: Member, at moment: Instant, _ db: Writer
  ) throws {
    let view = try view(id, for: author, db)
    if view.publishesAlone {
      return try TutorialPublishStore.publish(view, by: author.id, at: moment, db)
    }
    try submit(id, by: author, at: moment, db)
    let reader = try MembershipStore.referents(of: view.space.id, db).first.orNotFound()
    try TutorialPublishStore.accept(
      view.tutorial.pointers.draft, of: self.view(id, for: author, db), with: view.seals,
      by: reader.id, at: moment, db)
  }

  private static func submit(
    _ id: Tutorial.ID, by author: Member, at moment: Instant, _ db: Writer
  ) throws {
    let view = try view(id, for: author, db)
    let moved = try view.tutorial.pointers.submitting(by: view.actor)
    try TutorialWritingStore.move(view, to: moved, at: moment, db)
  }

  private static func view(
    _ id: Tutorial.ID, for member: Member, _ db: Reader
  ) throws -> TutorialView {
    try TutorialStore.view(id, for: Viewer(member: member, session: nil), db).orNotFound()
  }
}

/// What one of those files says.
struct TutorialSeed {
  private let head: [String: String]
  private let body: String

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
    var head: [String: String] = [:]
    for line in lines[..<end] {
      guard let mark = line.firstIndex(of: ":") else { continue }
      head[String(line[..<mark])] = line[line.index(after: mark)...].trimmed
    }
    self.head = head
    body = lines[end...].dropFirst().joined(separator: "\n")
  }

  subscript(name: String) -> String? { head[name] }

  var draft: TutorialDraft {
    var draft = TutorialDraft()
    draft.title = head["titre"] ?? ""
    draft.summary = head["resume"] ?? ""
    draft.body = body
    draft.tags = head["etiquettes"] ?? ""
    draft.licence = head["licence"] ?? draft.licence
    draft.fits = head["convient"] ?? ""
    return draft
  }
}
