import Glibc
import SQLite

/// `preau check`: whether a data folder is in order.
public enum Check {
  /// Reads the whole folder. Says on standard output what is wrong, one thing a line.
  ///
  /// - Parameters:
  ///   - rerender: makes stored markup of an older policy again.
  ///   - reindex: makes the index of the search again. All else only reads.
  /// - Returns: whether all is well.
  public static func run(dataFolder: String, rerender: Bool, reindex: Bool) throws -> Bool {
    try Store.useExisting(in: dataFolder) { database in
      if reindex { try SearchIndex.rebuild(in: database) }
      return try run(database, in: dataFolder, rerender: rerender)
    }
  }

  private static func run(
    _ database: Database, in dataFolder: String, rerender: Bool
  ) throws -> Bool {
    if rerender {
      var count = 0
      while case let done = try Rerendering.some(database), done > 0 { count += done }
      Terminal.complain("rendered again: \(count) bodies")
    }
    let found =
      filesWrong(in: dataFolder) + (try database.checkIntegrity())
      + (try database.read { db in
        try CheckStore.wrong(db) + FileCheck.wrong(FileShelf(in: dataFolder), db)
      })
    for line in found { Terminal.say(line) }
    let notes = try database.read { db in
      try CheckStore.notes(db) + FileCheck.notes(FileShelf(in: dataFolder), db)
    }
    for line in notes { Terminal.complain(line) }
    if found.isEmpty { Terminal.say("all is well") }
    return found.isEmpty
  }

  private static func filesWrong(in folder: String) -> [String] {
    let key = folder + "/site.key"
    var status = stat()
    var wrong: [String] = []
    // A site that was never served has none yet; the next start makes one.
    if stat(key, &status) == 0, status.st_size != 32 {
      wrong.append("\(key) does not hold 32 bytes")
    }
    for path in [key, Store.path(in: folder)] where stat(path, &status) == 0 {
      if status.st_mode & 0o077 != 0 {
        wrong.append("\(path) can be read by others than its owner")
      }
    }
    return wrong
  }
}
