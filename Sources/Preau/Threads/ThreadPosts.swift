import HTML
import SQLite

/// One page of a thread, written as far as all members see the same: its head and its posts.
///
/// Reading and writing posts is most of the work of a page, and a class reads the same thread in the
/// same hour: it is done once for all who are logged in, until anything changes. What depends on the
/// reader is decided for each: a post's ``PostActions``.
final class ThreadPosts: Sendable {
  /// What stands above the posts: the title, and where one is.
  let head: Written
  private let pagers: (above: Written, below: Written)
  private let written: [WrittenPost]
  private let thanks: Set<Thanks>

  /// A class, so that going through the posts of a page copies none of them.
  private final class WrittenPost: Sendable {
    let post: Post
    let opening: Written
    /// The rest of the post, for those who have its usual actions.
    let actions: PostActions
    let closing: Written

    init(_ post: Post, opening: Written, actions: PostActions, closing: Written) {
      self.post = post
      self.opening = opening
      self.actions = actions
      self.closing = closing
    }
  }

  private init(
    _ posts: [Post], _ videos: [ShownVideo], _ tags: [Tag], _ openings: [Int: PostOpening],
    thanks: Set<Thanks>,
    of view: ThreadView, page number: Int, _ visit: Visit
  ) {
    self.thanks = thanks
    let thread = view.thread
    let say = visit.say.threads
    head = Written { ThreadPages.head(view, tags, say, visit, &$0) }
    pagers = (
      Written { ThreadPages.pager(thread, number, isLandmark: true, visit.say, &$0) },
      Written { ThreadPages.pager(thread, number, isLandmark: false, visit.say, &$0) }
    )
    let isLoggedIn = visit.viewer.isLoggedIn
    written = posts.map { post in
      let videos = videos.isEmpty ? [] : videos.filter { $0.post == post.id }
      let actions = isLoggedIn ? PostActions(usualFor: post, in: thread) : PostActions()
      return WrittenPost(
        post,
        opening: Written {
          PostPages.open(post, in: thread, openings[post.number], videos, say, visit, &$0)
        },
        actions: actions,
        closing: Written(capacity: 1_024) {
          PostPages.close(post, actions, in: thread, pageNumber: number, say, visit, &$0)
        })
    }
  }

  var last: Post? { written.last?.post }

  /// The post with this number, when it stands on this page and was not removed.
  func post(numbered number: Int) -> Post? {
    written.first { $0.post.number == number && !$0.post.isRemoved }?.post
  }

  /// Reads what the page `number`, from 1, of a thread shows to `visit`.
  static func load(
    of view: ThreadView, page number: Int, _ visit: Visit, _ db: Reader
  ) throws -> ThreadPosts {
    let thread = view.thread.id
    let found = try PostStore.page(number, of: thread, db)
    let posts = try renewed(found.posts, found.old, db)
    return ThreadPosts(
      posts, try FileStore.videos(of: posts, in: thread, db), try ThreadStore.tags(of: thread, db),
      try openings(of: view.thread, page: number, db),
      thanks: visit.viewer.isLoggedIn ? try PostStore.thanks(page: number, of: thread, db) : [],
      of: view, page: number, visit)
  }

  /// What stands above the text of posts that begin a question: of this one, and of those that have
  /// joined it.
  private static func openings(
    of thread: Thread, page: Int, _ db: Reader
  ) throws -> [Int: PostOpening] {
    var openings: [Int: PostOpening] = [:]
    if page == 1, thread.kind == .question {
      openings[1] = PostOpening(answers: try QuestionAnswerStore.answers(of: thread.id, db))
    }
    for merge in try MergeStore.merges(into: thread.id, db)
    where Thread.page(of: merge.firstNumber) == page {
      openings[merge.firstNumber] = PostOpening(
        answers: try QuestionAnswerStore.answers(of: merge.source, db),
        former: merge.sourceTitle)
    }
    return openings
  }

  /// Bodies of an older policy are rendered in memory for this answer; the background does the rest.
  static func renewed(
    _ posts: [Post], _ old: [OldBody], _ db: Reader
  ) throws -> [Post] {
    if old.isEmpty { return posts }
    let sources = Dictionary(uniqueKeysWithValues: old.map { ($0.post, $0.source) })
    return try posts.map { post in
      guard let source = sources[post.id] else { return post }
      return post.with(body: try PostStore.rendered(source, for: post.id, db))
    }
  }

  /// Writes all the posts as `visit` sees them, between the two ways to the other pages.
  func write(_ shown: ThreadPage, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page) {
    let thread = shown.view.thread
    page.written(pagers.above)
    // Theirs alone: they are no part of what is written for all.
    var held = shown.held[...]
    for written in written {
      while let next = held.first, (next.reply?.number ?? 0) < written.post.number {
        HeldPages.inThread(next, visit, &page)
        held.removeFirst()
      }
      page.written(written.opening)
      let actions = actions(of: visit.viewer, with: written.post, shown.view)
      if actions == written.actions {
        page.written(written.closing)
      } else {
        PostPages.close(
          written.post, actions, in: thread, pageNumber: shown.number, say, visit, &page)
      }
    }
    for post in held { HeldPages.inThread(post, visit, &page) }
    page.written(pagers.below)
  }

  private func actions(of viewer: Viewer, with post: Post, _ view: ThreadView) -> PostActions {
    let hasThanked = viewer.member.map { member in
      post.thanksCount > 0 && thanks.contains(Thanks(post: post.id, member: member.id))
    }
    return PostActions(
      of: viewer, with: post, in: view.thread, view.relation, isThanked: hasThanked ?? false)
  }

  /// About how much memory it holds.
  var bytes: Int {
    let posts = written.reduce(0) {
      $0 + $1.post.body.utf8.count + $1.opening.count + $1.closing.count + 512
    }
    return posts + head.count + 64 * thanks.count
  }
}

/// What stands above the text of a post that begins a question, or did.
struct PostOpening {
  /// To the form of its space.
  var answers: [QuestionAnswer] = []
  /// The title of the thread that it began before that thread joined this one.
  var former: String?
}

/// One member's thanks for one post.
struct Thanks: Hashable {
  let post: Post.ID
  let member: Member.ID
}

/// What the members who read a thread have in common.
typealias PostsForMembers = ChangeKeep<PostsForMembersKey, ThreadPosts>

struct PostsForMembersKey: Hashable {
  let thread: Thread.ID
  let page: Int
  let language: Language
}

extension PostsForMembers {
  /// Room for about a hundred pages.
  static func make() -> PostsForMembers { PostsForMembers(mostBytes: 12_000_000) }

  /// The posts of a page, from the shelf or from the database.
  ///
  /// - Parameter freshness: asked for before `db` began to read; nil keeps nothing.
  func posts(
    of view: ThreadView, page number: Int, _ visit: Visit, _ freshness: Freshness?, _ db: Reader
  ) throws -> ThreadPosts {
    guard visit.viewer.isLoggedIn, let freshness else {
      return try ThreadPosts.load(of: view, page: number, visit, db)
    }
    let key = PostsForMembersKey(
      thread: view.thread.id, page: number, language: visit.say.language)
    if let kept = value(key, freshness) { return kept }
    let posts = try ThreadPosts.load(of: view, page: number, visit, db)
    keep(posts, bytes: posts.bytes, as: key, freshness)
    return posts
  }
}
