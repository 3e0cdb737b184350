import Dispatch
import HTML
import Sanitizer
import Synchronization

/// A line that was read, and what it says or why it is rejected.
struct ImportLine: Sendable {
  let number: Int
  let record: Result<ExchangeRecord, Rejection>
  /// Of a post, of a tutorial or of a passage: its body, rendered before the post has a number.
  var body = SanitizedHTML.empty
  /// Of a post or of a tutorial: its words.
  var text = ""
  /// Of a post: the log-in names that it may be calling.
  var calls: [String] = []
}

/// Cuts a file into batches, each small enough for one transaction that keeps nobody waiting, and
/// does all that needs no database.
struct ImportBatches: ~Copyable {
  private var lines: LineReading
  private let shift: Int64

  private static let mostLines = 250
  /// Bytes: long bodies take longer to be indexed.
  private static let mostBytes = 300_000

  init(descriptor: Int32, shift: Int64) {
    lines = LineReading(descriptor: descriptor)
    self.shift = shift
  }

  /// - Returns: nil at the end of the file.
  mutating func next() throws -> [ImportLine]? {
    var batch: [ImportLine] = []
    var bytes = 0
    while batch.count < Self.mostLines, bytes < Self.mostBytes, let line = try lines.next() {
      switch line {
      case .tooLong:
        batch.append(ImportLine(number: lines.number, record: .failure(.lineTooLong)))
      case .text(let text):
        bytes += text.count
        if let line = read(text) { batch.append(line) }
      }
    }
    return batch.isEmpty ? nil : batch
  }

  /// - Returns: nil for a blank line.
  private func read(_ text: [UInt8]) -> ImportLine? {
    var text = text
    if lines.number == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if text.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
    do throws(Rejection) {
      let record = try ExchangeRecord(text, shift: shift)
      var line = ImportLine(number: lines.number, record: .success(record))
      if case .post(let post) = record {
        line.body = try Self.render(post.body)
        line.text = line.body.plainText
        line.calls = Mentions.names(in: post.body)
      } else if case .version(let version) = record {
        line.body = try Self.render(tutorial: version.body)
        line.text = line.body.plainText
      } else if case .passage(let passage) = record {
        line.body = try Self.render(passage.body)
      }
      return line
    } catch {
      return ImportLine(number: lines.number, record: .failure(error))
    }
  }

  private static func render(tutorial body: String) throws(Rejection) -> SanitizedHTML {
    do { return try TutorialText.render(body) } catch { throw .refused(error) }
  }

  private static func render(_ body: String) throws(Rejection) -> SanitizedHTML {
    do { return try PostBody.render(body) } catch { throw .refused(error) }
  }
}

/// Prepares the next batch on another core while this one is being written.
final class ReadAhead: Sendable {
  /// One batch at a time is asked for, and taken before the next one is: they never meet.
  private final class Source: @unchecked Sendable {
    var batches: ImportBatches
    init(_ batches: consuming ImportBatches) { self.batches = batches }
  }

  private let source: Source
  private let queue = DispatchQueue(label: "import")
  private let isReady = DispatchSemaphore(value: 0)
  private let found = Mutex<Result<[ImportLine]?, any Error>>(.success(nil))

  init(_ batches: consuming ImportBatches) {
    source = Source(batches)
    ask()
  }

  private func ask() {
    queue.async { [self] in
      let batch = Result { try source.batches.next() }
      found.withLock { $0 = batch }
      isReady.signal()
    }
  }

  /// - Returns: nil at the end of the file; not to be called again then.
  func next() throws -> [ImportLine]? {
    isReady.wait()
    let batch = try found.withLock { try $0.get() }
    if batch != nil { ask() }
    return batch
  }
}
