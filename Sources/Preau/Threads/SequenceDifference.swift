/// What differs between two sequences, found in bounded time.
enum SequenceDifference {
  /// A stretch of the old sequence, and what stands in its place in the new one; one may be empty.
  struct Edit: Equatable {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// Beyond this many pairs to compare, the changed middle is one edit.
  private static let mostPairs = 250_000

  /// The edits that make `new` of `old`, in order, with something kept between any two.
  ///
  /// Longest common subsequence between the common start and end: at most ``mostPairs`` steps.
  /// Tokens are compared as numbers, each standing for one token.
  static func edits<Token: Hashable>(from old: [Token], to new: [Token]) -> [Edit] {
    var known: [Token: Int32] = [:]
    let one = numbers(of: old, &known)
    let other = numbers(of: new, &known)
    var start = 0
    while start < one.count, start < other.count, one[start] == other[start] { start += 1 }
    var end = 0
    while end < one.count - start, end < other.count - start,
      one[one.count - 1 - end] == other[other.count - 1 - end]
    { end += 1 }
    let middle = compare(
      Array(one[start..<(one.count - end)]), Array(other[start..<(other.count - end)]))
    return middle.map { edit in
      Edit(
        old: (edit.old.lowerBound + start)..<(edit.old.upperBound + start),
        new: (edit.new.lowerBound + start)..<(edit.new.upperBound + start))
    }
  }

  private static func numbers<Token: Hashable>(
    of tokens: [Token], _ known: inout [Token: Int32]
  ) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(tokens.count)
    for token in tokens {
      let number = known[token] ?? Int32(known.count)
      known[token] = number
      numbers.append(number)
    }
    return numbers
  }

  private static func compare(_ old: [Int32], _ new: [Int32]) -> [Edit] {
    if old.isEmpty && new.isEmpty { return [] }
    if old.isEmpty || new.isEmpty || old.count * new.count > mostPairs {
      return [Edit(old: 0..<old.count, new: 0..<new.count)]
    }
    let lengths = commonLengths(old, new)
    let width = new.count + 1
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    var start = (old: 0, new: 0)
    func close() {
      if i > start.old || j > start.new {
        edits.append(Edit(old: start.old..<i, new: start.new..<j))
      }
    }
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        close()
        i += 1
        j += 1
        start = (i, j)
      } else if j == new.count
        || (i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      {
        i += 1
      } else {
        j += 1
      }
    }
    close()
    return edits
  }

  /// For each pair of places, how many tokens the rests of both have in common, in order.
  private static func commonLengths(_ old: [Int32], _ new: [Int32]) -> [Int32] {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i * width + j] =
          old[i] == new[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    return lengths
  }
}
