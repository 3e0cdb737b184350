/// How many letters must be added, taken away, replaced or swapped with their neighbour to make one
/// word of another (optimal string alignment, Boytsov 2011).
struct EditDistance {
  let limit: Int
  private let word: [UInt8]
  private var rows: (before: [Int], last: [Int], this: [Int])

  /// - Parameter limit: distances beyond it are not told apart.
  init(from word: String, limit: Int) {
    self.word = Array(word.utf8)
    self.limit = limit
    let row = Array(0...self.word.count)
    rows = (row, row, row)
  }

  /// The distance in bytes, which are letters in folded words; `nil` beyond the limit.
  mutating func to(_ other: UnsafeRawBufferPointer) -> Int? {
    guard abs(other.count - word.count) <= limit else { return nil }
    for column in 0...word.count { rows.last[column] = column }
    for row in 0..<other.count {
      rows.this[0] = row + 1
      var least = row + 1
      for column in 0..<word.count {
        let cost = step(row, column, other)
        rows.this[column + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      swapRows()
    }
    return rows.last[word.count] <= limit ? rows.last[word.count] : nil
  }

  private func step(_ row: Int, _ column: Int, _ other: UnsafeRawBufferPointer) -> Int {
    let replaced = rows.last[column] + (word[column] == other[row] ? 0 : 1)
    var cost = min(replaced, rows.last[column + 1] + 1, rows.this[column] + 1)
    if row > 0, column > 0, word[column] == other[row - 1], word[column - 1] == other[row] {
      cost = min(cost, rows.before[column - 1] + 1)
    }
    return cost
  }

  private mutating func swapRows() {
    swap(&rows.before, &rows.last)
    swap(&rows.last, &rows.this)
  }
}
