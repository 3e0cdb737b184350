import HTML
import SQLite

/// Everything that one page of a thread shows: at most four statements beside the session's, one more
/// where there are files; none for what is kept of an earlier look.
struct ThreadPage {
  let view: ThreadView
  /// From 1.
  let number: Int
  let posts: ThreadPosts
  /// Posts that this reader sees before they are published.
  let held: [HeldPost]
  /// Where a référent may move the thread: never to more readers than it was written for.
  let otherSpaces: [Space]
  /// The threads that have joined this one, for those who can part them.
  let merges: [ThreadMerge]
  /// Where a question stands on the help desk, for those whom it concerns.
  let help: HelpView?
  /// What it has become.
  let tutorials: [(title: String, address: Address)]
  /// Tutorials that may answer it, on its first page.
  let answers: [AnsweringTutorial]
  var reply: ReplyForm

  /// - Parameter number: from 1; nil for the last page.
  /// - Throws: ``Refusal`` when there is no such page for this reader.
  static func load(_ id: Thread.ID, _ number: Int?, _ visit: Visit) throws -> ThreadPage {
    let freshness = visit.viewer.isLoggedIn ? visit.site.freshness(at: visit.now) : nil
    return try visit.read { db in try load(id, number, visit, freshness, db) }
  }

  private static func load(
    _ id: Thread.ID, _ number: Int?, _ visit: Visit, _ freshness: Freshness?, _ db: Reader
  ) throws -> ThreadPage {
    let standing = try visit.site.threadStandings.standing(in: id, visit, freshness, db)
    let view = standing.view
    let rights = view.relation.rights
    if view.thread.isRemoved,
      let there = try MergeStore.place(of: id, page: number ?? 1, visit, db)
    {
      throw ThreadMoved(address: there)
    }
    if view.isGone { throw Refusal.gone }
    let number = number ?? view.thread.lastPage
    guard number <= view.thread.lastPage else { throw Refusal.notFound }
    let posts = try visit.site.postsForMembers.posts(
      of: view, page: number, visit, freshness, db)
    let tutorials =
      view.hasTutorial
      ? try TutorialPassageStore.tutorials(from: id, reader: visit.viewer.reader, db) : []
    return ThreadPage(
      view: view, number: number, posts: posts,
      held: view.hasHeldPosts
        ? try HeldStore.replies(to: id, page: number, rights, for: visit.viewer, db) : [],
      otherSpaces: rights.mayModerate ? try otherSpaces(view, visit, db) : [],
      merges: rights.mayModerate ? try MergeStore.merges(into: id, db) : [],
      help: standing.help,
      tutorials: tutorials,
      answers: number > 1
        ? []
        : standing.answers.filter { answer in
          !tutorials.contains { $0.address.text == answer.address.text }
        },
      reply: try replyForm(standing, posts, visit, db))
  }

  private static func otherSpaces(
    _ view: ThreadView, _ visit: Visit, _ db: Reader
  ) throws -> [Space] {
    // What was written for a class stays in it.
    if view.space.visibility == .private, try ClassStore.isClass(view.space.id, db) { return [] }
    return try SpaceStore.writable(for: visit.member.id, db).filter {
      $0.id != view.space.id && !$0.visibility.isWider(than: view.space.visibility)
    }
  }

  /// The form below: a quotation that was asked for, else the draft that waits.
  private static func replyForm(
    _ standing: ThreadStanding, _ posts: ThreadPosts, _ visit: Visit, _ db: Reader
  ) throws -> ReplyForm {
    guard visit.viewer.isLoggedIn else { return ReplyForm() }
    let view = standing.view
    var form = ReplyForm()
    if let stored = standing.draft {
      form.draft = PostDraft(
        body: stored.fields["texte"] ?? "", answers: Int(stored.fields["repond"] ?? ""),
        isMasked: stored.fields["sans-nom"] == "oui")
      form.picture = FileField(stored.fields)
      form.restored = stored.updated
    }
    // What was begun before is given back where nobody replies any more.
    if !view.relation.mayReply(in: view.thread) { return form }
    let quoted = visit.request.query["citer"].flatMap { Int($0) }
    if let quoted, let post = posts.post(numbered: quoted),
      let place = try PostStore.place(post.id, db)
    {
      let quotation = Quotation.text(place.source)
      form.draft.body = form.draft.body.isEmpty ? quotation : form.draft.body + "\n\n" + quotation
      form.draft.answers = quoted
    }
    let inserted = try HelpInsertion.text(for: view, standing.help, visit, db)
    if !inserted.isEmpty {
      form.draft.body += form.draft.body.isEmpty ? inserted : "\n\n" + inserted
    }
    return form
  }
}

/// A thread has joined another: its posts stand there.
struct ThreadMoved: Error {
  let address: Address
}

/// The form below a thread.
struct ReplyForm {
  var draft = PostDraft()
  var picture = FileField()
  var problem = ""
  var preview: SanitizedHTML?
  var showsPreview = false
  /// When the draft that fills the form was kept.
  var restored: Instant?
  /// False when there were too many drafts to keep this one.
  var isKept = true
}

/// A passage of someone else's post, ready to be answered.
enum Quotation {
  private static let longest = 1_200

  /// The source of a post as a Markdown quotation, cut when it is long.
  ///
  /// Without a name: it would stay in the text, where visitors read it. The reply knows which post
  /// it answers.
  static func text(_ source: String) -> String {
    var passage = String(source.prefix(longest))
    if passage.utf8.count < source.utf8.count { passage += "…" }
    let lines = passage.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { "> " + $0 }.joined(separator: "\n") + "\n\n"
  }
}

extension Post {
  /// The same post with another rendering of its body.
  func with(body: SanitizedHTML) -> Post {
    Post(
      id: id, number: number, author: author, body: body, created: created, edited: edited,
      thanksCount: thanksCount, isRemoved: isRemoved, wasRemovedByAuthor: wasRemovedByAuthor,
      ruling: ruling, wasEditedByOther: wasEditedByOther, answers: answers)
  }
}
