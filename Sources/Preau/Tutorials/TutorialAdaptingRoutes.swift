import HTML
import HTTP
import SQLite

/// Making a tutorial of one's own from another that allows it.
enum TutorialAdaptingRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/tutoriels/*/adaptation", .members, ask)
    routes.post("/tutoriels/*/adaptation", .members, adapt)
  }

  /// What the page asks, and why not.
  struct Form {
    let view: TutorialView
    let version: TutorialVersion
    let spaces: [Space]
    let licences: [Licence]
    /// Why nothing can be made from it.
    var refusal: Licence.AdaptingRefusal?
    var problems: [TutorialDraft.Problem] = []
    var space = ""
    var licence = ""
  }

  static func ask(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let form = try visit.read { try load(id, visit, $0) }
    return TutorialAdaptingPages.show(form, visit)
  }

  private static func load(_ id: Tutorial.ID, _ visit: Visit, _ db: Reader) throws -> Form {
    let view = try TutorialRoutes.load(id, visit, db)
    let number = try view.tutorial.pointers.published.orNotFound()
    let version = try TutorialStore.version(number, of: id, db).orNotFound()
    let isOwn = try TutorialOriginStore.isOwn(id, of: visit.member.id, db)
    var form = Form(
      view: view, version: version, spaces: try spaces(for: view, visit, db),
      licences: isOwn ? Licence.choices : version.licence.adaptingChoices)
    if !isOwn {
      do { try version.licence.admitAdapting() } catch { form.refusal = error }
    }
    form.space = form.spaces.first { $0.id == view.space.id }?.slug ?? ""
    form.licence = (form.licences.first { $0 == version.licence } ?? form.licences.first)?.uri ?? ""
    return form
  }

  /// What was written for few is never brought before many; what was written for a class stays in it.
  private static func spaces(
    for view: TutorialView, _ visit: Visit, _ db: Reader
  ) throws -> [Space] {
    try SpaceStore.writable(for: visit.member.id, db).filter {
      $0.id == view.space.id
        || view.space.visibility != .private && !$0.visibility.isWider(than: view.space.visibility)
    }
  }

  static func adapt(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    var form = try visit.read { try load(id, visit, $0) }
    (form.space, form.licence) = (visit.field("espace"), visit.field("licence"))
    let submission = visit.submission("adaptation \(id.value)")
    do {
      let made = try visit.write { db in
        if let made = try TutorialStore.made(submission, db) { return made }
        let form = try load(id, visit, db)
        guard form.refusal == nil else { throw TutorialRefusal.notAllowed }
        let number = form.version.number
        let source = try TutorialStore.source(of: id, version: number, db).orNotFound()
        var draft = TutorialDraft(form.version, source: source, reviewBy: nil)
        draft.licence = visit.field("licence")
        let space = form.spaces.first { $0.slug == visit.field("espace") }?.id
        guard let space else { throw TutorialDraft.Problems(all: [.spaceMissing]) }
        return try TutorialOriginStore.adapt(
          form.view, form.version, as: draft, in: space, submission: submission,
          by: visit.member.id, at: visit.now, db)
      }
      return visit.redirect(to: Tutorial.workshop(made), notice: .saved)
    } catch let problems as TutorialDraft.Problems {
      form.problems = problems.all
    } catch is TutorialRefusal where form.refusal != nil {
      return TutorialAdaptingPages.show(form, visit)
    }
    return TutorialAdaptingPages.show(form, visit)
  }
}
