import Glibc

/// SIGTERM and SIGINT as an event that one thread waits for, instead of an interruption of all.
enum StopSignals {
  /// Blocks both in this thread and in every one that it starts from now on.
  static func hold() {
    var set = both
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Returns when one of them has come.
  static func wait() {
    var set = both
    var received: Int32 = 0
    while sigwait(&set, &received) != 0 {}
  }

  private static var both: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }
}
