import Glibc

/// Holds up those who come until it is opened, and knows how many came.
final class Gate: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isOpen = false
  private var arrived = 0

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  func pass() {
    pthread_mutex_lock(mutex)
    arrived += 1
    pthread_cond_broadcast(changed)
    while !isOpen { pthread_cond_wait(changed, mutex) }
    pthread_mutex_unlock(mutex)
  }

  func waitForArrivals(_ count: Int) {
    pthread_mutex_lock(mutex)
    while arrived < count { pthread_cond_wait(changed, mutex) }
    pthread_mutex_unlock(mutex)
  }

  func open() {
    pthread_mutex_lock(mutex)
    isOpen = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }
}

/// Work on a thread of its own.
final class Background: @unchecked Sendable {
  private var thread = pthread_t()

  init(_ work: @escaping @Sendable () -> Void) {
    let job = Unmanaged.passRetained(Job(work))
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work() }
        return nil
      }, job.toOpaque())
  }

  func wait() { pthread_join(thread, nil) }

  private final class Job: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
