import LinkedData
import SQLite
import Synchronization

/// A running site: what every request needs, made once at the start.
final class Site: Sendable {
  let configuration: Configuration
  let database: Database
  let assets: Assets
  let key: SiteKey
  let guides: Guides
  let badgeContexts: ContextLibrary
  let files: FileShelf
  let routes = Routes.all
  let log: AccessLog
  let metrics = Metrics()
  let formTokens = FormTokens()
  let sessions = KnownSessions(mostBytes: 2_000_000)
  let sharedPages = SharedPages.make()
  let postsForMembers = PostsForMembers.make()
  let threadStandings = ThreadStandings.make()
  let finding = FindingShelf()
  let answerShelf = AnswerShelf()
  let readings = ReadingMarks()
  let notificationReadings = NotificationReadings()
  let sessionMarks = SessionMarks()
  let searchMisses = SearchMisses()
  let logInThrottle = Throttle()
  let logInBudget = PlaceBudget()
  let signUpBudget = PlaceBudget()
  let codeBudget = PlaceBudget()
  let verifyingBudget = PlaceBudget()
  let familiarMembers = FamiliarMembers()
  /// Where it listens, once it does.
  let port = Atomic(0)
  /// Whether the names of members who have left may stand in what others wrote; also after a start.
  let hasNamesToErase = Atomic(true)

  /// Opens the folder, making it when there is none, and brings its database up to date.
  ///
  /// - Throws: ``StartFailure``, or what the database says.
  init(_ configuration: Configuration, assets: Assets, log: AccessLog) throws {
    CalendarTime.setTimeZone(configuration.timeZone)
    try makeFolder(configuration.dataFolder)
    self.configuration = configuration
    self.assets = assets
    self.log = log
    files = FileShelf(in: configuration.dataFolder)
    guides = try Guides(root: assets.root, configuration)
    badgeContexts = try BadgeContexts.load(root: assets.root)
    key = try SiteKey.load(in: configuration.dataFolder)
    database = try Store.open(in: configuration.dataFolder, readers: configuration.readers)
  }
}

extension Configuration {
  /// One connection for each thread that answers readers, and some for the other lanes.
  var readers: Int { (threads ?? Machine.cores) + 4 }
}
