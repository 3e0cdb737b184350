/// Every order of some elements, one after the other: there may be far too many to hold. Of equal
/// elements, which one comes first makes no new order.
struct Permutations: Sequence, IteratorProtocol {
  private var order: [Int]
  private var isFirst = true

  init(of elements: [Int]) {
    order = elements.sorted()
  }

  mutating func next() -> [Int]? {
    if isFirst {
      isFirst = false
    } else if !advance() {
      return nil
    }
    return order
  }

  /// The next order as a dictionary would have it.
  private mutating func advance() -> Bool {
    guard let pivot = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
      let next = order.lastIndex(where: { $0 > order[pivot] })
    else { return false }
    order.swapAt(pivot, next)
    order[(pivot + 1)...].reverse()
    return true
  }
}
