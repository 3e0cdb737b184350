import Mail
import SQLite

/// `preau mail`: the mails that wait, without the site.
public enum MailCommand {
  /// Sends what is due now.
  ///
  /// - Returns: how many left.
  /// - Throws: ``StartFailure`` when the server is not there.
  public static func sendDue(_ configuration: Configuration) throws -> Int {
    try use(configuration) { database, key in
      let postman = try Postman(database, configuration, key: key) { false }
      guard let postman else { throw StartFailure("no smtp-url: nothing can be sent") }
      let (sent, end) = try postman.round(.now)
      if case .unreachable(let problem) = end { throw StartFailure("the server: \(problem)") }
      return sent
    }
  }

  /// Writes all mails that wait, due or not, as files: nothing is sent, and they wait on.
  ///
  /// - Returns: how many files.
  public static func write(_ configuration: Configuration, to folder: String) throws -> Int {
    try makeFolder(folder)
    return try use(configuration) { database, key in
      guard let composer = MailComposer(trial(configuration), key: key) else { return 0 }
      let now = Instant.now
      while try MailPlan.some(database, configuration.mail, now: now) {}
      return try database.read { db in
        var count = 0
        for id in try MailOutboxStore.waiting(db) {
          guard let mail = try MailOutboxStore.mail(id, db),
            let message = try composer.message(mail, now, db)
          else { continue }
          try writeFile("\(folder)/\(id.value)-\(mail.kind.rawValue).eml", message.bytes)
          count += 1
        }
        for id in try InvitationMailStore.waiting(db) {
          guard let mail = try InvitationMailStore.mail(id, at: now, db),
            let message = composer.message(mail, now)
          else { continue }
          try writeFile("\(folder)/invitation-\(id.value).eml", message.bytes)
          count += 1
        }
        return count
      }
    }
  }

  /// Whoever only tries needs no sender and no address yet.
  private static func trial(_ configuration: Configuration) -> Configuration {
    var trial = configuration
    if trial.mail.sender == nil { trial.mail.sender = Mailbox("preau@example.org") }
    if trial.baseURL == nil { trial.baseURL = "http://127.0.0.1:\(trial.port)" }
    return trial
  }

  private static func use<T>(
    _ configuration: Configuration, _ body: (Database, [UInt8]) throws -> T
  ) throws -> T {
    CalendarTime.setTimeZone(configuration.timeZone)
    return try Store.useExisting(in: configuration.dataFolder) { database in
      try body(database, SiteKey.load(in: configuration.dataFolder).bytes)
    }
  }
}
