import HTML
import HTTP
import SQLite

/// The form for a tutorial, as it is shown and shown again.
struct TutorialForm {
  var draft: TutorialDraft
  /// Nil for a new one.
  var view: TutorialView?
  /// Where a new one may stand.
  var spaces: [Space] = []
  /// The licences that may be chosen.
  var licences = Licence.choices
  /// The version that was taken up.
  var base = 0
  /// What is there by now, beside one's own words.
  var present: String?
  var picture = FileField()
  var problems: [TutorialDraft.Problem] = []
  var refusal: TutorialRefusal?
  /// No room is left for its files.
  var isFull = false
  var preview: SanitizedHTML?
  var showsPreview = false
  /// When the draft that fills the form was kept.
  var restored: Instant?
  /// False when there were too many drafts to keep this one.
  var isKept = true

  var hasProblems: Bool {
    !problems.isEmpty || refusal != nil || picture.problem != nil || present != nil || isFull
  }

  var place: DraftPlace { view.map { .tutorial($0.tutorial.id) } ?? .newTutorial }
  var action: Address { place.address }
}

/// Writing a tutorial: a new one, and the next version of one. Nothing that was typed is lost.
enum TutorialWritingRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/tutoriels/nouveau", .members, write)
    routes.post("/tutoriels/nouveau", .members, takesFiles: true, begin)
    routes.get("/tutoriels/*/modifier", .members, edit)
    routes.post("/tutoriels/*/modifier", .members, takesFiles: true, save)
  }

  // MARK: A new one

  static func write(_ visit: Visit) throws -> Response {
    let member = try visit.member
    var form = try visit.read { db in
      let stored = try DraftStore.draft(at: .newTutorial, of: member.id, db)
      var form = TutorialForm(
        draft: TutorialDraft(stored?.fields ?? Parameters()),
        spaces: try SpaceStore.writable(for: member.id, db), restored: stored?.updated)
      form.picture = FileField(stored?.fields ?? Parameters())
      return form
    }
    if let space = visit.request.query["espace"] { form.draft.space = space }
    return TutorialFormPages.show(form, visit)
  }

  static func begin(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let picture = try FileIntake.take(visit)
    var form = TutorialForm(draft: TutorialDraft(visit.form.fields), picture: picture)
    form.spaces = try visit.read { try SpaceStore.writable(for: member.id, $0) }
    if visit.form["action"] == "apercu" || picture.problem != nil {
      return try preview(form, visit)
    }
    let space = form.spaces.first { $0.slug == form.draft.space }?.id
    do {
      let new = try form.draft.checked(in: space)
      let submission = visit.submission(new.title + "\n" + new.source)
      let id = try visit.write { db in
        if let made = try TutorialStore.made(submission, db) { return made }
        let id = try TutorialWritingStore.begin(
          new, submission: submission, by: member.id, at: visit.now, db)
        try visit.admitFiles(of: new.source, in: new.space, db)
        try DraftStore.forget(.newTutorial, of: member.id, db)
        return id
      }
      return visit.redirect(to: Tutorial.workshop(id), notice: .saved)
    } catch let problems as TutorialDraft.Problems {
      form.problems = problems.all
    } catch let refusal as TutorialRefusal {
      form.refusal = refusal
    } catch PostingRefusal.spaceFull {
      form.isFull = true
    }
    return TutorialFormPages.show(form, visit)
  }

  private static func preview(_ given: TutorialForm, _ visit: Visit) throws -> Response {
    var form = given
    form.isKept = try ThreadRoutes.keepDraft(visit, form.place)
    form.preview = try? TutorialText.render(form.draft.body)
    form.showsPreview = true
    return TutorialFormPages.show(form, visit)
  }

  // MARK: The next version

  static func edit(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let form = try visit.read { db in
      var form = try self.form(of: id, visit, db)
      if let stored = try DraftStore.draft(at: form.place, of: visit.member.id, db) {
        form.draft = TutorialDraft(stored.fields)
        form.base = Int(stored.fields["version"] ?? "") ?? form.base
        form.picture = FileField(stored.fields)
        form.restored = stored.updated
      }
      return form
    }
    return TutorialFormPages.show(form, visit)
  }

  /// The draft of a tutorial, for one of its authors.
  ///
  /// - Parameter isStrict: false where words have come, which are given back whatever is wrong.
  private static func form(
    of id: Tutorial.ID, _ visit: Visit, _ db: Reader, isStrict: Bool = true
  ) throws -> TutorialForm {
    let view = try TutorialRoutes.load(id, visit, db)
    guard view.actor.isAuthor else { throw Refusal.notFound }
    if isStrict, refusal(view) != nil { throw Refusal.notAllowed }
    let number = view.tutorial.pointers.draft
    let version = try TutorialStore.version(number, of: id, db).orNotFound()
    let source = try TutorialStore.source(of: id, version: number, db).orNotFound()
    let draft = TutorialDraft(version, source: source, reviewBy: view.tutorial.reviewBy)
    return TutorialForm(
      draft: draft, view: view, licences: try licences(of: view, version.licence, db), base: number)
  }

  private static func licences(
    of view: TutorialView, _ present: Licence, _ db: Reader
  ) throws -> [Licence] {
    let original = try TutorialOriginStore.licence(of: view.tutorial.id, db)
    let choices = original.map(\.adaptingChoices) ?? Licence.choices
    return choices.contains(present) ? choices : [present] + choices
  }

  /// Whom the tutorial is shut to by now finds the words among the drafts.
  static func save(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    do { return try saveReadable(visit, id) } catch let refusal as Refusal {
      _ = try ThreadRoutes.keepDraft(visit, .tutorial(id))
      throw refusal
    }
  }

  private static func saveReadable(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let picture = try FileIntake.take(visit)
    var form = try visit.read { try self.form(of: id, visit, $0, isStrict: false) }
    form.draft = TutorialDraft(visit.form.fields)
    form.picture = picture
    form.base = Int(visit.form["version"] ?? "") ?? form.base
    if visit.form["action"] == "apercu" || picture.problem != nil {
      return try preview(form, visit)
    }
    do {
      try visit.write { db in
        let view = try TutorialRoutes.load(id, visit, db)
        if let refusal = refusal(view) { throw refusal }
        let original = try TutorialOriginStore.licence(of: id, db)
        let new = try form.draft.checked(in: view.space.id, from: original)
        _ = try TutorialWritingStore.save(
          new, of: view, over: form.base, by: visit.member.id, at: visit.now, db)
        try visit.admitFiles(of: new.source, in: view.space.id, db)
        try DraftStore.forget(form.place, of: visit.member.id, db)
      }
      return visit.redirect(to: Tutorial.workshop(id), notice: .saved)
    } catch let problems as TutorialDraft.Problems {
      form.problems = problems.all
    } catch TutorialRefusal.stale {
      // Whoever sends this page has seen the present text.
      let present = try visit.read { try self.form(of: id, visit, $0, isStrict: false) }
      form.present = present.draft.body
      form.base = present.base
    } catch let refusal as TutorialRefusal {
      form.refusal = refusal
    } catch PostingRefusal.spaceFull {
      form.isFull = true
    }
    return TutorialFormPages.show(form, visit)
  }

  private static func refusal(_ view: TutorialView) -> TutorialRefusal? {
    if view.tutorial.isRemoved { return .removed }
    if view.actor.rights.isClosed { return .spaceClosed }
    return view.actor.mayWrite ? nil : .notAllowed
  }
}
