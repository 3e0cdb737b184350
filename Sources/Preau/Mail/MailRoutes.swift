import HTML
import HTTP
import SQLite

/// What a member gets by mail; nothing of it shows where no mail is sent, nor to who has no address.
enum MailRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/mon-preau/courriels", .members, show)
    routes.post("/mon-preau/courriels", .members, save)
    routes.post("/mon-preau/courriels/adresse", .members, retry)
    routes.get("/fils/*/courriels", .members, showThread)
    routes.post("/fils/*/courriels", .members, saveThread)
    routes.get("/courriels/arret/*", .ownSecret, askStop)
    routes.post("/courriels/arret/*", .ownSecret, stop)
  }

  static let choices: Address = "/mon-preau/courriels"
  static func address(of thread: Thread.ID) -> Address { "/fils/\(thread.value)/courriels" }
  static func address(of stop: MailStop) -> Address { "/courriels/arret/\(stop.text)" }

  // MARK: All choices

  static func show(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    let shown = try visit.read { db in
      let email = try reachable(visit, db)
      return MailChoicesShown(
        email: email, bounce: try MailChoiceStore.bounce(of: member, db),
        choices: try MailChoiceStore.choices(of: member, db),
        mayDisturb: try MailChoiceStore.mayDisturb(member, db),
        offered: try MailChoiceStore.offered(to: member, db))
    }
    return MailPages.choices(shown, visit)
  }

  static func save(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    try visit.write { db in
      _ = try reachable(visit, db)
      try keep(visit, of: member, db)
      for digest in [MailChoice.digest(.daily), .digest(.weekly)] {
        let isWanted = visit.form[digest.scope] == "oui"
        try MailChoiceStore.choose(isWanted ? nil : .never, for: digest, of: member, db)
      }
      try MailChoiceStore.setMayDisturb(visit.form["calme"] != "oui", member, db)
      try MailOutboxStore.reconsider(member, db)
    }
    return visit.redirect(to: choices, notice: .saved)
  }

  /// Takes the levels of a form: fields such as `niveau-space-3`.
  private static func keep(_ visit: Visit, of member: Member.ID, _ db: Writer) throws {
    for (name, value) in visit.form.fields.pairs {
      let parts = name.split(separator: "-")
      guard parts.count == 3, parts[0] == "niveau", let target = Int64(parts[2]),
        let choice = MailChoice(scope: parts[1], target: target)
      else { continue }
      let level = MailLevel(rawValue: value)
      try MailChoiceStore.choose(
        level == choice.usual ? nil : level, for: choice, of: member, db)
    }
  }

  /// The member has corrected the mailbox: its refusal is forgotten.
  static func retry(_ visit: Visit) throws -> Response {
    let member = try visit.member.id
    try visit.write { db in
      _ = try reachable(visit, db)
      try MailChoiceStore.forgetBounce(of: member, db)
    }
    return visit.redirect(to: choices, notice: .saved)
  }

  /// - Throws: ``Refusal/notFound`` where there are no mails at all.
  private static func reachable(_ visit: Visit, _ db: Reader) throws -> String {
    guard visit.site.configuration.mail.isOn else { throw Refusal.notFound }
    return try MailChoiceStore.email(of: visit.member.id, db).orNotFound()
  }

  // MARK: Those of a thread

  static func showThread(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let member = try visit.member.id
    return try visit.read { db in
      _ = try reachable(visit, db)
      let view = try ThreadStore.view(name.number, for: visit.viewer, db).orNotFound()
      if view.isGone { throw Refusal.gone }
      let offered = try MailChoiceStore.offered(about: name.number, to: member, db)
      let choices = try MailChoiceStore.choices(of: member, db)
      return MailPages.thread(view.thread, offered, choices, visit)
    }
  }

  static func saveThread(_ visit: Visit, _ name: Slugged<Thread>) throws -> Response {
    let member = try visit.member.id
    let thread = try visit.write { db in
      _ = try reachable(visit, db)
      let view = try ThreadStore.view(name.number, for: visit.viewer, db).orNotFound()
      try keep(visit, of: member, db)
      try MailOutboxStore.reconsider(member, db)
      return view.thread
    }
    return visit.redirect(to: thread.address, notice: .saved)
  }

  // MARK: Stopping from a mail

  /// Shows a button: programs that open every link of a mail must not end anything.
  static func askStop(_ visit: Visit, _ stop: MailStop) throws -> Response {
    guard stop.isGenuine(key: visit.site.key.bytes) else { throw Refusal.notFound }
    return MailPages.askStop(stop, visit)
  }

  /// From that button, or from the mail program's own (RFC 8058).
  static func stop(_ visit: Visit, _ stop: MailStop) throws -> Response {
    guard stop.isGenuine(key: visit.site.key.bytes) else { throw Refusal.notFound }
    try visit.write { db in
      try MailChoiceStore.choose(.never, for: stop.choice, of: stop.member, db)
      try MailOutboxStore.reconsider(stop.member, db)
    }
    return MailPages.stopped(stop, visit)
  }
}

/// All that the page of choices shows.
struct MailChoicesShown {
  let email: String
  let bounce: MailBounce?
  let choices: MailChoices
  let mayDisturb: Bool
  let offered: [OfferedChoice]
}
