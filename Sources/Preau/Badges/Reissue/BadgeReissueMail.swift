import HTML
import Mail
import SQLite

extension Postman {
  /// Carries the codes that show an address to be somebody's.
  ///
  /// - Returns: how many left, and how it ended.
  func carryAddressCodes(_ now: Instant) throws -> (sent: Int, end: End) {
    var sent = 0
    while !isStopping(), let member = try database.read({ try BadgeReissueStore.due(at: now, $0) })
    {
      let next = now + max(retry(1), Int64(server.seconds) + 60)
      let isMine = try database.write {
        try BadgeReissueStore.take(member, at: now, next: next, $0)
      }
      guard isMine else { continue }
      let found = try database.read { db in
        (
          try BadgeReissueStore.address(of: member, db),
          try MemberStore.member(member, db)?.language ?? .french
        )
      }
      guard let address = found.0, let message = composer.message(address, found.1, now) else {
        try database.write { try BadgeReissueStore.settle(member, .failed, $0) }
        continue
      }
      let delivery = SMTP.send(
        message.bytes, from: message.from, to: message.to, server, isStopping: isStopping)
      if delivery == .taken { sent += 1 }
      try database.write { try note(delivery, of: address, now, $0) }
      if case .unreachable(let problem) = delivery { return (sent, .unreachable(problem)) }
    }
    return (sent, .done)
  }

  private func note(
    _ delivery: Delivery, of address: BadgeMailAddress, _ now: Instant, _ db: Writer
  ) throws {
    switch delivery {
    case .taken: try BadgeReissueStore.settle(address.member, .sent, db)
    case .addressRefused, .mailRefused: try BadgeReissueStore.settle(address.member, .failed, db)
    case .postponed, .unreachable:
      if address.attempts >= MailConfiguration.mostAttempts {
        try BadgeReissueStore.settle(address.member, .failed, db)
      } else {
        try BadgeReissueStore.postpone(
          address.member, to: now + retry(address.attempts), db)
      }
    }
  }
}

extension MailComposer {
  /// - Returns: nil when there is no way to say it.
  func message(
    _ address: BadgeMailAddress, _ language: Language, _ now: Instant
  ) -> MailMessage? {
    guard let to = Mailbox(address.email), !address.seed.isEmpty else { return nil }
    let say = Strings.of(language).badgeReissues
    let code = WrittenCode(seed: address.seed, key: key).text
    var from = sender
    if from.name.isEmpty { from = Mailbox(sender.address, name: siteName) ?? sender }
    var page = Page(capacity: 1_024)
    page.literal("<!doctype html>\n")
    page.html(.lang(language.rawValue)) { page in
      page.head { page in
        page.literal("<meta charset=\"utf-8\">")
        page.title { $0.text(say.mailSubject) }
      }
      page.body { page in
        page.h1 { $0.text(say.mailSubject) }
        page.p { page in
          page.text(say.mailCode + " ")
          page.strong { $0.text(code) }
        }
        page.p { $0.text(say.mailIgnore) }
      }
    }
    return MailMessage(
      from: from, to: to, subject: "[\(siteName)] " + say.mailSubject, date: now.seconds,
      id: "adresse-\(address.member.value).\(address.asked.seconds)@\(domain)",
      language: language.rawValue,
      text: "\(say.mailSubject)\n\n\(say.mailCode)\n\(code)\n\n\(say.mailIgnore)\n",
      html: page.utf8)
  }
}
