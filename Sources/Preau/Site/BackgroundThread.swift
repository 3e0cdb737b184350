import Glibc
import Synchronization

/// A thread that works beside the answers, until it sees that it is to stop.
final class BackgroundThread: Sendable {
  private let stopping: StopFlag
  private let work: @Sendable () -> Void
  private let thread = Mutex(pthread_t())

  /// - Parameter work: ends soon after `stopping` is set.
  init(until stopping: StopFlag, _ work: @escaping @Sendable () -> Void) {
    self.stopping = stopping
    self.work = work
    let context = Unmanaged.passRetained(self)
    var started = pthread_t()
    let status = pthread_create(
      &started, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<BackgroundThread>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }, context.toOpaque())
    precondition(status == 0, "The system gives no thread.")
    thread.withLock { [started] in $0 = started }
  }

  /// Waits for the end of what is under way; to be called once.
  func stop() {
    stopping.set()
    pthread_join(thread.withLock { $0 }, nil)
  }
}

/// Set once, seen by all threads.
final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)
  var isSet: Bool { flag.load(ordering: .relaxed) }
  func set() { flag.store(true, ordering: .relaxed) }
}
