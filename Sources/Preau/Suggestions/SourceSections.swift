/// What somebody wrote, cut at the headings that a tutorial has contents of.
struct SourceSections {
  let lines: [String]
  let parts: [Part]

  /// A heading with what follows it, up to the next one.
  struct Part: Equatable {
    /// Nil for what stands before the first heading.
    let section: TutorialSection?
    let lines: Range<Int>
  }

  /// - Parameter sections: of the same text, once rendered.
  init(_ source: String, _ sections: [TutorialSection]) {
    lines = source.lines
    let starts = Self.starts(of: sections, at: Self.headings(in: lines), lines)
    var parts: [Part] = []
    let first = starts.first?.line ?? lines.count
    if lines[..<first].contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
      parts.append(Part(section: nil, lines: 0..<first))
    }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count
      parts.append(Part(section: start.section, lines: start.line..<end))
    }
    self.parts = parts
  }

  /// The section with an anchor; empty: what stands before the first one. Nil: it is not there.
  func part(_ anchor: String) -> Part? {
    parts.first { ($0.section?.anchor ?? "") == anchor }
  }

  /// All of it.
  var whole: Part { Part(section: nil, lines: 0..<lines.count) }

  /// The lines of a part; blank ones at its end belong to what follows.
  func text(of part: Part) -> String {
    kept(part).joined(separator: "\n")
  }

  /// The whole text with another one in the place of a part.
  func replacing(_ part: Part, with text: String) -> String {
    let end = part.lines.lowerBound + kept(part).count
    let new = text.isEmpty ? [] : text.withUnixLines.lines
    return (lines[..<part.lines.lowerBound] + new + lines[end...]).joined(separator: "\n")
  }

  private func kept(_ part: Part) -> ArraySlice<String> {
    let all = lines[part.lines]
    let last = all.lastIndex { !$0.allSatisfy(\.isWhitespace) }
    return all[..<(last.map { $0 + 1 } ?? all.startIndex)]
  }

  // MARK: Headings

  /// The lines with which headings begin that stand in no list, quotation or code.
  private static func headings(in lines: [String]) -> [Int] {
    var found: [Int] = []
    var fence: Substring?
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      if line.count - text.count > 3 { continue }
      if let mark = fence {
        if text.hasPrefix(mark), text.drop(while: { $0 == mark.first }).allSatisfy(\.isWhitespace) {
          fence = nil
        }
        continue
      }
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        fence = text.prefix { $0 == text.first }
        continue
      }
      let signs = text.prefix { $0 == "#" }
      let rest = text.dropFirst(signs.count)
      if (1...6).contains(signs.count), rest.isEmpty || rest.first?.isWhitespace == true {
        found.append(index)
      } else if index > 0, isUnderline(text), isParagraph(lines[index - 1]) {
        found.append(index - 1)
      }
    }
    return found
  }

  private static func isUnderline(_ text: Substring) -> Bool {
    guard let sign = text.first, sign == "=" || sign == "-" else { return false }
    return text.drop { $0 == sign }.allSatisfy(\.isWhitespace)
  }

  private static func isParagraph(_ line: String) -> Bool {
    guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
    return !"#>-*+|".contains(first) && !line.hasPrefix("    ")
  }

  /// Which section begins where: in order when there are as many, else by their words.
  private static func starts(
    of sections: [TutorialSection], at headings: [Int], _ lines: [String]
  ) -> [(section: TutorialSection, line: Int)] {
    if sections.count == headings.count {
      return zip(sections, headings).map { ($0, $1) }
    }
    var rest = headings[...]
    var found: [(section: TutorialSection, line: Int)] = []
    for section in sections {
      let wanted = Slug.make(from: section.title)
      guard let index = rest.firstIndex(where: { Slug.make(from: lines[$0]) == wanted }) else {
        continue
      }
      found.append((section, rest[index]))
      rest = rest[(index + 1)...]
    }
    return found
  }
}
