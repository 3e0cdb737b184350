import HTML
import SQLite

/// A conversation in one space: a first post, then replies in the order of time.
public struct Thread: Sendable {
  /// The number of a thread.
  public typealias ID = Number<Thread>
  /// Never changes: it alone decides what an address leads to.
  public let id: ID
  /// The words of the title in addresses.
  public let slug: String
  /// As its author typed it, in one line.
  public let title: String
  /// What it is for.
  public let kind: Kind
  /// Whether it takes replies.
  public let state: State
  /// Whether it stands first in its space.
  public let isPinned: Bool
  /// The number in the thread of the accepted post.
  let acceptedNumber: Int?
  /// When it was begun.
  public let created: Instant
  /// When its last visible post was published.
  public let lastActivity: Instant
  /// Posts that a reader can see, the first one included.
  public let postCount: Int
  /// The highest number that a post of this thread has had.
  public let lastNumber: Int
  /// How many members have the same question.
  public let meTooCount: Int
  /// Whether its first post, and with it the thread, was taken away.
  public let isRemoved: Bool
  /// Whether those who help say that it is resolved, be there an accepted answer or not.
  let isResolved: Bool
  let author: Author

  /// Stored under these names: renaming a case is a migration.
  public enum State: String, ColumnValue, Sendable { case open, closed }

  /// What a thread is for. Stored under these names.
  public enum Kind: String, ColumnValue, Sendable, CaseIterable {
    /// Asks; talks; tells what was done and what came of it.
    case question, discussion, experience
  }

  /// Posts on one page. A post's page never changes, as numbers are never used twice.
  static let postsPerPage = 25
}

extension Thread {
  /// Where a thread stands.
  static func address(_ id: ID, _ slug: String, page: Int = 1) -> Address {
    let first: Address = "/fils/\(id.value)-\(slug)"
    return page > 1 ? first.adding("page", String(page)) : first
  }

  /// Where one of its posts stands: the page that it is on, and its place there.
  static func address(_ id: ID, _ slug: String, post number: Int) -> Address {
    address(id, slug, page: page(of: number)).at("message-\(number)")
  }

  /// The page, from 1, on which the post with this number stands.
  static func page(of number: Int) -> Int { (max(number, 1) - 1) / postsPerPage + 1 }

  var address: Address { Self.address(id, slug) }
  /// Replies that a reader can see: a removed thread has lost its first post, and no reply.
  var replyCount: Int { isRemoved ? postCount : postCount - 1 }
  var lastPage: Int { Self.page(of: lastNumber) }
  var isSolved: Bool { acceptedNumber != nil || isResolved }
}

extension Space.Visibility {
  /// Whether a space like this has readers that one like `other` keeps out: what was written for
  /// few is never moved before many.
  func isWider(than other: Self) -> Bool {
    switch (self, other) {
    case (.public, .members), (.public, .private), (.members, .private): true
    default: false
    }
  }
}

/// What the reader of a thread has to do with it.
struct ThreadRelation: Sendable {
  let rights: SpaceRights
  let isAuthor: Bool
  /// The reader's own number; nil for a visitor.
  let reader: Member.ID?
  /// Under which number the reader writes here without a name; nil: by name.
  let face: Author?
  /// Whether the space lets one write without a name.
  let allowsMasks: Bool
  let isFollowing: Bool
  let saidMeToo: Bool
  /// The highest number read; nil for a thread never opened.
  let readUpTo: Int?

  /// Whether the reader wrote what `author` signs, by name or not.
  func isMine(_ author: Author) -> Bool { author.id == reader || author.id == face?.id }

  /// Under which number the reader acts on a post: what one does to one's own tells no more of who
  /// one is than the post does.
  func actor(on post: Post, _ member: Member.ID) -> Member.ID {
    isMine(post.author) ? post.author.id : member
  }

  /// Whether the reader may look at the name behind a post.
  func mayReveal(_ post: Post) -> Bool {
    rights.mayModerate && post.author.maskNumber != nil && !isMine(post.author)
  }

  /// The author of a question, or a référent, says which answer helped.
  func mayAccept(in thread: Thread) -> Bool {
    thread.kind == .question && !thread.isRemoved && !rights.isClosed
      && (isAuthor || rights.mayModerate)
  }
  /// Whether the reply form has a point.
  func mayReply(in thread: Thread) -> Bool {
    rights.mayWrite && thread.state == .open && !thread.isRemoved
  }
}

/// Why what was written is not published. Each case is something that the person can act upon.
enum PostingRefusal: Error, Equatable {
  case notAllowed
  case closed
  /// The space's time is over, such as a class whose year has ended.
  case spaceClosed
  case removed
  /// No room is left for files.
  case spaceFull
  /// It may hold the name that is not to be shown.
  case documentBehindMask
  case tooSoon(secondsLeft: Int)
  case tooManyThreads(minutesLeft: Int)
  case tooManyPosts(minutesLeft: Int)
  /// The space does not let one write without a name.
  case masksNotAllowed
  /// Who has written in a thread by name cannot do without it there.
  case alreadyNamed
  /// The same text was published a short while ago.
  case repeated
  /// More posts in a few minutes than anybody writes.
  case tooFast(minutesLeft: Int)
  /// A référent has decided that the member does not write in the space for a time.
  case silenced(until: Instant)
}

/// What a member posted lately, as far as the limits for newcomers need to know.
struct RecentPosting: Equatable {
  /// The last post, or the last change to one.
  let lastPost: Instant?
  /// Since the member joined, within the newcomer's time.
  let threads: Int
  let posts: Int
}

extension PostingLimits {
  /// Checks that a member who joined at `joined` may post at `now`.
  ///
  /// - Throws: the refusal, with the time to wait.
  func admit(
    _ recent: RecentPosting, joined: Instant, startsThread: Bool, now: Instant
  ) throws(PostingRefusal) {
    let left = joined.seconds + newcomerSeconds - now.seconds
    guard left > 0 else { return }
    try admitEdit(recent, joined: joined, now: now)
    let minutes = Int((left + 59) / 60)
    if startsThread, newcomerThreads > 0, recent.threads >= newcomerThreads {
      throw .tooManyThreads(minutesLeft: minutes)
    }
    if newcomerPosts > 0, recent.posts >= newcomerPosts {
      throw .tooManyPosts(minutesLeft: minutes)
    }
  }

  /// Checks that a member who joined at `joined` may change a post at `now`: not too fast.
  func admitEdit(
    _ recent: RecentPosting, joined: Instant, now: Instant
  ) throws(PostingRefusal) {
    guard concern(joined, now: now), let last = recent.lastPost, secondsBetweenPosts > 0 else {
      return
    }
    let wait = last.seconds + secondsBetweenPosts - now.seconds
    if wait > 0 { throw .tooSoon(secondsLeft: Int(wait)) }
  }

  /// Whether who joined at `joined` is still a newcomer.
  func concern(_ joined: Instant, now: Instant) -> Bool {
    now.seconds < joined.seconds + newcomerSeconds
  }
}

extension Visit {
  /// Checks that the limits for all, and those for newcomers, let this member post now.
  ///
  /// Référents may say the same to many: their rights in the space lift the limits for all.
  func admitPost(
    _ text: String, _ rights: SpaceRights, startsThread: Bool, _ db: Reader
  ) throws {
    let member = try member
    let limits = site.configuration.posting
    if !rights.mayModerate { try FloodStore.admit(text, by: member.id, limits, at: now, db) }
    guard limits.concern(member.joined, now: now) else { return }
    try limits.admit(
      ThreadStore.recentPosting(of: member, db), joined: member.joined,
      startsThread: startsThread, now: now)
  }

  /// The same for a change to a post.
  func admitEdit(_ db: Reader) throws {
    let member = try member
    let limits = site.configuration.posting
    guard limits.concern(member.joined, now: now) else { return }
    try limits.admitEdit(
      ThreadStore.recentPosting(of: member, db), joined: member.joined, now: now)
  }
}
