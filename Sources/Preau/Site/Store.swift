import Glibc
import SQLite

/// The database of a site: one file, and the steps that brought it to its present shape.
public enum Store {
  /// `PRAU`: tells our files from other SQLite databases.
  static let applicationID: Int32 = 0x5052_4155

  /// Forward only: a step that has been released is never changed, only followed.
  static let migrations: [Migration] = [
    MemberSchema.first, SpaceSchema.first, ThreadSchema.first, SearchSchema.first,
    ExchangeSchema.first, SpaceSchema.plainRule, MemberSchema.nameErasure, SearchSchema.found,
    JournalSchema.first, ClassSchema.first, HelpDeskSchema.first, HelpDeskSchema.known,
    ModerationSchema.first, HelpDeskSchema.answers, MaskSchema.first, HelpFollowUpSchema.first,
    NotificationSchema.first, MailSchema.first, ClassSchema.removals,
    ModerationSchema.alone, MemberSchema.suspension, HelpFollowUpSchema.told,
    SearchSchema.misses, FileSchema.first, HeldSchema.first, QuestionSchema.first,
    MergeSchema.first, FileSchema.videos, VocabularySchema.first, ClassSchema.invitations,
    TutorialSchema.first, VocabularySchema.words, ResourceSchema.first,
    ResourceSchema.collections, ResourceSchema.calls, ResourceSchema.links,
    FindingSchema.first, FindingSchema.found,
    ReviewSchema.first, SuggestionSchema.first, RemarkSchema.first,
    FindingSchema.seals, SavedSearchSchema.first, TutorialLinkSchema.first,
    ExchangeSchema.catalogue, BadgeSchema.first, ReviewSchema.hands, FindingSchema.devices,
    BadgeRuleSchema.first, BadgePeerSchema.first, BadgeReminderSchema.first,
    BadgeAgreementSchema.first, BadgeReissueSchema.first, ImportedSchema.first,
    EndorsementSchema.first, BadgePictureSchema.first, BadgeCollectionSchema.first,
    BadgeFollowSchema.first, BadgeShareSchema.collections, BadgeSchema.remains,
  ]

  static func path(in folder: String) -> String { folder + "/preau.db" }

  /// Opens `DIR/preau.db`, making it when there is none, and brings it up to date.
  static func open(in folder: String, readers: Int) throws -> Database {
    // What members wrote in private is for the site's own account, whatever the folder's mode.
    umask(0o077)
    var options = Database.Options()
    options.readers = readers
    options.applicationID = applicationID
    options.connectionSetUp = setUp
    let opened = options
    return try naming(folder) {
      try Database(path: path(in: folder), migrations: migrations, options: opened)
    }
  }

  /// Gives a new connection (a `sqlite3 *`) the functions that our statements call.
  static func setUp(_ connection: OpaquePointer) throws {
    try SearchConnection.setUp(connection)
    try SortKey.setUp(connection)
  }

  /// Opens the database for one command, and closes it behind it.
  ///
  /// - Throws: ``StartFailure`` for what SQLite says, with the file's name; else what `body` throws.
  static func use<T>(in folder: String, _ body: (Database) throws -> T) throws -> T {
    let database = try open(in: folder, readers: 1)
    defer { database.close() }
    return try naming(folder) { try body(database) }
  }

  /// Opens the database of a folder that must have one: for commands that only read.
  ///
  /// - Throws: ``StartFailure`` when there is none; else as ``use(in:_:)``.
  static func useExisting<T>(in folder: String, _ body: (Database) throws -> T) throws -> T {
    guard access(path(in: folder), F_OK) == 0 else {
      throw StartFailure("there is no database in \(folder)")
    }
    return try use(in: folder, body)
  }

  /// Whoever runs a command must know which file is damaged, or another's.
  private static func naming<T>(_ folder: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as SQLiteError {
      throw StartFailure("\(path(in: folder)): \(error)")
    } catch let problem as OpeningProblem {
      throw StartFailure("\(path(in: folder)): \(problem)")
    }
  }
}
