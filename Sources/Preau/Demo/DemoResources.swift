import SQLite

/// The catalogue of the demo: `Seeds/resources` has a line of JSON for each card, use, collection and call for
/// contributions, and the heads of `Seeds/tutorials` say what their cards do.
///
/// They are made by the acts that people have, in the transaction that gives everybody a password.
enum DemoResources {
  private static let day: Int64 = 86_400

  static func make(root: String, at now: Instant, _ db: Writer) throws {
    try describeTutorials(root, at: now, db)
    for line in try lines("resources", root) { try add(line, at: now, db) }
    for line in try lines("uses", root) { try tell(line, root, at: now, db) }
    for line in try lines("collections", root) { try gather(line, root, at: now, db) }
    for line in try lines("calls", root) { try call(line, at: now, db) }
  }

  private static func call(_ line: SeedLine, at now: Instant, _ db: Writer) throws {
    let concepts = try DemoResourceStore.concepts([line["row"], line["column"]], db)
    // Those that the site knows: a test may have no vocabularies.
    guard concepts.count == 2, let space = try DemoStore.space(line["space"], db) else { return }
    let member = try MemberStore.member(login: line["addedBy"], db).orNotFound()
    try CallStore.open(
      row: concepts[0], column: concepts[1], words: line["words"], in: space, by: member.id,
      at: now + -day * (line.number("written") ?? 1), db)
  }

  /// Notes what is in a file of the seeds; nothing where there is none.
  private static func lines(_ name: String, _ root: String) throws -> [SeedLine] {
    guard let bytes = readFile(root + "/Seeds/resources/\(name).jsonl") else { return [] }
    return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
      let value = try line.withUnsafeBufferPointer { try JSONValue($0) }
      guard case .object(let fields) = value else {
        throw StartFailure("\(name).jsonl, line \(index + 1), is no object")
      }
      return SeedLine(place: "\(name).jsonl, line \(index + 1)", fields: fields)
    }
  }

  // MARK: Cards

  private static func add(_ line: SeedLine, at now: Instant, _ db: Writer) throws {
    let member = try MemberStore.member(login: line["addedBy"], db).orNotFound()
    var draft = ResourceDraft(kind: .link)
    draft.url = line["url"]
    draft.title = line["title"]
    draft.description = line["description"]
    draft.authors = line.texts("authors").joined(separator: ", ")
    draft.licence = line["licence"]
    draft.language = line["language"]
    draft.minutes = line.number("duration").map(String.init) ?? ""
    draft.connection = connection(line["connection"])?.rawValue ?? ""
    draft.adaptation = line["adaptation"]
    draft.concepts = try DemoResourceStore.concepts(line.texts("tags"), db)
    draft.terms = terms(
      modes: line.texts("accessMode"), features: line.texts("accessibilityFeature"),
      hazards: line.texts("accessibilityHazard"), devices: line.texts("devices"))
    let then = now + -day * (line.number("written") ?? 1)
    do {
      let new = try draft.checked(in: DemoStore.space(line["space"], db))
      _ = try ResourceWritingStore.add(
        new, submission: Crypto.randomBytes(16), by: member.id, at: then, db)
    } catch let problems as ResourceDraft.Problems {
      throw StartFailure("\(line.place) has mistakes: \(problems.all)")
    }
  }

  private static func connection(_ words: String) -> Resource.Connection? {
    switch words {
    case "needed": .needed
    case "only to download": .download
    case "not needed": Resource.Connection.none
    default: nil
    }
  }

  private static func terms(
    modes: [String], features: [String], hazards: [String], devices: [String]
  ) -> [AccessibilityTerm] {
    modes.compactMap { AccessibilityTerm.term(.mode, $0) }
      + features.compactMap { AccessibilityTerm.term(.feature, $0) }
      + hazards.compactMap { AccessibilityTerm.term(.hazard, $0) }
      + devices.compactMap { AccessibilityTerm.term(.device, $0) }
  }

  /// What the authors of the tutorials say of them, beside the text.
  private static func describeTutorials(_ root: String, at now: Instant, _ db: Writer) throws {
    for file in namesInFolder(root + "/Seeds/tutorials") where file.hasSuffix(".md") {
      guard let head = head(of: file, root), let title = head["title"] ?? head["titre"],
        let card = try DemoResourceStore.card(titled: title, db),
        let author = try DemoResourceStore.author(of: card, db)
      else { continue }
      let member = try MemberStore.member(author, db).orNotFound()
      let view = try ResourceStore.view(card, for: Viewer(member: member, session: nil), db)
        .orNotFound()
      func list(_ name: String) -> [String] {
        (head[name] ?? "").split(separator: ",").map { $0.trimmed }
      }
      var draft = ResourceDraft(view)
      draft.minutes = head["duration"] ?? ""
      draft.connection = connection(head["connection"] ?? "")?.rawValue ?? ""
      draft.adaptation = head["adaptation"] ?? ""
      let concepts = try DemoResourceStore.concepts(list("tags"), db)
      if !concepts.isEmpty { draft.concepts = concepts }
      let declared = terms(
        modes: list("access-mode"), features: list("access-features"),
        hazards: list("access-hazard"), devices: list("devices"))
      if !declared.isEmpty { draft.terms = declared }
      do {
        let new = try draft.checked(in: view.space.id, isTutorial: true)
        try ResourceWritingStore.change(
          view, to: new, by: author, at: view.resource.created, db)
      } catch let problems as ResourceDraft.Problems {
        throw StartFailure("\(file) has mistakes: \(problems.all)")
      }
    }
  }

  /// The lines of `name: value` above the text.
  private static func head(of file: String, _ root: String) -> [String: String]? {
    guard let bytes = readFile(root + "/Seeds/tutorials/" + file) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = lines.first == "---" ? 1 : 0
    var head: [String: String] = [:]
    for line in lines[start...].prefix(while: { !$0.isEmpty && $0 != "---" }) {
      guard let mark = line.firstIndex(of: ":") else { continue }
      head[String(line[..<mark])] = line[line.index(after: mark)...].trimmed
    }
    return head
  }

  /// The card that a line speaks of: an address, or the file of a tutorial. Nil for a tutorial that
  /// this demo has not.
  private static func card(
    _ line: SeedLine, _ name: String, _ root: String, _ db: Reader
  ) throws -> Resource.ID? {
    if name.hasSuffix(".md") {
      guard let head = head(of: name, root), let title = head["title"] ?? head["titre"] else {
        return nil
      }
      return try DemoResourceStore.card(titled: title, db)
    }
    guard let key = ResourceAddress(name)?.key,
      let card = try DemoResourceStore.card(urlKey: key, db)
    else { throw StartFailure("\(line.place): no card of \(name)") }
    return card
  }

  // MARK: Uses and collections

  private static func tell(
    _ line: SeedLine, _ root: String, at now: Instant, _ db: Writer
  ) throws {
    guard let card = try card(line, line["of"], root, db) else { return }
    let member = try MemberStore.member(login: line["by"], db).orNotFound()
    func concept(_ name: String) throws -> Concept.ID? {
      try DemoResourceStore.concepts([line[name]], db).first
    }
    let again: UseReport.Again =
      switch line["again"] {
      case "oui": .yes
      case "non": .no
      default: .changes
      }
    let use = NewUse(
      speaksAs: line["role-words"], level: try concept("level"), track: try concept("filiere"),
      modality: try concept("modality"), sought: line["sought"], happened: line["happened"],
      changed: line["changed"], again: again)
    let then = now + -day * (line.number("days") ?? 1)
    _ = try UseStore.save(use, of: card, by: member.id, at: then, db)
  }

  private static func gather(
    _ line: SeedLine, _ root: String, at now: Instant, _ db: Writer
  ) throws {
    let member = try MemberStore.member(login: line["by"], db).orNotFound()
    let new = NewCollection(
      kind: Collection.Kind(word: line["kind"]) ?? .toolbox, title: line["title"],
      words: line["words"], visibility: .public)
    let id = try CollectionStore.make(new, by: member.id, at: now + -6 * day, db)
    for item in line.objects("items") {
      guard let card = try card(line, item["of"], root, db) else { continue }
      _ = try CollectionStore.add(card, note: item["note"], to: id, at: now + -5 * day, db)
    }
  }
}

/// One line of a file of seeds.
struct SeedLine {
  let place: String
  let fields: [String: JSONValue]

  /// A text; empty when there is none.
  subscript(name: String) -> String {
    if case .string(let text)? = fields[name] { text } else { "" }
  }

  func number(_ name: String) -> Int64? {
    if case .integer(let number)? = fields[name] { number } else { nil }
  }

  func texts(_ name: String) -> [String] {
    guard case .array(let values)? = fields[name] else { return [] }
    return values.compactMap { value in if case .string(let text) = value { text } else { nil } }
  }

  func objects(_ name: String) -> [SeedLine] {
    guard case .array(let values)? = fields[name] else { return [] }
    return values.compactMap { value in
      if case .object(let fields) = value { SeedLine(place: place, fields: fields) } else { nil }
    }
  }
}
