import HTML
import Mail

extension MailComposer {
  /// - Returns: nil when there is no way to say it.
  func message(_ mail: InvitationMail, _ now: Instant) -> MailMessage? {
    guard let to = Mailbox(mail.email) else { return nil }
    let say = Strings.of(mail.language)
    let letter = InvitationLetter(
      mail: mail, secrets: InvitationSecrets(seed: mail.seed, key: key), say: say,
      siteName: siteName, baseURL: baseURL)
    var from = sender
    if from.name.isEmpty { from = Mailbox(sender.address, name: siteName) ?? sender }
    return MailMessage(
      from: from, to: to, subject: "[\(siteName)] " + letter.subject, date: now.seconds,
      id: "invitation-\(mail.id.value).\(mail.created.seconds)@\(domain)",
      language: say.language.rawValue, text: letter.text, html: letter.html)
  }
}

/// The words of an invitation, as text and as HTML.
struct InvitationLetter {
  let mail: InvitationMail
  let secrets: InvitationSecrets
  let say: Strings
  let siteName: String
  let baseURL: String

  private var words: InvitationMailStrings { say.members.invitations.mail }
  private var link: String { "\(baseURL)/invitation/\(secrets.token.text)" }

  var subject: String {
    mail.spaceName.isEmpty
      ? words.subject(mail.maker, siteName) : words.classSubject(mail.maker, mail.spaceName)
  }

  private var until: String { words.until(say.dates.day(mail.expires)) }
  private var orCode: String { words.orCode("\(baseURL)/invitation") }

  var text: String {
    """
    \(subject)

    \(words.open)
    \(link)

    \(orCode)
    \(secrets.code.text)

    \(until) \(words.ignore)
    """ + "\n"
  }

  var html: [UInt8] {
    var page = Page(capacity: 2_048)
    page.literal("<!doctype html>\n")
    page.html(.lang(say.language.rawValue)) { page in
      page.head { page in
        page.literal("<meta charset=\"utf-8\">")
        page.literal("<meta name=\"viewport\" content=\"width=device-width\">")
        page.literal("<meta name=\"color-scheme\" content=\"light dark\">")
        page.title { $0.text(subject) }
      }
      page.body { page in
        page.h1 { $0.text(subject) }
        page.p { page in
          page.text(words.open + " ")
          page.a(.named("href", link)) { $0.text(link) }
        }
        page.p { page in
          page.text(orCode + " ")
          page.strong { $0.text(secrets.code.text) }
        }
        page.p { $0.text(until + " " + words.ignore) }
      }
    }
    return page.utf8
  }
}
