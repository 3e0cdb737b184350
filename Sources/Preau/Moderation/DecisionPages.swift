import HTML
import HTTP

/// What members read of decisions about their posts and their reports.
enum DecisionPages {
  private static func address(of message: ModerationMessage) -> Address {
    "/mon-preau/decisions/\(message.item.value)"
  }

  static func list(_ messages: [ModerationMessage], _ visit: Visit) -> Response {
    let say = visit.say.moderation
    return visit.page(PageFrame(title: say.messages)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.messages, say.messagesAdvice)
      if messages.isEmpty { page.p(.class("empty")) { $0.text(say.noMessages) } }
      if messages.contains(where: { !$0.isRead }) {
        page.form("/mon-preau/decisions", visit) { page in
          page.button(.class("button")) { $0.text(say.haveRead) }
        }
      }
      for message in messages {
        page.article(.class("card stack")) { page in
          page.h2 { page in
            if !message.isRead {
              page.span(.class("state state--waiting")) { $0.text(say.new) }
              page.text(" ")
            }
            page.text(message.threadTitle)
          }
          body(message, visit, &page)
          if message.role == .author { ways(message, visit, &page) }
        }
      }
    }
  }

  /// What is said, in plain words: what, why, until when.
  private static func body(
    _ message: ModerationMessage, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    let isAuthor = message.role == .author
    page.p { page in
      page.text(isAuthor ? say.toAuthor(message.decision) : say.toReporter(message.decision))
      if isAuthor, let until = message.silencedUntil {
        page.text(" " + say.until(visit.say.dates.full(until)))
      }
    }
    if isAuthor, let reason = message.reason {
      page.p { $0.text(say.because(say.reason(reason))) }
    }
    if !message.words.isEmpty {
      page.h3 { $0.text(say.referentSays) }
      page.div(visit.writtenLanguage) { $0.paragraphs(message.words) }
    }
    page.p(.class("meta")) { page in
      page.text(message.space.name + " · ")
      page.moment(message.created, visit)
    }
  }

  private static func ways(
    _ message: ModerationMessage, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.moderation
    if message.isContested { page.p(.class("meta")) { $0.text(say.contested) } }
    page.p(.class("actions")) { page in
      page.a(.class("button"), .href(address(of: message))) { page in
        page.text(message.isContestable ? say.contest : say.yourText)
        page.span(.class("unseen")) { $0.text(visit.say.site.colon + message.threadTitle) }
      }
    }
  }

  // MARK: One decision about one's own post

  static func show(
    _ message: ModerationMessage, source: String, plea: String, problem: String, _ visit: Visit
  ) -> Response {
    let say = visit.say.moderation
    let title = message.isContestable ? say.contestTitle : say.decided
    let frame = PageFrame(
      title: title, status: problem.isEmpty ? 200 : 422, hasProblems: !problem.isEmpty)
    return visit.page(frame) { page in
      page.trail(
        [("/mon-preau", visit.say.members.home.title), ("/mon-preau/decisions", say.messages)],
        visit)
      page.head(title, message.isContestable ? say.contestAdvice : "")
      if !problem.isEmpty { page.problems([("texte", problem)], visit.say.site) }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(message.threadTitle) }
        body(message, visit, &page)
        page.textArea(
          Field(name: "message", label: say.yourText, hint: say.yourTextHint), value: source,
          rows: 6, visit.say.site, .flag("readonly", true))
      }
      if message.isContestable || !problem.isEmpty {
        form(message, plea: plea, problem: problem, visit, &page)
      }
    }
  }

  private static func form(
    _ message: ModerationMessage, plea: String, problem: String, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.moderation
    page.form(address(of: message), visit, .class("form card stack")) { page in
      page.textArea(
        Field(name: "texte", label: say.contestLabel, hint: say.contestHint, problem: problem),
        value: plea, rows: 6, visit.say.site, .named("maxlength", literally: "2000"))
      page.p { $0.mainButton(say.sendContest) }
    }
  }
}
