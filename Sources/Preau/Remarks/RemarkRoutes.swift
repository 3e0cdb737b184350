import HTML
import HTTP
import SQLite

/// What readers remark on tutorials. Nothing that was typed is lost.
enum RemarkRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/tutoriels/*/remarquer", .members, write)
    routes.post("/tutoriels/*/remarquer", .members, make)
    routes.get("/tutoriels/*/annotations.jsonld", .members, export)
    routes.get("/remarques/*", .members, find)
    routes.gesture("/remarques/*/reglee", .members, toggleSettled)
    routes.gesture("/remarques/*/effacement", .members, delete)
    routes.get("/remarques/*/masquage", .members, askHiding)
    routes.post("/remarques/*/masquage", .members, hide)
    routes.get("/remarques/*/signalement", .members, askReport)
    routes.post("/remarques/*/signalement", .members, report)
  }

  // MARK: Writing

  static func write(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let query = visit.request.query
    let form = try visit.read { try self.form(id, query, visit, $0) }
    return RemarkPages.write(form, visit)
  }

  /// What a form is about: a section, a passage, or a remark that it answers.
  private static func form(
    _ id: Tutorial.ID, _ fields: Parameters, _ visit: Visit, _ db: Reader
  ) throws -> RemarkForm {
    let view = try TutorialRoutes.load(id, visit, db)
    if view.tutorial.isRemoved { throw Refusal.gone }
    let pointers = view.tutorial.pointers
    let answered = try fields["repond"].flatMap { TutorialRemark.ID(segment: $0) }.map {
      try load($0, visit, db)
    }
    if let answered, answered.view.tutorial.id != id { throw Refusal.notFound }
    let typed = fields["version"].flatMap { Int($0) } ?? answered?.remark.version
    let number = typed ?? pointers.published ?? pointers.shared ?? pointers.draft
    let version = try TutorialStore.version(number, of: id, db).orNotFound()
    let mayRead = pointers.mayRead(number, wasPublished: version.published != nil, view.actor)
    guard mayRead || answered != nil else { throw Refusal.notFound }
    let body = TutorialBody(version.body, filmHosts: visit.site.configuration.videoHosts)
    let anchor = fields["partie"] ?? ""
    var form = RemarkForm(view: view, version: number, body: body, answered: answered?.remark)
    form.section = body.sections.first { $0.anchor == anchor }
    form.quotes = answered == nil && fields["passage"] != nil
    form.draft.passage = PassageQuote(
      exact: fields["passage"] ?? "", prefix: fields["avant"] ?? "", suffix: fields["apres"] ?? "")
    form.draft.visibility = fields["lecteurs"] ?? form.draft.visibility
    return form
  }

  static func make(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let member = try visit.member
    var form = try visit.read { db in try self.form(id, visit.form.fields, visit, db) }
    form.draft.text = visit.form["texte"] ?? ""
    do {
      let new = try form.draft.checked(in: form.quotes ? PassageText(form.body) : nil)
      let submission = visit.submission("remarque \(id.value)\n" + form.draft.text)
      let made = try visit.write { db -> TutorialRemark.ID in
        if let made = try RemarkStore.made(submission, db) { return made }
        let view = try TutorialRoutes.load(id, visit, db)
        if view.actor.rights.isClosed { throw RemarkRefusal.spaceClosed }
        guard view.actor.rights.mayWrite, !view.tutorial.isRemoved else {
          throw RemarkRefusal.notAllowed
        }
        let answered = try form.answered.map { try open($0.id, visit, db) }
        try visit.admitPost(new.text, view.actor.rights, startsThread: false, db)
        let isHeld = try HeldStore.holds(
          nil, in: view.space.id, by: visit.viewer, view.actor.rights, db)
        return try RemarkStore.make(
          new, of: view, version: form.version, form.section, answering: answered, isHeld: isHeld,
          submission: submission, by: member.id, at: visit.now, db)
      }
      return visit.redirect(to: TutorialRemark.address(made))
    } catch let problems as RemarkDraft.Problems {
      form.problems = problems.all
    } catch let refusal as RemarkRefusal {
      form.refusal = visit.say.remarks.refusal(refusal)
    } catch let refusal as PostingRefusal {
      form.refusal = visit.say.threads.say(refusal)
      return RemarkPages.write(form, visit).asking(toWaitFor: refusal)
    }
    return RemarkPages.write(form, visit)
  }

  /// A remark that can still be answered.
  private static func open(_ id: TutorialRemark.ID, _ visit: Visit, _ db: Reader) throws
    -> TutorialRemark
  {
    let found = try? load(id, visit, db)
    guard let found, found.actions.answers else { throw RemarkRefusal.gone }
    return found.remark
  }

  // MARK: One remark

  private struct Found {
    let remark: TutorialRemark
    let view: TutorialView
    let actions: RemarkActions
  }

  private static func load(_ id: TutorialRemark.ID, _ visit: Visit, _ db: Reader) throws -> Found {
    let (remark, tutorial) = try RemarkStore.remark(id, db).orNotFound()
    let view = try TutorialRoutes.load(tutorial, visit, db)
    let member = try visit.member.id
    guard remark.isVisible(to: member, isAuthor: view.actor.isAuthor) else {
      throw Refusal.notFound
    }
    return Found(
      remark: remark, view: view, actions: RemarkActions(remark, in: view, reader: member))
  }

  /// The lasting address of a remark leads to a version that its reader may read.
  static func find(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    .redirect(to: try visit.read { place(try load(id, visit, $0)) }.text, status: 302)
  }

  private static func place(_ found: Found) -> Address {
    let tutorial = found.view.tutorial
    let shown: Address =
      if tutorial.pointers.published != nil {
        tutorial.address
      } else if tutorial.pointers.shared != nil {
        "/tutoriels/\(tutorial.id.value)/beta"
      } else {
        Tutorial.address(tutorial.id, version: tutorial.pointers.draft)
      }
    let thread = found.remark.parent ?? found.remark.id
    return shown.adding("remarque", String(thread.value)).at(found.remark.element)
  }

  // MARK: One button each

  static func toggleSettled(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    try change(visit, id, \.settles) { _, db in
      try RemarkStore.toggleSettled(id, at: visit.now, db)
    }
  }

  static func delete(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    try change(visit, id, \.deletes) { _, db in try RemarkStore.remove(id, at: visit.now, db) }
  }

  private static func change(
    _ visit: Visit, _ id: TutorialRemark.ID, _ isAllowed: (RemarkActions) -> Bool,
    notice: Notice = .saved, _ body: (Found, Writer) throws -> Void
  ) throws -> Response {
    let found = try visit.write { db in
      let found = try load(id, visit, db)
      guard isAllowed(found.actions) else { throw Refusal.notAllowed }
      try body(found, db)
      return found
    }
    return visit.redirect(to: place(found), notice: notice)
  }

  // MARK: Moderation

  static func askHiding(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    try ask(visit, id, .hiding, problem: nil)
  }

  static func askReport(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    try ask(visit, id, .report, problem: nil)
  }

  private static func ask(
    _ visit: Visit, _ id: TutorialRemark.ID, _ question: RemarkQuestion, problem: String?
  ) throws -> Response {
    let found = try visit.read { try load(id, visit, $0) }
    guard question == .hiding ? found.actions.hides : found.actions.reports else {
      throw Refusal.notAllowed
    }
    return RemarkPages.ask(question, found.remark, found.view, problem: problem, visit)
  }

  private static let longestReason = 500

  static func hide(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    let reason = String(visit.field("raison").prefix(longestReason))
    if reason.isEmpty {
      return try ask(visit, id, .hiding, problem: visit.say.remarks.reasonMissing)
    }
    return try change(visit, id, \.hides) { found, db in
      try RemarkStore.hide(
        found.remark, of: found.view, reason: reason, by: visit.member.id, at: visit.now, db)
    }
  }

  /// Tells those who look after the space.
  static func report(_ visit: Visit, _ id: TutorialRemark.ID) throws -> Response {
    let reason = String(visit.field("raison").prefix(longestReason))
    if reason.isEmpty {
      return try ask(visit, id, .report, problem: visit.say.remarks.reasonMissing)
    }
    return try change(visit, id, \.reports, notice: .reported) { found, db in
      let referents = try MembershipStore.referents(of: found.view.space.id, db).map(\.id)
      try Notifications.tell(
        .told(
          .remarkReported, to: referents, about: .page(TutorialRemark.address(id).text),
          by: visit.member.id, words: reason), at: visit.now, db)
    }
  }

  // MARK: For other programs

  /// The remarks on passages that the reader may see.
  static func export(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let member = try visit.member.id
    return try visit.read { db in
      let view = try TutorialRoutes.load(id, visit, db)
      let remarks = try RemarkStore.all(of: id, db).filter {
        $0.quote != nil && !$0.isHidden
          && $0.isVisible(to: member, isAuthor: view.actor.isAuthor)
      }
      let document = AnnotationDocument.collection(
        remarks, id: visit.baseURL + "/tutoriels/\(id.value)/annotations.jsonld",
        source: visit.baseURL + view.tutorial.address.text, visit)
      var response = Response(type: AnnotationDocument.type, body: document.utf8)
      response["Cache-Control"] = "private, no-cache"
      response["Vary"] = "Cookie"
      return response
    }
  }
}

/// The form for a remark, as it is shown and shown again.
struct RemarkForm {
  let view: TutorialView
  let version: Int
  let body: TutorialBody
  let answered: TutorialRemark?
  var section: TutorialSection?
  /// Whether it is about a passage.
  var quotes = false
  var draft = RemarkDraft()
  var problems: [RemarkDraft.Problem] = []
  var refusal: String?

  init(view: TutorialView, version: Int, body: TutorialBody, answered: TutorialRemark?) {
    self.view = view
    self.version = version
    self.body = body
    self.answered = answered
  }

  var hasProblems: Bool { !problems.isEmpty || refusal != nil }
}

/// What a reason is asked for.
enum RemarkQuestion { case hiding, report }
