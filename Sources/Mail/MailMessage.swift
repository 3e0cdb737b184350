import Glibc

/// A mail that a program sends to one person: the same content as text and as HTML.
public struct MailMessage: Sendable {
  /// Who sends it, and to whom.
  public var from: Mailbox
  public var to: Mailbox
  /// One line; anything may stand in it.
  public var subject: String
  /// Seconds since 1970-01-01T00:00:00Z.
  public var date: Int64
  /// `left@right`, the same whenever this mail is sent again.
  public var id: String
  /// The first mail of the conversation, by its ``id``; nil where this is no conversation.
  public var conversation: String?
  /// The language of both parts (RFC 3282).
  public var language: String
  /// A whole address that ends these mails with one POST, without a log-in (RFC 8058); nil: none.
  public var unsubscribe: String?
  /// For those who read no HTML.
  public var text: String
  /// A whole document.
  public var html: [UInt8]

  /// A mail without a conversation and without a way to end it.
  public init(
    from: Mailbox, to: Mailbox, subject: String, date: Int64, id: String, language: String,
    text: String, html: [UInt8]
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.date = date
    self.id = id
    self.language = language
    self.text = text
    self.html = html
  }

  /// The whole mail, with the line ends of the protocol (RFC 5322, RFC 2046 §5.1.4).
  public var bytes: [UInt8] {
    var lines = [
      "Date: " + Self.date(date), "From: " + from.header, "To: " + to.header,
      "Message-ID: <\(Self.token(id))>", "Subject: " + HeaderText.text(subject),
    ]
    if let conversation {
      lines.append("In-Reply-To: <\(Self.token(conversation))>")
      lines.append("References: <\(Self.token(conversation))>")
    }
    if let unsubscribe {
      lines.append("List-Unsubscribe: <\(Self.token(unsubscribe))>")
      lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    }
    lines += [
      // Whoever is away must not answer a machine (RFC 3834 §5).
      "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All",
      "Content-Language: " + Self.token(language), "MIME-Version: 1.0",
      "Content-Type: multipart/alternative; boundary=\"\(Self.boundary)\"", "",
    ]
    var bytes = Array(lines.joined(separator: "\r\n").utf8) + [0x0D, 0x0A]
    bytes += part("text/plain", text.utf8)
    bytes += part("text/html", html)
    return bytes + Array("--\(Self.boundary)--\r\n".utf8)
  }

  /// No quoted-printable line can hold it: `=` is followed there by a digit or the end of the line.
  private static let boundary = "=_part_of_this_mail"

  private func part(_ type: String, _ content: some Sequence<UInt8>) -> [UInt8] {
    let head = """
      --\(Self.boundary)\r
      Content-Type: \(type); charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r

      """
    return Array(head.utf8) + QuotedPrintable.encode(content)
  }

  /// Without anything that could end its header.
  private static func token(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(
      contentsOf: text.unicodeScalars.filter {
        $0.value > 0x20 && $0.value < 0x7F && $0 != ">" && $0 != "<"
      })
    return String(kept)
  }

  /// `Sat, 21 Nov 2026 08:05:00 +0000` (RFC 5322 §3.3).
  static func date(_ seconds: Int64) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(weekdays[Int(parts.tm_wday)]), \(parts.tm_mday) \(months[Int(parts.tm_mon)]) "
      + "\(1_900 + Int(parts.tm_year)) \(time.joined(separator: ":")) +0000"
  }
}
