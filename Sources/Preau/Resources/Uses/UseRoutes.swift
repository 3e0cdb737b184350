import HTML
import HTTP
import SQLite

/// The form in which somebody tells of a use.
struct UseForm {
  let view: ResourceView
  var draft: UseDraft
  let trees: [ConceptTree]
  /// Whether the member has told before.
  let isChange: Bool
  var problems: [UseDraft.Problem] = []
}

/// Telling what happened with a resource.
enum UseRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/ressources/*/retour", .members, write)
    routes.post("/ressources/*/retour", .members, save)
    routes.gesture("/ressources/retours/*/effacement", .members, withdraw)
    routes.get("/ressources/retours/*/retrait", .members, askToRemove)
    routes.post("/ressources/retours/*/retrait", .members, remove)
    routes.gesture("/ressources/retours/*/retablissement", .members, restore)
  }

  static func write(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    try visit.read { db in
      var form = try form(id, visit, db)
      if let own = try UseStore.report(of: id, by: visit.member.id, db) {
        form.draft = UseDraft(own)
      }
      return UsePages.write(form, visit)
    }
  }

  private static func form(_ id: Resource.ID, _ visit: Visit, _ db: Reader) throws -> UseForm {
    let view = try ResourceRoutes.load(id, visit, db)
    guard view.actor.mayTell, !view.resource.isRemoved else { throw Refusal.notAllowed }
    let own = try UseStore.report(of: id, by: visit.member.id, db)
    return UseForm(
      view: view, draft: UseDraft(), trees: try ConceptTree.load(UseSchemes.all, db),
      isChange: own.map { !$0.isRemoved } ?? false)
  }

  static func save(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let draft = UseDraft(visit.form)
    do {
      let address = try visit.write { db in
        let form = try form(id, visit, db)
        let known = Set(form.trees.flatMap { $0.all.map(\.id) })
        let new = try draft.checked(among: known)
        do {
          try SilenceStore.admit(visit.member.id, in: form.view.space.id, at: visit.now, db)
        } catch is PostingRefusal { throw Refusal.notAllowed }
        guard try UseStore.save(new, of: id, by: visit.member.id, at: visit.now, db) else {
          throw Refusal.notAllowed
        }
        return form.view.resource.address
      }
      return visit.redirect(to: address.at("retours"), notice: .saved)
    } catch let problems as UseDraft.Problems {
      return try visit.read { db in
        var form = try form(id, visit, db)
        form.draft = draft
        form.problems = problems.all
        return UsePages.write(form, visit)
      }
    }
  }

  /// A member takes back what they told.
  static func withdraw(_ visit: Visit, _ id: UseReport.ID) throws -> Response {
    try change(visit, id) { view, report, db in
      guard try report.author.id == visit.member.id, !report.isRemoved else {
        throw Refusal.notAllowed
      }
      try UseStore.setRemoved(
        true, id, of: view.resource.id, reason: "", by: visit.member.id, at: visit.now, db)
    }
  }

  static func askToRemove(_ visit: Visit, _ id: UseReport.ID) throws -> Response {
    try visit.read { db in
      let (view, report) = try load(id, visit, db)
      guard view.actor.rights.mayModerate else { throw Refusal.notAllowed }
      return UsePages.remove(report, of: view, problem: false, visit)
    }
  }

  /// Those who look after the space say why; who wrote it is told.
  static func remove(_ visit: Visit, _ id: UseReport.ID) throws -> Response {
    let words = String(visit.field("motif").prefix(ResourceAct.longestWords))
    if words.isEmpty {
      return try visit.read { db in
        let (view, report) = try load(id, visit, db)
        guard view.actor.rights.mayModerate else { throw Refusal.notAllowed }
        return UsePages.remove(report, of: view, problem: true, visit)
      }
    }
    return try change(visit, id) { view, report, db in
      guard view.actor.rights.mayModerate, !report.isRemoved else { throw Refusal.notAllowed }
      let member = try visit.member.id
      try UseStore.setRemoved(
        true, id, of: view.resource.id, reason: words, by: member, at: visit.now, db)
      try Journal.write(
        .useRemoved, by: member, in: view.space.id, about: .resource(view.resource.id),
        at: visit.now, db)
      if report.author.isDeleted { return }
      try Notifications.tell(
        .told(
          .message, to: [report.author.id], about: .page(view.resource.address.text), by: member,
          words: visit.say.resources.useRemovedWords(view.resource.title, words)),
        at: visit.now, db)
    }
  }

  static func restore(_ visit: Visit, _ id: UseReport.ID) throws -> Response {
    try change(visit, id) { view, report, db in
      guard view.actor.rights.mayModerate, report.isRemoved, !report.removedFor.isEmpty else {
        throw Refusal.notAllowed
      }
      try UseStore.setRemoved(
        false, id, of: view.resource.id, reason: "", by: visit.member.id, at: visit.now, db)
      try Journal.write(
        .useRestored, by: visit.member.id, in: view.space.id,
        about: .resource(view.resource.id), at: visit.now, db)
    }
  }

  private static func load(
    _ id: UseReport.ID, _ visit: Visit, _ db: Reader
  ) throws -> (ResourceView, UseReport) {
    let found = try UseStore.report(id, db).orNotFound()
    return (try ResourceRoutes.load(found.resource, visit, db), found.report)
  }

  private static func change(
    _ visit: Visit, _ id: UseReport.ID, _ body: (ResourceView, UseReport, Writer) throws -> Void
  ) throws -> Response {
    let view = try visit.write { db in
      let (view, report) = try load(id, visit, db)
      try body(view, report, db)
      return view
    }
    return visit.redirect(to: view.resource.address.at("retours"), notice: .saved)
  }
}

extension UseDraft {
  /// What a form sent.
  init(_ form: Form) {
    speaksAs = form["en-tant-que"] ?? ""
    level = form["niveau"] ?? ""
    track = form["filiere"] ?? ""
    modality = form["modalite"] ?? ""
    sought = form["cherche"] ?? ""
    happened = form["arrive"] ?? ""
    changed = form["change"] ?? ""
    again = form["referait"] ?? ""
  }

  /// A report as it stands, to be changed.
  init(_ report: UseReport) {
    speaksAs = report.speaksAs
    level = report.level.map { String($0.value) } ?? ""
    track = report.track.map { String($0.value) } ?? ""
    modality = report.modality.map { String($0.value) } ?? ""
    sought = report.sought
    happened = report.happened
    changed = report.changed
    again = report.again.word
  }
}
