import Glibc

/// A file or a pipe, one line after the other, in bounded memory.
struct LineReading: ~Copyable {
  /// What came next.
  enum Line {
    /// The bytes without the end of line.
    case text([UInt8])
    case tooLong
  }

  /// Bytes: the longest body, escaped, and much room.
  static let longest = 8 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Lines given so far: the number of the last one, from 1.
  private(set) var number = 0

  /// - Parameter descriptor: open for reading; stays the caller's.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// - Returns: nil at the end. The last line may lack its end.
  mutating func next() throws(StartFailure) -> Line? {
    var scanned = start
    var isTooLong = false
    while true {
      if let end = firstNewline(from: scanned) {
        defer { start = end + 1 }
        number += 1
        return isTooLong ? .tooLong : .text(Array(buffer[start..<end]))
      }
      if isAtEnd {
        guard start < buffer.count || isTooLong else { return nil }
        defer { start = buffer.count }
        number += 1
        return isTooLong ? .tooLong : .text(Array(buffer[start...]))
      }
      if buffer.count - start > Self.longest {
        isTooLong = true
        start = buffer.count
      }
      buffer.removeSubrange(..<start)
      start = 0
      scanned = buffer.count
      try fill()
    }
  }

  private func firstNewline(from index: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, index < bytes.count,
        let found = memchr(base + index, 0x0A, bytes.count - index)
      else { return nil }
      return found - UnsafeMutableRawPointer(mutating: base)
    }
  }

  private mutating func fill() throws(StartFailure) {
    let room = 262_144
    let kept = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: room))
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return read(descriptor, base + kept, room)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw StartFailure("cannot read the file: \(systemMessage())") }
      buffer.removeLast(room - count)
      isAtEnd = count == 0
      return
    }
  }
}
