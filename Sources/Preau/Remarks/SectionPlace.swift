/// Where a section of one version stands in another one.
enum SectionPlace {
  /// How much two headings must have in common to be taken for one, from 0 to 1: « Peser » and
  /// « Peser sans rien transporter » are two, with « transporter rien » exchanged they are one.
  private static let least = 0.6

  /// The section with the same anchor, else with the same words, else the most similar one.
  ///
  /// - Returns: nil when it has gone; the anchor `""` is that of the beginning, which is always there.
  static func anchor(
    of anchor: String, _ heading: String, in sections: [TutorialSection]
  ) -> String? {
    if anchor.isEmpty || sections.contains(where: { $0.anchor == anchor }) { return anchor }
    if let same = sections.first(where: { $0.title == heading }) { return same.anchor }
    let wanted = pairs(of: heading)
    var best: (likeness: Double, anchor: String)?
    for section in sections {
      let likeness = likeness(wanted, pairs(of: section.title))
      if likeness >= least, likeness > best?.likeness ?? 0 { best = (likeness, section.anchor) }
    }
    return best?.anchor
  }

  /// Dice's coefficient of the pairs of letters.
  private static func likeness(_ one: [UInt16: Int], _ other: [UInt16: Int]) -> Double {
    let common = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
    let all = one.values.reduce(0, +) + other.values.reduce(0, +)
    return all == 0 ? 0 : 2 * Double(common) / Double(all)
  }

  private static func pairs(of heading: String) -> [UInt16: Int] {
    let letters = Array(Slug.make(from: heading).utf8)
    var pairs: [UInt16: Int] = [:]
    for (one, other) in zip(letters, letters.dropFirst()) {
      pairs[UInt16(one) << 8 | UInt16(other), default: 0] += 1
    }
    return pairs
  }
}
