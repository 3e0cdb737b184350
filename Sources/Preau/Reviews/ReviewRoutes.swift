import HTML
import HTTP
import SQLite

/// What the site answers about reviews.
enum ReviewRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/relectures", .members, queue)
    routes.get("/mon-preau/relectures", .members, mine)
    routes.get("/tutoriels/*/relectures", .members, ofTutorial)
    routes.gesture("/tutoriels/*/reservation", .members, reserve)
    routes.get("/relectures/*", .members, show)
    routes.post("/relectures/*", .members, save)
    routes.gesture("/relectures/*/abandon", .members, giveUp)
    ReviewSettingsRoutes.add(to: &routes)
  }

  static let mineAddress: Address = "/mon-preau/relectures"

  // MARK: Lists

  /// For those who look after a space, and whoever may give a seal there.
  static func queue(_ visit: Visit, slug: String) throws -> Response {
    let member = try visit.member
    return try visit.read { db in
      let profile = try SpaceRoutes.open(slug, visit, db)
      let actor = try ReviewReadingStore.actor(
        for: visit.viewer, profile.rights, in: profile.space.id, db)
      guard profile.rights.mayModerate || actor.mayReview else { throw Refusal.notAllowed }
      let queue = ReviewQueue(
        space: profile.space, actor: actor,
        seals: try ReviewerStore.seals(of: profile.space.id, db),
        lines: try ReviewQueueStore.lines(of: profile.space.id, for: member.id, db))
      return ReviewQueuePages.queue(queue, visit)
    }
  }

  static func mine(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let (reviews, waiting) = try visit.read { db in
      (
        try ReviewQueueStore.reviews(by: member.id, db),
        try ReviewQueueStore.waiting(for: member.id, at: visit.now, db)
      )
    }
    return ReviewQueuePages.mine(reviews, waiting, visit)
  }

  // MARK: One tutorial

  static func ofTutorial(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    try ofTutorial(visit, id, nil)
  }

  private static func ofTutorial(
    _ visit: Visit, _ id: Tutorial.ID, _ refusal: ReviewRefusal?
  ) throws -> Response {
    try visit.read { db in
      let (view, actor) = try load(id, visit, db)
      var versions: [ReviewedVersion] = []
      let pointers = view.tutorial.pointers
      for number in [pointers.underReview, pointers.published].compactMap({ $0 }) {
        versions.append(
          ReviewedVersion(
            number: number, isWaiting: number == pointers.underReview,
            claims: try ReviewReadingStore.claims(on: number, of: id, db)))
      }
      return ReviewPages.ofTutorial(
        view, actor, versions, try ReviewReadingStore.concluded(of: id, db), refusal, visit)
    }
  }

  private static func load(
    _ id: Tutorial.ID, _ visit: Visit, _ db: Reader
  ) throws -> (TutorialView, ReviewActor) {
    let view = try TutorialRoutes.load(id, visit, db)
    let actor = try ReviewReadingStore.actor(for: visit.viewer, view, db)
    guard view.mayReadReviews(actor) else { throw Refusal.notFound }
    return (view, actor)
  }

  /// `sceau` says which seal of which version, such as `teaching.3`: another one that came meanwhile
  /// is not reserved.
  static func reserve(_ visit: Visit, _ id: Tutorial.ID) throws -> Response {
    let parts = visit.field("sceau").split(separator: ".").map(String.init)
    guard parts.count == 2, let seal = ReviewSeal(rawValue: parts[0]), let version = Int(parts[1])
    else { throw Refusal.badRequest }
    do {
      let review = try visit.write { db in
        let (view, actor) = try load(id, visit, db)
        return try ReviewStore.reserve(seal, of: version, view, for: actor, at: visit.now, db)
      }
      return visit.redirect(to: Review.address(review))
    } catch let refusal as ReviewRefusal {
      return try ofTutorial(visit, id, refusal)
    }
  }

  // MARK: One review

  static func show(_ visit: Visit, _ id: Review.ID) throws -> Response {
    try visit.read { db in
      let shown = try page(id, visit, db)
      if shown.isOpen {
        let draft = ReviewDraft(shown.review, shown.body.sections)
        return ReviewFormPages.show(shown, draft, ReviewFormProblem(), visit)
      }
      guard shown.review.decided != nil else { return visit.redirect(to: shown.above) }
      return ReviewPages.one(shown, visit)
    }
  }

  /// A review that its reader may see: the reviewer's own, or one that was concluded.
  private static func page(
    _ id: Review.ID, _ visit: Visit, _ db: Reader
  ) throws -> ReviewPage {
    let review = try ReviewReadingStore.review(id, db).orNotFound()
    let view = try TutorialRoutes.load(review.tutorial, visit, db)
    let actor = try ReviewReadingStore.actor(for: visit.viewer, view, db)
    let isMine = review.reviewer.id == actor.member
    guard isMine || review.decided != nil && view.mayReadReviews(actor) else {
      throw Refusal.notFound
    }
    let version = try TutorialStore.version(review.version, of: review.tutorial, db).orNotFound()
    return ReviewPage(
      review: review, view: view, actor: actor, version: version,
      body: TutorialBody(visit.masked(version.body), filmHosts: []),
      passages: try TutorialPassageStore.passages(
        of: review.tutorial, reader: visit.viewer.reader, db),
      files: try TutorialFileStore.files(of: review.tutorial, version: review.version, db),
      isMine: isMine, now: visit.now)
  }

  /// What was filled in is kept first, so that nothing is lost whatever becomes of the review.
  static func save(_ visit: Visit, _ id: Review.ID) throws -> Response {
    let shown = try visit.read { try page(id, visit, $0) }
    guard shown.isMine, shown.review.decided == nil else {
      return visit.redirect(to: shown.above)
    }
    let draft = ReviewDraft(visit, shown.review.seal, shown.body.sections)
    var problem = ReviewFormProblem()
    do {
      let kept = try draft.checked(for: .kept)
      let member = try visit.member.id
      try visit.write { try ReviewStore.keep(kept, in: id, by: member, $0) }
      let ending = ReviewEnding(visit)
      if ending == .kept { return visit.redirect(to: Review.address(id), notice: .saved) }
      try conclude(id, draft.checked(for: ending), visit)
      return visit.redirect(to: Review.address(id), notice: .saved)
    } catch let problems as ReviewDraft.Problems {
      problem.problems = problems.all
    } catch let refusal as ReviewRefusal {
      problem.refusal = visit.say.reviews.refusal(refusal, visit)
    } catch let refusal as TutorialRefusal {
      problem.refusal = visit.say.tutorials.refusal(refusal, visit.say)
    }
    return ReviewFormPages.show(shown, draft, problem, visit)
  }

  private static func conclude(_ id: Review.ID, _ new: NewReview, _ visit: Visit) throws {
    try visit.write { db in
      let review = try ReviewReadingStore.review(id, db).orNotFound()
      let view = try TutorialRoutes.load(review.tutorial, visit, db)
      let actor = try ReviewReadingStore.actor(for: visit.viewer, view, db)
      try ReviewStore.conclude(review, with: new, view, for: actor, at: visit.now, db)
    }
  }

  static func giveUp(_ visit: Visit, _ id: Review.ID) throws -> Response {
    let member = try visit.member.id
    try visit.write { db in
      let review = try ReviewReadingStore.review(id, db).orNotFound()
      guard review.reviewer.id == member else { throw Refusal.notFound }
      try ReviewStore.giveUp(id, member, db)
    }
    return visit.redirect(to: mineAddress, notice: .saved)
  }
}

/// A version that reviewers may look at, with what they have reserved and given.
struct ReviewedVersion {
  let number: Int
  /// Whether it waits; otherwise it is what everybody reads.
  let isWaiting: Bool
  let claims: [ReviewClaim]
}

/// What waits in one space.
struct ReviewQueue {
  let space: Space
  let actor: ReviewActor
  /// Those that the space asks for.
  let seals: Set<ReviewSeal>
  let lines: [ReviewQueueLine]
}

/// Everything that the page of one review shows.
struct ReviewPage {
  let review: Review
  let view: TutorialView
  let actor: ReviewActor
  let version: TutorialVersion
  let body: TutorialBody
  let passages: [TutorialPassage]
  let files: [TutorialFile]
  let isMine: Bool
  let now: Instant

  /// Whether its reviewer may still fill it in.
  var isOpen: Bool { isMine && review.isReserved(at: now) }
  /// Where one goes from a review that is not there any more.
  var above: Address {
    view.mayReadReviews(actor)
      ? Review.address(of: review.tutorial) : ReviewRoutes.mineAddress
  }
}

extension TutorialView {
  /// For its authors, those who look after the space, and whoever may give a seal there.
  func mayReadReviews(_ reviewer: ReviewActor) -> Bool {
    let pointers = tutorial.pointers
    let hasReadable = pointers.underReview != nil || pointers.published != nil
    return actor.isAuthor || hasReadable && (actor.rights.mayModerate || reviewer.mayReview)
  }
}

/// What is wrong with a form.
struct ReviewFormProblem {
  var problems: [ReviewDraft.Problem] = []
  var refusal = ""

  var isThere: Bool { !problems.isEmpty || !refusal.isEmpty }
}

extension ReviewDraft {
  /// What the form sent.
  fileprivate init(_ visit: Visit, _ seal: ReviewSeal, _ sections: [TutorialSection]) {
    self.init(seal, sections)
    for (index, point) in ReviewPoint.grid(for: seal).enumerated() {
      answers[point] = ReviewAnswer(rawValue: visit.field(point.field.description))
      remarks[point] = visit.form["remarque-\(index + 1)"] ?? ""
    }
    for (index, section) in self.sections.enumerated() {
      comments[section.anchor] = visit.form["section-\(index + 1)"] ?? ""
    }
    words = visit.form["mot"] ?? ""
  }
}

extension ReviewEnding {
  /// Whatever is not an ending puts the review aside.
  fileprivate init(_ visit: Visit) {
    self =
      switch visit.field("action") {
      case "valider": .accepted
      case "rendre": .returned
      default: .kept
      }
  }
}
