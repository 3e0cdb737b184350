import Mail
import SQLite

extension Postman {
  /// Carries the invitations that are due: somebody asked for each of them, they wait for no morning.
  ///
  /// - Returns: how many left, and how it ended.
  func carryInvitations(_ now: Instant) throws -> (sent: Int, end: End) {
    var sent = 0
    while !isStopping(),
      let id = try database.read({ try InvitationMailStore.due(at: now, $0) })
    {
      guard let (mail, message) = try take(id, now) else { continue }
      let delivery = SMTP.send(
        message.bytes, from: message.from, to: message.to, server, isStopping: isStopping)
      if delivery == .taken { sent += 1 }
      try database.write { try note(delivery, of: mail, now, $0) }
      if case .unreachable(let problem) = delivery { return (sent, .unreachable(problem)) }
    }
    return (sent, .done)
  }

  private func take(
    _ id: InvitationMail.ID, _ now: Instant
  ) throws -> (InvitationMail, MailMessage)? {
    let next = now + max(retry(1), Int64(server.seconds) + 60)
    guard try database.write({ try InvitationMailStore.take(id, at: now, next: next, $0) }) else {
      return nil
    }
    let mail = try database.read { try InvitationMailStore.mail(id, at: now, $0) }
    guard let mail, let message = composer.message(mail, now) else {
      try database.write { try InvitationMailStore.settle(id, .failed, $0) }
      return nil
    }
    return (mail, message)
  }

  private func note(
    _ delivery: Delivery, of mail: InvitationMail, _ now: Instant, _ db: Writer
  ) throws {
    switch delivery {
    case .taken: try InvitationMailStore.settle(mail.id, .sent, db)
    case .addressRefused(_, let answer), .mailRefused(_, let answer):
      try InvitationMailStore.settle(mail.id, .failed, because: answer, db)
    case .postponed(_, let problem), .unreachable(let problem):
      if mail.attempts >= MailConfiguration.mostAttempts {
        try InvitationMailStore.settle(mail.id, .failed, because: problem, db)
      } else {
        try InvitationMailStore.postpone(
          mail.id, to: now + retry(mail.attempts), because: problem, db)
      }
    }
  }
}
