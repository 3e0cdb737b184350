import Glibc
import Synchronization

/// Counts the requests that have begun and not ended, so that a stop can wait for them.
final class UnderWay: @unchecked Sendable {
  private let count = Atomic(0)
  private let isAwaited = Atomic(false)
  /// Posted when none is left and someone waits.
  private let none = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(none, 0, 0) }

  deinit {
    sem_destroy(none)
    none.deallocate()
  }

  func begin() { count.add(1, ordering: .relaxed) }

  func end() {
    let left = count.subtract(1, ordering: .sequentiallyConsistent).newValue
    if left == 0, isAwaited.load(ordering: .sequentiallyConsistent) { sem_post(none) }
  }

  /// Until none is left, or the time is over.
  func wait(seconds: Int) {
    var deadline = timespec()
    clock_gettime(CLOCK_REALTIME, &deadline)
    deadline.tv_sec += seconds
    isAwaited.store(true, ordering: .sequentiallyConsistent)
    while count.load(ordering: .sequentiallyConsistent) > 0 {
      if sem_timedwait(none, &deadline) != 0, errno == ETIMEDOUT { return }
    }
  }
}
