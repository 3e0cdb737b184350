/// A set of small numbers, one bit each: what the whole catalogue holds is counted in millionths of a
/// second for each value of a facet.
struct FacetBits: Sendable, Equatable {
  private(set) var words: [UInt64] = []

  func contains(_ number: Int) -> Bool {
    let word = number >> 6
    return word < words.count && words[word] & (1 << UInt64(number & 63)) != 0
  }

  mutating func insert(_ number: Int) {
    let word = number >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(number & 63)
  }

  mutating func remove(_ number: Int) {
    let word = number >> 6
    if word < words.count { words[word] &= ~(1 << UInt64(number & 63)) }
  }

  mutating func formUnion(_ other: FacetBits) {
    if words.count < other.words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: FacetBits) {
    if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
    for index in words.indices { words[index] &= other.words[index] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many numbers are in both.
  func count(with other: FacetBits) -> Int {
    words.withUnsafeBufferPointer { mine in
      other.words.withUnsafeBufferPointer { theirs in
        var count = 0
        for index in 0..<min(mine.count, theirs.count) {
          count += (mine[index] & theirs[index]).nonzeroBitCount
        }
        return count
      }
    }
  }

  /// In their order.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}
