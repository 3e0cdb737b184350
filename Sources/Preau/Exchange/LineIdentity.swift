// How an import knows what it has already loaded:
// (1) A line is known by what it says, once its ids are replaced by those of our rows: not by its
//     id, and not by its file. So a file can be loaded again, or its first half and then the whole,
//     or a longer export of the same community, and only what is new is added; and the post 57 of
//     another file is another post.
// (2) What was loaded is remembered with the row that it became, in the transaction that made the
//     row. Edited, renamed or removed here since, it is still known: nothing comes back.
// (3) Lines that say the very same are told apart by their order: a post sent twice stays two.
// (4) A row that was not imported is met by its natural key, so that a community's own export finds
//     everything in place: a member by log-in and time of joining; a tag by its slug; a space by
//     slug, name and visibility, and a private one only with the very same members, so that nobody
//     comes to read what was not theirs; a thread by space, author, time and title; a post by
//     thread, author and time.
// (5) A log-in or slug that somebody else has here gets a number behind it: two people, or two
//     spaces, never become one because their names are alike.

/// What a line says, as a number.
struct LineIdentity {
  private var bytes: [UInt8] = []

  mutating func add(_ value: Int64) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  /// With its length, so that two texts cannot be mistaken for two others.
  mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func add(_ values: [Int64]) {
    add(Int64(values.count))
    for value in values { add(value) }
  }

  /// 64 bits are enough among the posts of one thread or the threads of one space.
  var digest: Int64 {
    Crypto.hash(bytes).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}

/// Counts equal lines.
struct Occurrences {
  private var counts: [Int64: Int64] = [:]

  /// - Returns: `identity`'s digest, another one each time that the same is asked.
  mutating func digest(of identity: LineIdentity) -> Int64 {
    let plain = identity.digest
    let earlier = counts[plain, default: 0]
    counts[plain] = earlier + 1
    if earlier == 0 { return plain }
    var numbered = identity
    numbered.add(earlier)
    return numbered.digest
  }

  mutating func forget() { counts.removeAll(keepingCapacity: true) }
}
