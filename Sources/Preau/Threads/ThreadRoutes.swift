import HTML
import HTTP
import SQLite

/// What the site answers about threads.
enum ThreadRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/fils", .anyone, isShared: true, list)
    routes.get("/fils/nouveau", .members, write)
    routes.post("/fils/nouveau", .members, takesFiles: true, start)
    routes.get("/fils/semblables", .members, lane: .slow, similar)
    routes.get("/fils/*", .anyone, isShared: true, show)
    routes.post("/fils/*/reponses", .members, takesFiles: true, reply)
    routes.post("/fils/*/deplacement", .members, move)
    routes.gesture("/fils/*/suivi", .members, toggleFollowing)
    routes.gesture("/fils/*/moi-aussi", .members, toggleMeToo)
    routes.gesture("/fils/*/epingle", .members, togglePin)
    routes.gesture("/fils/*/fermeture", .members, toggleClosing)
    PostRoutes.add(to: &routes)
    DraftRoutes.add(to: &routes)
  }

  // MARK: Reading

  static func list(_ visit: Visit) throws -> Response {
    let choice = ThreadListChoice(rawValue: visit.request.query["liste"] ?? "") ?? .all
    guard let list = choice.list(for: visit.viewer) else { throw Refusal.needsLogIn }
    let cursor = ThreadCursor(visit.request.query["avant"])
    let (page, held) = try visit.read { db in
      (
        try ThreadListStore.page(of: list, after: cursor, reader: visit.viewer.reader, db),
        try cursor == .start ? heldThreads(choice, visit, db) : []
      )
    }
    return ThreadPages.list(
      choice, page.lines, held, next: page.next, isFirst: cursor == .start, visit)
  }

  /// The threads that a member has begun and that wait: in the lists where they would stand.
  private static func heldThreads(
    _ choice: ThreadListChoice, _ visit: Visit, _ db: Reader
  ) throws -> [HeldPost] {
    guard let member = visit.viewer.member, choice == .all || choice == .mine else { return [] }
    return try HeldStore.posts(of: member.id, db).filter { $0.reply == nil }
  }

  static func show(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let number = try pageNumber(visit)
    let shown: ThreadPage
    do { shown = try ThreadPage.load(name.number, number, visit) } catch let moved as ThreadMoved {
      return .redirect(to: moved.address.text, status: 302)
    }
    guard name.slug == shown.view.thread.slug else {
      let page = Thread.address(name.number, shown.view.thread.slug, page: number)
      return .redirect(to: page.text, status: 301)
    }
    noteReading(of: shown, visit)
    return ThreadPages.show(shown, visit)
  }

  /// What was shown was read; a browser that asks ahead, or for the head alone, shows nothing.
  private static func noteReading(of shown: ThreadPage, _ visit: Visit) {
    guard let member = visit.viewer.member, let last = shown.posts.last,
      visit.request.method == .get,
      visit.request.headers["sec-purpose"]?.contains("prefetch") != true
    else { return }
    let thread = shown.view.thread.id
    if last.number > shown.view.relation.readUpTo ?? 0 {
      visit.site.readings.note(last.number, of: thread, by: member.id)
    }
    if visit.viewer.unreadCount > 0 {
      visit.site.notificationReadings.note(last.number, of: thread, by: member.id, at: visit.now)
    }
  }

  private static func pageNumber(_ visit: Visit) throws(Refusal) -> Int {
    guard let text = visit.request.query["page"] else { return 1 }
    guard let number = Int(text), (1...1_000_000).contains(number) else { throw .notFound }
    return number
  }

  // MARK: Starting a thread

  static func write(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let (spaces, maskSpaces, stored) = try visit.read { db in
      (
        try SpaceStore.writable(for: member.id, db), try MaskStore.spaces(for: member.id, db),
        try DraftStore.draft(at: .newThread, of: member.id, db)
      )
    }
    var draft = ThreadDraft(stored?.fields ?? Parameters())
    if let space = visit.request.query["espace"] { draft.space = space }
    if draft.title.isEmpty, let title = visit.request.query["titre"] { draft.title = title }
    var form = ThreadForm(
      draft: draft, spaces: spaces, maskSpaces: maskSpaces, restored: stored?.updated)
    form.picture = FileField(stored?.fields ?? Parameters())
    try readFields(&form, visit)
    return ThreadPages.write(form, visit)
  }

  static func start(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let picture = try FileIntake.take(visit)
    var draft = ThreadDraft(visit.form.fields)
    try visit.read { try draft.recogniseConcepts($0) }
    var form = ThreadForm(draft: draft, spaces: [], picture: picture)
    (form.spaces, form.maskSpaces) = try visit.read { db in
      (try SpaceStore.writable(for: member.id, db), try MaskStore.spaces(for: member.id, db))
    }
    let space = form.spaces.first { $0.slug == draft.space }?.id
    try readFields(&form, visit)
    if space == nil, try isClosed(draft.space, visit) {
      form.refusal = .spaceClosed
      return ThreadPages.write(form, visit)
    }
    if visit.form["action"] == "apercu" || picture.problem != nil {
      form.isKept = try keepDraft(visit, .newThread)
      form.preview = try? PostBody.render(draft.body)
      form.showsPreview = true
      return ThreadPages.write(form, visit)
    }
    // The fields of a space that was chosen since the page was made come with everything else.
    let wasAsked = form.fields.isEmpty || visit.form["formulaire"] == draft.space
    if visit.form["action"] == "espace" || draft.kind == .question && !wasAsked {
      form.asksNow = !form.fields.isEmpty
      form.isKept = try keepDraft(visit, .newThread)
      return ThreadPages.write(form, visit)
    }
    switch draft.checked(in: space, asking: form.fields) {
    case .failure(let problems):
      form.problems = problems.all
      return ThreadPages.write(form, visit)
    case .success(let new):
      // The form sent twice would otherwise find its own thread, and call it similar.
      let submission = visit.submission(new)
      if let done = try visit.read({ try earlier(submission, visit, $0) }) {
        return visit.redirect(to: done)
      }
      if visit.form["vu"] != "oui" {
        form.similar = try similar(to: draft, visit)
        if !form.similar.isEmpty {
          // Who reads one of them instead leaves this page, and is told that the text is kept.
          form.isKept = try keepDraft(visit, .newThread)
          return ThreadPages.write(form, visit)
        }
      }
      do {
        return try publish(new, by: member, visit)
      } catch let refusal as PostingRefusal {
        form.refusal = refusal
        return ThreadPages.write(form, visit).asking(toWaitFor: refusal)
      }
    }
  }

  /// Reads what the chosen space asks, and whether others do.
  private static func readFields(_ form: inout ThreadForm, _ visit: Visit) throws {
    // Without a choice, browsers show the first one.
    if form.draft.space.isEmpty { form.draft.space = form.spaces.first?.slug ?? "" }
    let space = form.spaces.first { $0.slug == form.draft.space }
    (form.fields, form.mayAskMore) = try visit.read { db in
      (
        try space.map { try QuestionFieldStore.fields(of: $0.id, db) } ?? [],
        try QuestionFieldStore.areAsked(in: form.spaces, db)
      )
    }
  }

  /// Whether a space that was chosen is one that is only read by now.
  private static func isClosed(_ slug: String, _ visit: Visit) throws -> Bool {
    try visit.read { try SpaceStore.space(slug: slug, viewer: visit.viewer, $0) }?.rights.isClosed
      ?? false
  }

  /// Where a form that is sent again has led already.
  private static func earlier(
    _ submission: [UInt8], _ visit: Visit, _ db: Reader
  ) throws -> Address? {
    if let done = try PostStore.published(submission, db) {
      return done.number == 1
        ? Thread.address(done.thread, done.slug)
        : Thread.address(done.thread, done.slug, post: done.number)
    }
    return try HeldStore.held(submission, for: visit.viewer, db)?.place
  }

  private static func publish(
    _ new: NewThread, by member: Member, _ visit: Visit
  ) throws -> Response {
    let submission = visit.submission(new)
    var notice: Notice?
    let address = try visit.write { db -> Address in
      if let done = try earlier(submission, visit, db) { return done }
      let rights = try SpaceStore.rights(in: new.space, viewer: visit.viewer, db).orNotFound()
      try visit.admitPost(new.post.source, rights, startsThread: true, db)
      try visit.admitDocuments(of: new.post.source, isMasked: new.isMasked, db)
      if try HeldStore.holds(new.kind, in: new.space, by: visit.viewer, rights, db) {
        let held = try HeldStore.hold(
          new, submission: submission, by: member.id, at: visit.now, db)
        try visit.admitFiles(of: new.post.source, in: new.space, db)
        try DraftStore.forget(.newThread, of: member.id, db)
        notice = .held
        return HeldPost.address(of: held)
      }
      let made = try ThreadStore.start(
        new, submission: submission, by: member.id, at: visit.now, db)
      try visit.admitFiles(of: new.post.source, in: new.space, db)
      try Notifications.tell(.posted(in: made.thread, number: 1), at: visit.now, db)
      try DraftStore.forget(.newThread, of: member.id, db)
      return Thread.address(made.thread, made.slug)
    }
    return visit.redirect(to: address, notice: notice)
  }

  /// A fragment for the page being written: threads like the one that is being typed.
  static func similar(_ visit: Visit) throws -> Response {
    let title = String((visit.request.query["titre"] ?? "").prefix(ThreadDraft.longestTitle))
    return ThreadPages.similarFragment(try similar(to: ThreadDraft(title: title), visit), visit)
  }

  private static func similar(to draft: ThreadDraft, _ visit: Visit) throws -> SimilarToDraft {
    let reader = visit.viewer.reader
    let asked = AskedWords(
      title: draft.title, body: draft.body, tags: TagLabels(draft.tags).tags.map(\.slug))
    return try visit.read { db in
      let found = try SearchStore.similar(
        title: draft.title, body: draft.body, reader: reader, now: visit.now.seconds, db)
      return SimilarToDraft(
        threads: try ThreadListStore.lines(found.map { Number($0.id) }, reader: reader, db),
        tutorials: try visit.site.answers(to: asked, reader: reader, at: visit.now, db))
    }
  }

  // MARK: Replying

  static func reply(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    // A form that was open when its thread joined another answers that one.
    let thread = try visit.read { try MergeStore.home(of: name.number, $0) }
    let picture = try FileIntake.take(visit)
    let draft = PostDraft(
      body: visit.form["texte"] ?? "", answers: Int(visit.form["repond"] ?? ""),
      isMasked: visit.form["sans-nom"] == "oui")
    var reply = ReplyForm(draft: draft, picture: picture)
    if visit.form["action"] == "apercu" || picture.problem != nil {
      reply.preview = try? PostBody.render(draft.body)
      reply.showsPreview = true
      // Whom the thread is shut to by now keeps no draft of it.
      var shown = try ThreadPage.load(thread, nil, visit)
      reply.isKept = try keepDraft(visit, .reply(thread))
      shown.reply = reply
      return ThreadPages.show(shown, visit)
    }
    do {
      let post = try draft.checked()
      return try publish(post, draft, to: thread, visit)
    } catch let problem as PostDraft.Problem {
      reply.problem = visit.say.threads.say(problem)
    } catch let refusal as PostingRefusal {
      reply.problem = visit.say.threads.say(refusal)
      return try showAgain(visit, thread, reply).asking(toWaitFor: refusal)
    }
    return try showAgain(visit, thread, reply)
  }

  private static func publish(
    _ post: NewPost, _ draft: PostDraft, to thread: Thread.ID, _ visit: Visit
  ) throws -> Response {
    let member = try visit.member
    let submission = visit.submission("\(thread.value)\n" + post.source)
    var notice: Notice?
    let address = try visit.write { db -> Address in
      if let done = try earlier(submission, visit, db) { return done }
      let view = try ThreadStore.view(thread, for: visit.viewer, db).orNotFound()
      guard !view.relation.rights.isClosed else { throw PostingRefusal.spaceClosed }
      guard view.relation.rights.mayWrite else { throw PostingRefusal.notAllowed }
      guard !view.thread.isRemoved else { throw PostingRefusal.removed }
      try visit.admitPost(post.source, view.relation.rights, startsThread: false, db)
      try visit.admitDocuments(
        of: post.source, isMasked: draft.isMasked || view.relation.face != nil, db)
      if try HeldStore.holds(nil, in: view.space.id, by: visit.viewer, view.relation.rights, db) {
        let held = try HeldStore.hold(
          post, to: thread, answers: draft.answers, submission: submission, by: member.id,
          isMasked: draft.isMasked, at: visit.now, db)
        try visit.admitFiles(of: post.source, in: view.space.id, db)
        try DraftStore.forget(.reply(thread), of: member.id, db)
        notice = .held
        return try HeldStore.post(held, for: visit.viewer, db).place
      }
      let number = try PostStore.reply(
        post, to: thread, answers: draft.answers, submission: submission, by: member.id,
        isMasked: draft.isMasked, at: visit.now, db)
      try visit.admitFiles(of: post.source, in: view.space.id, db)
      try Notifications.tell(.posted(in: thread, number: number), at: visit.now, db)
      try DraftStore.forget(.reply(thread), of: member.id, db)
      return Thread.address(thread, view.thread.slug, post: number)
    }
    return visit.redirect(to: address, notice: notice)
  }

  /// The thread at its last page, with what was typed in its form.
  private static func showAgain(
    _ visit: Visit, _ thread: Thread.ID, _ reply: ReplyForm
  ) throws -> Response {
    var shown = try ThreadPage.load(thread, nil, visit)
    shown.reply = reply
    return ThreadPages.show(shown, visit)
  }

  /// Keeps what a form holds as the draft of its place.
  ///
  /// - Returns: false when the member has too many drafts for a new one.
  static func keepDraft(_ visit: Visit, _ place: DraftPlace) throws -> Bool {
    let member = try visit.member
    let fields = DraftRoutes.fields(of: visit.form)
    return try visit.write { db in
      try DraftStore.keep(fields, at: place, of: member.id, now: visit.now, db)
    }
  }

  // MARK: What one does with a thread

  static func toggleFollowing(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try change(visit, name) { view, db in
      let member = try visit.member.id
      if view.relation.isFollowing {
        try ThreadStore.unfollow(view.thread.id, by: member, db)
      } else {
        try ThreadStore.follow(view.thread.id, by: member, at: visit.now, db)
      }
    }
  }

  static func toggleMeToo(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try change(visit, name) { view, db in
      guard !view.relation.isAuthor, view.relation.rights.mayWrite, !view.thread.isRemoved else {
        throw Refusal.notAllowed
      }
      try ThreadStore.toggleMeToo(view.thread.id, by: visit.member.id, db)
    }
  }

  static func togglePin(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try change(visit, name) { view, db in
      guard view.relation.rights.mayArrange else { throw Refusal.notAllowed }
      try ThreadStore.pin(view.thread.id, !view.thread.isPinned, db)
      try visit.note(view.thread.isPinned ? .threadUnpinned : .threadPinned, view, db)
    }
  }

  static func toggleClosing(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try change(visit, name) { view, db in
      guard view.relation.rights.mayArrange else { throw Refusal.notAllowed }
      let state: Thread.State = view.thread.state == .open ? .closed : .open
      try ThreadStore.set(state, of: view.thread.id, db)
      try visit.note(state == .closed ? .threadClosed : .threadReopened, view, db)
    }
  }

  static func move(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try change(visit, name) { view, db in
      let target = try SpaceStore.writable(for: visit.member.id, db)
        .first { $0.slug == visit.field("espace") }.orNotFound()
      let rights = try SpaceStore.rights(in: target.id, viewer: visit.viewer, db).orNotFound()
      guard view.relation.rights.mayModerate, rights.mayWrite,
        !target.visibility.isWider(than: view.space.visibility),
        try !ClassStore.isClass(view.space.id, db)
      else { throw Refusal.notAllowed }
      try ThreadStore.move(view.thread.id, to: target.id, db)
      if target.id == view.space.id { return }
      try visit.note(.threadMoved, view, db)
      try Journal.write(
        .threadReceived, by: visit.member.id, in: target.id, about: .thread(view.thread.id),
        at: visit.now, db)
    }
  }

  private static func change(
    _ visit: Visit, _ name: Slugged<Thread>, _ body: (ThreadView, Writer) throws -> Void
  ) throws -> Response {
    let view = try visit.write { db in
      let view = try ThreadStore.view(name.number, for: visit.viewer, db).orNotFound()
      if view.isGone { throw Refusal.gone }
      try body(view, db)
      return view
    }
    return visit.redirect(to: view.thread.address)
  }
}

extension Visit {
  /// Tells the journal what was done to a whole thread.
  fileprivate func note(_ action: JournalAction, _ view: ThreadView, _ db: Writer) throws {
    try Journal.write(
      action, by: member.id, in: view.space.id, about: .thread(view.thread.id), at: now, db)
  }

  /// The mark of a new thread's form.
  func submission(_ new: NewThread) -> [UInt8] {
    submission(new.title + "\n" + new.post.source)
  }

  /// The mark of a form: the same form sent twice with the same text has the same one.
  func submission(_ text: String) -> [UInt8] {
    let mark = "\(viewer.reader)\n\(form["envoi"] ?? "")\n\(text)"
    return Array(Crypto.hash(Array(mark.utf8)).prefix(16))
  }
}

/// The lists that the page of threads offers.
enum ThreadListChoice: String, CaseIterable {
  case all = ""
  case unanswered = "sans-reponse"
  case mine = "miens"
  case followed = "suivis"
  case unread = "non-lus"

  var needsMember: Bool { self == .mine || self == .followed || self == .unread }

  var address: Address {
    self == .all ? "/fils" : Address("/fils").adding("liste", rawValue)
  }

  /// Nil when only a member has such a list.
  func list(for viewer: Viewer) -> ThreadList? {
    switch self {
    case .all: .all
    case .unanswered: .unanswered
    case .mine: viewer.member.map { .mine($0.id) }
    case .followed: viewer.member.map { .followed($0.id) }
    case .unread: viewer.member.map { .unread($0.id, joined: $0.joined) }
    }
  }
}

extension ThreadDraft {
  /// Reads the fields of the form, or of a stored draft.
  init(_ fields: Parameters) {
    self.init(
      space: fields["espace"] ?? "",
      kind: Thread.Kind(rawValue: fields["genre"] ?? "") ?? .question,
      title: fields["titre"] ?? "", body: fields["texte"] ?? "", tags: fields["etiquettes"] ?? "",
      isMasked: fields["sans-nom"] == "oui", answers: TypedAnswers(fields))
  }
}
