import HTML
import HTTP
import SQLite

/// The door of a class: learners enter with the code, their name and their secret; those who have
/// an account already ask to enter.
enum ClassDoorRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/classe", .anyone, form)
    routes.get("/classe/*", .anyone, formWithCode)
    routes.post("/classe", .anyone, lane: .passwords, enter)
    routes.post("/classes/demande", .members, isKept: false, ask)
  }

  static func form(_ visit: Visit) -> Response {
    page(visit, code: visit.request.query["code"] ?? "")
  }

  /// What the QR code of a slip opens. Whether there is such a class is not said before a name and
  /// a secret are.
  static func formWithCode(_ visit: Visit, _ code: String) -> Response {
    page(visit, code: code)
  }

  private static func page(_ visit: Visit, code typed: String) -> Response {
    let code = ClassCode(typed: typed)?.shown ?? ""
    if visit.viewer.isLoggedIn && visit.request.query["garde"] == nil {
      return ClassDoorPages.ask(code, FormProblems(), visit)
    }
    var draft = DoorDraft(code: code)
    draft.entry = LogInDraft(
      returning: visit.request.query["retour"] ?? "", keptForm: visit.request.query["garde"] ?? "")
    return ClassDoorPages.form(draft, FormProblems(), visit)
  }

  // MARK: Entering

  /// Like ``LogInRoutes/logIn(_:)``: the same words, status and work, whichever of the three is
  /// wrong. Failures are counted for the class code and the name together, in one place.
  static func enter(_ visit: Visit) throws -> Response {
    let draft = DoorDraft(visit)
    let missing = draft.missing(visit.say.classes)
    if !missing.isEmpty { return ClassDoorPages.form(draft, missing, visit) }
    let code = ClassCode(typed: draft.code)
    let called = RollName.fold(draft.name)
    let found = try code.flatMap { code in
      try visit.read { try ClassRollStore.credentials(code: code, called: called, $0) }
    }
    let gate = LogInGate(
      visit, name: "classe \(code?.text ?? "?") \(called)", member: found?.credentials.id)
    let seconds = gate.admit()
    if seconds > 0 { return ClassDoorPages.wait(draft, seconds, visit) }
    let secret = LogInDraft.password(visit.form["secret"] ?? "")
    let isRight = (found?.credentials ?? .nobody).accept(secret)
    guard gate.isOpen, isRight, let found else {
      let isSlowed = gate.isSlowed
      gate.fail()
      if isSlowed { return ClassDoorPages.wait(draft, gate.secondsLeft, visit) }
      return ClassDoorPages.form(
        draft, FormProblems(visit.say.classes.doorRefused, in: "code"), visit)
    }
    gate.succeed()
    return try LogInRoutes.enter(
      visit, found.credentials.id, draft.entry, home: "/espaces/\(found.slug)")
  }

  // MARK: Asking

  static func ask(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let say = visit.say.classes
    let typed = visit.field("code")
    let gate = LogInGate(visit, name: "classe de \(member.id.value)", member: member.id)
    if gate.secondsLeft > 0 {
      let words = visit.say.members.logIn.wait(gate.secondsLeft)
      return ClassDoorPages.ask(typed, FormProblems(words, in: "code"), visit, status: 429)
    }
    let answer = try visit.write { db -> (Space.ID, ClassRollStore.Entry)? in
      guard let code = ClassCode(typed: typed), let space = try ClassStore.space(code: code, db)
      else { return nil }
      let entry = try ClassRollStore.ask(member, to: space, at: visit.now, db)
      if entry == .entered {
        try Journal.write(
          .memberAdmitted, by: member.id, on: member.id, in: space, at: visit.now, db)
      }
      return (space, entry)
    }
    guard let (space, entry) = answer else {
      gate.fail()
      return ClassDoorPages.ask(typed, FormProblems(say.noSuchClass, in: "code"), visit)
    }
    if entry == .waits { return visit.redirect(to: "/classes", notice: .classAsked) }
    return visit.redirect(to: SchoolClass.address(space), notice: .saved)
  }
}

/// What was typed at the door; the secret is never given back.
struct DoorDraft {
  var code = ""
  var name = ""
  var hasSecret = false
  /// Where to go then, and what waits for the log-in.
  var entry = LogInDraft(returning: "", keptForm: "")

  init(code: String) { self.code = code }

  init(_ visit: Visit) {
    code = visit.field("code")
    name = visit.field("nom")
    hasSecret = !visit.field("secret").isEmpty
    entry = LogInDraft(returning: visit.field("retour"), keptForm: visit.field("garde"))
  }

  func missing(_ say: ClassStrings) -> FormProblems {
    var problems = FormProblems()
    if code.isEmpty { problems.add(say.codeMissing, to: "code") }
    if name.isEmpty { problems.add(say.nameMissing, to: "nom") }
    if !hasSecret { problems.add(say.secretMissing, to: "secret") }
    return problems
  }
}
