import Glibc

/// A few threads and the jobs that wait for them.
///
/// (1) At most `limit` jobs wait; one more is refused, never delayed.
/// (2) Places take turns, so that one with many jobs holds up only itself; the jobs of one place run
///     in their order.
/// (3) When the pool is full, a place that waits for less takes the last place in the queue of the
///     one that waits for most, whose job is refused.
/// (4) Every job that was taken runs or is refused, also when the pool stops.
final class WorkerPool: @unchecked Sendable {
  struct Job: Sendable {
    /// Whose share of the queue it takes.
    let place: String
    let run: @Sendable () -> Void
    /// Called in place of `run`, on the thread that hands in another job.
    let refuse: @Sendable () -> Void
  }

  private let limit: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// The jobs of each place that has any, oldest first.
  private var waiting: [String: [Job]] = [:]
  /// These places, the one whose turn it is first.
  private var turns: [String] = []
  private var count = 0
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

  /// - Returns: false when there is no room for it.
  func submit(_ job: Job) -> Bool {
    let (isTaken, displaced) = add(job)
    displaced?.refuse()
    return isTaken
  }

  private func add(_ job: Job) -> (isTaken: Bool, displaced: Job?) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if stopping { return (false, nil) }
    var displaced: Job?
    if count >= limit {
      displaced = makeRoom(for: job.place)
      if displaced == nil { return (false, nil) }
    }
    if waiting[job.place] == nil { turns.append(job.place) }
    waiting[job.place, default: []].append(job)
    count += 1
    pthread_cond_signal(wake)
    return (true, displaced)
  }

  /// Takes a job from the place that waits for most, unless `place` would then wait for as many.
  private func makeRoom(for place: String) -> Job? {
    let most = waiting.max { $0.value.count < $1.value.count }
    guard let most, waiting[place, default: []].count + 1 < most.value.count else { return nil }
    count -= 1
    return waiting[most.key]?.popLast()
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
    while let job = next() { job.run() }
  }

  private func next() -> Job? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while turns.isEmpty, !stopping { pthread_cond_wait(wake, mutex) }
    if turns.isEmpty { return nil }
    let place = turns.removeFirst()
    let job = waiting[place]?.removeFirst()
    count -= 1
    if waiting[place]?.isEmpty == false {
      turns.append(place)
    } else {
      waiting[place] = nil
    }
    return job
  }
}

private func runWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<WorkerPool>.fromOpaque(context).takeRetainedValue().run() }
  return nil
}
