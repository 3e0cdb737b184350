import Glibc
import SQLite

/// The database of a site: one file, and the steps that brought it to its present shape.
public enum Store {
  /// `PRAU`: tells our files from other SQLite databases.
  static let applicationID: Int32 = 0x5052_4155

  /// Forward only: a step that has been released is never changed, only followed.
  static let migrations: [Migration] = [
    MemberSchema.first, SpaceSchema.first, ThreadSchema.first, SearchSchema.first,
    ExchangeSchema.first, SpaceSchema.plainRule, JournalSchema.first,
  ]

  static func path(in folder: String) -> String { folder + "/preau.db" }

  /// Opens `DIR/preau.db`, making it when there is none, and brings it up to date.
  static func open(in folder: String, readers: Int) throws -> Database {
    // What members wrote in private is for the site's own account, whatever the folder's mode.
    umask(0o077)
    var options = Database.Options()
    options.readers = readers
    options.applicationID = applicationID
    options.connectionSetUp = SearchConnection.setUp
    return try Database(path: path(in: folder), migrations: migrations, options: options)
  }

  /// Opens the database of a folder that must have one: for commands that only read.
  ///
  /// - Throws: ``StartFailure`` when there is none.
  static func openExisting(in folder: String, readers: Int) throws -> Database {
    guard access(path(in: folder), F_OK) == 0 else {
      throw StartFailure("there is no database in \(folder)")
    }
    return try open(in: folder, readers: readers)
  }
}
