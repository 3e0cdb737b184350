import Glibc
import HTTP

/// The body of a request as it arrives: in memory, and once it is long in a file that has no name, so
/// that slow uploads take no memory and leave nothing behind, whatever happens.
struct ReceivedBody {
  private var bytes: [UInt8] = []
  private var file: File?

  private final class File {
    let descriptor: Int32
    var size = 0

    init?(in folder: String) {
      let path = "\(folder)/.upload-\(UInt64.random(in: 0 ... .max))"
      let found = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard found >= 0 else { return nil }
      unlink(path)
      descriptor = found
    }

    deinit { close(descriptor) }
  }

  mutating func reserve(_ expected: Int) { bytes.reserveCapacity(expected) }

  mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  /// From here on it is on the disk.
  ///
  /// - Returns: false when that is full.
  mutating func append(_ more: UnsafeRawBufferPointer, toFileIn folder: String) -> Bool {
    if file == nil {
      file = File(in: folder)
      guard file != nil, bytes.withUnsafeBytes({ write($0) }) else { return false }
      bytes = []
    }
    return write(more)
  }

  private func write(_ more: UnsafeRawBufferPointer) -> Bool {
    guard let file else { return false }
    file.size += more.count
    var rest = more[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        file.descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The whole body, read back into memory; nothing is left here.
  mutating func take() -> [UInt8] {
    defer { forget() }
    guard let file else { return bytes }
    return [UInt8](unsafeUninitializedCapacity: file.size) { whole, count in
      while count < whole.count {
        let read = pread(
          file.descriptor, whole.baseAddress.map { $0 + count }, whole.count - count, off_t(count))
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else { return }
        count += read
      }
    }
  }

  /// The file that holds the whole body, when that is longer than `most` bytes; nothing is left here
  /// then.
  mutating func takeFile(longerThan most: Int) -> OpenFile? {
    guard let file, file.size > most else { return nil }
    defer { forget() }
    return OpenFile(taking: fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0))
  }

  mutating func forget() {
    bytes = []
    file = nil
  }
}
