import HTML
import HTTP

/// The pages about threads.
enum ThreadPages {
  // MARK: Lists

  static func list(
    _ choice: ThreadListChoice, _ lines: [ThreadLine], _ held: [HeldPost], next: ThreadCursor?,
    isFirst: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.threads
    var frame = PageFrame(title: say.title, menu: .threads)
    frame.isIndexed = choice == .all
    if choice == .all { frame.feed = "/fils/atom" }
    return visit.page(frame) { page in
      page.div(.class("head head--row")) { page in
        page.h1 { $0.text(say.title) }
        page.a(.class("button button--main"), .href("/fils/nouveau")) { $0.text(say.start) }
      }
      tabs(choice, visit, &page)
      HeldPages.inSpace(held, visit, &page)
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(say.empty(choice)) }
      } else {
        page.section(.label(say.name(of: choice))) { page in
          page.h2(.class("unseen")) { $0.text(say.name(of: choice)) }
          page.threadList(lines, visit)
        }
      }
      page.older(next, of: choice.address, isFirst: isFirst, visit)
    }
  }

  private static func tabs(_ choice: ThreadListChoice, _ visit: Visit, _ page: inout Page) {
    page.nav(.label(visit.say.threads.lists)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for other in ThreadListChoice.allCases
        where visit.viewer.isLoggedIn || !other.needsMember {
          page.li { page in
            page.a(
              .href(other.address),
              .when(other == choice, .named("aria-current", literally: "page"))
            ) { $0.text(visit.say.threads.name(of: other)) }
          }
        }
      }
    }
  }

  // MARK: One thread

  static func show(_ shown: ThreadPage, _ visit: Visit) -> Response {
    let thread = shown.view.thread
    let say = visit.say.threads
    var frame = PageFrame(
      title: visit.title(thread.title), menu: .threads, mainClass: "wide page page--aside")
    if shown.number > 1 { frame.title += " · " + say.page(shown.number) }
    if !shown.reply.problem.isEmpty || shown.reply.picture.problem != nil {
      frame.status = 422
      frame.hasProblems = true
    }
    frame.isIndexed = shown.view.space.visibility == .public && !thread.isRemoved
    frame.canonical = Thread.address(thread.id, thread.slug, page: shown.number)
    frame.summary = "\(shown.view.space.name) · \(say.replies(thread.replyCount))"
    if shown.view.space.visibility == .public { frame.feed = "/fils/\(thread.id.value)/atom" }
    frame.reads = true
    frame.writes = shown.view.relation.mayReply(in: thread)
    // The words are handed down: copying them all in each part took a twentieth of the time.
    return visit.page(frame) { page in
      page.div { page in
        page.written(shown.posts.head)
        page.tutorials(shown.tutorials, visit)
        page.helpLink(shown.help, visit)
        page.helpWords(shown.help, visit)
        page.helpQuestion(shown.help, visit)
        if visit.viewer.isLoggedIn { page.gestures(visit) }
        // Where somebody waits for an answer it comes first; where there is one, it stands aside.
        if !thread.isSolved { page.answers(shown.answers, visit) }
        shown.posts.write(shown, say, visit, &page)
        below(shown, say, visit, &page)
      }
      aside(shown, say, visit, &page)
    }
  }

  static func head(
    _ view: ThreadView, _ tags: [Tag], _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let thread = view.thread
    page.div(.class("head")) { page in
      page.nav(.label(say.trail)) { page in
        page.ol(.class("trail"), .role("list")) { page in
          page.li { $0.a(.href("/espaces")) { $0.text(visit.say.site.spaces) } }
          page.li { page in
            page.a(.href("/espaces/\(view.space.slug)")) { $0.text(view.space.name) }
          }
        }
      }
      page.h1(visit.writtenLanguage) { $0.text(visit.title(thread.title)) }
      page.p(.class("meta")) { page in
        page.threadState(
          thread.kind, thread.state, thread.isSolved, replies: thread.replyCount, say)
        page.span { page in
          // Otherwise the state has said it.
          if thread.kind == .question || thread.isSolved || thread.state == .closed {
            page.text(say.kind(thread.kind) + " ")
          }
          page.text(say.by(visit.name(of: thread.author)))
        }
        page.moment(thread.created, visit)
        page.span { $0.text(say.replies(thread.replyCount)) }
        page.tags(tags, visit)
      }
      if let number = thread.acceptedNumber {
        page.p { page in
          page.a(.href(Thread.address(thread.id, thread.slug, post: number))) {
            $0.text(say.seeAccepted + " ↓")
          }
        }
      }
      if thread.isRemoved { page.p(.class("notice notice--wait")) { $0.text(say.removedNotice) } }
    }
  }

  /// The pages of a long thread: first and last, and those around this one. It stands above and
  /// below the posts; one landmark of that name is enough.
  ///
  /// - Parameter here: the page that it stands on, from 1.
  static func pager(
    _ thread: Thread, _ here: Int, isLandmark: Bool, _ say: Strings, _ page: inout Page
  ) {
    let last = thread.lastPage
    if last == 1 { return }
    let near = (here - 2)...(here + 2)
    let wanted = Set([1, last]).union(near.filter { (1...last).contains($0) }).sorted()
    page.element(
      isLandmark ? "nav" : "div",
      [.class("pager"), .when(isLandmark, .label(say.site.pages))]
    ) { page in
      var before = 0
      for number in wanted {
        if number > before + 1 { page.span(.hiddenFromReaders) { $0.text("…") } }
        before = number
        page.a(
          .href(Thread.address(thread.id, thread.slug, page: number)), .class("button"),
          .label(say.threads.page(number)),
          .when(number == here, .named("aria-current", literally: "page"))
        ) { $0.number(number) }
      }
    }
  }

  /// What stands below the posts: the form, or why there is none.
  private static func below(
    _ shown: ThreadPage, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let thread = shown.view.thread
    if shown.view.relation.mayReply(in: thread) {
      page.helpInsertion(shown.help, in: shown, visit)
      ComposerPages.reply(shown, say, visit, &page)
    } else if shown.view.relation.rights.isClosed {
      page.p(.class("card")) { $0.text(say.spaceClosedNotice) }
      ComposerPages.givenBack(shown, visit, &page)
    } else if thread.state == .closed {
      page.p(.class("card")) { $0.text(say.closedNotice) }
      ComposerPages.givenBack(shown, visit, &page)
    } else if thread.isRemoved {
      ComposerPages.givenBack(shown, visit, &page)
    } else if !visit.viewer.isLoggedIn {
      page.p(.class("card")) { page in
        page.a(
          .class("button button--main"),
          .href(Address("/connexion").adding("retour", visit.request.target))
        ) { $0.text(say.logInToReply) }
      }
    } else if !shown.view.relation.rights.mayWrite {
      page.p(.class("card")) { $0.text(say.joinToReply) }
      ComposerPages.givenBack(shown, visit, &page)
    }
  }

  private static func aside(
    _ shown: ThreadPage, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let thread = shown.view.thread
    let relation = shown.view.relation
    page.aside(.class("aside"), .label(say.aboutThread)) { page in
      page.section(.class("card")) { page in
        page.h2 { $0.text(say.aboutThread) }
        if let read = relation.readUpTo, read < thread.lastNumber {
          page.p { page in
            page.a(.href(Thread.address(thread.id, thread.slug, post: read + 1))) {
              $0.text(say.firstUnread)
            }
          }
        }
        if visit.viewer.isLoggedIn {
          if relation.isFollowing { page.p(.class("meta")) { $0.text(say.following) } }
          page.gesture("/fils/\(thread.id.value)/suivi", .class("button")) {
            $0.text(relation.isFollowing ? say.unfollow : say.follow)
          }
          if visit.viewer.hasAddress, visit.site.configuration.mail.isOn {
            page.p { page in
              page.a(.href(MailRoutes.address(of: thread.id))) {
                $0.text(visit.say.mail.threadTitle)
              }
            }
          }
        }
        page.p { page in
          // The address of a feed that is not public holds a secret, which one page shows.
          let isPublic = shown.view.space.visibility == .public
          page.a(.href(isPublic ? "/fils/\(thread.id.value)/atom" : "/mon-preau/flux")) {
            $0.text(say.feed)
          }
        }
      }
      if thread.isSolved { page.answers(shown.answers, visit) }
      if shown.view.mayBecomeTutorial {
        page.p { page in
          page.a(.class("button"), .href("/fils/\(thread.id.value)/tutoriel")) {
            $0.text(visit.say.tutorials.fromThread)
          }
        }
      }
      page.helpCard(shown.help, of: thread, in: shown.view.space, visit)
      if relation.rights.mayArrange { tools(shown, say, visit, &page) }
    }
  }

  /// What a référent does with a thread.
  private static func tools(
    _ shown: ThreadPage, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let thread = shown.view.thread
    page.section(.class("card tools")) { page in
      page.h2 { $0.text(say.threadTools) }
      page.gesture("/fils/\(thread.id.value)/epingle", .class("button")) {
        $0.text(thread.isPinned ? say.unpin : say.pin)
      }
      page.gesture("/fils/\(thread.id.value)/fermeture", .class("button")) {
        $0.text(thread.state == .open ? say.close : say.reopen)
      }
      page.p { page in
        page.a(.href("/fils/\(thread.id.value)/reunion")) { $0.text(visit.say.merges.link) }
      }
      for merge in shown.merges {
        page.gesture(
          "/fils/\(thread.id.value)/separation", .class("button"), .name("fil"),
          .value(String(merge.source.value))
        ) { $0.text(visit.say.merges.undo(merge.sourceTitle)) }
      }
      if !shown.otherSpaces.isEmpty {
        page.form("/fils/\(thread.id.value)/deplacement", visit, .class("stack")) { page in
          page.choice(
            Field(name: "espace", label: say.moveTo),
            options: shown.otherSpaces.map { ($0.slug, $0.name) }, chosen: "", visit.say.site)
          page.button(.class("button")) { $0.text(say.move) }
        }
      }
    }
  }

  // MARK: Writing a thread

  static func write(_ form: ThreadForm, _ visit: Visit) -> Response {
    let say = visit.say.threads
    var frame = PageFrame(title: say.newTitle, menu: .threads)
    frame.writes = true
    frame.hasProblems = form.hasProblems
    frame.status = frame.hasProblems ? 422 : 200
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.newTitle) }
        page.p { $0.text(say.newAdvice) }
      }
      ComposerPages.thread(form, visit, &page)
    }
  }

  /// Without a layout: it is put into the page being written.
  static func similarFragment(_ found: SimilarToDraft, _ visit: Visit) -> Response {
    var page = Page(capacity: 4_096)
    ComposerPages.similar(found, visit, &page)
    var response = Response(type: "text/html; charset=utf-8", body: page.utf8)
    response["Cache-Control"] = "no-store"
    return response
  }
}

extension ThreadStrings {
  func name(of choice: ThreadListChoice) -> String {
    switch choice {
    case .all: all
    case .unanswered: unanswered
    case .mine: mine
    case .followed: followed
    case .unread: unread
    }
  }

  func empty(_ choice: ThreadListChoice) -> String {
    switch choice {
    case .all: emptyAll
    case .unanswered: emptyUnanswered
    case .mine: emptyMine
    case .followed: emptyFollowed
    case .unread: emptyUnread
    }
  }
}
