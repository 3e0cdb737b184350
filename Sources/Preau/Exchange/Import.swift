import Glibc
import SQLite

/// `preau import`: loads an exchange file, a batch of lines at a time.
///
/// Each batch is one transaction that also holds what is remembered of its lines: stopped in any
/// way, an import is finished by running it again (see `LineIdentity`).
public enum Import {
  /// What became of a file.
  public struct Outcome: Sendable, Equatable {
    /// Members, spaces, tags, threads and posts that were made.
    public var members = 0
    /// Spaces that were made.
    public var spaces = 0
    /// Tags that were made.
    public var tags = 0
    /// Threads that were made.
    public var threads = 0
    /// Posts that were made, the first ones of threads included.
    public var posts = 0
    /// Tutorials that were made.
    public var tutorials = 0
    /// Cards of the catalogue that were made.
    public var resources = 0
    /// Collections that were made.
    public var collections = 0
    /// Lines that were loaded before.
    public var known = 0
    /// Lines that were not loaded; each was named with its reason.
    public var rejected = 0
  }

  /// Loads `file` (`-`: standard input) into the folder, which is made when there is none.
  ///
  /// Says on standard error which lines are rejected and why, and how far it is.
  /// - Throws: ``StartFailure``, or what the database says; what was loaded until then stays.
  public static func run(dataFolder: String, file: String) throws -> Outcome {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StartFailure("cannot open \(file): \(systemMessage())") }
    defer { if file != "-" { close(descriptor) } }
    try makeFolder(dataFolder)
    _ = try SiteKey.load(in: dataFolder)
    var progress = Progress()
    let outcome = try Store.use(in: dataFolder) { database in
      // What a file is tagged with are concepts of these.
      try VocabularySeeds.load(into: database, root: Assets.folder(), now: .now)
      return try load(descriptor, into: database, now: .now) { outcome, remarks in
        progress.clear()
        for remark in remarks { Terminal.complain("line \(remark.line): \(remark.text)") }
        progress.show(outcome)
      }
    }
    progress.clear()
    Terminal.complain("done: \(outcome)")
    return outcome
  }

  /// Loads what can be read from `descriptor`.
  ///
  /// - Parameters:
  ///   - shift: seconds added to every time of the file.
  ///   - report: called after each batch is durable, with what is to be said of its lines.
  static func load(
    _ descriptor: Int32, into database: Database, shift: Int64 = 0, now: Instant,
    report: (Outcome, [(line: Int, text: String)]) -> Void
  ) throws -> Outcome {
    let batches = ReadAhead(ImportBatches(descriptor: descriptor, shift: shift))
    var run = ImportRun(now: now)
    while let batch = try batches.next() {
      try database.write { db in try run.load(batch, db) }
      report(Outcome(run), run.takeRemarks())
    }
    run.finish()
    let outcome = Outcome(run)
    report(outcome, run.takeRemarks())
    return outcome
  }
}

extension Import.Outcome {
  init(_ run: ImportRun) {
    members = run.ids.added[.user] ?? 0
    spaces = run.ids.added[.category] ?? 0
    tags = run.ids.added[.tag] ?? 0
    threads = run.ids.added[.thread] ?? 0
    posts = run.ids.added[.post] ?? 0
    tutorials = run.ids.added[.tutorial] ?? 0
    resources = run.ids.added[.resource] ?? 0
    collections = run.ids.added[.collection] ?? 0
    known = run.ids.known
    rejected = run.rejected
  }
}

extension Import.Outcome: CustomStringConvertible {
  /// One line for the terminal.
  public var description: String {
    let catalogue =
      tutorials + resources + collections == 0
      ? "" : ", \(tutorials) tutorials, \(resources) cards and \(collections) collections"
    return
      "\(members) members, \(spaces) spaces, \(tags) tags, \(threads) threads and \(posts) posts"
      + "\(catalogue) loaded; \(known) lines known already, \(rejected) rejected"
  }
}

/// Shows how far an import is: on a terminal in one line that is written over, elsewhere now and
/// then.
private struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var next = ContinuousClock.now + .seconds(1)
  private var isShown = false

  mutating func show(_ outcome: Import.Outcome) {
    guard ContinuousClock.now >= next else { return }
    next = .now + (isTerminal ? .milliseconds(200) : .seconds(5))
    if isTerminal {
      Terminal.complain("\(outcome)", ending: "\r")
      isShown = true
    } else {
      Terminal.complain("so far: \(outcome)")
    }
  }

  /// Makes room for a line.
  mutating func clear() {
    if isShown { Terminal.complain("\u{1B}[K", ending: "") }
    isShown = false
  }
}
