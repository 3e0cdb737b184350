import Foundation

/// A TCP connection for bytes that no browser would send.
///
/// Each call has a deadline, so that a silent server fails a test instead of hanging it.
public final class RawSocket {
  private let descriptor: Int32
  private var isOpen = true
  /// What arrived and was not yet taken by a read.
  private var received: [UInt8] = []

  /// Why reading stopped.
  public enum Ending: Equatable, Sendable {
    case closed
    case reset
    case timedOut
  }

  /// Connects to `host`, a numeric address.
  public init(host: String = "127.0.0.1", port: UInt16, within seconds: Double = 20) throws {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let found else {
      throw SystemFailure("no address: \(host)", code: EINVAL)
    }
    defer { freeaddrinfo(found) }
    let flags = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    descriptor = socket(found.pointee.ai_family, flags, 0)
    guard descriptor >= 0 else { throw SystemFailure("socket") }
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    if connect(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) != 0 {
      guard errno == EINPROGRESS else { throw SystemFailure("connect to \(host):\(port)") }
      _ = wait(for: POLLOUT, until: Date(timeIntervalSinceNow: seconds))
      var code: Int32 = ETIMEDOUT
      var size = socklen_t(MemoryLayout<Int32>.size)
      getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
      guard code == 0 else { throw SystemFailure("connect to \(host):\(port)", code: code) }
    }
  }

  deinit { close() }

  public func close() {
    guard isOpen else { return }
    isOpen = false
    Glibc.close(descriptor)
  }

  /// Says that nothing more will be sent; reading goes on.
  public func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  public func send(_ text: String, within seconds: Double = 20) throws {
    try send(Array(text.utf8), within: seconds)
  }

  /// Sends all the bytes, taking in meanwhile what the server answers early.
  ///
  /// - Throws: ``SystemFailure`` when the server closed, or took no more for `seconds`.
  public func send(_ bytes: [UInt8], within seconds: Double = 20) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var rest = bytes[...]
    while !rest.isEmpty {
      let ready = wait(for: POLLOUT | POLLIN, until: deadline)
      guard ready != 0 else { throw SystemFailure("send", code: ETIMEDOUT) }
      if ready & POLLOUT == 0 {
        guard takeIn() == nil else { throw SystemFailure("send", code: EPIPE) }
        continue
      }
      // A pipe's worth at a time, so that an early answer is seen early.
      let count = rest.prefix(65_536).withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EAGAIN || errno == EINTR { continue }
      guard count > 0 else { throw SystemFailure("send") }
      rest = rest.dropFirst(count)
    }
  }

  /// Takes what has arrived, waiting when there is nothing yet.
  ///
  /// - Returns: no bytes with the reason why none will come.
  public func read(until deadline: Date) -> (bytes: [UInt8], ending: Ending?) {
    while received.isEmpty {
      guard wait(for: POLLIN, until: deadline) != 0 else { return ([], .timedOut) }
      if let ending = takeIn() { return ([], ending) }
    }
    defer { received = [] }
    return (received, nil)
  }

  /// Reads until the server closes or `seconds` have passed.
  public func readToEnd(within seconds: Double = 20) -> (bytes: [UInt8], ending: Ending) {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var all: [UInt8] = []
    while true {
      let (bytes, ending) = read(until: deadline)
      all += bytes
      if let ending { return (all, ending) }
    }
  }

  /// Reads one HTTP response and leaves the connection open.
  ///
  /// - Throws: ``BadResponse`` when what came, or did not come, is not one.
  public func readReply(toHead: Bool = false, within seconds: Double = 20) throws -> Reply {
    var reader = ReplyReader(socket: self, deadline: Date(timeIntervalSinceNow: seconds))
    return try reader.reply(toHead: toHead)
  }

  /// Gives back bytes that were read too far.
  func putBack(_ bytes: ArraySlice<UInt8>) { received = bytes + received }

  private func takeIn() -> Ending? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count > 0 {
      received += buffer[..<count]
      return nil
    }
    if count == 0 { return .closed }
    return errno == EAGAIN || errno == EINTR ? nil : .reset
  }

  /// The events that came; 0 at the deadline.
  private func wait(for events: Int32, until deadline: Date) -> Int32 {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
      let left = max(0, deadline.timeIntervalSinceNow)
      let count = poll(&entry, 1, Int32((left * 1000).rounded(.up)))
      if count < 0, errno == EINTR { continue }
      return count > 0 ? Int32(entry.revents) : 0
    }
  }
}
