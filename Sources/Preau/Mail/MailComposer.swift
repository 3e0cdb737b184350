import HTML
import Mail
import SQLite

/// Writes what a mail says, at the moment at which it leaves.
struct MailComposer {
  let siteName: String
  /// Without a slash at the end.
  let baseURL: String
  let sender: Mailbox
  let key: [UInt8]

  /// - Returns: nil when there is nothing to say any more, or no way to say it.
  func message(_ mail: WaitingMail, _ now: Instant, _ db: Reader) throws -> MailMessage? {
    let lines = try MailOutboxStore.lines(of: mail, db)
    guard !lines.isEmpty, let to = Mailbox(mail.email) else { return nil }
    let say = Strings.of(mail.member.language ?? .french)
    let letter = MailLetter(
      mail: mail, lines: lines, posts: try posts(mail, lines, db), say: say, siteName: siteName,
      baseURL: baseURL, stop: stop(mail, lines), now: now)
    var from = sender
    if from.name.isEmpty { from = Mailbox(sender.address, name: siteName) ?? sender }
    var message = MailMessage(
      from: from, to: to, subject: "[\(siteName)] " + letter.subject, date: now.seconds,
      id: "\(mail.id.value).\(mail.created.seconds)@\(domain)", language: say.language.rawValue,
      text: letter.text, html: letter.html)
    message.unsubscribe = letter.stopAddress
    if mail.kind == .now, let place = lines.first?.place {
      message.conversation = "fil-\(place.thread.value)@\(domain)"
    }
    return message
  }

  var domain: String { Configuration.host(of: baseURL) }

  /// More than this is read on the site.
  private static let mostPosts = 5

  private func posts(
    _ mail: WaitingMail, _ lines: [NotificationLine], _ db: Reader
  ) throws -> [MailedPost] {
    guard mail.kind == .now, let line = lines.first, let place = line.place else { return [] }
    let numbers = Set(line.notifications.compactMap(\.post)).sorted()
    return try MailOutboxStore.posts(
      Array(numbers.prefix(Self.mostPosts)), of: place.thread, db)
  }

  /// What the link at the end stops: this thread, this kind of mails, or the digest.
  private func stop(_ mail: WaitingMail, _ lines: [NotificationLine]) -> MailStop {
    let choice: MailChoice =
      switch mail.kind {
      case .daily: .digest(.daily)
      case .weekly: .digest(.weekly)
      case .now: lines.first?.place.map { .thread($0.thread) } ?? .personal
      }
    return MailStop(member: mail.member.id, choice: choice, key: key)
  }
}
