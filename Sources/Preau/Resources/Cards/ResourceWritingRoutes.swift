import HTML
import HTTP
import SQLite

/// The form of a card, as it is shown and shown again.
struct ResourceForm {
  var draft: ResourceDraft
  /// Nil for a new one.
  var view: ResourceView?
  var spaces: [Space] = []
  var picker = ConceptPicker(trees: [])
  var file: KeptFile?
  var problems: [ResourceDraft.Problem] = []
  /// What it may say again.
  var alike: [ResourceLine] = []

  var hasProblems: Bool { !problems.isEmpty }
  var isTutorial: Bool { draft.kind == .tutorial }
  var action: Address {
    view.map { "/ressources/\($0.resource.id.value)/modifier" } ?? "/ressources/ajouter"
  }
}

/// Adding cards, changing them, taking them away. Nothing that was typed is lost.
enum ResourceWritingRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/ressources/ajouter", .members, choose)
    routes.post("/ressources/ajouter", .members, takesFiles: true, add)
    routes.get("/ressources/*/modifier", .members, edit)
    routes.post("/ressources/*/modifier", .members, takesFiles: true, save)
    routes.get("/ressources/*/retrait", .members, askToRemove)
    routes.post("/ressources/*/retrait", .members, remove)
    routes.gesture("/ressources/*/retablissement", .members, restore)
    routes.get("/ressources/*/accessibilite", .members, askToVouch)
    routes.post("/ressources/*/accessibilite", .members, vouch)
    routes.get("/ressources/*/signalement", .members, askToReport)
    routes.post("/ressources/*/signalement", .members, report)
    routes.gesture("/ressources/signalements/*/classement", .members, settle)
  }

  // MARK: A new one

  /// What is it? Then the form for it.
  static func choose(_ visit: Visit) throws -> Response {
    let query = visit.request.query
    guard let kind = query["genre"].flatMap({ Resource.Kind(rawValue: $0) }), kind != .tutorial
    else { return ResourceFormPages.choose(visit) }
    var draft = ResourceDraft(kind: kind)
    draft.licence = kind == .file ? Licence.bySA.uri : Licence.unknown.uri
    draft.space = query["espace"] ?? ""
    draft.concepts = query.all("notion").prefix(ResourceList.mostConcepts).compactMap {
      Concept.ID(segment: $0)
    }
    return ResourceFormPages.show(try form(draft, visit), visit)
  }

  private static func form(_ draft: ResourceDraft, _ visit: Visit) throws -> ResourceForm {
    let member = try visit.member.id
    return try visit.read { db in
      ResourceForm(
        draft: draft, spaces: try SpaceStore.writable(for: member, db),
        picker: try ConceptPicker.load(db),
        file: draft.file.isEmpty ? nil : try FileStore.kept(draft.file, by: member, db))
    }
  }

  static func add(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let kind = Resource.Kind(rawValue: visit.form["genre"] ?? "") ?? .link
    if kind == .tutorial { return visit.redirect(to: "/tutoriels/nouveau") }
    var draft = ResourceDraft(visit.form, kind: kind)
    var problems = take(&draft, visit)
    var form = try form(draft, visit)
    let space = form.spaces.first { $0.slug == draft.space }?.id
    do {
      let new = try draft.checked(in: space)
      guard problems.isEmpty else { throw ResourceDraft.Problems(all: problems) }
      if !draft.isConfirmed {
        form.alike = try alike(new, besides: nil, visit)
        if !form.alike.isEmpty { return ResourceFormPages.show(form, visit) }
      }
      let submission = visit.submission("resource\n" + new.title + "\n" + new.description)
      let made = try visit.write { db in
        if let made = try ResourceStore.made(submission, db) { return made }
        try admit(new, by: visit, db)
        return try ResourceWritingStore.add(
          new, submission: submission, by: member.id, at: visit.now, db)
      }
      return visit.redirect(to: Resource.address(made.id, made.slug), notice: .saved)
    } catch let found as ResourceDraft.Problems {
      problems += found.all.filter { !problems.contains($0) }
      form.problems = problems
      if found.all.contains(.urlTaken) {
        let key = ResourceAddress(draft.url)?.key
        form.alike = try visit.read {
          try lines(
            ResourceStore.alike(
              url: key, title: "", reader: visit.viewer.reader, besides: nil, $0), $0)
        }
      }
    }
    return ResourceFormPages.show(form, visit)
  }

  /// What is asked once more in the transaction that adds a card.
  private static func admit(
    _ new: NewResource, by visit: Visit, _ db: Reader
  ) throws {
    guard let space = new.space,
      let rights = try SpaceStore.rights(in: space, viewer: visit.viewer, db), rights.mayWrite
    else { throw ResourceDraft.Problems(all: [.spaceMissing]) }
    if try HeldStore.holds(nil, in: space, by: visit.viewer, rights, db) {
      throw ResourceDraft.Problems(all: [.held])
    }
    do {
      try SilenceStore.admit(visit.member.id, in: space, at: visit.now, db)
    } catch PostingRefusal.silenced(let until) {
      throw ResourceDraft.Problems(all: [.silenced(until: until)])
    }
    if new.file.isEmpty, new.cover.isEmpty { return }
    guard try FileStore.bytes(in: space, db) <= visit.site.configuration.spaceFiles else {
      throw ResourceDraft.Problems(all: [.spaceFull])
    }
  }

  /// Keeps the files that came with the form, before anything else is asked.
  private static func take(
    _ draft: inout ResourceDraft, _ visit: Visit
  ) -> [ResourceDraft.Problem] {
    var problems: [ResourceDraft.Problem] = []
    do {
      if let file = try FileIntake.keep("fichier", visit) { draft.file = file.key }
    } catch let problem as FileProblem {
      problems.append(.file(problem))
    } catch {
      problems.append(.file(.damaged))
    }
    do {
      if let cover = try FileIntake.keep("couverture", visit) {
        if cover.kind == .picture {
          draft.cover = cover.key
        } else {
          problems.append(.coverNoPicture)
        }
      }
    } catch {
      problems.append(.coverNoPicture)
    }
    return problems
  }

  private static func alike(
    _ new: NewResource, besides own: Resource.ID?, _ visit: Visit
  ) throws -> [ResourceLine] {
    try visit.read { db in
      try lines(
        ResourceStore.alike(
          url: new.address?.key, title: new.title, reader: visit.viewer.reader, besides: own, db),
        db)
    }
  }

  private static func lines(_ ids: [Resource.ID], _ db: Reader) throws -> [ResourceLine] {
    try ResourceListStore.lines(ids, db)
  }

  // MARK: One that is there

  static func edit(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    try visit.read { db in
      let view = try editable(id, visit, db)
      return ResourceFormPages.show(try form(of: view, ResourceDraft(view), db), visit)
    }
  }

  private static func editable(
    _ id: Resource.ID, _ visit: Visit, _ db: Reader
  ) throws -> ResourceView {
    let view = try ResourceRoutes.load(id, visit, db)
    guard view.actor.mayEdit, !view.resource.isRemoved else { throw Refusal.notAllowed }
    return view
  }

  private static func form(
    of view: ResourceView, _ draft: ResourceDraft, _ db: Reader
  ) throws -> ResourceForm {
    var form = ResourceForm(draft: draft, view: view, picker: try ConceptPicker.load(db))
    if case .file(let file) = view.resource.source {
      form.file = KeptFile(
        key: file.key, kind: file.kind, name: file.name, type: file.type, bytes: file.bytes)
    }
    return form
  }

  static func save(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let kind = try visit.read { try editable(id, visit, $0) }.resource.source.kind
    var draft = ResourceDraft(visit.form, kind: kind)
    var problems = take(&draft, visit)
    do {
      let address = try visit.write { db in
        let view = try editable(id, visit, db)
        let new = try draft.checked(in: view.space.id, isTutorial: kind == .tutorial)
        guard problems.isEmpty else { throw ResourceDraft.Problems(all: problems) }
        try ResourceWritingStore.change(view, to: new, by: visit.member.id, at: visit.now, db)
        return try ResourceStore.view(id, for: visit.viewer, db).orNotFound().resource.address
      }
      return visit.redirect(to: address, notice: .saved)
    } catch let found as ResourceDraft.Problems {
      problems += found.all.filter { !problems.contains($0) }
    }
    return try visit.read { db in
      var form = try form(of: editable(id, visit, db), draft, db)
      form.problems = problems
      return ResourceFormPages.show(form, visit)
    }
  }

  // MARK: Taking away

  static func askToRemove(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    try visit.read { db in
      let view = try ResourceRoutes.load(id, visit, db)
      guard view.actor.mayRemove(view.resource) else { throw Refusal.notAllowed }
      return ResourceActPages.remove(view, problem: false, visit)
    }
  }

  /// Who added it gives no reason; who looks after the space does, and who added it is told.
  static func remove(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let words = String(visit.field("motif").prefix(ResourceAct.longestWords))
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    guard view.actor.mayRemove(view.resource) else { throw Refusal.notAllowed }
    let isOwn = view.actor.isOwner
    if words.isEmpty, !isOwn { return ResourceActPages.remove(view, problem: true, visit) }
    let member = try visit.member.id
    try visit.write { db in
      let view = try ResourceRoutes.load(id, visit, db)
      guard view.actor.mayRemove(view.resource) else { throw Refusal.notAllowed }
      try ResourceWritingStore.setRemoved(
        true, view, reason: isOwn ? "" : words, by: member, at: visit.now, db)
      if isOwn { return }
      try Journal.write(
        .resourceRemoved, by: member, in: view.space.id, about: .resource(id), at: visit.now, db)
      if let adder = view.addedBy, !adder.isDeleted {
        try Notifications.tell(
          .told(
            .message, to: [adder.id], about: .page(view.resource.address.text), by: member,
            words: visit.say.resources.removedWords(view.resource.title, words)),
          at: visit.now, db)
      }
    }
    return visit.redirect(to: view.resource.address, notice: .saved)
  }

  static func restore(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    do {
      try visit.write { db in
        let view = try ResourceRoutes.load(id, visit, db)
        guard view.actor.mayRestore(view.resource) else { throw Refusal.notAllowed }
        try ResourceWritingStore.setRemoved(
          false, view, reason: "", by: visit.member.id, at: visit.now, db)
        if view.actor.isOwner { return }
        try Journal.write(
          .resourceRestored, by: visit.member.id, in: view.space.id, about: .resource(id),
          at: visit.now, db)
      }
    } catch let problems as ResourceDraft.Problems {
      return try visit.read { db in
        var form = try form(of: view, ResourceDraft(view), db)
        form.problems = problems.all
        return ResourceFormPages.show(form, visit)
      }
    }
    return visit.redirect(to: view.resource.address, notice: .saved)
  }

  // MARK: Accessibility

  static func askToVouch(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    return ResourceActPages.vouch(view, FormProblems(), visit)
  }

  /// Nobody checks their own card; anybody says where it does not hold.
  static func vouch(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let words = String(visit.field("mot").prefix(ResourceAct.longestWords))
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    let say = visit.say.resources
    var problems = FormProblems()
    let trust = AccessibilityCard.Trust(rawValue: visit.field("avis"))
    switch trust {
    case .peer where view.actor.isOwner: problems.add(say.notOwnCard, to: "avis")
    case .problem where words.isEmpty: problems.add(say.problemWordsMissing, to: "mot")
    case .peer, .problem: break
    default: problems.add(say.opinionMissing, to: "avis")
    }
    guard let trust, problems.isEmpty else { return ResourceActPages.vouch(view, problems, visit) }
    try visit.write { db in
      let view = try ResourceRoutes.load(id, visit, db)
      guard view.actor.mayTell, !view.resource.isRemoved else { throw Refusal.notAllowed }
      try ResourceWritingStore.vouch(
        trust, words: words, for: id, by: visit.member.id, at: visit.now, db)
    }
    return visit.redirect(to: view.resource.address.at("accessibilite"), notice: .saved)
  }

  // MARK: Reports

  static func askToReport(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    return ResourceActPages.report(view, use: visit.request.query["retour"] ?? "", nil, visit)
  }

  static func report(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let words = String(visit.field("mot").prefix(ResourceAct.longestWords))
    let typed = visit.field("retour")
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    if words.isEmpty {
      return ResourceActPages.report(view, use: typed, visit.say.resources.wordsMissing, visit)
    }
    let member = try visit.member.id
    try visit.write { db in
      let view = try ResourceRoutes.load(id, visit, db)
      let use = try UseReport.ID(segment: typed).flatMap { use in
        try UseStore.report(use, db)?.resource == id ? use : nil
      }
      let isNew = try ResourceWritingStore.report(
        id, use: use, words: words, by: member, at: visit.now, db)
      guard isNew else { return }
      // Who reports is not named: the page says it to those who look after the space.
      try Notifications.tell(
        .told(
          .message, to: try ResourceStore.referents(of: view.space.id, db).filter { $0 != member },
          about: .page(view.resource.address.text),
          words: visit.say.resources.reportedWords(view.resource.title)), at: visit.now, db)
    }
    return visit.redirect(to: view.resource.address, notice: .reported)
  }

  static func settle(_ visit: Visit, _ report: ResourceReport.ID) throws -> Response {
    let view = try visit.write { db in
      let id = try ResourceWritingStore.resource(of: report, db).orNotFound()
      let view = try ResourceRoutes.load(id, visit, db)
      guard view.actor.rights.mayModerate else { throw Refusal.notAllowed }
      try ResourceWritingStore.settle(
        report, in: view.space.id, by: visit.member.id, at: visit.now, db)
      return view
    }
    return visit.redirect(to: view.resource.address, notice: .saved)
  }
}

/// What small forms about a card may hold.
enum ResourceAct {
  static let longestWords = 1_000
}
