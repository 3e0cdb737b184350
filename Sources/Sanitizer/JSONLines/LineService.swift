/// What bodies are written in.
public enum SourceFormat: Sendable {
  /// HTML from anybody.
  case html
  /// CommonMark with GitHub's tables, strikethrough, task lists, autolinks and footnotes.
  case markdown

  var key: StaticString {
    switch self {
    case .html: "html"
    case .markdown: "markdown"
    }
  }
}

/// Answers lines of JSON, `{"id":…,"html":…}` or `{"id":…,"markdown":…}`, one for one, in order.
///
/// The id may be any JSON value and comes back as it was. A line that is no such object gets
/// `{"id":null,"html":"","error":…}`, a blank one nothing.
public struct LineService: ~Copyable {
  /// Lines that got an error for an answer.
  public private(set) var rejectedCount = 0
  private let format: SourceFormat
  private var pending = ByteBuffer(capacity: 1 << 17)
  private var text = ByteBuffer(capacity: 1 << 16)
  private var answers = ByteBuffer(capacity: 1 << 17)
  /// How much of `pending` is known to hold no end of line.
  private var scanned = 0
  /// Before the first line: a byte order mark may stand there, as some editors write it (RFC 8259 §8.1
  /// lets readers ignore it).
  private var isAtStart = true
  /// Inside a line of which the beginning has been thrown away.
  private var isTooLong = false

  /// Bytes: several times the largest body that any caller of ours accepts.
  static let longestLine = 128 << 20

  /// Nothing has been read yet.
  public init(_ format: SourceFormat) { self.format = format }

  /// Lets `fill` write at most `room` bytes of input and say how many, then answers all whole
  /// lines. What `fill` reports below 1 is returned and nothing is done.
  public mutating func read(room: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) -> Int {
    var length = 0
    pending.append(room: room) {
      length = fill($0)
      return max(length, 0)
    }
    if length > 0 { answerWholeLines() }
    return length
  }

  /// Answers the last line, which may lack its end.
  public mutating func finish() {
    answer(lineTo: pending.count, from: 0)
    pending.removeAll()
  }

  /// Hands over what has been answered since the last call.
  public mutating func takeAnswers(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    take(answers.bytes)
    answers.removeAll()
  }

  private mutating func answerWholeLines() {
    var start = 0
    while let end = pending.firstIndex(of: 0x0A, from: max(start, scanned)) {
      answer(lineTo: end, from: start)
      start = end + 1
    }
    pending.removeFirst(start)
    scanned = pending.count
    guard pending.count > Self.longestLine else { return }
    isTooLong = true
    pending.removeAll()
    scanned = 0
  }

  private mutating func answer(lineTo end: Int, from start: Int) {
    if isTooLong {
      isTooLong = false
      return reject(nil, "the line is too long")
    }
    let mark = isAtStart && hasMark(pending.bytes[start..<end]) ? 3 : 0
    isAtStart = false
    let start = start + mark
    let line = UnsafePointer(pending.base) + start
    guard (0..<end - start).contains(where: { line[$0] > 0x20 }) else { return }
    var reader = JSONLine(line, end - start)
    do {
      let id = try reader.request(format.key, into: &text)
      answer(UnsafeBufferPointer(start: line + id.lowerBound, count: id.count))
    } catch {
      reject(nil, describe(error))
    }
  }

  private func hasMark(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: [0xEF, 0xBB, 0xBF])
  }

  private func describe(_ error: JSONLineError) -> String {
    switch error {
    case .notJSON: "the line is not JSON"
    case .tooDeep: "the line has too many brackets inside each other"
    case .notRequest: "the line is not an object with \"id\" and a string \"\(format.key)\""
    }
  }

  private mutating func answer(_ id: UnsafeBufferPointer<UInt8>) {
    do {
      try render(text.bytes, format) { html in
        begin(id)
        JSONText.write(html, to: &answers)
        answers.append("\"}\n")
      }
    } catch {
      reject(id, error.description)
    }
  }

  private mutating func begin(_ id: UnsafeBufferPointer<UInt8>?) {
    answers.append("{\"id\":")
    if let id { JSONText.writeRepaired(id, to: &answers) } else { answers.append("null") }
    answers.append(",\"html\":\"")
  }

  private mutating func reject(_ id: UnsafeBufferPointer<UInt8>?, _ reason: String) {
    rejectedCount += 1
    begin(id)
    answers.append("\",\"error\":\"")
    var reason = reason
    reason.withUTF8 { JSONText.write($0, to: &answers) }
    answers.append("\"}\n")
  }
}

/// Renders one body in either format.
func render<Result>(
  _ source: UnsafeBufferPointer<UInt8>, _ format: SourceFormat,
  _ take: (UnsafeBufferPointer<UInt8>) -> Result
) throws(Refusal) -> Result {
  switch format {
  case .html: try sanitize(source, nil, .init(), take)
  case .markdown:
    try renderMarkdown(source) { html throws(Refusal) in try sanitize(html, nil, .init(), take) }
  }
}
