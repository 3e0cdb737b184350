import HTML
import Sanitizer

/// The words of one mail, as text and as HTML.
struct MailLetter {
  let mail: WaitingMail
  let lines: [NotificationLine]
  let posts: [MailedPost]
  let say: Strings
  let siteName: String
  let baseURL: String
  let stop: MailStop
  let now: Instant

  var stopAddress: String { whole(MailRoutes.address(of: stop)) }
  private var choicesAddress: String { whole(MailRoutes.choices) }

  private func whole(_ address: Address) -> String { baseURL + address.text }

  var subject: String {
    if mail.kind != .now { return say.mail.digest(mail.kind, say.dates.day(now)) }
    guard let line = lines.first else { return "" }
    return line.place?.title ?? sentences(line).first ?? ""
  }

  private func sentences(_ line: NotificationLine) -> [String] {
    line.sentences(say)
  }

  private func name(_ author: Author) -> String {
    say.name(of: author)
  }

  // MARK: Text

  var text: String {
    var text = say.mail.hello(mail.member.name) + "\n\n"
    for line in lines {
      if let place = line.place { text += place.title.oneLine + "\n" }
      for sentence in sentences(line) { text += (line.place == nil ? "" : "– ") + sentence + "\n" }
      for words in line.told.map(\.words) where !words.isEmpty { text += words + "\n" }
      if let link = line.link { text += whole(link) + "\n" }
      text += "\n"
    }
    for post in posts {
      text += "—— \(name(post.author))\n\n\(post.body.plainText)\n\n"
    }
    return text
      + "-- \n\(why)\n\(say.mail.change) \(choicesAddress)\n\(say.mail.stop(stop.choice)) "
      + "\(stopAddress)\n"
  }

  private var why: String { say.mail.why(siteName) }

  // MARK: HTML

  var html: [UInt8] {
    var page = Page(capacity: 8_192)
    page.literal("<!doctype html>\n")
    page.html(.lang(say.language.rawValue)) { page in
      page.head { page in
        page.literal("<meta charset=\"utf-8\">")
        page.literal("<meta name=\"viewport\" content=\"width=device-width\">")
        page.literal("<meta name=\"color-scheme\" content=\"light dark\">")
        page.title { $0.text(subject) }
      }
      page.body(.style("margin:0;padding:16px;font:16px/1.5 sans-serif")) { page in
        page.div(.style("max-width:38em;margin:0 auto")) { page in
          page.h1(.style("font-size:20px;margin:0 0 16px")) { $0.text(subject) }
          page.p { $0.text(say.mail.hello(mail.member.name)) }
          for line in lines { write(line, &page) }
          for post in posts { write(post, &page) }
          foot(&page)
        }
      }
    }
    return page.utf8
  }

  /// What members write is in French, whatever the language of the mail.
  private var written: Attribute {
    .when(say.language != .french, .lang(Language.french.rawValue))
  }

  private func write(_ line: NotificationLine, _ page: inout Page) {
    let sentences = sentences(line)
    let title = line.place?.title ?? sentences.first ?? ""
    page.h2(.style("font-size:17px;margin:20px 0 4px"), .when(line.place != nil, written)) { page in
      if let link = line.link {
        page.a(.named("href", whole(link))) { $0.text(title) }
      } else {
        page.text(title)
      }
    }
    if line.place != nil {
      page.ul(.style("margin:0;padding-left:20px")) { page in
        for sentence in sentences { page.li { $0.text(sentence) } }
      }
    }
    for words in line.told.map(\.words) where !words.isEmpty {
      page.p(written) { $0.text(words) }
    }
  }

  private func write(_ post: MailedPost, _ page: inout Page) {
    guard let place = lines.first?.place else { return }
    let address = whole(Thread.address(place.thread, place.slug, post: post.number))
    let thread = address.prefix { $0 != "#" }
    page.div(.style("margin:16px 0;padding:4px 0 4px 14px;border-left:3px solid #9e3a26")) { page in
      page.p(.style("margin:4px 0")) { page in page.strong { $0.text(name(post.author)) } }
      page.div(written) { page in
        page.sanitized(post.body.forMail(base: baseURL, page: String(thread)))
      }
      page.p(.style("margin:4px 0")) { page in
        page.a(.named("href", address)) { $0.text(say.mail.readOnSite) }
      }
    }
  }

  private func foot(_ page: inout Page) {
    page.hr(.style("margin:24px 0 8px"))
    page.p(.style("font-size:14px")) { page in
      page.text(why + " ")
      page.a(.named("href", choicesAddress)) { $0.text(say.mail.changeLink) }
      page.text(" · ")
      page.a(.named("href", stopAddress)) { $0.text(say.mail.stopLink(stop.choice)) }
    }
  }
}

extension Attribute {
  /// Mails have no style sheet.
  fileprivate static func style(_ rules: StaticString) -> Attribute {
    .named("style", literally: rules)
  }
}
