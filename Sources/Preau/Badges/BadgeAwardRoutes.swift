import HTML
import HTTP
import SQLite

/// How badges are given to people, and taken back.
enum BadgeAwardRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/badges/*/attribuer", .members, ask)
    routes.post("/badges/*/attribuer", .members, award)
    routes.get("/badges/attributions/*/revocation", .members, askToRevoke)
    routes.post("/badges/attributions/*/revocation", .members, revoke)
    routes.gesture("/badges/attributions/*/retablissement", .members, restore)
    routes.gesture("/badges/attributions/*/essai/retrait", .members, removeTest)
  }

  private static func load(
    _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeClass {
    let (badge, rights) = try BadgeRoutes.load(id, visit, db)
    guard rights.mayAward, !badge.issuer.isClosed, badge.state != .retired else {
      throw Refusal.notAllowed
    }
    return badge
  }

  static func ask(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    try visit.read { db in
      let badge = try load(id, visit, db)
      let form = BadgeAwardPages.Form(
        badge: badge, classes: try BadgePupils.classes(of: visit.member.id, db))
      return BadgeAwardPages.form(form, visit)
    }
  }

  /// First what would be given to whom, with what is wrong line by line; then, confirmed, the awards.
  static func award(_ visit: Visit, _ id: BadgeClass.ID) throws -> Response {
    var form = try visit.read { try filled(BadgeAwardDraft(visit.form), id, visit, $0) }
    let (badge, draft, lines) = (form.badge, form.draft, form.lines ?? [])
    // A class was chosen whose list was not shown yet.
    let isToChoose = form.pupils != nil && draft.listed != draft.group
    if visit.form["etape"] == "corriger" || isToChoose {
      form.lines = nil
      return BadgeAwardPages.form(form, visit)
    }
    guard !lines.isEmpty, lines.allSatisfy({ $0.problem == nil }),
      visit.form["etape"] == "attribuer"
    else { return BadgeAwardPages.form(form, visit) }
    try visit.prepareKeys(of: badge.issuer.id)
    do {
      try visit.write { db in
        for line in lines {
          guard let author = line.author else { continue }
          try BadgeAwardStore.offer(
            BadgeAwardStore.New(
              badge: badge, member: author.id, by: visit.member.id, narrative: line.words,
              isTest: draft.isTest), in: visit.site.badges, at: visit.now, db)
        }
      }
    } catch is BadgeAwardStore.Refusal {
      // Something changed meanwhile: the lines say what.
      return BadgeAwardPages.form(
        try visit.read { try filled(draft, id, visit, $0) }, visit)
    }
    return visit.redirect(to: badge.address.at("titulaires"), notice: .saved)
  }

  private static func filled(
    _ draft: BadgeAwardDraft, _ id: BadgeClass.ID, _ visit: Visit, _ db: Reader
  ) throws -> BadgeAwardPages.Form {
    let badge = try load(id, visit, db)
    let member = try visit.member.id
    let pupils = try BadgePupils.find(draft, badge, by: member, at: visit.now, db)
    var form = BadgeAwardPages.Form(
      badge: badge, classes: try BadgePupils.classes(of: member, db))
    form.draft = draft
    form.pupils = pupils
    form.lines = try draft.lines(badge, pupils, by: member, at: visit.now, db)
    return form
  }

  // MARK: Taking back

  private static func held(
    _ id: BadgeAward.ID, _ visit: Visit, _ db: Reader
  ) throws -> (BadgeAward, BadgeClass) {
    let award = try BadgeReadingStore.award(id, db).orNotFound()
    let (badge, rights) = try BadgeRoutes.load(award.classID, visit, db)
    guard rights.mayKeep || award.isTest && rights.mayAward else { throw Refusal.notAllowed }
    return (award, badge)
  }

  static func askToRevoke(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let (award, badge, author) = try visit.read { db in
      let (award, badge) = try held(id, visit, db)
      return (award, badge, try BadgeRequestStore.author(award.member, db).orNotFound())
    }
    return BadgeAwardPages.revoke(award, badge, author, problem: false, visit)
  }

  static func revoke(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let (award, badge, author) = try visit.read { db in
      let (award, badge) = try held(id, visit, db)
      return (award, badge, try BadgeRequestStore.author(award.member, db).orNotFound())
    }
    let reason = String(visit.field("motif").withUnixLines.prefix(600))
    if reason.isEmpty { return BadgeAwardPages.revoke(award, badge, author, problem: true, visit) }
    try visit.write { db in
      _ = try BadgeAwardStore.revoke(
        award, badge, reason: reason, by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: badge.address.at("titulaires"), notice: .saved)
  }

  static func restore(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let badge = try visit.read { try held(id, visit, $0).1 }
    do {
      try visit.write { db in
        let (award, badge) = try held(id, visit, db)
        try BadgeAwardStore.restore(award, badge, by: visit.member.id, at: visit.now, db)
      }
    } catch is BadgeAwardStore.Refusal {
      return try visit.read { db in
        var view = try BadgeRoutes.view(badge.id, visit, db)
        view.problem = visit.say.badges.alreadyHeld
        return BadgePages.show(view, visit)
      }
    }
    return visit.redirect(to: badge.address.at("titulaires"), notice: .saved)
  }

  static func removeTest(_ visit: Visit, _ id: BadgeAward.ID) throws -> Response {
    let badge = try visit.write { db in
      let (award, badge) = try held(id, visit, db)
      guard award.isTest else { throw Refusal.notAllowed }
      try BadgeAwardStore.delete(award.id, at: visit.now, db)
      return badge
    }
    return visit.redirect(to: badge.address.at("titulaires"), notice: .saved)
  }
}

/// To whom a badge is to be given: one person a line, with words for each.
struct BadgeAwardDraft: Sendable {
  var people = ""
  var isTest = false
  /// The class to which it is given, too; empty: none.
  var group = ""
  /// The class whose list was shown.
  var listed = ""
  /// Who of it is ticked, and what is said of each.
  var ticked: Set<Int64> = []
  var words: [Int64: String] = [:]

  static let mostLines = 200
  static let longestWords = 2_000

  init() {}

  init(_ form: Form) {
    people = form["personnes"] ?? ""
    isTest = form["essai"] == "oui"
    group = form["classe"] ?? ""
    listed = form["liste"] ?? ""
    ticked = Set(form.fields.all("eleve").compactMap { Int64($0) })
    for number in ticked { words[number] = (form["mots-\(number)"] ?? "").trimmed }
  }

  /// One line of them.
  struct Line: Sendable {
    /// 0 where it was not typed.
    let number: Int
    let typed: String
    let words: String
    var author: Author?
    var problem: Problem?
  }

  enum Problem: Sendable, Equatable {
    case nobody, several, oneself, already, twice, tooLong, tooMany
  }

  /// `name`, `name;words` or `name,words` a line, as spreadsheets give it (RFC 4180, in part).
  ///
  /// Then those who are ticked of a class.
  func lines(
    _ badge: BadgeClass, _ pupils: BadgePupils?, by member: Member.ID, at now: Instant,
    _ db: Reader
  ) throws -> [Line] {
    var lines: [Line] = []
    var seen: Set<Member.ID> = []
    let texts = people.split(whereSeparator: \.isNewline).enumerated()
    for (index, text) in texts where !text.allSatisfy(\.isWhitespace) {
      let cells = SpreadsheetLine.cells(String(text))
      var line = Line(
        number: index + 1, typed: (cells.first ?? "").oneLine,
        words: cells.dropFirst().joined(separator: ", ").trimmed)
      let found = try CollectionStore.named(line.typed, db)
      line.author = found.count == 1 ? found[0] : nil
      if let author = line.author {
        if author.id == member {
          line.problem = .oneself
        } else if !seen.insert(author.id).inserted {
          line.problem = .twice
        } else if try BadgeReadingStore.holds(author.id, badge.id, at: now, db) {
          line.problem = .already
        }
      } else {
        line.problem = found.isEmpty ? .nobody : .several
      }
      if line.words.count > Self.longestWords { line.problem = .tooLong }
      if lines.count >= Self.mostLines { line.problem = .tooMany }
      lines.append(line)
      if line.problem == .tooMany { break }
    }
    for pupil in pupils?.pupils ?? [] where ticked.contains(pupil.author.id.value) {
      let words = words[pupil.author.id.value] ?? ""
      var line = Line(number: 0, typed: pupil.author.name, words: words, author: pupil.author)
      if pupil.holds { line.problem = .already }
      if !seen.insert(pupil.author.id).inserted { line.problem = .twice }
      if words.count > Self.longestWords { line.problem = .tooLong }
      lines.append(line)
    }
    return lines
  }
}

/// A line of a spreadsheet.
enum SpreadsheetLine {
  /// Cut at the semicolon that French spreadsheets write; else at the tab, else at the comma.
  static func cells(_ line: String) -> [String] {
    let separator: Character = line.contains(";") ? ";" : line.contains("\t") ? "\t" : ","
    var cells = [""]
    var isQuoted = false
    var rest = Substring(line)
    while let character = rest.popFirst() {
      if character == "\"" {
        if isQuoted, rest.first == "\"" {
          cells[cells.count - 1].append("\"")
          rest.removeFirst()
        } else {
          isQuoted.toggle()
        }
      } else if character == separator, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
