import Glibc
import Synchronization

/// Ends the connections whose next request does not come to the end of its head in time.
///
/// libmicrohttpd closes those that are silent; but whoever sends a byte now and then would hold one
/// for days.
final class LateHeads: @unchecked Sendable {
  private let open = Mutex<[ObjectIdentifier: Connection]>([:])
  /// Posted once, to stop.
  private let stopping = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  private var thread: pthread_t?

  init() {
    sem_init(stopping, 0, 0)
    var thread = pthread_t()
    let context = Unmanaged.passUnretained(self).toOpaque()
    let code = pthread_create(&thread, nil, watchHeads, context)
    self.thread = code == 0 ? thread : nil
  }

  /// Must have been stopped.
  deinit {
    sem_destroy(stopping)
    stopping.deallocate()
  }

  func add(_ connection: Connection) {
    open.withLock { $0[ObjectIdentifier(connection)] = connection }
  }

  /// To be called before the socket is closed: its number may then be another connection's.
  func remove(_ connection: Connection) {
    open.withLock { $0[ObjectIdentifier(connection)] = nil }
  }

  func stop() {
    guard let thread else { return }
    sem_post(stopping)
    pthread_join(thread, nil)
    self.thread = nil
  }

  fileprivate func watch() {
    var next = timespec()
    clock_gettime(CLOCK_REALTIME, &next)
    repeat {
      next.tv_sec += 1
      endLate()
    } while sem_timedwait(stopping, &next) != 0
  }

  private func endLate() {
    let now = Clock.microseconds()
    open.withLock { open in
      for connection in open.values where connection.isLate(at: now) {
        // libmicrohttpd sees the end of the stream, and closes.
        shutdown(connection.socket, Int32(SHUT_RDWR))
        connection.headCame()
      }
    }
  }
}

private func watchHeads(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<LateHeads>.fromOpaque(context).takeUnretainedValue().watch() }
  return nil
}
