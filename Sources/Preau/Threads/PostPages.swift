import HTML
import HTTP

/// A post on the page of its thread, and the pages about one post.
enum PostPages {
  /// Writes what all who are logged in, or all visitors, see alike: all but its buttons.
  ///
  /// - Parameters:
  ///   - opening: what stands above its text.
  ///   - say: handed down, since copying all these words for each post took a tenth of the
  ///   time of a page.
  static func open(
    _ post: Post, in thread: Thread, _ opening: PostOpening?, _ videos: [ShownVideo],
    _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let isAccepted = post.number == thread.acceptedNumber
    page.open(
      "article",
      [.id("message-\(post.number)"), .class(isAccepted ? "post post--accepted" : "post")])
    if isAccepted {
      page.p(.class("post__seal")) { $0.text("✓ " + say.acceptedBy) }
    }
    page.face(post.author, visit)
    head(post, say, visit, &page)
    if post.isRemoved {
      page.literal("<div class=\"post__body meta\">")
      page.p { $0.text(post.wasRemovedByAuthor ? say.removedByAuthor : say.removedByReferent) }
    } else {
      page.div(.class("post__body prose"), visit.writtenLanguage) { page in
        if let former = opening?.former {
          page.p(.class("notice")) { $0.text(visit.say.merges.joined(visit.title(former))) }
        }
        QuestionFormPages.answers(opening?.answers ?? [], visit, &page)
        page.sanitized(body(of: post, visit))
        if !videos.isEmpty { VideoPages.players(videos, visit.say.files, visit, &page) }
      }
    }
  }

  /// Writes the rest of a post that was opened: what a reader can do with it.
  static func close(
    _ post: Post, _ actions: PostActions, in thread: Thread, pageNumber: Int,
    _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    if post.isRemoved {
      if actions.restores {
        page.gesture("/messages/\(post.id.value)/retablissement", .class("button")) {
          $0.text(say.restore)
        }
      }
      page.literal("</div>")
    } else if visit.viewer.isLoggedIn {
      PostFoot.write(post, actions, in: thread, pageNumber: pageNumber, say, &page)
    }
    page.literal("</article>")
  }

  /// Outside log-in, a mention does not give a name away.
  private static func body(of post: Post, _ visit: Visit) -> SanitizedHTML {
    visit.viewer.isLoggedIn ? post.body : post.body.withoutMentions("@" + visit.say.threads.someone)
  }

  private static func head(
    _ post: Post, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    page.literal("<header class=\"post__head\"><h2>")
    page.signature(post.author, visit)
    page.literal("<span class=\"unseen\">, ")
    page.text(say.numberMark)
    page.number(post.number)
    page.literal("</span></h2><span class=\"meta\">")
    if visit.isNamed(post.author) {
      page.text(visit.say.members.role(post.author.role))
      page.literal(" · ")
    }
    page.literal("<a href=\"#message-")
    page.number(post.number)
    page.literal("\">")
    page.text(say.numberMark)
    page.number(post.number)
    page.literal("</a>")
    if let answers = post.answers, answers > 1 {
      page.literal(" · ")
      page.text(say.inReplyTo(answers))
    }
    page.literal(" · ")
    page.moment(post.created, visit)
    if post.edited != nil, !post.isRemoved { editedMark(post, say, visit, &page) }
    page.literal("</span></header>")
  }

  private static func editedMark(
    _ post: Post, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let words = post.wasEditedByOther ? say.editedByReferent : say.editedMark
    page.literal(" · ")
    if visit.viewer.isLoggedIn {
      page.a(.href("/messages/\(post.id.value)/historique")) { $0.text(words) }
    } else {
      page.text(words)
    }
  }

  // MARK: Pages about one post

  static func mentions(_ posts: [MentioningPost], _ visit: Visit) -> Response {
    let say = visit.say.threads
    return visit.page(PageFrame(title: say.mentions)) { page in
      page.div(.class("head")) { $0.h1 { $0.text(say.mentions) } }
      if posts.isEmpty {
        page.p(.class("empty")) { $0.text(say.noMentions) }
        return
      }
      page.ul(.class("threads"), .role("list")) { page in
        for post in posts {
          page.li { page in
            page.h2 { page in
              page.a(
                .href(Thread.address(post.thread, post.slug, post: post.number)),
                visit.writtenLanguage
              ) { $0.text(post.title) }
            }
            page.p(.class("meta")) { page in
              page.span { $0.text(visit.name(of: post.author)) }
              page.moment(post.created, visit)
            }
          }
        }
      }
    }
  }

  static func edit(_ form: EditForm, _ visit: Visit) -> Response {
    let say = visit.say.threads
    var frame = PageFrame(title: say.editTitle, menu: .threads)
    frame.writes = true
    frame.hasProblems = form.hasProblems
    frame.status = form.isStale ? 409 : frame.hasProblems ? 422 : 200
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.editTitle) }
        backLink(form.view, form.place.post.number, visit, &page)
      }
      ComposerPages.edit(form, visit, &page)
    }
  }

  /// One edit at a time: comparing texts is long work, a post may have been edited often.
  static func history(_ shown: PostHistory, _ visit: Visit) -> Response {
    let say = visit.say.threads
    return visit.page(PageFrame(title: say.historyTitle, menu: .threads)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.historyTitle) }
        backLink(shown.view, shown.place.post.number, visit, &page)
      }
      guard let edit = shown.edit else {
        page.p(.class("empty")) { $0.text(say.historyNone) }
        return
      }
      page.section(.class("card")) { page in
        page.h2 {
          $0.text(shown.isNewest ? say.historyCurrent : say.historyVersion(shown.version))
        }
        page.p(.class("meta")) { page in
          page.signature(edit.editor, visit)
          page.text(" · ")
          page.moment(edit.made, visit)
        }
        if let title = edit.title { page.p { $0.del { $0.text(title) } } }
        difference(from: edit.before, to: edit.after, say, &page)
      }
      versions(around: shown, visit, &page)
    }
  }

  private static func versions(
    around shown: PostHistory, _ visit: Visit, _ page: inout Page
  ) {
    if shown.newest == 2 { return }
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !shown.isNewest {
        page.a(.class("button"), .href(shown.address(of: shown.version + 1))) {
          $0.text(visit.say.threads.historyNewer)
        }
      }
      if shown.version > 2 {
        page.a(.class("button"), .href(shown.address(of: shown.version - 1))) {
          $0.text(visit.say.threads.historyOlder)
        }
      }
    }
  }

  /// What changed between two texts, said and not only coloured.
  static func difference(
    from old: String, to new: String, _ say: ThreadStrings, _ page: inout Page
  ) {
    page.div(.class("difference")) { page in
      for run in WordDifference.runs(from: old, to: new) {
        switch run.change {
        case .kept: page.text(run.text)
        case .added:
          page.ins { page in
            page.span(.class("unseen")) { $0.text("[\(say.added)] ") }
            page.text(run.text)
          }
        case .removed:
          page.del { page in
            page.span(.class("unseen")) { $0.text("[\(say.deleted)] ") }
            page.text(run.text)
          }
        }
      }
    }
  }

  static func report(
    _ view: ThreadView, _ place: PostPlace, _ visit: Visit
  ) -> Response {
    let say = visit.say.threads
    return visit.page(PageFrame(title: say.reportTitle, menu: .threads)) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.reportTitle) }
        page.p { $0.text(say.reportAdvice) }
      }
      page.blockquote(.class("card")) { page in
        page.p { $0.text(String(place.source.prefix(300))) }
      }
      page.form(
        "/messages/\(place.post.id.value)/signalement", visit, .class("card stack")
      ) { page in
        page.choice(
          Field(name: "raison", label: say.reportReason), options: say.reportReasons,
          chosen: visit.form["raison"] ?? "", visit.say.site)
        page.textArea(
          Field(name: "texte", label: say.reportComment, isOptional: true),
          value: visit.form["texte"] ?? "", rows: 4, visit.say.site,
          .named("maxlength", literally: "1000"))
        page.p { page in
          page.button(.class("button button--main")) { $0.text(say.sendReport) }
          page.text(" ")
          page.a(
            .class("button"),
            .href(Thread.address(view.thread.id, view.thread.slug, post: place.post.number))
          ) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }

  /// Asks once more, and says what goes.
  static func removal(
    _ view: ThreadView, _ place: PostPlace, _ form: RemovalForm, _ visit: Visit
  ) -> Response {
    let say = visit.say.threads
    let isThread = place.post.number == 1
    let isMine = view.relation.isMine(place.post.author)
    let title = isThread ? say.removeThread : say.removePost
    let hasProblem = !form.problem.isEmpty
    let frame = PageFrame(
      title: title, menu: .threads, status: hasProblem ? 422 : 200, hasProblems: hasProblem)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(title) }
        page.p { $0.text(isThread ? say.removesThread : say.removesPost) }
        page.p { $0.text(isMine ? say.removalIsMine : say.removalIsOthers) }
      }
      if hasProblem { page.problems([("motif", form.problem)], visit.say.site) }
      page.blockquote(.class("card")) { page in
        if isThread { page.p { page in page.strong { $0.text(view.thread.title) } } }
        page.p { $0.text(String(place.source.prefix(300))) }
      }
      page.form("/messages/\(place.post.id.value)/retrait", visit, .class("card form")) { page in
        if !isMine { reasons(form, visit, &page) }
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(title) }
          page.a(
            .class("button"),
            .href(Thread.address(view.thread.id, view.thread.slug, post: place.post.number))
          ) { $0.text(visit.say.site.cancel) }
        }
      }
    }
  }

  private static func reasons(_ form: RemovalForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.moderation
    page.choice(
      Field(name: "motif", label: say.reasonLabel, problem: form.problem),
      options: [("", say.chooseReason)]
        + RulingReason.allCases.filter { $0 != .nothingWrong }.map {
          ($0.rawValue, say.reason($0))
        },
      chosen: form.reason, visit.say.site)
    page.textArea(
      Field(name: "mot", label: say.wordsLabel, hint: say.wordsHint, isOptional: true),
      value: form.words, rows: 3, visit.say.site, .named("maxlength", literally: "2000"))
  }

  private static func backLink(
    _ view: ThreadView, _ number: Int, _ visit: Visit, _ page: inout Page
  ) {
    page.p { page in
      page.a(.href(Thread.address(view.thread.id, view.thread.slug, post: number))) {
        $0.text("← " + view.thread.title)
      }
    }
  }
}

/// Why a référent takes a post away, as it was filled in.
struct RemovalForm {
  var reason = ""
  var words = ""
  /// What is wrong, in words.
  var problem = ""

  var draft: RulingDraft {
    RulingDraft(decision: Decision.hide.rawValue, reason: reason, words: words)
  }
}
