import HTML
import SQLite

/// What the page of a question says about help, to those who help and to the asker.
struct HelpView {
  let request: HelpRequest
  let rights: HelpRights
  let isAsker: Bool
  let due: Instant
  /// What was last said when it was handed over; for those who help.
  let note: HelpNote?
  /// The answers that serve again; for those who help.
  let answers: [HelpAnswer]
  /// What is to be asked of the asker, now or later.
  let followUp: HelpFollowUp?

  /// One statement for every member; two to five more for those whom it concerns.
  ///
  /// - Returns: nil for those whom it does not concern, and for other threads.
  static func load(_ view: ThreadView, _ visit: Visit, _ db: Reader) throws -> HelpView? {
    guard visit.viewer.isLoggedIn, view.thread.kind == .question, !view.thread.isRemoved,
      let found = try HelpDeskStore.request(of: view.thread.id, viewer: visit.viewer, db)
    else { return nil }
    let rights = HelpRights(space: view.relation.rights, isVolunteer: found.isVolunteer)
    guard rights.mayHelp || view.relation.isAuthor else { return nil }
    let delay = try HelpSettingsStore.delay(of: view.space.id, db)
    return HelpView(
      request: found.request, rights: rights, isAsker: view.relation.isAuthor,
      due: delay.due(found.request.asked),
      note: rights.mayHelp ? try HelpDeskStore.notes(of: view.thread.id, db).first : nil,
      answers: rights.mayHelp ? try HelpAnswerStore.all(of: view.space.id, db) : [],
      followUp: view.relation.isAuthor
        ? try HelpFollowUpStore.followUp(of: view.thread.id, asker: visit.member.id, db)
        : nil)
  }
}

extension Page {
  /// For the asker, in plain words: who looks after the question.
  mutating func helpWords(_ help: HelpView?, _ visit: Visit) {
    guard let help, help.isAsker else { return }
    let say = visit.say.help
    let request = help.request
    let owner = request.owner.map { visit.name(of: $0) } ?? visit.say.members.deletedMember
    let waits = request.state == .waiting
    p(.class(waits ? "notice notice--wait" : "notice")) { page in
      page.text(say.yourRequest(request.state, owner))
      if request.state == .new || request.state == .taken, help.due > visit.now {
        let when = say.coming(help.due, visit.say.dates, now: visit.now)
        page.text(" " + say.hopedBefore(when))
      }
    }
  }

  /// For those who help, on a narrow screen: the way to what stands last there.
  mutating func helpLink(_ help: HelpView?, _ visit: Visit) {
    guard let help, help.rights.mayHelp else { return }
    p(.class("to-request")) { page in
      page.helpState(help.request, due: help.due, visit)
      page.text(" ")
      page.a(.href("#demande")) { $0.text(visit.say.help.request + " ↓") }
    }
  }

  /// For those who help: where the request stands, and what they can do with it.
  mutating func helpCard(_ help: HelpView?, of thread: Thread, in space: Space, _ visit: Visit) {
    guard let help, help.rights.mayHelp else { return }
    let say = visit.say.help
    section(.id("demande"), .class("card tools")) { page in
      page.h2 { $0.text(say.request) }
      page.p { page in page.helpState(help.request, due: help.due, visit) }
      page.p(.class("meta facts")) { page in
        if let owner = help.request.owner {
          page.span { $0.text(say.owner(visit.name(of: owner))) }
        }
        page.helpDue(help.request, due: help.due, visit)
      }
      if let note = help.note, !note.text.isEmpty {
        page.p { page in
          page.strong { $0.text(say.noteBy(visit.name(of: note.author)) + "\u{00A0}: ") }
          page.text(note.text)
        }
      }
      page.helpActs(help, thread, visit)
      page.p { page in
        page.a(.href("/espaces/\(space.slug)/bureau")) { $0.text(say.seeBoard) }
      }
    }
  }

  private mutating func helpActs(_ help: HelpView, _ thread: Thread, _ visit: Visit) {
    let say = visit.say.help
    let number = thread.id.value
    let state = help.request.state
    if state == .new, !help.isAsker {
      gesture("/fils/\(number)/prise-en-charge", .class("button button--main")) {
        $0.text(say.take)
      }
    }
    for act in HelpRequest.Act.allCases where act.from.contains(state) {
      gesture(act.address(thread.id), .class("button")) { $0.text(say.name(of: act)) }
    }
    if state.isOpen {
      a(.class("button"), .href("/fils/\(number)/relais")) { $0.text(say.handOver) }
    }
  }

  /// Where a request stands, in words: colour is never alone.
  mutating func helpState(_ request: HelpRequest, due: Instant, _ visit: Visit) {
    let words = visit.say.help.state(request.state)
    if request.isLate(due, at: visit.now) {
      span(.class("state state--late")) {
        $0.text(visit.say.help.lateMark + " · " + words)
      }
      return
    }
    switch request.state {
    case .new: span(.class("state state--waiting")) { $0.text(words) }
    case .taken: span(.class("state state--story")) { $0.text(words) }
    case .resolved: span(.class("state state--solved")) { $0.text("✓ " + words) }
    case .waiting, .unresolved, .closed: span(.class("state")) { $0.text(words) }
    }
  }

  /// By when an open request should be answered.
  mutating func helpDue(_ request: HelpRequest, due: Instant, _ visit: Visit) {
    guard request.state == .new || request.state == .taken else { return }
    let say = visit.say.help
    let isLate = request.isLate(due, at: visit.now)
    span { page in
      page.text(
        isLate
          ? say.wasDue(visit.say.dates.relative(due, now: visit.now))
          : say.due(say.coming(due, visit.say.dates, now: visit.now)))
    }
  }
}

extension HelpRequest.Act {
  fileprivate func address(_ thread: Thread.ID) -> Address {
    switch self {
    case .wait: "/fils/\(thread.value)/attente"
    case .resolve: "/fils/\(thread.value)/resolution"
    case .giveUp: "/fils/\(thread.value)/sans-solution"
    case .reopen: "/fils/\(thread.value)/reprise"
    }
  }
}
