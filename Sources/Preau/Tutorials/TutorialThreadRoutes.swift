import HTML
import HTTP
import SQLite

/// From a thread to a tutorial: chosen posts are quoted in a draft, and their authors are asked.
enum TutorialThreadRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/fils/*/tutoriel", .members, choose)
    routes.post("/fils/*/tutoriel", .members, begin)
    routes.get("/tutoriels/*/accord", .members, asked)
    routes.gesture("/tutoriels/*/accord", .members, answer)
  }

  static func choose(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try visit.read { db in
      let view = try load(name.number, visit, db)
      let posts = try TutorialPassageStore.posts(of: name.number, db)
      return TutorialThreadPages.choose(view, posts, visit)
    }
  }

  private static func load(
    _ id: Thread.ID, _ visit: Visit, _ db: Reader
  ) throws -> ThreadView {
    let view = try ThreadStore.view(id, for: visit.viewer, db).orNotFound()
    if view.isGone { throw Refusal.gone }
    guard view.mayBecomeTutorial else { throw Refusal.notAllowed }
    return view
  }

  static func begin(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let member = try visit.member
    let wanted = Set(visit.form.all("message").compactMap { Int($0) })
    let submission = visit.submission("fil \(name.number.value)")
    let id = try visit.write { db in
      if let made = try TutorialStore.made(submission, db) { return made }
      let view = try load(name.number, visit, db)
      let posts = try TutorialPassageStore.posts(of: name.number, db).filter {
        wanted.contains($0.post.number)
      }
      let tags = try ThreadStore.tags(of: name.number, db).map(\.label)
      let draft = visit.say.tutorials.draft(of: view.thread, posts.count, tags)
      let id = try TutorialWritingStore.begin(
        draft.checked(in: view.space.id), submission: submission, from: name.number,
        by: member.id, at: visit.now, db)
      try TutorialPassageStore.quote(posts, in: id, by: member.id, at: visit.now, db)
      return id
    }
    return visit.redirect(to: Tutorial.workshop(id), notice: .saved)
  }

  // MARK: The consent of those who are quoted

  static func asked(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try visit.read { db in
      let (title, passages) = try mine(id, visit, db)
      return TutorialThreadPages.consent(id, title, passages, visit)
    }
  }

  private static func mine(
    _ id: Tutorial.ID, _ visit: Visit, _ db: Reader
  ) throws -> (title: String, passages: [TutorialPassage]) {
    let title = try TutorialPassageStore.title(of: id, for: visit.viewer, db).orNotFound()
    let numbers = try TutorialPassageStore.mine(id, visit.member.id, db)
    let passages = try TutorialPassageStore.passages(of: id, reader: visit.viewer.reader, db)
      .filter { numbers.contains($0.number) }
    if passages.isEmpty { throw Refusal.notFound }
    return (title, passages)
  }

  static func answer(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try visit.write { db in
      let passages = try mine(id, visit, db).passages
      let state: TutorialPassage.State = visit.field("reponse") == "oui" ? .agreed : .refused
      try TutorialPassageStore.answer(state, passages.map(\.number), of: id, db)
    }
    return visit.redirect(to: TutorialPassageStore.consent(id), notice: .saved)
  }
}

extension ThreadView {
  /// Whether the reader may make a tutorial of what was found out here: it is solved, and the reader
  /// writes in its space.
  var mayBecomeTutorial: Bool {
    thread.isSolved && relation.reader != nil && relation.rights.mayWrite && !thread.isRemoved
  }
}
