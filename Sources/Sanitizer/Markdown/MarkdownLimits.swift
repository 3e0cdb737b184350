// cmark-gfm's own growth, stopped before it starts: one pass over the lines of the source.

/// Counts what cmark-gfm would multiply.
struct MarkdownLimits {
  /// Lines so far, blank ones included.
  private var line = 0
  /// For the delimiter rows since the last blank line: their columns, and columns times line.
  private var columns = 0
  private var columnsTimesLine = 0
  private var cells = 0
  /// Bytes of the paragraph at hand from its first line that begins with `[`, if any.
  private var definition = 0
  private var definitionCloses = false
  private var longestDefinition = 0
  private var brackets = 0
  private var marks = 0
  private var deepest = 0
  private static let markClasses = ByteClasses { byte in
    let isMark = byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte) || byte == UInt8(ascii: "w")
    return isMark ? 1 : 0
  }

  static func check(_ source: UnsafeBufferPointer<UInt8>) throws(Refusal) {
    var limits = MarkdownLimits()
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      limits.read(UnsafeBufferPointer(rebasing: source[start..<end]))
      start = end + 1
    }
    limits.endParagraph()
    if limits.deepest > Policy.deepestLine { throw .tooDeep }
    if limits.marks > Policy.mostMarks { throw .tooMuchMarkup }
    if limits.cells > Policy.mostTableCells { throw .tableTooLarge }
    let referenced = limits.longestDefinition.multipliedReportingOverflow(by: limits.brackets)
    if referenced.overflow || referenced.partialValue > Policy.mostReferenceBytes {
      throw .tooManyReferences
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    line += 1
    marks += 2
    deepest = max(deepest, containers(of: bytes))
    let markClasses = Self.markClasses
    var isBlank = true
    var isDelimiterRow = true
    var hasDash = false
    var pipes = 0
    var first: UInt8 = 0
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x20, 0x09: break
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"): if previous == UInt8(ascii: "]") { definitionCloses = true }
      case UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      default:
        isDelimiterRow = false
        if byte == UInt8(ascii: "[") { brackets += 1 }
        if first == 0 { first = byte }
      }
      if byte > 0x20 { isBlank = false }
      marks += Int(markClasses[byte])
      previous = byte
    }
    if isBlank { return endParagraph() }
    if isDelimiterRow, hasDash {
      columns += pipes + 1
      columnsTimesLine += (pipes + 1) * line
    }
    if definition > 0 || first == UInt8(ascii: "[") { definition += bytes.count + 1 }
  }

  /// How many quotes and list items may begin at the start of a line.
  private func containers(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for (at, byte) in bytes.enumerated() {
      let isBeforeBlank = at + 1 == bytes.count || bytes[at + 1] == 0x20 || bytes[at + 1] == 0x09
      switch byte {
      case 0x20, 0x09, UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: ">"): count += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        guard isBeforeBlank else { return count }
        count += 1
      default: return count
      }
    }
    return count
  }

  private mutating func endParagraph() {
    cells += columns * line - columnsTimesLine
    columns = 0
    columnsTimesLine = 0
    if definitionCloses { longestDefinition = max(longestDefinition, definition) }
    definition = 0
    definitionCloses = false
  }
}
