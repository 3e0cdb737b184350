import Glibc

/// A file that appears whole or not at all; it holds e-mail addresses, so only its owner reads it.
struct ExportFile: ~Copyable {
  private let path: String?
  private let unfinished: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// - Parameter path: `-` for standard output.
  /// - Throws: ``StartFailure`` when the file cannot be made.
  init(_ path: String) throws(StartFailure) {
    waiting.reserveCapacity(1 << 17)
    if path == "-" {
      self.path = nil
      unfinished = "standard output"
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    unfinished = "\(path).\(getpid())"
    descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      throw StartFailure("cannot create \(unfinished): \(systemMessage())")
    }
  }

  mutating func write(_ bytes: [UInt8]) throws(StartFailure) {
    waiting += bytes
    if waiting.count >= 1 << 16 { try flush() }
  }

  /// Puts the file on the disk under its name.
  mutating func finish() throws(StartFailure) {
    try flush()
    guard let path else { return }
    guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else { throw failure() }
    // The name must be as durable as the bytes.
    let folder = open(folderOf(path), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  deinit {
    guard path != nil else { return }
    close(descriptor)
    // Nothing is there any more when it was finished.
    unlink(unfinished)
  }

  private mutating func flush() throws(StartFailure) {
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest = rest.dropFirst(count)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func failure() -> StartFailure {
    StartFailure("cannot write \(unfinished): \(systemMessage())")
  }

  private func folderOf(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
