import Glibc
import Mail
import SQLite

/// A thread of its own that carries mails: a slow server holds up nobody else.
final class MailChores: Sendable {
  private let thread: BackgroundThread

  /// - Returns: nil where no mails are sent.
  init?(_ site: Site) throws {
    let stopping = StopFlag()
    guard let postman = try Postman(site, isStopping: { stopping.isSet }) else { return nil }
    let rounds = MailRounds(site: site, postman: postman, stopping: stopping)
    thread = BackgroundThread(until: stopping) { rounds.run() }
  }

  /// Waits until the mail that is on its way is given up.
  func stop() { thread.stop() }
}

/// One round of the postman after the other.
private struct MailRounds: Sendable {
  let site: Site
  let postman: Postman
  let stopping: StopFlag

  func run() {
    var next = Instant.now
    while !stopping.isSet {
      if Instant.now >= next { next = round() }
      usleep(250_000)
    }
  }

  /// - Returns: when to begin the next one.
  private func round() -> Instant {
    do {
      let (_, end) = try postman.round(.now)
      guard case .unreachable(let problem) = end else { return .now + 1 }
      if stopping.isSet { return .now }
      site.log.add("error mail-server \(problem)")
      return .now + site.configuration.mail.firstRetry
    } catch {
      site.log.add("error mail \(error)")
      return .now + site.configuration.mail.firstRetry
    }
  }
}

extension Postman {
  /// - Returns: nil where no mails are sent.
  /// - Throws: ``StartFailure`` where the configuration is not whole.
  init?(_ site: Site, isStopping: @escaping @Sendable () -> Bool) throws {
    try self.init(site.database, site.configuration, key: site.key.bytes, isStopping)
  }

  init?(
    _ database: Database, _ configuration: Configuration, key: [UInt8],
    _ isStopping: @escaping @Sendable () -> Bool
  ) throws {
    guard let server = try configuration.mailServer(),
      let composer = MailComposer(configuration, key: key)
    else { return nil }
    self.init(
      database: database, composer: composer, server: server, configuration: configuration.mail,
      isStopping: isStopping)
  }
}

extension MailComposer {
  /// - Returns: nil where it is not known who writes, or where the site is.
  init?(_ configuration: Configuration, key: [UInt8]) {
    guard let sender = configuration.mail.sender, let baseURL = configuration.baseURL else {
      return nil
    }
    self.init(
      siteName: configuration.siteName, baseURL: baseURL, sender: sender, key: key)
  }
}
