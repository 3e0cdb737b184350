import Glibc

/// A file that appears whole or not at all; it holds e-mail addresses, so only its owner reads it.
///
/// What stands there already and is no regular file, such as a device or a pipe, is written into, and
/// what a symbolic link leads to is written instead of the link.
struct ExportFile: ~Copyable {
  /// Under which name it appears; nil: it is written where it stands.
  private let path: String?
  private let written: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// - Parameter path: `-` for standard output.
  /// - Throws: ``StartFailure`` when the file cannot be made.
  init(_ path: String) throws(StartFailure) {
    waiting.reserveCapacity(1 << 17)
    switch Self.place(path) {
    case .output:
      self.path = nil
      written = "standard output"
      descriptor = STDOUT_FILENO
    case .inPlace(let flags):
      self.path = nil
      written = path
      descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC | flags, 0o600)
    case .renamed(let target):
      self.path = target
      written = "\(target).\(getpid())"
      descriptor = open(written, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    }
    if descriptor < 0 { throw StartFailure("cannot create \(written): \(systemMessage())") }
  }

  private enum Place {
    case output
    case inPlace(flags: Int32)
    case renamed(to: String)
  }

  private static func place(_ path: String) -> Place {
    if path == "-" { return .output }
    var info = stat()
    if stat(path, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFREG else { return .inPlace(flags: 0) }
      guard let real = realpath(path, nil) else { return .renamed(to: path) }
      defer { free(real) }
      return .renamed(to: String(cString: real))
    }
    // A link that leads to nothing yet makes what it leads to.
    return lstat(path, &info) == 0 ? .inPlace(flags: O_CREAT) : .renamed(to: path)
  }

  mutating func write(_ bytes: [UInt8]) throws(StartFailure) {
    waiting += bytes
    if waiting.count >= 1 << 16 { try flush() }
  }

  /// Puts the file on the disk under its name.
  mutating func finish() throws(StartFailure) {
    try flush()
    // Pipes and most devices have no disk to wait for.
    if fsync(descriptor) != 0, path != nil || (errno != EINVAL && errno != EROFS) {
      throw failure()
    }
    guard let path else { return }
    guard rename(written, path) == 0 else { throw failure() }
    // The name must be as durable as the bytes.
    let folder = open(folderOf(path), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    // Nothing is there any more when it was finished.
    if path != nil { unlink(written) }
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
    StartFailure("cannot write \(written): \(systemMessage())")
  }

  private func folderOf(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
