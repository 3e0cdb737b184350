import Testing

@testable import Preau

@Suite struct `The work of comparing two texts` {
  @Test func `is bounded: two long texts without a common end are shown whole`() {
    let old = (0..<5_000).map { "a\($0)" }.joined(separator: " ")
    let new = (0..<5_000).map { "b\($0)" }.joined(separator: " ")
    let runs = WordDifference.runs(from: old, to: new)
    #expect(runs == [.init(change: .removed, text: old), .init(change: .added, text: new)])
  }

  @Test func `leaves long texts with one change between them exact`() {
    let words = (0..<5_000).map { "mot\($0)" }
    var changed = words
    changed[2_500] = "autre"
    let runs = WordDifference.runs(
      from: words.joined(separator: " "), to: changed.joined(separator: " "))
    #expect(runs.filter { $0.change == .removed }.map(\.text) == ["mot2500"])
    #expect(runs.filter { $0.change == .added }.map(\.text) == ["autre"])
  }

  @Test func `an edit of a newcomer waits like a post, and an old member's does not`() throws {
    let joined = Instant(seconds: 1_000_000)
    let recent = RecentPosting(lastPost: joined + 10, threads: 0, posts: 1)
    let limits = PostingLimits()
    #expect(throws: PostingRefusal.tooSoon(secondsLeft: 2)) {
      try limits.admitEdit(recent, joined: joined, now: joined + 11)
    }
    try limits.admitEdit(recent, joined: joined, now: joined + 13)
    let late = RecentPosting(lastPost: joined + 3_600, threads: 0, posts: 1)
    try limits.admitEdit(late, joined: joined, now: joined + 3_600)
  }
}
