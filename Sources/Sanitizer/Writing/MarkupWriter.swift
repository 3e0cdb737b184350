// The writer is the only place that makes markup. What it promises:
// (1) Well nested, at most `Policy.deepestOutput` deep, every tag and attribute from the tables.
// (2) What is written depends on its own stack alone, never on the parser's idea of nesting.
// (3) Blocks never stand in phrasing, lists and tables hold only what they may, no `a` in `a`:
//     every HTML parser reads the same tree.
// (4) An end tag closes only what its own start tag opened, which a serial number tells.

/// Writes the document, with a stack of its own.
struct MarkupWriter: ~Copyable {
  var output: ByteBuffer
  let vocabulary: Vocabulary
  let scope: Scope
  let options: SanitizingOptions
  /// Where addresses are put together.
  var scratch = ByteBuffer(capacity: 256)

  private let stack: UnsafeMutablePointer<(tag: Tag, serial: UInt32)>
  private(set) var depth = 0
  private var lastSerial: UInt32 = 0
  private var top: Tag?
  /// A newline right after `<pre>` would be eaten by the next parser.
  private var swallowsNewlines = false
  private let textClasses = Escaping.text

  init(capacity: Int, _ vocabulary: Vocabulary, _ scope: Scope, _ options: SanitizingOptions) {
    output = ByteBuffer(capacity: capacity)
    self.vocabulary = vocabulary
    self.scope = scope
    self.options = options
    stack = .allocate(capacity: Policy.deepestOutput)
  }

  deinit { stack.deallocate() }

  var array: [UInt8] { output.array }

  mutating func finish() {
    while depth > 0 { closeTop() }
  }
}

// MARK: - Text

extension MarkupWriter {
  /// Writes characters, in a child of their own when the place takes only certain children.
  mutating func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    var start = 0
    if swallowsNewlines {
      // A control writes nothing, so the newline behind it would come right after the tag too.
      while start < count, bytes[start] == 0x0A || textClasses.isControl(bytes[start]) {
        start += 1
      }
      if start == count { return }
      swallowsNewlines = false
    }
    if let top, TagSet.structures.has(top), !isBlank(bytes + start, count - start) {
      makePlaceForFlow()
    }
    Escaping.write(bytes + start, count - start, textClasses, to: &output)
  }

  private func isBlank(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for at in 0..<count where bytes[at] != 0x20 && bytes[at] != 0x0A && bytes[at] != 0x09 {
      return false
    }
    return true
  }
}

// MARK: - Elements

extension MarkupWriter {
  /// Opens `tag`, or drops it where it has no place.
  /// - Returns: the serial number that closes it, or 0 when there is nothing to close.
  mutating func open(_ tag: Tag, _ sent: SentAttributes) -> UInt32 {
    guard prepare(for: tag) else { return 0 }
    writeStart(tag)
    writeAttributes(tag, sent)
    output.append(UInt8(ascii: ">"))
    if TagSet.void.has(tag) { return 0 }
    if tag == .pre { swallowsNewlines = true }
    return push(tag)
  }

  /// Closes the element with this serial number, and what is open in it; nothing when it has been
  /// closed already.
  mutating func close(_ serial: UInt32) {
    var at = depth - 1
    while at >= 0, stack[at].serial > serial { at -= 1 }
    guard at >= 0, stack[at].serial == serial else { return }
    close(to: at)
  }

  /// Makes room for `tag` as it needs, and tells whether it may stand here.
  mutating func prepare(for tag: Tag) -> Bool {
    if TagSet.blocks.has(tag) {
      closePhrasing()
      // libxml2 ends a `dt` where a `dl` begins, so the list goes into a `dd` of its own.
      if tag == .dl, top == .dt { closeTop() }
      makePlaceForFlow()
      return depth + Self.levels(of: tag) <= Policy.deepestOutput
    }
    switch tag {
    case .li: return prepareItem(of: TagSet(.ul, .ol))
    case .dt, .dd: return prepareItem(of: TagSet(.dl))
    case .summary: return prepareChild(of: .details)
    case .figcaption: return prepareChild(of: .figure)
    case .rt, .rp: return prepareRubyText()
    case .caption, .thead, .tbody, .tfoot, .tr, .td, .th: return prepareTablePart(tag)
    case .a: closeLink()
    default: break
    }
    makePlaceForFlow()
    return depth < Policy.deepestOutput
  }

  /// How deep an element reaches with the children that its text would be given.
  private static func levels(of tag: Tag) -> Int {
    switch tag {
    case .table: 4
    case .ul, .ol, .dl: 2
    default: 1
    }
  }

  private mutating func closePhrasing() {
    while let top, TagSet.phrasing.has(top) { closeTop() }
  }

  /// Gives stray content in a list or table an item or a cell.
  @inline(__always)
  private mutating func makePlaceForFlow() {
    if let top, TagSet.structures.has(top) { inventPlace(in: top) }
  }

  private mutating func inventPlace(in structure: Tag) {
    switch structure {
    case .ul, .ol: openBare(.li)
    case .dl: openBare(.dd)
    default:
      prepareRow()
      openBare(.td)
    }
  }

  /// From a table or one of its parts to an open row.
  private mutating func prepareRow() {
    if top == .table { openBare(.tbody) }
    if let top, TagSet.rowGroups.has(top) { openBare(.tr) }
  }

  /// A new item closes the one before, through `div` and phrasing, as in browsers.
  private mutating func prepareItem(of lists: TagSet) -> Bool {
    var at = depth - 1
    while at >= 0, TagSet.closedByItem.has(stack[at].tag) { at -= 1 }
    guard at >= 0, lists.has(stack[at].tag) else { return false }
    close(to: at + 1)
    return true
  }

  private mutating func prepareChild(of parent: Tag) -> Bool {
    var at = depth - 1
    while at >= 0, TagSet.phrasing.has(stack[at].tag) { at -= 1 }
    guard at >= 0, stack[at].tag == parent, at + 1 < Policy.deepestOutput else { return false }
    close(to: at + 1)
    return true
  }

  private mutating func prepareRubyText() -> Bool {
    var at = depth - 1
    while at >= 0, TagSet.phrasing.has(stack[at].tag), stack[at].tag != .ruby { at -= 1 }
    guard at >= 0, stack[at].tag == .ruby, at + 1 < Policy.deepestOutput else { return false }
    close(to: at + 1)
    return true
  }

  /// Closes down to the nearest table, its section or its row, whichever holds `part`.
  private mutating func prepareTablePart(_ part: Tag) -> Bool {
    var at = depth - 1
    while at >= 0, stack[at].tag != .table { at -= 1 }
    guard at >= 0 else { return false }
    let isCell = TagSet.cells.has(part)
    var keep = at + 1
    if isCell || part == .tr, keep < depth, TagSet.rowGroups.has(stack[keep].tag) {
      keep += 1
      if isCell, keep < depth, stack[keep].tag == .tr { keep += 1 }
    }
    close(to: keep)
    if isCell { prepareRow() }
    if part == .tr, top == .table { openBare(.tbody) }
    return true
  }

  /// Only phrasing can stand between a link and the top.
  private mutating func closeLink() {
    var at = depth - 1
    while at >= 0, TagSet.phrasing.has(stack[at].tag), stack[at].tag != .a { at -= 1 }
    if at >= 0, stack[at].tag == .a { close(to: at) }
  }

  var isInLink: Bool {
    var at = depth - 1
    while at >= 0, TagSet.phrasing.has(stack[at].tag) {
      if stack[at].tag == .a { return true }
      at -= 1
    }
    return false
  }
}

// MARK: - The stack

extension MarkupWriter {
  mutating func push(_ tag: Tag) -> UInt32 {
    lastSerial += 1
    stack[depth] = (tag, lastSerial)
    depth += 1
    top = tag
    return lastSerial
  }

  /// Opens an element that nobody sent.
  private mutating func openBare(_ tag: Tag) {
    writeStart(tag)
    output.append(UInt8(ascii: ">"))
    _ = push(tag)
  }

  @inline(__always)
  mutating func writeStart(_ tag: Tag) {
    swallowsNewlines = false
    let length = vocabulary.nameLengths[Int(tag.rawValue)] + 1
    output.append(vocabulary.markup + Int(tag.rawValue) * 32, length)
  }

  private mutating func closeTop() {
    let tag = stack[depth - 1].tag
    let length = vocabulary.nameLengths[Int(tag.rawValue)] + 3
    output.append(vocabulary.markup + Int(tag.rawValue) * 32 + 16, length)
    swallowsNewlines = false
    depth -= 1
    top = depth > 0 ? stack[depth - 1].tag : nil
  }

  private mutating func close(to level: Int) {
    while depth > level { closeTop() }
  }
}
