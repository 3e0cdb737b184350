/// How fast a body must come, so that nobody holds one open for hours with a byte now and then.
///
/// (1) The whole of it comes before a deadline, which its length puts off.
/// (2) After a while, so does each stretch of it: one that began fast cannot go on slowly.
struct BodyPace {
  /// On the clock's microseconds.
  private let deadline: Int
  private let judgedFrom: Int
  private let stretch: Int
  private let slowest: Int
  private var stretchStart: Int
  private var bytes = 0

  /// - Parameters:
  ///   - start: when the request began.
  ///   - longest: bytes of the body, at most.
  init(start: Int, longest: Int, _ options: Server.Options) {
    judgedFrom = start + options.slowestBody * 1_000_000
    deadline = judgedFrom + longest / max(1, options.bodyBytesPerSecond) * 1_000_000
    stretch = max(1, options.bodyStretch) * 1_000_000
    slowest = options.slowestBytesPerSecond
    stretchStart = start
  }

  /// Notes that `count` bytes have come.
  mutating func isTooSlow(after count: Int, at now: Int) -> Bool {
    if now > deadline { return true }
    bytes += count
    let elapsed = now - stretchStart
    if elapsed < stretch { return false }
    let isSlow = now > judgedFrom && bytes * 1_000_000 / elapsed < slowest
    stretchStart = now
    bytes = 0
    return isSlow
  }
}
