/// What those who used a resource say, in numbers.
struct UseCounts: Sendable, Equatable {
  var all = 0
  /// Those who would do it again as it is.
  var again = 0
  /// Those who would, with changes.
  var changes = 0

  init(all: Int = 0, again: Int = 0, changes: Int = 0) {
    self.all = all
    self.again = again
    self.changes = changes
  }

  init(_ answers: some Sequence<UseReport.Again>) {
    for answer in answers {
      all += 1
      if answer == .yes { again += 1 }
      if answer == .changes { changes += 1 }
    }
  }

  /// Those who would do it again, as it is or with changes.
  var wouldAgain: Int { again + changes }

  /// How sure one may be that it is worth doing again, in millionths.
  ///
  /// The lower bound of Wilson's interval at 95 % for the share of those who would do it again, where
  /// « with changes » counts half (Wilson 1927). One happy user weighs less than twenty out of
  /// twenty-five: 1 of 1 gives 0.207, 20 of 25 gives 0.609.
  var evidence: Int {
    guard all > 0 else { return 0 }
    let count = Double(all)
    let share = (Double(again) + Double(changes) / 2) / count
    let z = 1.96
    let centre = share + z * z / (2 * count)
    let spread = z * ((share * (1 - share) + z * z / (4 * count)) / count).squareRoot()
    let bound = (centre - spread) / (1 + z * z / count)
    return Int((max(0, min(1, bound)) * 1_000_000).rounded())
  }
}
