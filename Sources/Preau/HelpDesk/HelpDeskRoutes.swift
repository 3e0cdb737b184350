import HTML
import HTTP
import SQLite

/// The help desk of a space, and what those who help do with one request.
enum HelpDeskRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/bureau", .members, board)
    // It reads all that was asked in eight weeks.
    routes.get("/espaces/*/bureau/themes", .members, lane: .slow) { visit, slug in
      try visit.read { try HelpThemePage.load(slug, visit, $0) }.response(visit)
    }
    routes.post("/espaces/*/bureau/lot", .members, isKept: false, changeMany)
    routes.gesture("/espaces/*/bureau/lot/annulation", .members, isKept: false, undo)
    routes.gesture("/fils/*/prise-en-charge", .members, isKept: false, take)
    routes.gesture("/fils/*/attente", .members, isKept: false) { try perform(.wait, $0, $1) }
    routes.gesture("/fils/*/resolution", .members, isKept: false) { try perform(.resolve, $0, $1) }
    routes.gesture("/fils/*/sans-solution", .members, isKept: false) {
      try perform(.giveUp, $0, $1)
    }
    routes.gesture("/fils/*/reprise", .members, isKept: false) { try perform(.reopen, $0, $1) }
    routes.get("/fils/*/relais", .members, askToHandOver)
    routes.post("/fils/*/relais", .members, handOver)
    HelpSettingsRoutes.add(to: &routes)
    QuestionFieldRoutes.add(to: &routes)
    HelpAnswerRoutes.add(to: &routes)
    HelpFollowUpRoutes.add(to: &routes)
    UnmetNeedRoutes.add(to: &routes)
  }

  // MARK: The board

  static func board(_ visit: Visit, slug: String) throws -> Response {
    let batch = visit.request.query["lot"].flatMap { HelpBatch.ID(segment: $0) }
    return try visit.read { db in
      try HelpBoardPage.load(slug, HelpBoardChoice(visit.request.query), batch, visit, db)
    }.response(visit)
  }

  /// Tags, assigns or closes all the requests that were ticked.
  static func changeMany(_ visit: Visit, slug: String) throws -> Response {
    let choice = HelpBoardChoice(visit.form.fields)
    do {
      let (space, batch) = try visit.write { db in
        let (profile, _) = try helped(slug, visit, db)
        let change = try HelpBatchDraft(visit).checked(in: profile.space.id, db)
        return (profile.space, try change.perform(in: profile.space.id, visit, db))
      }
      return visit.redirect(to: choice.address(space).adding("lot", String(batch.value)))
    } catch let problem as HelpBatchDraft.Problem {
      var page = try visit.read { db in
        try HelpBoardPage.load(slug, choice, nil, visit, db)
      }
      page.problem = problem
      return page.response(visit)
    }
  }

  static func undo(_ visit: Visit, slug: String) throws -> Response {
    guard let id = HelpBatch.ID(segment: visit.field("lot")) else { throw Refusal.badRequest }
    let space = try visit.write { db in
      let (profile, _) = try helped(slug, visit, db)
      let space = profile.space.id
      let batch = try HelpBatchStore.batch(id, in: space, by: visit.viewer, db).orNotFound()
      if try HelpBatchStore.undo(batch, at: visit.now, db) {
        try Journal.write(
          .bulkUndone, by: visit.member.id, in: space, detail: String(batch.count), at: visit.now,
          db)
      }
      return profile.space
    }
    return visit.redirect(
      to: Address("/espaces/\(space.slug)/bureau").adding("lot", String(id.value)))
  }

  /// A space, for somebody who helps there.
  static func helped(
    _ slug: String, _ visit: Visit, _ db: Reader
  ) throws -> (profile: SpaceProfile, rights: HelpRights) {
    let profile = try SpaceRoutes.open(slug, visit, db)
    let rights = try HelpSettingsStore.rights(
      profile.rights, in: profile.space.id, viewer: visit.viewer, db)
    guard rights.mayHelp else { throw Refusal.notAllowed }
    return (profile, rights)
  }

  // MARK: One request

  /// A question, for somebody who helps in its space.
  private struct Found {
    let view: ThreadView
    let request: HelpRequest
  }

  private static func load(_ id: Thread.ID, _ visit: Visit, _ db: Reader) throws -> Found {
    let view = try ThreadStore.view(id, for: visit.viewer, db).orNotFound()
    if view.isGone { throw Refusal.gone }
    let found = try HelpDeskStore.request(of: id, viewer: visit.viewer, db).orNotFound()
    let rights = HelpRights(space: view.relation.rights, isVolunteer: found.isVolunteer)
    guard rights.mayHelp else { throw Refusal.notAllowed }
    return Found(view: view, request: found.request)
  }

  static func take(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try change(visit, name) { found, db in
      // Nobody looks after one's own request.
      guard !found.view.relation.isAuthor else { throw Refusal.notAllowed }
      try HelpDeskStore.take(name.number, by: visit.viewer, at: visit.now, db)
      try tell(.taken, found, visit, db)
    }
  }

  private static func perform(
    _ act: HelpRequest.Act, _ visit: Visit, _ name: Slugged<Thread>
  ) throws -> Response {
    try change(visit, name) { found, db in
      try HelpDeskStore.perform(act, on: name.number, by: visit.member.id, at: visit.now, db)
      try tell(act.notice, found, visit, db)
      guard act == .reopen, found.view.thread.state == .closed else { return }
      try Journal.write(
        .threadReopened, by: visit.member.id, in: found.view.space.id,
        about: .thread(name.number), at: visit.now, db)
    }
  }

  /// The asker learns what becomes of the request.
  private static func tell(
    _ kind: Notification.Kind, _ found: Found, _ visit: Visit, _ db: Writer
  ) throws {
    let thread = found.view.thread
    try Notifications.tell(
      .told(kind, to: [thread.author.id], about: .thread(thread.id), by: visit.member.id),
      at: visit.now, db)
  }

  /// Somebody who comes too late is told so, and by whom.
  private static func change(
    _ visit: Visit, _ name: Slugged<Thread>, _ body: (Found, Writer) throws -> Void
  ) throws -> Response {
    var found: Found?
    do {
      let done = try visit.write { db in
        let loaded = try load(name.number, visit, db)
        found = loaded
        try body(loaded, db)
        return loaded
      }
      return visit.redirect(to: done.view.thread.address)
    } catch let refusal as HelpRefusal {
      let view = try found.orNotFound().view
      return HelpDeskPages.tooLate(refusal, view.thread, view.space, visit)
    }
  }

  // MARK: Handing over

  static func askToHandOver(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    try visit.read { try handOverPage(HandOverForm(), name, visit, $0) }
  }

  static func handOver(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    var form = HandOverForm(heir: visit.field("a"), note: visit.form["texte"] ?? "")
    do {
      let note = try HelpNote.checked(form.note)
      let address = try visit.write { db in
        let found = try load(name.number, visit, db)
        let heir = try heir(form.heir, in: found, db)
        try HelpDeskStore.handOver(
          name.number, to: heir, saying: note, by: visit.member.id, at: visit.now, db)
        try Notifications.tell(
          .told(
            .assigned, to: heir.map { [$0] } ?? [], about: .thread(name.number),
            by: visit.member.id, words: note), at: visit.now, db)
        try Journal.write(
          .requestHandedOver, by: visit.member.id, on: heir, in: found.view.space.id,
          about: .thread(name.number), at: visit.now, db)
        return found.view.thread.address
      }
      return visit.redirect(to: address, notice: .saved)
    } catch let refusal as HelpRefusal {
      form.refusal = refusal
      return try visit.read { try handOverPage(form, name, visit, $0) }
    }
  }

  /// Nil for the desk itself, which can only get back what somebody had.
  private static func heir(_ typed: String, in found: Found, _ db: Reader) throws -> Member.ID? {
    if typed == HandOverForm.desk, found.request.owner != nil { return nil }
    let helpers = try HelpSettingsStore.helpers(of: found.view.space.id, db)
    let heir = helpers.first { String($0.id.value) == typed }?.id
    guard let heir, heir != found.request.owner?.id, heir != found.view.thread.author.id else {
      throw HelpRefusal.noSuchHelper
    }
    return heir
  }

  private static func handOverPage(
    _ form: HandOverForm, _ name: Slugged<Thread>, _ visit: Visit, _ db: Reader
  ) throws -> Response {
    let found = try load(name.number, visit, db)
    let helpers = try HelpSettingsStore.helpers(of: found.view.space.id, db).filter {
      $0.id != found.request.owner?.id && $0.id != found.view.thread.author.id
    }
    let notes = try HelpDeskStore.notes(of: name.number, db)
    return HelpDeskPages.handOver(
      form, found.view, mayGiveBack: found.request.owner != nil, helpers, notes, visit)
  }
}

/// The form for handing over, as it is shown and shown again.
struct HandOverForm {
  /// The number of a member, or ``desk``.
  var heir = ""
  var note = ""
  var refusal: HelpRefusal?

  static let desk = "bureau"
}

extension HelpBoardChoice {
  /// Reads the address of a board, or its form.
  init(_ parameters: Parameters) {
    list = List(rawValue: parameters["liste"] ?? "") ?? .open
    let tag = parameters["etiquette"] ?? ""
    self.tag = tag.allSatisfy(\.isWhitespace) ? "" : Slug.make(from: tag)
    field = parameters["precision"].flatMap { QuestionField.ID(segment: $0) }
    words = String((parameters["contient"] ?? "").oneLine.prefix(200))
  }
}

extension HelpRequest.Act {
  /// What the asker is told of it.
  fileprivate var notice: Notification.Kind {
    switch self {
    case .wait: .awaited
    case .resolve: .resolved
    case .giveUp: .unresolved
    case .reopen: .taken
    }
  }
}
