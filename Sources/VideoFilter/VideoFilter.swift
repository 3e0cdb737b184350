import CAV
import Glibc

// A program of its own, `preau-video`, that the site starts for one film:
// (1) What crashes on a crafted film, or never ends, is this process and nothing else.
// (2) The libraries that read films are many, and loaded for films only.
// (3) Only pictures and sounds are copied from one container to a new one: no place, no time, no device,
//     no name, no second stream that holds them.

/// Reads a film from standard input and writes it anew to standard output; both must be files.
///
/// Exit status: 0 done, 2 no stream that browsers play, 3 damaged.
@main enum VideoFilter {
  static func main() {
    bound()
    av_log_set_level(AV_LOG_QUIET)
    exit(Remux.run())
  }

  /// A film of an upload's length takes less than a second of these.
  private static func bound() {
    alarm(60)
    var seconds = rlimit(rlim_cur: 20, rlim_max: 20)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &seconds)
    var bytes = rlimit(rlim_cur: 1 << 30, rlim_max: 1 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &bytes)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
