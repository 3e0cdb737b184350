import Glibc
import SQLite

/// Takes away what nothing shows any more.
enum FileSweep {
  /// A picture taken out of a post can be put back for so long; a form that is open somewhere, or
  /// kept, is sent or forgotten by then.
  static let secondsUntilForgotten: Int64 = 30 * 86_400
  /// A file that no row names may be on its way into one, in another process.
  static let secondsUntilSwept: Int64 = 3_600

  /// - Returns: how many files were taken away.
  @discardableResult
  static func run(_ shelf: FileShelf, _ database: Database, now: Instant) throws -> Int {
    let then = Instant(seconds: now.seconds - secondsUntilForgotten)
    try database.write { db in _ = try FileStore.forgetUnused(before: then, db) }
    var count = 0
    for file in shelf.all() where file.written < now.seconds - secondsUntilSwept {
      try shelf.taking {
        if try database.read({ try FileStore.isNamed(file.name, $0) }) { return }
        if unlink(file.path) == 0 { count += 1 }
      }
    }
    return count
  }
}
