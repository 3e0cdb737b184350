import Glibc
import Synchronization

/// Keeps the other end of refused uploads open until their senders have read the answer.
///
/// A socket that is closed while bytes arrive sends a reset, and the browser drops the page that it
/// has already received. So the bytes are read and thrown away, for a while.
final class Lingering: Sendable {
  /// More at a time are closed at once.
  static let most = 64
  static let seconds: Int = 10
  static let mostBytes = 256 << 20

  private let open = Mutex(0)
  private let stopping = Atomic(false)

  /// - Parameter socket: of a connection that libmicrohttpd will close.
  func keep(_ socket: Int32) {
    let admitted = open.withLock { open in
      guard open < Self.most else { return false }
      open += 1
      return true
    }
    guard admitted else { return }
    let copy = fcntl(socket, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, startDrain(copy) else {
      if copy >= 0 { close(copy) }
      return open.withLock { $0 -= 1 }
    }
  }

  func stop() { stopping.store(true, ordering: .relaxed) }

  private func startDrain(_ socket: Int32) -> Bool {
    let context = Unmanaged.passRetained(Drain(socket: socket, of: self))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, runDrain, context.toOpaque()) == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  fileprivate func drain(_ socket: Int32) {
    let deadline = Clock.microseconds() + Self.seconds * 1_000_000
    var left = Self.mostBytes
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    while left > 0, Clock.microseconds() < deadline, !stopping.load(ordering: .relaxed) {
      if poll(&wait, 1, 200) == 0 { continue }
      let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { break }
      left -= max(count, 0)
    }
    close(socket)
    open.withLock { $0 -= 1 }
  }
}

private final class Drain: Sendable {
  let socket: Int32
  let lingering: Lingering

  init(socket: Int32, of lingering: Lingering) {
    self.socket = socket
    self.lingering = lingering
  }
}

private func runDrain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context {
    let drain = Unmanaged<Drain>.fromOpaque(context).takeRetainedValue()
    drain.lingering.drain(drain.socket)
  }
  return nil
}
