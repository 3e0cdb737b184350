import HTML
import HTTP
import SQLite
import Sanitizer

/// What the site answers about single posts.
enum PostRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/messages/*", .anyone, find)
    routes.get("/mon-preau/appels", .members, mentions)
    routes.get("/messages/*/modifier", .members, edit)
    routes.post("/messages/*/modifier", .members, takesFiles: true, saveEdit)
    routes.get("/messages/*/historique", .members, lane: .slow, history)
    routes.get("/messages/*/signalement", .members, askReport)
    routes.post("/messages/*/signalement", .members, report)
    routes.gesture("/messages/*/merci", .members, toggleThanks)
    routes.gesture("/messages/*/acceptation", .members, toggleAcceptance)
    routes.get("/messages/*/retrait", .members, askRemoval)
    routes.gesture("/messages/*/retrait", .members, remove)
    routes.gesture("/messages/*/retablissement", .members, restore)
  }

  /// A post as its reader may see it.
  private struct Found {
    let view: ThreadView
    let place: PostPlace

    var address: Address {
      Thread.address(view.thread.id, view.thread.slug, post: place.post.number)
    }
  }

  private static func load(_ id: Post.ID, _ visit: Visit, _ db: Reader) throws -> Found {
    let place = try PostStore.place(id, db).orNotFound()
    let view = try ThreadStore.view(place.thread, for: visit.viewer, db).orNotFound()
    // Its address alone would say what it was about.
    if view.isGone { throw Refusal.gone }
    return Found(view: view, place: place)
  }

  /// The lasting address of a post leads to its page and place.
  static func find(_ visit: Visit, _ id: Post.ID) throws -> Response {
    .redirect(to: try visit.read { try load(id, visit, $0) }.address.text, status: 302)
  }

  /// Where a member was called by name: the latest ones.
  static func mentions(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let found = try visit.read { try PostStore.mentions(of: member.id, $0) }
    return PostPages.mentions(found, visit)
  }

  // MARK: Editing

  static func edit(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let form = try visit.read { db in
      let found = try load(id, visit, db)
      if found.view.relation.rights.isClosed { throw Refusal.notAllowed }
      try checkEditable(found, visit)
      var form = EditForm(
        view: found.view, place: found.place, title: found.view.thread.title,
        tags: try TagMeaning.typed(of: found.place.thread, in: visit.say.language, db),
        body: found.place.source,
        version: try PostStore.editCount(of: id, db))
      try readFields(&form, found, db)
      if let stored = try DraftStore.draft(at: .edit(id), of: visit.member.id, db) {
        form.body = stored.fields["texte"] ?? form.body
        form.title = stored.fields["titre"] ?? form.title
        form.tags = stored.fields["etiquettes"] ?? form.tags
        form.version = version(stored.fields["version"]) ?? form.version
        form.picture = FileField(stored.fields)
        if form.hasTitle { form.answers = TypedAnswers(stored.fields) }
        form.restored = stored.updated
      }
      return form
    }
    return PostPages.edit(form, visit)
  }

  /// Reads what a question has answered, and what it could.
  private static func readFields(_ form: inout EditForm, _ found: Found, _ db: Reader) throws {
    guard form.hasTitle, found.view.thread.kind == .question else { return }
    let answers = try QuestionAnswerStore.answers(of: found.view.thread.id, db)
    form.fields = try QuestionFieldStore.fields(
      of: found.view.space.id, answering: answers, db)
    form.answers = TypedAnswers(answers)
  }

  static func saveEdit(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let (found, editCount) = try visit.read { db in
      (try load(id, visit, db), try PostStore.editCount(of: id, db))
    }
    let picture = try FileIntake.take(visit)
    var form = EditForm(
      view: found.view, place: found.place,
      title: visit.form["titre"] ?? found.view.thread.title,
      tags: visit.form["etiquettes"] ?? "", body: visit.form["texte"] ?? "",
      version: version(visit.form["version"]) ?? editCount, picture: picture)
    try visit.read { try readFields(&form, found, $0) }
    form.answers = TypedAnswers(visit.form.fields)
    do { try checkEditable(found, visit) } catch let refusal as PostingRefusal {
      form.refusal = refusal
      return PostPages.edit(form, visit)
    }
    if visit.form["action"] == "apercu" || picture.problem != nil {
      form.isKept = try ThreadRoutes.keepDraft(visit, .edit(id))
      form.preview = try? PostBody.render(form.body)
      form.showsPreview = true
      return PostPages.edit(form, visit)
    }
    guard form.hasTitle else { return try saveReply(form, found, visit) }
    var draft = ThreadDraft(
      kind: found.view.thread.kind, title: form.title, body: form.body, tags: form.tags,
      answers: form.answers)
    try visit.read { try draft.recogniseConcepts($0) }
    switch draft.checked(in: found.view.space.id, asking: form.fields, isStrict: false) {
    case .failure(let problems):
      form.problems = problems.all
      return PostPages.edit(form, visit)
    case .success(let new):
      return try save(new.post, form, found, visit) { db in
        if new.title != found.view.thread.title {
          try ThreadStore.rename(found.place.thread, to: new.title, db)
        }
        try ThreadStore.setTags(new.tags, of: found.place.thread, db)
        if found.view.thread.kind == .question {
          try PostStore.setAnswers(new.answers, of: found.place, db)
        }
        return new.title == found.view.thread.title ? nil : found.view.thread.title
      }
    }
  }

  private static func saveReply(
    _ form: EditForm, _ found: Found, _ visit: Visit
  ) throws -> Response {
    do {
      let new = try PostDraft(body: form.body).checked()
      return try save(new, form, found, visit) { _ in nil }
    } catch let problem as PostDraft.Problem {
      var form = form
      form.problems = [.body(problem)]
      return PostPages.edit(form, visit)
    }
  }

  /// - Parameter more: what else changes with the post; returns the old title when that changed.
  private static func save(
    _ new: NewPost, _ form: EditForm, _ found: Found, _ visit: Visit,
    _ more: (Writer) throws -> String?
  ) throws -> Response {
    do {
      try visit.write { db in
        // Asked again: someone may have removed or edited it since the form was read.
        let current = try editable(found.place.post.id, visit, db)
        try visit.admitEdit(db)
        try checkFresh(form, current, new, db)
        let oldTitle = try more(db)
        if oldTitle != nil || current.place.source != new.source {
          try PostStore.edit(
            current.place, to: new, oldTitle: oldTitle,
            by: current.view.relation.actor(on: current.place.post, visit.member.id),
            at: visit.now, db)
          try visit.admitDocuments(
            of: new.source, isMasked: current.place.post.author.maskNumber != nil, db)
          try visit.admitFiles(of: new.source, in: current.view.space.id, db)
          try Notifications.tell(.edited(current.place.post.id), at: visit.now, db)
          try note(.postEdited, current, visit, db)
        }
        try DraftStore.forget(.edit(found.place.post.id), of: visit.member.id, db)
      }
    } catch let refusal as PostingRefusal {
      var form = form
      form.refusal = refusal
      return PostPages.edit(form, visit).asking(toWaitFor: refusal)
    } catch let stale as StaleEdit {
      // Whoever sends this page has seen the present text.
      var form = form
      (form.view, form.place, form.version) = (stale.found.view, stale.found.place, stale.version)
      form.isStale = true
      return PostPages.edit(form, visit)
    }
    let after = try visit.read { try load(found.place.post.id, visit, $0) }
    return visit.redirect(to: after.address)
  }

  /// Somebody has edited the post since the form was opened.
  private struct StaleEdit: Error {
    let found: Found
    let version: Int
  }

  /// - Throws: ``StaleEdit``, unless the post says already what is asked, as when one form is sent
  ///   twice.
  private static func checkFresh(
    _ form: EditForm, _ current: Found, _ new: NewPost, _ db: Reader
  ) throws {
    let version = try PostStore.editCount(of: current.place.post.id, db)
    let isThere =
      current.place.source == new.source
      && (!form.hasTitle || current.view.thread.title == form.title.oneLine)
    if version != form.version && !isThere { throw StaleEdit(found: current, version: version) }
  }

  /// The count of edits that a form or a draft was opened with.
  private static func version(_ text: String?) -> Int? { text.flatMap { Int($0) } }

  private static func editable(_ id: Post.ID, _ visit: Visit, _ db: Reader) throws -> Found {
    let found = try load(id, visit, db)
    try checkEditable(found, visit)
    return found
  }

  /// - Throws: ``PostingRefusal/spaceClosed``, for whom the text is given back; otherwise a
  ///   ``Refusal``.
  private static func checkEditable(_ found: Found, _ visit: Visit) throws {
    guard !found.place.post.isRemoved else { throw Refusal.gone }
    guard !found.view.relation.rights.isClosed else { throw PostingRefusal.spaceClosed }
    guard found.place.post.mayEdit(found.view.relation) else {
      throw Refusal.notAllowed
    }
  }

  static func history(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let shown = try visit.read { db in
      let found = try load(id, visit, db)
      let rights = found.view.relation.rights
      guard !found.place.post.isRemoved || rights.mayModerate else { throw Refusal.gone }
      let newest = try PostStore.editCount(of: id, db) + 1
      let version = try version(visit, newest: newest)
      return PostHistory(
        view: found.view, place: found.place, newest: newest, version: version,
        edit: try PostStore.edit(version - 1, of: found.place, db))
    }
    return PostPages.history(shown, visit)
  }

  /// The version that is asked for; the first one was never edited, and has nothing to show.
  private static func version(_ visit: Visit, newest: Int) throws(Refusal) -> Int {
    guard let text = visit.request.query["version"] else { return newest }
    guard let number = Int(text), number > 1, number <= newest else { throw .notFound }
    return number
  }

  // MARK: Reporting

  static func askReport(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let found = try visit.read { try reportable(id, visit, $0) }
    return PostPages.report(found.view, found.place, visit)
  }

  static func report(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let reason = visit.field("raison")
    guard ThreadStrings.french.reportReasons.contains(where: { $0.value == reason }) else {
      throw Refusal.badRequest
    }
    let found = try visit.write { db in
      let found = try reportable(id, visit, db)
      try ReportStore.report(
        id, reason: reason, comment: String(visit.field("texte").prefix(1_000)),
        by: visit.member.id, at: visit.now, db)
      return found
    }
    return visit.redirect(to: found.address, notice: .reported)
  }

  /// What was removed is shown to nobody who could not restore it, not even to report it.
  private static func reportable(_ id: Post.ID, _ visit: Visit, _ db: Reader) throws -> Found {
    let found = try load(id, visit, db)
    guard !found.place.post.isRemoved else { throw Refusal.gone }
    return found
  }

  // MARK: Removing

  /// The first post takes its thread with it, and what somebody else wrote goes for a reason: both
  /// buttons lead here first.
  static func askRemoval(_ visit: Visit, _ id: Post.ID) throws -> Response {
    let found = try visit.read { db in
      let found = try load(id, visit, db)
      if found.place.post.isRemoved { throw Refusal.gone }
      guard found.place.post.mayRemove(found.view.relation) else {
        throw Refusal.notAllowed
      }
      return found
    }
    return PostPages.removal(found.view, found.place, RemovalForm(), visit)
  }

  // MARK: One button each

  static func toggleThanks(_ visit: Visit, _ id: Post.ID) throws -> Response {
    try change(id, visit) { found, db in
      let member = try visit.member
      guard !found.place.post.isRemoved, !found.view.relation.isMine(found.place.post.author),
        !found.view.relation.rights.isClosed
      else {
        throw Refusal.notAllowed
      }
      try PostStore.toggleThanks(id, by: member.id, db)
      try Notifications.tell(.thanked(id), at: visit.now, db)
    }
  }

  static func toggleAcceptance(_ visit: Visit, _ id: Post.ID) throws -> Response {
    try change(id, visit) { found, db in
      guard found.view.relation.mayAccept(in: found.view.thread) else {
        throw Refusal.notAllowed
      }
      let isAccepted = found.view.thread.acceptedNumber == found.place.post.number
      try ThreadStore.accept(isAccepted ? nil : id, in: found.place.thread, db)
      if !isAccepted { try HelpFollowUpStore.begin(found.place.thread, at: visit.now, db) }
      try Notifications.tell(
        isAccepted ? .unaccepted(id) : .accepted(id, by: visit.member.id), at: visit.now, db)
    }
  }

  /// One's own post goes at once. What somebody else wrote is hidden by a decision like any other: it
  /// has a reason, its author learns of it and can contest it.
  static func remove(_ visit: Visit, _ id: Post.ID) throws -> Response {
    var form = RemovalForm(reason: visit.field("motif"), words: visit.field("mot"))
    do {
      return try change(id, visit) { found, db in
        guard found.place.post.mayRemove(found.view.relation) else {
          throw Refusal.notAllowed
        }
        let member = try visit.member.id
        if found.view.relation.isMine(found.place.post.author) {
          let actor = found.view.relation.actor(on: found.place.post, member)
          return try PostStore.remove(found.place, by: actor, at: visit.now, db)
        }
        try RulingStore.hide(
          found.place, form.draft, by: visit.viewer, at: visit.now, db)
      }
    } catch let problem as RulingDraft.Problem {
      form.problem = visit.say.moderation.problem(problem, visit.say.threads)
    } catch let refusal as CaseRefusal {
      form.problem = visit.say.moderation.refusal(refusal)
    }
    let found = try visit.read { try load(id, visit, $0) }
    return PostPages.removal(found.view, found.place, form, visit)
  }

  static func restore(_ visit: Visit, _ id: Post.ID) throws -> Response {
    try change(id, visit) { found, db in
      guard found.place.post.mayRestore(found.view.relation) else {
        throw Refusal.notAllowed
      }
      try PostStore.restore(found.place, db)
      try RulingStore.forgetHiding(of: id, at: visit.now, db)
      try note(.postRestored, found, visit, db)
    }
  }

  /// Tells the journal what was done to somebody else's post; one's own are one's own affair.
  private static func note(
    _ action: JournalAction, _ found: Found, _ visit: Visit, _ db: Writer
  ) throws {
    let member = try visit.member
    if found.view.relation.isMine(found.place.post.author) { return }
    try Journal.write(
      action, by: member.id, in: found.view.space.id, about: .post(found.place.post.id),
      at: visit.now, db)
  }

  private static func change(
    _ id: Post.ID, _ visit: Visit, _ body: (Found, Writer) throws -> Void
  ) throws -> Response {
    let found = try visit.write { db in
      let found = try load(id, visit, db)
      try body(found, db)
      return found
    }
    return visit.redirect(to: found.address)
  }
}
