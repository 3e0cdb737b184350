import Glibc

/// A file on the disk that is open to be sent; closed with the last response that holds it.
public final class OpenFile: Sendable {
  /// For the server alone, which makes a copy of it.
  public let descriptor: Int32
  /// In bytes, when it was opened.
  public let size: Int

  /// Nil when there is no such ordinary file, or it cannot be read.
  public convenience init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    self.init(taking: descriptor)
  }

  /// A file that is open already, and closed with this; nil when it is no ordinary file.
  public init?(taking descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Hands over a part of what it holds, without reading it into memory of our own. Only for files that
  /// nobody shortens meanwhile.
  ///
  /// - Returns: nil when the system refuses.
  public func withBytes<R, E: Error>(
    _ part: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R? {
    if part.isEmpty { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let length = part.upperBound
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    defer { munmap(start, length) }
    let all = UnsafeRawBufferPointer(start: start, count: length)
    return try body(UnsafeRawBufferPointer(rebasing: all[part]))
  }
}

/// A file, or a part of it, in place of a body in memory.
public struct FileBody: Sendable {
  /// What is sent from.
  public let file: OpenFile
  /// Which of its bytes.
  public var part: Range<Int>

  /// The whole of it.
  public init(_ file: OpenFile) {
    self.init(file, part: 0..<file.size)
  }

  /// A part of it.
  public init(_ file: OpenFile, part: Range<Int>) {
    self.file = file
    self.part = part
  }
}
