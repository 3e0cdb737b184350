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
}

/// A file, or a part of it, in place of a body in memory.
public struct FileBody: Sendable {
  /// What is sent from.
  public let file: OpenFile
  /// Which of its bytes.
  public var part: Range<Int>

  /// The whole of it.
  public init(_ file: OpenFile) {
    self.file = file
    part = 0..<file.size
  }
}
