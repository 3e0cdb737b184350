/// What posts added to a thread, to be counted once for all of them.
struct ThreadGrowth {
  let thread: Int64
  let title: String
  var lastNumber: Int
  var visible = 0
  var lastActivity = Instant(seconds: 0)
}
