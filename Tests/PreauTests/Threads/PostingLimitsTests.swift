import Testing

@testable import Preau

@Suite struct `Limits for newcomers` {
  let limits = PostingLimits()
  let joined = Instant(seconds: 1_000_000)

  func refusal(
    last: Int64? = nil, threads: Int = 0, posts: Int = 0, startsThread: Bool = false, after: Int64
  ) -> PostingRefusal? {
    let recent = RecentPosting(
      lastPost: last.map { joined + $0 }, threads: threads, posts: posts)
    do {
      try limits.admit(recent, joined: joined, startsThread: startsThread, now: joined + after)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a first post is taken at once`() {
    #expect(refusal(after: 0) == nil)
  }

  @Test func `never more than five seconds between two posts`() {
    #expect(refusal(last: 10, posts: 1, after: 15) == nil)
    #expect(limits.secondsBetweenPosts <= 5)
  }

  @Test(arguments: [(after: 10, left: 3), (after: 12, left: 1)])
  func `a post right after another waits`(after: Int64, left: Int) {
    #expect(refusal(last: 10, posts: 1, after: after) == .tooSoon(secondsLeft: left))
  }

  @Test func `five threads and twenty posts fit in the first hour`() {
    #expect(refusal(last: 0, threads: 4, posts: 19, startsThread: true, after: 600) == nil)
  }

  @Test func `beyond its share a newcomer is told how long to wait`() {
    #expect(
      refusal(last: 0, threads: limits.newcomerThreads, posts: 12, startsThread: true, after: 1_800)
        == .tooManyThreads(minutesLeft: 30))
    #expect(
      refusal(last: 0, posts: limits.newcomerPosts, after: 3_541)
        == .tooManyPosts(minutesLeft: 1))
  }

  @Test func `after an hour there is no limit`() {
    #expect(refusal(last: 3_599, threads: 99, posts: 999, startsThread: true, after: 3_600) == nil)
  }

  @Test func `limits can be lifted`() throws {
    let recent = RecentPosting(lastPost: joined, threads: 99, posts: 999)
    try PostingLimits.none.admit(recent, joined: joined, startsThread: true, now: joined)
    #expect(PostingLimits.none.newcomerPosts == 0)
  }
}
