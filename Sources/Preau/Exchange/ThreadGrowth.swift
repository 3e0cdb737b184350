/// What posts added to a thread, to be counted once for all of them.
struct ThreadGrowth {
  let thread: Int64
  let title: String
  /// Of a post, or kept for one that is held.
  var lastNumber: Int
  var lastPublished = 0
  var visible = 0
  var lastActivity = Instant(seconds: 0)
}
