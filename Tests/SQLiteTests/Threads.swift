import Glibc
import Synchronization

/// A thread of the operating system: tests that wait for each other must not hold up the pool that
/// runs the tests.
final class Thread: Sendable {
  private let handle: Mutex<pthread_t>

  init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, box.toOpaque())
    precondition(code == 0, "No thread could be started.")
    handle = Mutex(thread)
  }

  func join() { _ = handle.withLock { pthread_join($0, nil) } }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

/// Stops one thread until another opens it.
final class Gate: Sendable {
  private let isStopped = Atomic(false)
  private let isOpen = Atomic(false)

  func stop() {
    isStopped.store(true, ordering: .releasing)
    while !isOpen.load(ordering: .acquiring) { sched_yield() }
  }

  func waitUntilStopped() { while !isStopped.load(ordering: .acquiring) { sched_yield() } }

  func open() { isOpen.store(true, ordering: .releasing) }
}

/// Adds a line to a file in one write, so that threads do not mix their lines.
func append(_ line: String, to path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  defer { close(file) }
  precondition(write(file, line, line.utf8.count) == line.utf8.count, "The line is lost.")
}
