import HTML
import SQLite

/// A post as a mail shows it.
struct MailedPost {
  let number: Int
  let body: SanitizedHTML
  let author: Author
}

/// Thinks of the mails for what was told.
enum MailPlan {
  /// Older than this, nothing is news any more: a site that begins to send mails does not begin
  /// with those of months.
  private static let secondsOfNews: Int64 = 3 * 86_400

  /// Puts some of what was told into mails.
  ///
  /// - Returns: whether there may be more to do.
  static func some(_ database: Database, _ mail: MailConfiguration, now: Instant) throws -> Bool {
    if try database.read({ try MailOutboxStore.unmailed($0).isEmpty }) { return false }
    return try database.write { db in
      let told = try MailOutboxStore.unmailed(db)
      let quiet = QuietTime(holidays: try MailOutboxStore.holidays(db))
      var readers: [Member.ID: (choices: MailChoices, mayDisturb: Bool)] = [:]
      for notification in told {
        let reader =
          try readers[notification.member]
          ?? (
            MailChoiceStore.choices(of: notification.member, db),
            MailChoiceStore.mayDisturb(notification.member, db)
          )
        readers[notification.member] = reader
        var topic = notification.topic
        if let thread = topic.thread { topic.tags = try MailOutboxStore.tags(of: thread, db) }
        let isNews =
          notification.isReachable && now - notification.created < secondsOfNews
        let level = reader.choices.level(
          of: notification.kind, about: topic, joined: notification.joined, now: now)
        let kind = isNews ? WaitingMail.Kind(level) : nil
        try MailOutboxStore.put(
          notification, into: kind, due: due(kind, mail, quiet, now, reader.mayDisturb), at: now, db
        )
      }
      return !told.isEmpty
    }
  }

  private static func due(
    _ kind: WaitingMail.Kind?, _ mail: MailConfiguration, _ quiet: QuietTime, _ now: Instant,
    _ mayDisturb: Bool
  ) -> Instant {
    switch kind {
    case .now: quiet.opening(now + mail.delay, mayDisturb: mayDisturb)
    case .daily: quiet.dailyDigest(now, mayDisturb: mayDisturb)
    case .weekly: quiet.weeklyDigest(now, mayDisturb: mayDisturb)
    case nil: now
    }
  }
}

extension WaitingMail.Kind {
  init?(_ level: MailLevel) {
    switch level {
    case .now: self = .now
    case .daily: self = .daily
    case .weekly: self = .weekly
    case .never: return nil
    }
  }
}
