import SQLite

/// A thread whose posts have joined another's.
struct ThreadMerge: Sendable {
  typealias ID = Number<ThreadMerge>

  let id: ID
  let source: Thread.ID
  let target: Thread.ID
  let sourceTitle: String
  /// The first post of the source, and its number in the target.
  let first: Post.ID
  let firstNumber: Int
  let merged: Instant
  let words: String

  static let longestWords = 500
  /// Posts of both threads together: it is done in one step.
  static let mostPosts = 1_000
}

/// Why two threads stay two. Each is something that can be said.
enum MergeRefusal: Error, Equatable {
  case noSuchThread
  case itself
  /// Only those who look after both spaces join their threads.
  case notYours
  /// What was written for few would be read by others.
  case otherReaders
  /// Somebody writes without a name in one of them: who has one face here and one there would be
  /// known.
  case masks
  case removed
  case closedSpace
  case tooLong
  case wordsTooLong
  /// One of them has changed since in a way that cannot be undone alone.
  case laterMerge
}

extension ThreadView {
  /// Checks that this thread may join `target`.
  ///
  /// - Throws: ``MergeRefusal``.
  func admitMerge(into target: ThreadView) throws(MergeRefusal) {
    if thread.id == target.thread.id { throw .itself }
    guard relation.rights.mayModerate, target.relation.rights.mayModerate else { throw .notYours }
    if thread.isRemoved || target.thread.isRemoved { throw .removed }
    if relation.rights.isClosed || target.relation.rights.isClosed { throw .closedSpace }
    let isSameSpace = space.id == target.space.id
    // Two private spaces have other readers each.
    if !isSameSpace, space.visibility == .private || target.space.visibility == .private {
      throw .otherReaders
    }
    if target.space.visibility.isWider(than: space.visibility) { throw .otherReaders }
  }
}

/// A post of one of two threads, at its place there.
struct MergeItem: Sendable, Equatable {
  let thread: Thread.ID
  let number: Int
  let created: Instant
  var post: Post.ID?
  var held: HeldPost.ID?

  /// All posts in the order of time: the target's first one stays first, and those of each thread keep
  /// their order.
  static func joined(_ target: [MergeItem], _ source: [MergeItem]) -> [MergeItem] {
    guard let first = target.first else { return source }
    var (ours, theirs) = (target.dropFirst(), source[...])
    var all = [first]
    while let our = ours.first, let their = theirs.first {
      all.append(their.created < our.created ? theirs.removeFirst() : ours.removeFirst())
    }
    return all + ours + theirs
  }
}
