import HTML
import HTTP
import SQLite

/// What an administrator typed to tidy a tag, and what can be wrong with it.
struct TagEdit: Sendable {
  /// The slug of the vocabulary that holds the words that a site has made its own.
  static let ownScheme = "mots-du-site"

  var name = ""
  var other = ""
  var concept = ""
  /// Whether the concept was not found, and may be made.
  var mayCreate = false
  var problem: (field: StaticString, problem: Problem)?

  enum Problem: Error, Equatable {
    case missing
    case tooLong
    case inUse
    case unknownTag
    case sameTag
    case unknownConcept
  }
}

/// Administrators rename tags, join them, and make concepts of them.
enum TagEditRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/etiquettes/*/modifier", .administrators, edit)
    routes.post("/etiquettes/*/nom", .administrators, rename)
    routes.post("/etiquettes/*/fusion", .administrators, merge)
    routes.post("/etiquettes/*/promotion", .administrators, promote)
  }

  static func edit(_ visit: Visit, slug: String) throws -> Response {
    let tag = try find(slug, visit)
    return TagEditPages.edit(tag, TagEdit(name: tag.label, concept: tag.label), visit)
  }

  static func rename(_ visit: Visit, slug: String) throws -> Response {
    let tag = try find(slug, visit)
    var form = TagEdit(name: visit.field("nom"), concept: tag.label)
    do {
      let new = try checked(form.name)
      try change(tag, .tagRenamed, visit) { number, db in
        try TagEditStore.rename(number, from: tag.slug, to: new, db)
      }
      return visit.redirect(to: new.address, notice: .saved)
    } catch let problem as TagEdit.Problem {
      form.problem = ("nom", problem)
      return TagEditPages.edit(tag, form, visit)
    }
  }

  static func merge(_ visit: Visit, slug: String) throws -> Response {
    let tag = try find(slug, visit)
    var form = TagEdit(name: tag.label, other: visit.field("vers"), concept: tag.label)
    do {
      let wanted = try checked(form.other)
      if wanted.slug == tag.slug { throw TagEdit.Problem.sameTag }
      let other = try visit.read {
        try TagStore.tag(slug: wanted.slug, reader: visit.viewer.reader, $0)
      }
      guard let other else { throw TagEdit.Problem.unknownTag }
      try change(tag, .tagMerged, visit) { number, db in
        guard let target = try TagEditStore.number(other.slug, db) else { throw Refusal.notFound }
        try TagEditStore.merge(number, named: tag.slug, into: target, db)
      }
      return visit.redirect(to: other.address, notice: .saved)
    } catch let problem as TagEdit.Problem {
      form.problem = ("vers", problem)
      return TagEditPages.edit(tag, form, visit)
    }
  }

  static func promote(_ visit: Visit, slug: String) throws -> Response {
    let tag = try find(slug, visit)
    var form = TagEdit(name: tag.label, concept: visit.field("mot"))
    do {
      let label = form.concept.oneLine
      if label.isEmpty || Slug.make(from: label) == Slug.make(from: "") {
        throw TagEdit.Problem.missing
      }
      if label.count > 200 { throw TagEdit.Problem.tooLong }
      let isNew = visit.form["action"] == "creer"
      let found = try visit.read { try TagMeaning.concept(labelled: label, $0) }
      guard found != nil || isNew else { throw TagEdit.Problem.unknownConcept }
      var address: Address = "/vocabulaires"
      try change(tag, .tagPromoted, visit) { number, db in
        let concept =
          try found ?? TagEditStore.ownConcept(label, base: visit.baseURL, at: visit.now, db)
        try TagEditStore.promote(number, named: tag.slug, to: concept, db)
        address = try ConceptStore.concepts([concept], db).first?.address ?? address
      }
      return visit.redirect(to: address, notice: .saved)
    } catch let problem as TagEdit.Problem {
      form.problem = ("mot", problem)
      form.mayCreate = problem == .unknownConcept
      return TagEditPages.edit(tag, form, visit)
    }
  }

  /// Asks once more in the transaction whether there is such a tag, and keeps a line of it.
  private static func change(
    _ tag: Tag, _ action: JournalAction, _ visit: Visit, _ body: (Int64, Writer) throws -> Void
  ) throws {
    let member = try visit.member.id
    try visit.write { db in
      let number = try TagEditStore.number(tag.slug, db).orNotFound()
      try body(number, db)
      try Journal.write(action, by: member, at: visit.now, db)
    }
  }

  private static func find(_ slug: String, _ visit: Visit) throws -> Tag {
    try visit.read { try TagStore.tag(slug: slug, reader: visit.viewer.reader, $0).orNotFound() }
  }

  private static func checked(_ typed: String) throws(TagEdit.Problem) -> Tag {
    let label = String(typed.prefix(400)).oneLine.filter { $0 != "#" && $0 != "," }
    let slug = Slug.make(from: label)
    if label.isEmpty || slug == Slug.make(from: "") { throw .missing }
    if label.count > ThreadDraft.longestTag { throw .tooLong }
    return Tag(slug: slug, label: label)
  }
}
