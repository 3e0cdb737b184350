import CLibXML2

#if canImport(Glibc)
  import Glibc
#endif

// One document on its way through libxml2, in pull mode (the push parser silently stops after the
// first element). libxml2 is a tokeniser with opinions; what is written is the writer's decision.
//
// Once a refusal is set, call-backs return at once and the read call-back reports the end, so that
// the parser stops at the few kilobytes that it holds already. (`xmlStopParser` would free the very
// buffer that a read call-back is filling.)

/// The state that libxml2's call-backs share.
struct Session: ~Copyable {
  var writer: MarkupWriter
  private(set) var refusal: Refusal?
  private let vocabulary: Vocabulary
  private let source: ByteBuffer
  private let longestOutput: Int
  private var sent: SentAttributes

  /// The parser's open elements: what each is, and the serial number that its end tag closes.
  private let open: UnsafeMutablePointer<(element: UInt32, serial: UInt32)>
  private var openCount = 0
  /// The element that is being dropped with its content, and how often it is open.
  private var dropping: UInt32 = 0
  private var droppingCount = 0

  private var handedOut = 0
  private var handedOutAtEvent = 0
  private var reads = 0
  private var comparisons = 0
  private let startTime = Session.threadTime()
  /// Where a `body` or `html` tag began that gives no event of its own.
  private var silentTagStart: Int?
  private var context: htmlParserCtxtPtr?

  init(
    _ input: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ scope: Scope,
    _ options: SanitizingOptions
  ) {
    self.vocabulary = vocabulary
    source = PrePass.clean(input, vocabulary)
    longestOutput = input.count * Policy.growth + Policy.freeOutput
    writer = MarkupWriter(
      capacity: input.count + input.count / 4 + 256, vocabulary, scope, options)
    sent = SentAttributes(vocabulary)
    open = .allocate(capacity: Policy.deepestParse + 1)
  }

  deinit {
    open.deallocate()
    sent.deallocate()
  }

  mutating func begin(_ context: htmlParserCtxtPtr) { self.context = context }

  private mutating func refuse(_ reason: Refusal) {
    if refusal == nil { refusal = reason }
  }
}

// MARK: - Elements

extension Session {
  @inline(__always)
  mutating func start(
    _ name: UnsafePointer<UInt8>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    if refusal != nil { return }
    noteEvent()
    let count = sent.read(attributes)
    addComparisons(count * count)
    if let context, context.pointee.nameNr > Policy.deepestParse { return refuse(.tooDeep) }
    let element = Name(name).map { vocabulary.elements[$0] } ?? 0
    if dropping != 0 {
      if element == dropping { droppingCount += 1 }
      return
    }
    startKept(element)
    checkOutput()
  }

  private mutating func startKept(_ element: UInt32) {
    if element >= Element.firstDroppedWhole, element < Element.firstKept {
      dropping = element
      droppingCount = 1
      return
    }
    guard openCount <= Policy.deepestParse else { return refuse(.tooDeep) }
    open[openCount] = (element, write(element))
    openCount += 1
  }

  /// - Returns: the serial number of what was opened, 0 for nothing.
  private mutating func write(_ element: UInt32) -> UInt32 {
    if element >= Element.firstKept {
      guard let tag = Tag(rawValue: UInt8(element - Element.firstKept)) else { return 0 }
      return writer.open(tag, sent)
    }
    switch Element(rawValue: element) {
    case .section: return writer.open(isFootnotes ? .section : .div, sent)
    case .input: return isCheckbox ? writer.open(.input, sent) : 0
    case .image:
      writer.image(sent)
      return 0
    case .unknown, .dropped, nil: return 0
    }
  }

  private var isFootnotes: Bool {
    sent.has(.class) && sent.value(.class).firstWord { $0.matches("footnotes") } != nil
  }

  private var isCheckbox: Bool { sent.has(.type) && sent.value(.type).matches("checkbox") }

  /// An end closes what its own start opened; libxml2 forgets the end of a tag cut off by the end
  /// of the document, so the start is looked for.
  @inline(__always)
  mutating func end(_ name: UnsafePointer<UInt8>) {
    if refusal != nil { return }
    noteEvent()
    let element = Name(name).map { vocabulary.elements[$0] } ?? 0
    if dropping != 0 {
      if element == dropping { endDropping() }
      return
    }
    var at = openCount - 1
    while at >= 0, open[at].element != element { at -= 1 }
    guard at >= 0 else { return }
    openCount = at
    if open[at].serial != 0 { writer.close(open[at].serial) }
    checkOutput()
  }

  private mutating func endDropping() {
    droppingCount -= 1
    if droppingCount == 0 { dropping = 0 }
  }

  @inline(__always)
  mutating func characters(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    if refusal != nil { return }
    noteEvent()
    if dropping != 0 { return }
    writer.text(bytes, count)
    checkOutput()
  }

  @inline(__always)
  private mutating func checkOutput() {
    if writer.output.count > longestOutput { refuse(.tooMuchOutput) }
  }

  mutating func finish() {
    writer.finish()
    checkOutput()
  }
}

// MARK: - Limits

extension Session {
  /// A tag gives no event before its `>`, so its length is what is handed out without one.
  @inline(__always)
  private mutating func noteEvent() {
    handedOutAtEvent = handedOut
    if silentTagStart != nil { countSilentTag() }
  }

  mutating func passed() {
    silentTagStart = nil
    handedOutAtEvent = handedOut
  }

  /// An end tag without a start gives no event, but an error.
  mutating func unexpectedEnd() {
    if refusal != nil { return }
    noteEvent()
    addComparisons(Int(context?.pointee.nameNr ?? 0))
  }

  /// A second `body` gives no event either, and its attributes are compared all the same.
  mutating func misplacedTag() {
    if refusal != nil { return }
    noteEvent()
    addComparisons(Int(context?.pointee.nameNr ?? 0))
    silentTagStart = position
  }

  /// Supposes the most attributes that the bytes since then can hold.
  private mutating func countSilentTag() {
    guard let start = silentTagStart else { return }
    silentTagStart = nil
    let most = min(position - start, Policy.longestTag) / 2
    addComparisons(most * most / 16)
  }

  @inline(__always)
  private mutating func addComparisons(_ count: Int) {
    comparisons += count
    if comparisons > Policy.mostComparisons { refuse(.tooManyAttributes) }
  }

  /// How far the parser has read.
  private var position: Int {
    guard let input = context?.pointee.input else { return handedOut }
    return handedOut - (input.pointee.end - input.pointee.cur)
  }

  /// Gives the parser its next bytes, at most `room` of them; 0 ends the document.
  mutating func read(into buffer: UnsafeMutablePointer<UInt8>, room: Int) -> Int {
    checkRead()
    if refusal != nil { return 0 }
    let length = partLength(room)
    memcpy(buffer, source.base + handedOut, length)
    handedOut += length
    return length
  }

  /// A part never ends inside a reference or a mark of several characters: in attribute values
  /// libxml2 takes what it holds for all there is, and would read `&#3` and `9;` as text.
  private func partLength(_ room: Int) -> Int {
    let left = source.count - handedOut
    if left <= room { return left }
    guard room > 16 else { return room }
    let bytes = source.base + handedOut
    var length = room
    for back in 1...8 where bytes[room - back] == UInt8(ascii: "&") { length = room - back }
    for _ in 0..<4 where "</!-?]".utf8.contains(bytes[length - 1]) { length -= 1 }
    return length
  }

  private mutating func checkRead() {
    reads += 1
    let state = context?.pointee.instate
    if state == XML_PARSER_COMMENT || state == XML_PARSER_PI {
      handedOutAtEvent = handedOut
    } else if handedOut - handedOutAtEvent > Policy.longestTag {
      refuse(.tagTooLong)
    }
    if let dictionary = context?.pointee.dict, xmlDictSize(dictionary) > Policy.mostNames {
      refuse(.tooManyNames)
    }
    if reads % 16 == 0, Self.threadTime() - startTime > Policy.longestWorkNanoseconds {
      refuse(.tookTooLong)
    }
  }

  private static func threadTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
