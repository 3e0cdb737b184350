import HTML
import HTTP
import SQLite

/// Where authors look after a tutorial, and those who look after the space read it.
enum TutorialWorkshopRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/tutoriels/*/atelier", .members, show)
    routes.gesture("/tutoriels/*/partage", .members, toggleSharing)
    routes.gesture("/tutoriels/*/soumission", .members, toggleSubmission)
    routes.gesture("/tutoriels/*/publication", .members, publish)
    routes.gesture("/tutoriels/*/acceptation", .members, accept)
    routes.post("/tutoriels/*/renvoi", .members, sendBack)
    routes.gesture("/tutoriels/*/retrait", .members, toggleRemoval)
    routes.post("/tutoriels/*/fraicheur", .members, renew)
    routes.post("/tutoriels/*/coauteurs", .members, ask)
    routes.gesture("/tutoriels/*/signature", .members, agree)
    routes.gesture("/tutoriels/*/depart", .members, leave)
    routes.gesture("/tutoriels/*/reprise", .members, takeOver)
  }

  static func show(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try show(visit, id, TutorialWorkshopForm())
  }

  private static func show(
    _ visit: Visit, _ id: Tutorial.ID, _ form: TutorialWorkshopForm
  ) throws -> Response {
    try visit.read { db in
      let view = try load(id, visit, db)
      let draft = try TutorialStore.version(view.tutorial.pointers.draft, of: id, db).orNotFound()
      let mayTakeOver =
        try view.actor.mayAccept
        && TutorialOrphan.isOne(
          lastSeen: TutorialAuthorStore.lastSeen(of: id, db), at: visit.now)
      let remarks = ShownRemarks(
        try RemarkStore.all(of: id, db), on: TutorialBody(draft.body, filmHosts: []), of: view,
        for: visit.viewer.member?.id)
      let sent = TutorialSent(
        suggestions: try SuggestionStore.waiting(of: id, db), orphans: remarks.orphans,
        broken: try TutorialLinkStore.broken(in: id, db))
      return TutorialWorkshopPages.show(
        view, draft, form, try ReviewReadingStore.concluded(of: id, db), mayTakeOver: mayTakeOver,
        sent, visit)
    }
  }

  /// For authors, those who are asked to sign, and those who look after the space once there is
  /// something for them.
  private static func load(
    _ id: Tutorial.ID, _ visit: Visit, _ db: Reader
  ) throws -> TutorialView {
    let view = try TutorialRoutes.load(id, visit, db)
    let pointers = view.tutorial.pointers
    let hasReadable = pointers.underReview != nil || pointers.published != nil
    guard
      view.actor.isAuthor || view.isAsked || view.actor.rights.mayModerate && hasReadable
        || view.tutorial.isRemoved
    else { throw Refusal.notFound }
    return view
  }

  private static func change(
    _ visit: Visit, _ id: Tutorial.ID, _ body: (TutorialView, Writer) throws -> Void
  ) throws -> Response {
    do {
      try visit.write { db in try body(try load(id, visit, db), db) }
      return visit.redirect(to: Tutorial.workshop(id), notice: .saved)
    } catch let refusal as TutorialRefusal {
      return try show(visit, id, TutorialWorkshopForm(refusal: refusal))
    }
  }

  // MARK: Pointers

  static func toggleSharing(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      let pointers = view.tutorial.pointers
      let moved =
        pointers.shared == pointers.draft
        ? try pointers.unsharing(by: view.actor) : try pointers.sharing(by: view.actor)
      try TutorialWritingStore.move(view, to: moved, at: visit.now, db)
    }
  }

  static func toggleSubmission(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      let pointers = view.tutorial.pointers
      if pointers.underReview == pointers.draft {
        guard view.actor.isAuthor else { throw TutorialRefusal.notAllowed }
        try ReviewStore.tellReviewers(of: view, by: visit.member.id, at: visit.now, db)
        return try TutorialWritingStore.move(
          view, to: try pointers.returning(by: view.actor), at: visit.now, db)
      }
      let moved = try pointers.submitting(by: view.actor)
      try ReviewStore.tellReviewers(of: view, by: visit.member.id, at: visit.now, db)
      try TutorialWritingStore.move(view, to: moved, at: visit.now, db)
      // It may have all its seals from the last time.
      let waiting = try load(id, visit, db)
      if try ReviewStore.publishIfSealed(waiting, by: visit.member.id, at: visit.now, db) { return }
      let page = view.seals.isEmpty ? Tutorial.workshop(id) : Review.address(of: id)
      try Notifications.tell(
        .told(
          .tutorialToRead, to: try ReviewerStore.readers(of: view, db), about: .page(page.text),
          by: visit.member.id), at: visit.now, db)
    }
  }

  static func publish(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      guard !view.tutorial.isRemoved else { throw TutorialRefusal.removed }
      try TutorialPublishStore.publish(view, by: visit.member.id, at: visit.now, db)
    }
  }

  /// Where no seal is asked for, those who look after the space are enough.
  static func accept(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      guard view.actor.mayAccept else { throw TutorialRefusal.notAllowed }
      let version = Int(visit.field("version")) ?? 0
      try TutorialPublishStore.accept(
        version, of: view, with: [], by: visit.member.id, at: visit.now, db)
      try Journal.write(
        .tutorialAccepted, by: visit.member.id, in: view.space.id, about: .tutorial(id),
        at: visit.now, db)
    }
  }

  static func sendBack(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let words = String(visit.field("mot").prefix(TutorialWorkshopForm.longestWords))
    if words.isEmpty {
      return try show(visit, id, TutorialWorkshopForm(problem: .wordsMissing))
    }
    return try change(visit, id) { view, db in
      guard view.actor.mayAccept, view.tutorial.pointers.underReview != nil else {
        throw TutorialRefusal.notAllowed
      }
      let moved = try view.tutorial.pointers.returning(by: view.actor)
      try ReviewStore.tellReviewers(of: view, by: visit.member.id, at: visit.now, db)
      try TutorialWritingStore.move(view, to: moved, at: visit.now, db)
      try Notifications.tell(
        .told(
          .tutorialReturned, to: view.signers.map(\.id), about: .page(Tutorial.workshop(id).text),
          by: visit.member.id, words: words), at: visit.now, db)
      try Journal.write(
        .tutorialReturned, by: visit.member.id, in: view.space.id, about: .tutorial(id),
        at: visit.now, db)
    }
  }

  static func toggleRemoval(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      let isRemoved = view.tutorial.isRemoved
      let may =
        isRemoved ? view.actor.mayRestore(view.tutorial) : view.actor.mayRemove(view.tutorial)
      guard may else { throw TutorialRefusal.notAllowed }
      try TutorialWritingStore.setRemoved(
        !isRemoved, view, by: visit.member.id, at: visit.now, db)
      if view.actor.isAuthor { return }
      try Journal.write(
        isRemoved ? .tutorialRestored : .tutorialRemoved, by: visit.member.id, in: view.space.id,
        about: .tutorial(id), at: visit.now, db)
    }
  }

  static func renew(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let typed = visit.field("relire-avant")
    let day = Day(typed)
    if day == nil, !typed.isEmpty {
      return try show(visit, id, TutorialWorkshopForm(problem: .dayInvalid))
    }
    return try change(visit, id) { view, db in
      guard view.actor.mayWrite else { throw TutorialRefusal.notAllowed }
      try TutorialFreshnessStore.renew(id, until: day, db)
    }
  }

  // MARK: Authors

  static func ask(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let typed = visit.field("nom")
    var form = TutorialWorkshopForm(name: typed)
    let found = try visit.read { db in
      let view = try load(id, visit, db)
      guard view.actor.mayWrite else { throw Refusal.notAllowed }
      return try TutorialAuthorStore.named(typed, in: view.space.id, viewer: visit.viewer, db)
    }
    guard let one = found.first, found.count == 1 else {
      form.problem = found.isEmpty ? .nobody : .several
      return try show(visit, id, form)
    }
    return try change(visit, id) { view, db in
      guard view.actor.mayWrite else { throw TutorialRefusal.notAllowed }
      try TutorialAuthorStore.ask(one.id, to: view, by: visit.member.id, at: visit.now, db)
    }
  }

  static func agree(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      guard view.isAsked else { return }
      try TutorialAuthorStore.agree(visit.member.id, to: id, at: visit.now, db)
    }
  }

  /// An author leaves, or who is asked says no; an author takes back what was asked of another.
  static func leave(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let member = try visit.member.id
    var left = member
    let answer = try change(visit, id) { view, db in
      if let other = Member.ID(segment: visit.field("membre")), other != member {
        let isAsked = view.authors.contains { $0.author.id == other && !$0.hasAgreed }
        guard view.actor.mayWrite, isAsked else { throw TutorialRefusal.notAllowed }
        left = other
      }
      try TutorialAuthorStore.leave(left, id, db)
    }
    let isGone = left == member && answer.status == 303
    return isGone
      ? visit.redirect(to: TutorialListChoice.mine(member).address, notice: .saved) : answer
  }

  static func takeOver(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try change(visit, id) { view, db in
      guard view.actor.mayAccept else { throw TutorialRefusal.notAllowed }
      try TutorialAuthorStore.takeOver(view, by: visit.member.id, at: visit.now, db)
    }
  }
}

/// What readers have sent to the authors.
struct TutorialSent {
  /// How many wait.
  let suggestions: Int
  /// Remarks on what the draft does not hold any more.
  let orphans: [RemarkThread]
  /// Links of what is published that lead nowhere any more.
  let broken: [TutorialLinkStore.Broken]
}

/// What the page of the workshop gives back.
struct TutorialWorkshopForm {
  var name = ""
  var problem: Problem?
  var refusal: TutorialRefusal?

  enum Problem { case nobody, several, wordsMissing, dayInvalid }

  static let longestWords = 1_000
}
