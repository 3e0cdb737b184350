import Mail
import SQLite

/// Carries the mails that are due to the server.
struct Postman {
  let database: Database
  let composer: MailComposer
  let server: MailServer
  let configuration: MailConfiguration
  /// Asked between mails, and while the server makes us wait.
  let isStopping: @Sendable () -> Bool

  /// How a round ended.
  enum End: Equatable {
    case done
    /// The server is not there: what it would not take now, it will not take in a moment.
    case unreachable(String)
  }

  /// Thinks of new mails, then carries those that are due.
  ///
  /// - Returns: how many left, and how it ended.
  func round(_ now: Instant) throws -> (sent: Int, end: End) {
    while try MailPlan.some(database, configuration, now: now), !isStopping() {}
    var sent = 0
    while !isStopping(), let id = try database.read({ try MailOutboxStore.due(at: now, $0) }) {
      guard let (mail, message) = try take(id, now) else { continue }
      let delivery = SMTP.send(
        message.bytes, from: message.from, to: message.to, server, isStopping: isStopping)
      if delivery == .taken { sent += 1 }
      try database.write { try note(delivery, of: mail, now, $0) }
      if case .unreachable(let problem) = delivery { return (sent, .unreachable(problem)) }
    }
    let invited = try carryInvitations(now)
    guard invited.end == .done else { return (sent + invited.sent, invited.end) }
    let codes = try carryAddressCodes(now)
    return (sent + invited.sent + codes.sent, codes.end)
  }

  /// Takes a mail and writes what it says; nil when there is nothing to carry.
  private func take(
    _ id: WaitingMail.ID, _ now: Instant
  ) throws -> (WaitingMail, MailMessage)? {
    let attempts = try database.read { try MailOutboxStore.mail(id, $0)?.attempts ?? 0 }
    let next = now + max(retry(attempts + 1), Int64(server.seconds) + 60)
    let isMine = try database.write {
      try MailOutboxStore.take(id, at: now, next: next, $0)
    }
    guard isMine else { return nil }
    let found = try database.read { db -> (WaitingMail, MailMessage?)? in
      try MailOutboxStore.mail(id, db).map { ($0, try composer.message($0, now, db)) }
    }
    guard let (mail, message) = found, let message else {
      try database.write { try MailOutboxStore.settle(id, .dropped, at: now, $0) }
      return nil
    }
    if try mustWait(mail, now) { return nil }
    return (mail, message)
  }

  /// A newcomer gets one digest a day, whatever was chosen.
  private func mustWait(_ mail: WaitingMail, _ now: Instant) throws -> Bool {
    let day: Int64 = 20 * 3_600
    guard mail.kind != .now, now - mail.member.joined < MailChoices.secondsOfNewness,
      try database.read({ try MailOutboxStore.hadDigest(mail.member.id, since: now + -day, $0) })
    else { return false }
    try database.write {
      let due = QuietTime(holidays: try MailOutboxStore.holidays($0)).dailyDigest(
        now, mayDisturb: try MailChoiceStore.mayDisturb(mail.member.id, $0))
      try MailOutboxStore.postpone(mail.id, to: due, because: "", $0)
    }
    return true
  }

  private func note(
    _ delivery: Delivery, of mail: WaitingMail, _ now: Instant, _ db: Writer
  ) throws {
    switch delivery {
    case .taken: try MailOutboxStore.settle(mail.id, .sent, at: now, db)
    case .addressRefused(let code, let answer):
      try MailOutboxStore.settle(mail.id, .failed, at: now, because: answer, db)
      try MailOutboxStore.noteBounce(of: mail, code: code, answer: answer, at: now, db)
    case .mailRefused(_, let answer):
      try MailOutboxStore.settle(mail.id, .failed, at: now, because: answer, db)
    case .postponed(_, let problem), .unreachable(let problem):
      if mail.attempts >= MailConfiguration.mostAttempts {
        try MailOutboxStore.settle(mail.id, .failed, at: now, because: problem, db)
      } else {
        try MailOutboxStore.postpone(
          mail.id, to: now + retry(mail.attempts), because: problem, db)
      }
    }
  }

  /// Seconds until the next trial: twice as long each time.
  func retry(_ attempts: Int) -> Int64 {
    let doublings = min(max(attempts, 1) - 1, 12)
    return min(configuration.firstRetry << doublings, MailConfiguration.longestRetry)
  }
}
