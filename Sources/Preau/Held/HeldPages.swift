import HTML
import HTTP

/// Posts that wait, as their authors and those who read them first see them.
enum HeldPages {
  // MARK: In place

  /// A reply at its place in the thread, for those few who see it.
  static func inThread(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    page.article(.id("attente-\(held.id.value)"), .class("post post--held")) { page in
      page.face(held.author, visit)
      page.div(.class("post__head")) { page in
        page.h2 { page in
          page.signature(held.author, visit)
          page.text(" ")
          badge(held, visit, &page)
        }
        page.p(.class("meta")) { page in page.moment(held.created, visit) }
      }
      page.div(.class("post__body prose"), visit.writtenLanguage) { text(of: held, visit, &$0) }
      page.footer(.class("post__foot")) { acts(held, version: "version", visit, &$0) }
    }
  }

  /// The threads that wait in a space, above its list.
  static func inSpace(_ posts: [HeldPost], _ visit: Visit, _ page: inout Page) {
    if posts.isEmpty { return }
    page.section(.class("stack")) { page in
      page.h2 { $0.text(visit.say.held.state(.waiting)) }
      list(posts, visit, &page)
    }
  }

  private static func list(_ posts: [HeldPost], _ visit: Visit, _ page: inout Page) {
    page.ul(.class("threads"), .role("list")) { page in
      for held in posts {
        page.li { page in
          page.h3 { page in
            page.a(.href(held.place), visit.writtenLanguage) {
              $0.text(visit.title(held.heading))
            }
          }
          badge(held, visit, &page)
          facts(held, visit, &page)
        }
      }
    }
  }

  private static func badge(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    let words = visit.say.held.state(held.state)
    if held.state == .refused {
      page.span(.class("state state--late")) { $0.text(words) }
    } else {
      page.span(.class("state state--waiting")) { $0.text(words) }
    }
  }

  private static func facts(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.held
    page.p(.class("meta")) { page in
      page.a(.href(held.space.address)) { $0.text(held.space.name) }
      page.text(" · ")
      page.text(held.reply == nil ? say.newThread(held.kind) : say.reply)
      page.text(" · ")
      page.signature(held.author, visit)
      page.text(" · ")
      page.moment(held.submitted, visit)
    }
  }

  private static func body(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    page.div(.class("prose"), visit.writtenLanguage) { text(of: held, visit, &$0) }
  }

  private static func text(
    of held: HeldPost, _ visit: Visit, _ page: inout Page
  ) {
    QuestionFormPages.answers(held.answers, visit, &page)
    if let body = held.body { page.sanitized(body) } else { page.paragraphs(held.source) }
  }

  /// - Parameter version: the name under which a publication is asked for.
  private static func acts(
    _ held: HeldPost, version: StaticString, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.held
    if held.isMine(visit.viewer) {
      page.a(.class("button button--quiet"), .href("/attente/\(held.id.value)/modifier")) {
        $0.text(say.edit)
      }
      page.gesture("/attente/\(held.id.value)/reprise", .class("button button--quiet")) {
        $0.text(say.takeBack)
      }
    } else if held.state == .waiting {
      page.gesture(
        "/attente/\(held.id.value)/publication", .class("button button--main"), .name(version),
        .value(String(held.version))
      ) { $0.text(say.publish) }
      page.a(.class("button"), .href(held.address.at("refuser"))) { $0.text(say.refuse) }
    }
  }

  // MARK: Lists

  static func mine(_ posts: [HeldPost], _ visit: Visit) -> Response {
    let say = visit.say.held
    return visit.page(PageFrame(title: say.mine)) { page in
      page.trail([("/mon-preau", visit.say.members.home.title)], visit)
      page.head(say.mine, say.mineAdvice)
      if posts.isEmpty { page.p(.class("empty")) { $0.text(say.noneMine) } }
      for held in posts { card(held, visit, &page) }
      page.gestures(visit)
    }
  }

  /// The posts that wait, above the reports: the whole queue of those who look after spaces.
  static func queue(
    _ posts: [HeldPost], _ waiting: HeldWaiting, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.held
    page.section(.class("stack"), .id("attente")) { page in
      page.h2 { $0.text(say.queue) }
      page.p { page in
        if waiting.count > 0 {
          page.strong { $0.text(visit.say.held.waiting(waiting, visit)) }
          page.text(". ")
        }
        page.text(posts.isEmpty ? say.queueEmpty : say.queueAdvice)
      }
      for held in posts { card(held, visit, &page) }
    }
  }

  private static func card(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    page.article(.class("card stack")) { page in
      page.h3 { page in
        page.a(.href(held.address), visit.writtenLanguage) {
          $0.text(visit.title(held.heading))
        }
        page.text(" ")
        badge(held, visit, &page)
      }
      facts(held, visit, &page)
      if held.state == .refused { why(held, visit, &page) }
      body(held, visit, &page)
      page.p(.class("actions")) { acts(held, version: "file", visit, &$0) }
    }
  }

  // MARK: One post

  static func show(_ held: HeldPost, _ form: RefusalForm, _ visit: Visit) -> Response {
    let say = visit.say.held
    let isMine = held.isMine(visit.viewer)
    let frame = PageFrame(
      title: visit.title(held.heading), menu: .threads, status: form.problem == nil ? 200 : 422,
      hasProblems: form.problem != nil, reads: true)
    return visit.page(frame) { page in
      if isMine {
        page.trail(
          [("/mon-preau", visit.say.members.home.title), ("/mon-preau/attente", say.mine)], visit)
      } else {
        page.trail([("/signalements", visit.say.moderation.title)], visit)
      }
      page.div(.class("head")) { page in
        page.h1(visit.writtenLanguage) { $0.text(visit.title(held.heading)) }
        page.p { page in badge(held, visit, &page) }
        facts(held, visit, &page)
        if held.reply == nil, !held.tags.isEmpty {
          page.p(.class("meta")) { $0.text("\(say.tags)\u{00A0}: \(held.tags)") }
        }
      }
      if let problem = form.problem {
        page.problems([(problem.field, say.refusal(problem))], visit.say.site)
      }
      if isMine { standing(held, visit, &page) }
      page.section(.class("card stack"), .id("message")) { page in
        body(held, visit, &page)
        page.p(.class("actions")) { acts(held, version: "version", visit, &$0) }
        if isMine { page.p(.class("meta")) { $0.text(say.takeBackHint) } }
        if let reply = held.reply {
          page.p { page in
            page.a(.href(reply.address(held.id))) { $0.text(say.replyTo(reply.title)) }
          }
        }
      }
      if !isMine, held.state == .waiting { refusal(held, form, visit, &page) }
      page.gestures(visit)
    }
  }

  /// What its author must know.
  private static func standing(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.held
    page.div(.class("notice notice--wait")) { page in
      page.p { $0.text(held.state == .refused ? say.refusedAdvice : say.waitingAdvice) }
      if held.state == .refused { why(held, visit, &page) }
    }
  }

  private static func why(_ held: HeldPost, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    if let reason = held.reason { page.p { $0.text(say.because(say.reason(reason))) } }
    if held.words.isEmpty { return }
    page.p { page in page.strong { $0.text(say.referentSays) } }
    page.div(visit.writtenLanguage) { $0.paragraphs(held.words) }
  }

  private static func refusal(
    _ held: HeldPost, _ form: RefusalForm, _ visit: Visit, _ page: inout Page
  ) {
    let (say, words) = (visit.say.held, visit.say.moderation)
    page.section(.class("card stack"), .id("refuser")) { page in
      page.h2 { $0.text(say.refuseTitle) }
      page.p { $0.text(say.refuseAdvice) }
      page.form("/attente/\(held.id.value)/refus", visit, .class("form stack")) { page in
        page.input(.type("hidden"), .name("version"), .value(String(held.version)))
        page.choice(
          Field(
            name: "motif", label: words.reasonLabel,
            problem: form.problem == .reasonMissing ? say.refusal(.reasonMissing) : ""),
          options: [("", words.chooseReason)]
            + RulingReason.allCases.filter { $0 != .nothingWrong }
            .map { ($0.rawValue, words.reason($0)) },
          chosen: form.reason, visit.say.site)
        page.textArea(
          Field(
            name: "mot", label: words.wordsLabel,
            problem: form.problem == .wordsTooLong ? say.refusal(.wordsTooLong) : "",
            isOptional: true),
          value: form.words, rows: 4, visit.say.site)
        page.p { $0.mainButton(say.sendRefusal) }
      }
    }
  }

  static func edit(_ form: HeldForm, _ visit: Visit) -> Response {
    let say = visit.say.held
    let hasProblems =
      !form.problems.isEmpty || !form.refusal.isEmpty || form.picture.problem != nil
    var frame = PageFrame(
      title: say.editTitle, menu: .threads, status: hasProblems ? 422 : 200,
      hasProblems: hasProblems)
    frame.writes = true
    return visit.page(frame) { page in
      page.trail(
        [("/mon-preau/attente", say.mine), (form.held.place, visit.title(form.held.heading))],
        visit)
      page.head(say.editTitle, say.yours)
      ComposerPages.edit(form, visit, &page)
    }
  }
}

extension HeldRefusal {
  /// The field that it is about.
  fileprivate var field: StaticString {
    switch self {
    case .reasonMissing: "motif"
    case .wordsTooLong: "mot"
    case .decided, .changed, .threadRemoved, .spaceClosed: "message"
    }
  }
}

extension HeldStrings {
  func waiting(_ waiting: HeldWaiting, _ visit: Visit) -> String {
    let age = waiting.oldest.map { visit.say.dates.relative($0, now: visit.now) }
    return self.waiting(waiting.count, age ?? "")
  }
}
