import HTML
import HTTP
import SQLite

/// What the site answers about collections.
enum CollectionRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/collections", .anyone, isShared: true, list)
    routes.get("/collections/nouvelle", .members, askForNew)
    routes.post("/collections/nouvelle", .members, make)
    routes.get("/collections/*", .anyone, isShared: true, show)
    routes.get("/collections/*/atom", .ownSecret, feed)
    routes.get("/collections/*/modifier", .members, edit)
    routes.post("/collections/*/modifier", .members, save)
    routes.gesture("/collections/*/places", .members, arrange)
    routes.post("/collections/*/notes", .members, annotate)
    routes.post("/collections/*/editeurs", .members, ask)
    routes.gesture("/collections/*/accord", .members, agree)
    routes.gesture("/collections/*/depart", .members, leave)
    routes.gesture("/collections/*/retrait", .members, toggleRemoval)
    routes.get("/ressources/*/ranger", .members, choose)
    routes.post("/ressources/*/ranger", .members, put)
  }

  static func list(_ visit: Visit) throws -> Response {
    let cursor = ResourceCursor(visit.request.query["avant"])
    let mine = visit.request.query["liste"] == "miennes" && visit.viewer.isLoggedIn
    let page = try visit.read {
      try CollectionListStore.page(after: cursor, mine: mine, for: visit.viewer, $0)
    }
    return CollectionPages.list(
      page.lines, next: page.next, isFirst: cursor == .start, mine: mine, visit)
  }

  static func load(_ id: Collection.ID, _ visit: Visit, _ db: Reader) throws -> CollectionView {
    let view = try CollectionStore.view(id, for: visit.viewer, db).orNotFound()
    if view.mayRead { return view }
    if view.collection.isRemoved { throw Refusal.gone }
    let asksLogIn = view.collection.visibility == .members && !visit.viewer.isLoggedIn
    throw asksLogIn ? Refusal.needsLogIn : Refusal.notFound
  }

  static func show(_ visit: Visit, _ name: Slugged<Collection>) throws -> Response {
    let view = try visit.read { try load(name.number, visit, $0) }
    guard name.slug == view.collection.slug else {
      return .redirect(to: view.collection.address.text, status: 301)
    }
    return CollectionPages.show(view, CollectionForm(), visit)
  }

  /// For feed readers: what they may not read is not there.
  static func feed(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    try visit.read { db in
      let holder = try FeedHolder.find(visit, db)
      let view = try CollectionStore.view(id, for: holder.visit.viewer, db).orNotFound()
      guard view.mayRead, !view.collection.isRemoved else { throw Refusal.notFound }
      return CollectionFeed(visit: holder.visit, isPersonal: holder.isMember).response(view)
    }
  }

  // MARK: Making and changing

  static func askForNew(_ visit: Visit) -> Response {
    CollectionPages.form(CollectionDraft(), nil, [], visit)
  }

  static func make(_ visit: Visit) throws -> Response {
    let draft = CollectionDraft(visit.form)
    do {
      let new = try draft.checked()
      let id = try visit.write { db in
        let id = try CollectionStore.make(new, by: visit.member.id, at: visit.now, db)
        // Begun from a card, it holds that card.
        if let resource = Resource.ID(segment: visit.field("ressource")),
          try ResourceStore.view(resource, for: visit.viewer, db) != nil
        {
          _ = try CollectionStore.add(resource, note: "", to: id, at: visit.now, db)
        }
        return id
      }
      return visit.redirect(
        to: Collection.address(id, Thread.slug(of: new.title)), notice: .saved)
    } catch let problems as CollectionDraft.Problems {
      return CollectionPages.form(draft, nil, problems.all, visit)
    }
  }

  static func edit(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let view = try visit.read { try load(id, visit, $0) }
    guard view.mayEdit else { throw Refusal.notAllowed }
    return CollectionPages.form(CollectionDraft(view.collection), view, [], visit)
  }

  /// Its editors change all but who reads it: that is for its owner.
  static func save(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let view = try visit.read { try load(id, visit, $0) }
    guard view.mayEdit else { throw Refusal.notAllowed }
    var draft = CollectionDraft(visit.form)
    if !view.isOwner { draft.visibility = view.collection.visibility.rawValue }
    do {
      let new = try draft.checked()
      try change(visit, id) { _, db in
        try CollectionStore.change(id, to: new, at: visit.now, db)
      }
      return visit.redirect(
        to: Collection.address(id, Thread.slug(of: new.title)), notice: .saved)
    } catch let problems as CollectionDraft.Problems {
      return CollectionPages.form(draft, view, problems.all, visit)
    }
  }

  @discardableResult
  private static func change(
    _ visit: Visit, _ id: Collection.ID, _ body: (CollectionView, Writer) throws -> Void
  ) throws -> CollectionView {
    try visit.write { db in
      let view = try load(id, visit, db)
      guard view.mayEdit else { throw Refusal.notAllowed }
      try body(view, db)
      return view
    }
  }

  // MARK: What is in it

  /// One place up or down, or out: three buttons beside each thing.
  static func arrange(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    var focus = "contenu"
    let view = try change(visit, id) { view, db in
      let parts = (visit.form["place"] ?? "").split(separator: "-").map(String.init)
      guard parts.count == 2, let resource = Resource.ID(segment: parts[1]),
        let index = view.items.firstIndex(where: { $0.line.id == resource })
      else { return }
      focus = "ressource-\(resource.value)"
      switch parts[0] {
      case "monter" where index > 0:
        try CollectionStore.move(
          resource, past: view.items[index - 1].line.id, in: id, at: visit.now, db)
      case "descendre" where index + 1 < view.items.count:
        try CollectionStore.move(
          resource, past: view.items[index + 1].line.id, in: id, at: visit.now, db)
      case "sortir":
        try CollectionStore.remove(resource, from: id, at: visit.now, db)
        focus = "contenu"
      default: return
      }
    }
    return visit.redirect(to: view.collection.address.at(focus), notice: .saved)
  }

  static func annotate(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let note = String(visit.field("note").withUnixLines.prefix(CollectionDraft.longestNote))
    let resource = try Resource.ID(segment: visit.field("ressource")).orNotFound()
    let view = try change(visit, id) { _, db in
      try CollectionStore.annotate(resource, note: note, in: id, at: visit.now, db)
    }
    return visit.redirect(
      to: view.collection.address.at("ressource-\(resource.value)"), notice: .saved)
  }

  static func choose(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    try visit.read { db in
      let view = try ResourceRoutes.load(id, visit, db)
      let own = try CollectionListStore.editable(by: visit.member.id, db)
      return CollectionPages.choose(view, own, problem: "", visit)
    }
  }

  static func put(_ visit: Visit, _ id: Resource.ID) throws -> Response {
    let note = String(visit.field("note").withUnixLines.prefix(CollectionDraft.longestNote))
    let view = try visit.read { try ResourceRoutes.load(id, visit, $0) }
    let own = try visit.read { try CollectionListStore.editable(by: visit.member.id, $0) }
    guard let collection = Collection.ID(segment: visit.field("collection")) else {
      return CollectionPages.choose(
        view, own, problem: visit.say.collections.choiceMissing, visit)
    }
    var isFull = false
    let changed = try change(visit, collection) { _, db in
      isFull = try !CollectionStore.add(id, note: note, to: collection, at: visit.now, db)
    }
    if isFull {
      return CollectionPages.choose(view, own, problem: visit.say.collections.full, visit)
    }
    return visit.redirect(
      to: changed.collection.address.at("ressource-\(id.value)"), notice: .saved)
  }

  // MARK: Who changes it

  static func ask(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let typed = visit.field("nom")
    let (view, found) = try visit.read { db in
      (try load(id, visit, db), try CollectionStore.named(typed, db))
    }
    guard view.isOwner, view.mayEdit else { throw Refusal.notAllowed }
    var form = CollectionForm(name: typed)
    if found.isEmpty { form.problem = visit.say.collections.nobody }
    if found.count > 1 { form.problem = visit.say.collections.several }
    if view.editors.count >= CollectionDraft.mostEditors {
      form.problem = visit.say.collections.manyEditors
    }
    guard form.problem.isEmpty, let one = found.first else {
      return CollectionPages.show(view, form, visit)
    }
    try change(visit, id) { view, db in
      guard view.isOwner else { throw Refusal.notAllowed }
      try CollectionStore.ask(one.id, for: id, at: visit.now, db)
      try Notifications.tell(
        .told(
          .message, to: [one.id], about: .page(view.collection.address.text),
          by: visit.member.id,
          words: visit.say.collections.askedWords(view.collection.title)), at: visit.now, db)
    }
    return visit.redirect(to: view.collection.address, notice: .saved)
  }

  static func agree(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let view = try visit.write { db in
      let view = try load(id, visit, db)
      if view.isAsked { try CollectionStore.agree(visit.member.id, to: id, at: visit.now, db) }
      return view
    }
    return visit.redirect(to: view.collection.address, notice: .saved)
  }

  /// An editor leaves, or says no; its owner takes back what was asked.
  static func leave(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let member = try visit.member.id
    let view = try visit.write { db in
      let view = try load(id, visit, db)
      let other = Member.ID(segment: visit.form["membre"] ?? "")
      try CollectionStore.leave(view.isOwner ? other ?? member : member, id, db)
      return view
    }
    return visit.redirect(
      to: view.isOwner ? view.collection.address : "/collections", notice: .saved)
  }

  static func toggleRemoval(_ visit: Visit, _ id: Collection.ID) throws -> Response {
    let view = try visit.write { db in
      let view = try load(id, visit, db)
      guard view.mayRemove else { throw Refusal.notAllowed }
      try CollectionStore.setRemoved(
        !view.collection.isRemoved, id, by: visit.member.id, at: visit.now, db)
      return view
    }
    return visit.redirect(to: view.collection.address, notice: .saved)
  }
}

/// What the page of a collection gives back.
struct CollectionForm {
  var name = ""
  var problem = ""
}

extension CollectionDraft {
  /// What a form sent.
  init(_ form: Form) {
    kind = form["genre"] ?? ""
    title = form["titre"] ?? ""
    words = form["mots"] ?? ""
    visibility = form["lecture"] ?? ""
  }

  /// A collection as it stands, to be changed.
  init(_ collection: Collection) {
    kind = collection.kind.word
    title = collection.title
    words = collection.words
    visibility = collection.visibility.rawValue
  }
}
