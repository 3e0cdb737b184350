import Glibc

/// A few threads and the jobs that wait for them, in their order.
///
/// (1) At most `limit` jobs wait; one more is refused, never delayed.
/// (2) Every job that was taken runs, also when the pool stops.
final class WorkerPool: @unchecked Sendable {
  private let limit: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// A queue in two stacks: jobs are appended to one, and taken from the other.
  private var arrived: [@Sendable () -> Void] = []
  private var leaving: [@Sendable () -> Void] = []
  private var stopping = false
  private var threads: [pthread_t] = []

  init(threads count: Int, limit: Int) {
    self.limit = limit
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(wake, nil)
    for _ in 0..<max(count, 1) {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(self)
      let code = pthread_create(&thread, nil, runWorker, context.toOpaque())
      guard code == 0 else {
        context.release()
        break
      }
      threads.append(thread)
    }
    precondition(!threads.isEmpty, "the system gives no thread")
  }

  deinit {
    pthread_cond_destroy(wake)
    pthread_mutex_destroy(mutex)
    wake.deallocate()
    mutex.deallocate()
  }

  /// - Returns: false when the lane is full.
  func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard !stopping, arrived.count + leaving.count < limit else { return false }
    arrived.append(job)
    pthread_cond_signal(wake)
    return true
  }

  /// Runs what waits, then ends the threads.
  func stop() {
    pthread_mutex_lock(mutex)
    stopping = true
    pthread_cond_broadcast(wake)
    pthread_mutex_unlock(mutex)
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }

  fileprivate func run() {
    while let job = next() { job() }
  }

  private func next() -> (@Sendable () -> Void)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while arrived.isEmpty, leaving.isEmpty, !stopping { pthread_cond_wait(wake, mutex) }
    if leaving.isEmpty {
      leaving = arrived.reversed()
      arrived.removeAll(keepingCapacity: true)
    }
    return leaving.popLast()
  }
}

private func runWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<WorkerPool>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
