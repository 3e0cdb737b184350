/// What one reader can do with one post: all that the buttons below it depend on, beside the post.
struct PostActions: Equatable {
  /// Whether the post can be accepted as the answer, or is: nil for those who have no say.
  var isAccepted: Bool?
  /// Whether the reader has said « moi aussi »: nil where there is nothing to join.
  var saidMeToo: Bool?
  /// Whether the reader has thanked: nil for one's own post, and where nobody writes any more.
  var isThanked: Bool?
  var quotes = false
  var edits = false
  var removes = false
  var restores = false
  var reports = false
  /// Whether the reader may look at the name behind the post.
  var reveals = false

  /// None at all: of a visitor.
  init() {}

  /// What most members can do: those who did not write the post, have not touched it yet and hold no
  /// office.
  init(usualFor post: Post, in thread: Thread) {
    if post.isRemoved { return }
    saidMeToo = post.number == 1 && thread.kind == .question ? false : nil
    isThanked = false
    quotes = thread.state == .open && !thread.isRemoved
    reports = true
  }

  /// - Parameter isThanked: whether `viewer` has thanked for the post.
  init(
    of viewer: Viewer, with post: Post, in thread: Thread, _ relation: ThreadRelation,
    isThanked: Bool
  ) {
    guard viewer.isLoggedIn else { return }
    let rights = relation.rights
    restores = post.mayRestore(relation)
    if post.isRemoved { return }
    let isMine = relation.isMine(post.author)
    if relation.mayAccept(in: thread), post.number > 1 {
      isAccepted = post.number == thread.acceptedNumber
    }
    if post.number == 1, thread.kind == .question, !relation.isAuthor, !rights.isClosed {
      saidMeToo = relation.saidMeToo
    }
    if !isMine && !rights.isClosed { self.isThanked = isThanked }
    quotes = relation.mayReply(in: thread)
    edits = post.mayEdit(relation)
    removes = post.mayRemove(relation)
    reports = !isMine
    reveals = relation.mayReveal(post)
  }
}
