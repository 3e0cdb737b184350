import Glibc

/// What this machine has.
enum Machine {
  static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Resident memory of this process, in bytes (proc(5), `statm`).
  static var residentBytes: Int {
    let fields = String(decoding: readFile("/proc/self/statm") ?? [], as: UTF8.self)
      .split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
