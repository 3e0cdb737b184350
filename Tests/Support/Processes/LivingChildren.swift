import Foundation
import Synchronization

/// The programs that tests started and that still run: they end with the tests.
enum LivingChildren {
  private static let pids = Mutex<Set<pid_t>>([])

  static func add(_ pid: pid_t) {
    _ = endThemAtExit
    pids.withLock { _ = $0.insert(pid) }
  }

  static func remove(_ pid: pid_t) {
    pids.withLock { _ = $0.remove(pid) }
  }

  private static let endThemAtExit: Void = {
    atexit {
      LivingChildren.pids.withLock { pids in
        for pid in pids { _ = kill(pid, SIGKILL) }
      }
    }
  }()
}
