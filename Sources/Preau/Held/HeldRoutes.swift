import HTML
import HTTP
import SQLite

/// What the site answers about posts that are read before they are published.
enum HeldRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/attente", .members, mine)
    routes.get("/attente/*", .members, show)
    routes.get("/attente/*/modifier", .members, edit)
    routes.post("/attente/*/modifier", .members, takesFiles: true, saveEdit)
    routes.gesture("/attente/*/reprise", .members, takeBack)
    routes.gesture("/attente/*/publication", .members, publish)
    routes.post("/attente/*/refus", .members, refuse)
    routes.get("/espaces/*/relecture", .members, choice)
    routes.post("/espaces/*/relecture", .members, choose)
  }

  // MARK: Reading

  static func mine(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let posts = try visit.read { try HeldStore.posts(of: member.id, $0) }
    return HeldPages.mine(posts, visit)
  }

  static func show(_ visit: Visit, _ id: HeldPost.ID) throws -> Response {
    let held = try visit.read { try HeldStore.post(id, for: visit.viewer, $0) }
    // Its address leads on once it is published.
    if let post = held.post { return visit.redirect(to: "/messages/\(post.value)") }
    return HeldPages.show(held, RefusalForm(), visit)
  }

  // MARK: Its author

  static func edit(_ visit: Visit, _ id: HeldPost.ID) throws -> Response {
    let (held, fields) = try visit.read { db in
      let held = try own(id, visit, db)
      return (held, try Self.fields(of: held, db))
    }
    if let post = held.post { return visit.redirect(to: "/messages/\(post.value)/modifier") }
    return HeldPages.edit(HeldForm(held, fields), visit)
  }

  private static func fields(of held: HeldPost, _ db: Reader) throws -> [QuestionField] {
    guard held.reply == nil, held.kind == .question else { return [] }
    return try QuestionFieldStore.fields(of: held.space.id, answering: held.answers, db)
  }

  static func saveEdit(_ visit: Visit, _ id: HeldPost.ID) throws -> Response {
    let (held, fields) = try visit.read { db in
      let held = try own(id, visit, db)
      return (held, try Self.fields(of: held, db))
    }
    var form = HeldForm(held, fields)
    form.answers = TypedAnswers(visit.form.fields)
    form.picture = try FileIntake.take(visit)
    form.title = visit.form["titre"] ?? held.title
    form.tags = visit.form["etiquettes"] ?? ""
    form.body = visit.form["texte"] ?? ""
    if visit.form["action"] == "apercu" || form.picture.problem != nil {
      form.preview = try? PostBody.render(form.body)
      form.showsPreview = true
      return HeldPages.edit(form, visit)
    }
    do {
      form.conceptLabels = try visit.read { db in
        var draft = ThreadDraft(tags: form.tags)
        try draft.recogniseConcepts(db)
        return draft.conceptLabels
      }
      let (post, thread) = try form.checked()
      let address = try visit.write { db in
        let held = try own(id, visit, db)
        try SilenceStore.admit(visit.member.id, in: held.space.id, at: visit.now, db)
        try visit.admitDocuments(
          of: post.source, isMasked: held.isMasked || held.author.maskNumber != nil, db)
        try HeldDecisionStore.edit(held, to: post, thread: thread, at: visit.now, db)
        try visit.admitFiles(of: post.source, in: held.space.id, db)
        return held.place
      }
      return visit.redirect(to: address, notice: .held)
    } catch let problems as ThreadDraft.Problems {
      form.problems = problems.all
    } catch let refusal as PostingRefusal {
      form.refusal = visit.say.threads.say(refusal)
    } catch HeldRefusal.decided {
      form.refusal = visit.say.held.publishedMeanwhile
    }
    return HeldPages.edit(form, visit)
  }

  static func takeBack(_ visit: Visit, _ id: HeldPost.ID) throws -> Response {
    do {
      let address = try visit.write { db -> Address in
        let held = try own(id, visit, db)
        try HeldDecisionStore.takeBack(held, at: visit.now, db)
        return held.reply.map { Thread.address($0.thread, $0.slug, page: $0.page).at("repondre") }
          ?? "/fils/nouveau"
      }
      return visit.redirect(to: address)
    } catch HeldRefusal.decided {
      return visit.redirect(to: HeldPost.address(of: id))
    }
  }

  private static func own(_ id: HeldPost.ID, _ visit: Visit, _ db: Reader) throws -> HeldPost {
    let held = try HeldStore.post(id, for: visit.viewer, db)
    guard held.isMine(visit.viewer) else { throw Refusal.notAllowed }
    return held
  }

  // MARK: Those who read it first

  static func publish(_ visit: Visit, _ id: HeldPost.ID) throws -> Response {
    let fromQueue = visit.form["file"] != nil
    let version = Int(visit.field(fromQueue ? "file" : "version")) ?? 0
    return try decide(visit, id, RefusalForm()) { held, member, db in
      try HeldDecisionStore.publish(held, version: version, by: member, at: visit.now, db)
      return fromQueue ? "/signalements" : HeldPost.address(of: id)
    }
  }

  static func refuse(_ visit: Visit, _ id: HeldPost.ID) throws -> Response {
    let form = RefusalForm(reason: visit.field("motif"), words: visit.field("mot"))
    let version = Int(visit.field("version")) ?? 0
    return try decide(visit, id, form) { held, member, db in
      try HeldDecisionStore.refuse(
        held, version: version, reason: form.reason, words: form.words, by: member,
        at: visit.now, db)
      return "/signalements"
    }
  }

  private static func decide(
    _ visit: Visit, _ id: HeldPost.ID, _ form: RefusalForm,
    _ body: (HeldPost, Member.ID, Writer) throws -> Address
  ) throws -> Response {
    let member = try visit.member.id
    do {
      let address = try visit.write { db in
        let held = try HeldStore.post(id, for: visit.viewer, db)
        guard !held.isMine(visit.viewer) else { throw Refusal.notAllowed }
        return try body(held, member, db)
      }
      return visit.redirect(to: address, notice: .saved)
    } catch let refusal as HeldRefusal {
      let held = try visit.read { try HeldStore.post(id, for: visit.viewer, $0) }
      var form = form
      form.problem = refusal
      return HeldPages.show(held, form, visit)
    }
  }

  // MARK: What a space holds

  static func choice(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { db in
      let space = try moderated(slug, visit, db)
      let choice = try HeldStore.choice(of: space.id, db)
      return HeldChoicePages.show(
        space, choice.holding, String(choice.firstPosts), hasProblem: false, visit)
    }
  }

  static func choose(_ visit: Visit, slug: String) throws -> Response {
    guard let holding = Holding(rawValue: visit.field("relecture")) else {
      throw Refusal.badRequest
    }
    let typed = visit.field("premiers")
    let number = Int(typed).flatMap { Holding.firstPosts.contains($0) ? $0 : nil }
    if holding == .first && number == nil {
      let space = try visit.read { try moderated(slug, visit, $0) }
      return HeldChoicePages.show(space, holding, typed, hasProblem: true, visit)
    }
    let space = try visit.write { db in
      let space = try moderated(slug, visit, db)
      let before = try HeldStore.choice(of: space.id, db)
      try HeldStore.choose(
        HoldingChoice(holding: holding, firstPosts: number ?? before.firstPosts), in: space.id,
        by: visit.member.id, at: visit.now, db)
      return space
    }
    return visit.redirect(to: space.address, notice: .saved)
  }

  private static func moderated(_ slug: String, _ visit: Visit, _ db: Reader) throws -> Space {
    let profile = try SpaceRoutes.open(slug, visit, db)
    guard profile.rights.mayModerate else { throw Refusal.notAllowed }
    return profile.space
  }
}

/// What stands in the form of a refusal.
struct RefusalForm {
  var reason = ""
  var words = ""
  var problem: HeldRefusal?
}

/// The form in which an author changes a post that waits.
struct HeldForm {
  let held: HeldPost
  var title: String
  var tags: String
  var body: String
  var picture = FileField()
  var problems: [ThreadDraft.Problem] = []
  var refusal = ""
  var preview: SanitizedHTML?
  var showsPreview = false

  let fields: [QuestionField]
  var answers: TypedAnswers
  var conceptLabels: Set<String> = []

  init(_ held: HeldPost, _ fields: [QuestionField]) {
    self.held = held
    self.fields = fields
    answers = TypedAnswers(held.answers)
    (title, tags, body) = (held.title, held.tags, held.source)
  }

  /// - Returns: no thread for a reply.
  /// - Throws: ``ThreadDraft/Problems``.
  func checked() throws(ThreadDraft.Problems) -> (NewPost, NewThread?) {
    if held.reply != nil {
      do { return (try PostDraft(body: body).checked(), nil) } catch {
        throw ThreadDraft.Problems(all: [.body(error)])
      }
    }
    let draft = ThreadDraft(
      kind: held.kind, title: title, body: body, tags: tags, answers: answers,
      conceptLabels: conceptLabels)
    let new = try draft.checked(in: held.space.id, asking: fields, isStrict: false).get()
    return (new.post, new)
  }
}
