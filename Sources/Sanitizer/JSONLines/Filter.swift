#if canImport(Glibc)
  import Glibc
#endif

/// Standard input to standard output, for the command line.
public enum Filter {
  /// How a run ended.
  public enum Outcome: Equatable, Sendable {
    /// Everything was answered.
    case done
    /// Some lines got an error for an answer; all were answered.
    case someRejected(Int)
    /// The document is one that is not rendered.
    case refused(Refusal)
    /// Nobody reads what we write any more, or a disk is full; the value is `errno`.
    case cannotWrite(Int32)
    /// The value is `errno`.
    case cannotRead(Int32)
  }

  /// Renders one whole document.
  public static func document(
    _ format: SourceFormat, from input: Int32 = 0, to output: Int32 = 1
  ) -> Outcome {
    var source = ByteBuffer(capacity: 1 << 16)
    while true {
      var length = 0
      source.append(room: 1 << 16) {
        length = read(from: input, $0, 1 << 16)
        return max(length, 0)
      }
      if length < 0 { return .cannotRead(errno) }
      if length == 0 { break }
    }
    do {
      return try render(source.bytes, format) { html in
        write(html, to: output) ? .done : .cannotWrite(errno)
      }
    } catch {
      return .refused(error)
    }
  }

  /// Answers lines of JSON, each as soon as it has been read: a caller may keep the pipe open and
  /// wait. What arrives together is answered together.
  public static func lines(
    _ format: SourceFormat, from input: Int32 = 0, to output: Int32 = 1
  ) -> Outcome {
    var service = LineService(format)
    var length = 0
    repeat {
      length = service.read(room: 1 << 16) { read(from: input, $0, 1 << 16) }
      if length < 0 { return .cannotRead(errno) }
      if length == 0 { service.finish() }
      var written = true
      service.takeAnswers { written = write($0, to: output) }
      if !written { return .cannotWrite(errno) }
    } while length > 0
    return service.rejectedCount == 0 ? .done : .someRejected(service.rejectedCount)
  }

  private static func read(
    from file: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ room: Int
  ) -> Int {
    while true {
      let length = Glibc.read(file, buffer, room)
      if length >= 0 || errno != EINTR { return length }
    }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeBufferPointer(rebasing: rest)
      let length = Glibc.write(file, part.baseAddress, part.count)
      if length < 0, errno == EINTR { continue }
      if length <= 0 { return false }
      rest = rest.dropFirst(length)
    }
    return true
  }
}
