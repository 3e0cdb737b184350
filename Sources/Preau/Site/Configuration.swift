import Glibc
import HTTP
import Mail

/// How this site runs: from the command line, else `PREAU_…` variables, else `DIR/preau.conf`.
public struct Configuration: Sendable {
  /// The folder that holds everything.
  public var dataFolder: String
  /// An IP address or `localhost`: where to listen.
  public var host = "127.0.0.1"
  /// 0 picks a free port.
  public var port = 8080
  /// Where people reach the site, without a slash at the end; nil: what their browser says.
  public var baseURL: String?
  /// Whose `X-Forwarded-For` is believed.
  public var trustedProxies = TrustedProxies()
  /// Threads that answer readers; nil: as many as there are cores.
  public var threads: Int?
  /// The name in the roof of every page.
  public var siteName = "Préau"
  /// Whom people write to about the site: an e-mail address, a link or a name; nil: nobody is named.
  public var contact: String?
  /// A name of the tz database, for the dates that people see.
  public var timeZone = "Europe/Paris"
  /// Who may make an account.
  public var signUp = SignUp.open
  /// How much a member may post.
  public var posting = PostingLimits()
  /// How many wrong passwords are taken.
  public var logIn = LogInLimits()
  /// What `GET /metrics` asks for as a bearer token; nil: there is no such page.
  public var metricsToken: String?
  /// Whether each request leaves a line on standard output; nil: except with the demo.
  public var logsRequests: Bool?
  /// Whether the links of resources are visited once a week; nil: except with the demo.
  public var checksLinks: Bool?
  /// For tests: whether links to this very machine are visited too.
  public var checksLinksHere = false
  /// Bytes of a form without files.
  public var longestForm = 1_048_576
  /// Bytes of a form with a file that is no film.
  public var longestUpload = 16 << 20
  /// Bytes of a film: about a minute of what a telephone makes.
  public var longestFilm = 150 << 20
  /// Bytes of a form with any file, so that the words around it find their place.
  var longestFilmForm: Int { max(longestUpload, longestFilm + Self.wordsAroundFile) }
  /// Bytes of a file of each kind, so that the same words do.
  var fileSizes: FileSizes {
    let file = longestUpload - Self.wordsAroundFile
    return FileSizes(file: file, film: max(file, longestFilm))
  }
  private static let wordsAroundFile = 131_072
  /// Bytes that the files of one member may take in all.
  public var memberFiles = 200 << 20
  /// Hosts whose films a tutorial may show, such as those of a PeerTube; each is asked for nothing
  /// before a reader wants to see a film.
  public var videoHosts: [String] = []
  /// Bytes that the files shown in one space may take in all.
  public var spaceFiles = 5_000 << 20

  /// Who may make an account.
  public enum SignUp: String, Sendable { case open, invitation, closed }

  /// How mails are sent.
  public var mail = MailConfiguration()

  /// Whether an empty folder is filled with the demo community.
  public var isDemo = false

  /// The defaults for a folder.
  public init(dataFolder: String) {
    self.dataFolder = dataFolder
  }

  var isSecure: Bool { baseURL?.hasPrefix("https://") ?? false }

  /// `https://host[:port]` of the base URL, as a browser writes it in `Origin` (RFC 6454 §6.2).
  var origin: String? {
    guard let baseURL else { return nil }
    let start = baseURL.firstRange(of: "://")?.upperBound ?? baseURL.startIndex
    return String(baseURL[..<(baseURL[start...].firstIndex(of: "/") ?? baseURL.endIndex)])
      .lowercased()
  }
}

/// How much a newcomer may post, and anybody in one go: always counted by member, so that a class
/// behind one address is thirty people. 0 lifts a limit.
public struct PostingLimits: Sendable {
  /// A member is a newcomer for this long after joining.
  public var newcomerSeconds: Int64 = 3_600
  /// Threads that a newcomer may begin in that time.
  public var newcomerThreads = 10
  /// Posts of a newcomer in that time, the first ones of threads included.
  public var newcomerPosts = 40
  /// Between two posts of a newcomer: slow enough for a script, too short for a person to meet.
  public var secondsBetweenPosts: Int64 = 3
  /// Posts that any member may publish in ``burstSeconds``: more than one person writes.
  public var burstPosts = 20
  /// How long a burst is counted; 0 lifts the limit too.
  public var burstSeconds: Int64 = 300
  /// The same text is taken again from the same member only after this time.
  public var secondsBeforeRepeating: Int64 = 3_600
  /// In bytes: « Merci ! » may be said twice.
  static let shortestRepetition = 40

  /// No limit at all: for tests and measures.
  public static let none: PostingLimits = {
    var limits = PostingLimits()
    limits.newcomerThreads = 0
    limits.newcomerPosts = 0
    limits.secondsBetweenPosts = 0
    limits.burstPosts = 0
    limits.secondsBeforeRepeating = 0
    return limits
  }()
}

/// How many wrong passwords are taken before one has to wait. 0 lifts a limit.
public struct LogInLimits: Sendable {
  /// For one member name from one address; then the wait doubles with each failure.
  public var failuresPerMember = 5
  /// For one address, whatever the names: above what a class of thirty mistypes in a minute. What
  /// a name has cost is given back once it gets in.
  public var failuresPerAddress = 300
  /// One failure of an address is forgiven each time this many seconds have passed.
  public var secondsPerFailure: Int64 = 5
  /// Seconds after the first failure too many.
  public var firstWait: Int64 = 15
  /// Seconds after which the wait grows no more.
  public var longestWait: Int64 = 900
  /// New accounts from one address: several classes make theirs in the same lesson.
  public var signUpsPerHour = 200
}

extension Configuration {
  /// Sets one option by the name it has on the command line.
  ///
  /// - Throws: ``StartFailure`` for an unknown name or a value that makes no sense.
  public mutating func set(_ name: String, to value: String) throws(StartFailure) {
    func number<N: FixedWidthInteger>(_ range: ClosedRange<N>) throws(StartFailure) -> N {
      guard let number = N(value), range.contains(number) else {
        throw StartFailure(
          "\(name): “\(value)” is not a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    switch name {
    case "host": host = value
    case "port": port = try number(0...65_535)
    case "base-url": baseURL = try Self.checkedBaseURL(value)
    case "trusted-proxy":
      let names = value.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      guard let proxies = TrustedProxies(names) else {
        throw StartFailure("trusted-proxy: “\(value)” is not a list of addresses")
      }
      trustedProxies = proxies
    case "threads": threads = try number(1...64)
    case "site-name": siteName = value
    case "contact": contact = value.isEmpty ? nil : value
    case "time-zone":
      guard Self.isTimeZone(value) else {
        throw StartFailure("time-zone: “\(value)” is not one of this machine's time zones")
      }
      timeZone = value
    case "demo":
      guard value == "on" || value == "off" else {
        throw StartFailure("demo: “\(value)” is not on or off")
      }
      isDemo = value == "on"
    case "sign-up":
      guard let signUp = SignUp(rawValue: value) else {
        throw StartFailure("sign-up: “\(value)” is not open, invitation or closed")
      }
      self.signUp = signUp
    case "metrics-token": metricsToken = value.isEmpty ? nil : value
    case "longest-form": longestForm = try number(65_536...67_108_864)
    case "longest-upload": longestUpload = try number(1_048_576...67_108_864)
    case "longest-film": longestFilm = try number(1_048_576...419_430_400)
    case "member-files": memberFiles = try number(0...1_000_000) << 20
    case "video-hosts": videoHosts = try Self.checkedHosts(value)
    case "space-files": spaceFiles = try number(0...100_000_000) << 20
    case "access-log": logsRequests = try Self.isOn(value, for: name)
    case "check-links": checksLinks = try Self.isOn(value, for: name)
    case "check-links-here": checksLinksHere = try Self.isOn(value, for: name)
    case "posting-limits": if try !Self.isOn(value, for: name) { posting = .none }
    case "newcomer-seconds": posting.newcomerSeconds = try number(0...31_536_000)
    case "newcomer-threads": posting.newcomerThreads = try number(0...100_000)
    case "newcomer-posts": posting.newcomerPosts = try number(0...100_000)
    case "seconds-between-posts": posting.secondsBetweenPosts = try number(0...5)
    case "burst-posts": posting.burstPosts = try number(0...100_000)
    case "burst-seconds": posting.burstSeconds = try number(0...86_400)
    case "seconds-before-repeating": posting.secondsBeforeRepeating = try number(0...604_800)
    case "log-in-failures-per-member": logIn.failuresPerMember = try number(0...100_000)
    case "log-in-failures-per-address": logIn.failuresPerAddress = try number(0...100_000)
    case "log-in-seconds-per-failure": logIn.secondsPerFailure = try number(1...3_600)
    case "log-in-first-wait": logIn.firstWait = try number(1...3_600)
    case "log-in-longest-wait": logIn.longestWait = try number(1...86_400)
    case "sign-ups-per-hour": logIn.signUpsPerHour = try number(0...3_600)
    case "smtp-url":
      guard value.isEmpty || MailServer(url: value) != nil else {
        throw StartFailure("smtp-url: “\(value)” is not smtp://host or smtps://host")
      }
      mail.url = value.isEmpty ? nil : value
    case "smtp-user": mail.user = value.isEmpty ? nil : value
    case "smtp-password-file": mail.passwordFile = value.isEmpty ? nil : value
    case "smtp-encryption":
      guard let encryption = MailServer.Encryption(rawValue: value) else {
        throw StartFailure("smtp-encryption: “\(value)” is not required, possible or off")
      }
      mail.encryption = encryption
    case "mail-from":
      guard let sender = Mailbox(written: value) else {
        throw StartFailure("mail-from: “\(value)” is not an e-mail address")
      }
      mail.sender = sender
    case "mail-delay": mail.delay = try number(0...86_400)
    case "mail-retry": mail.firstRetry = try number(1...86_400)
    default: throw StartFailure("unknown option “\(name)”")
    }
  }

  /// Every name that ``set(_:to:)`` knows.
  public static let names = [
    "demo", "host", "port", "base-url", "trusted-proxy", "threads", "site-name", "contact",
    "time-zone",
    "sign-up", "metrics-token", "access-log", "check-links", "check-links-here",
    "longest-form", "longest-upload", "longest-film",
    "member-files", "space-files", "video-hosts", "posting-limits", "newcomer-seconds",
    "newcomer-threads", "newcomer-posts", "seconds-between-posts", "burst-posts",
    "burst-seconds", "seconds-before-repeating", "log-in-failures-per-member",
    "log-in-failures-per-address", "log-in-seconds-per-failure", "log-in-first-wait",
    "log-in-longest-wait", "sign-ups-per-hour", "smtp-url", "smtp-user", "smtp-password-file",
    "smtp-encryption", "mail-from", "mail-delay", "mail-retry",
  ]

  /// The variables of this process that ``load(dataFolder:environment:options:)`` looks at.
  public static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in names.map(variable) {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  /// Variables of this process that look like ours and that nothing reads: misspelt, most likely.
  public static var unknownEnvironment: [String] {
    let known = Set(names.map(variable) + ["PREAU_DATA", "PREAU_ASSETS"])
    return environmentNames.filter { $0.hasPrefix("PREAU_") && !known.contains($0) }.sorted()
  }

  private static var environmentNames: [String] {
    let entries = readFile("/proc/self/environ") ?? []
    return entries.split(separator: 0).map { entry in
      String(decoding: entry.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    }
  }

  /// `PREAU_BASE_URL` for `base-url`.
  private static func variable(_ name: String) -> String {
    "PREAU_" + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  /// Reads `DIR/preau.conf`, then the environment, then the command line, the last one winning.
  ///
  /// - Parameter options: pairs from the command line.
  /// - Throws: ``StartFailure`` naming the place of the first mistake.
  public static func load(
    dataFolder: String, environment: [String: String], options: [(name: String, value: String)]
  ) throws(StartFailure) -> Configuration {
    var configuration = Configuration(dataFolder: dataFolder)
    let file = dataFolder + "/preau.conf"
    if let bytes = readFile(file) {
      for (index, line) in String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      {
        guard let pair = try Self.pair(line, at: "\(file):\(index + 1)") else { continue }
        do { try configuration.set(pair.name, to: pair.value) } catch {
          throw StartFailure("\(file):\(index + 1): \(error)")
        }
      }
    }
    for name in names {
      let variable = variable(name)
      guard let value = environment[variable] else { continue }
      do { try configuration.set(name, to: value) } catch {
        throw StartFailure("\(variable): \(error)")
      }
    }
    for option in options { try configuration.set(option.name, to: option.value) }
    return configuration
  }

  /// `name = value`; nothing for an empty line or one that begins with `#`.
  private static func pair(
    _ line: Substring, at place: String
  ) throws(StartFailure) -> (name: String, value: String)? {
    let line = line.trimmed
    if line.isEmpty || line.hasPrefix("#") { return nil }
    guard let mark = line.firstIndex(of: "=") else {
      throw StartFailure("\(place): “name = value” is expected")
    }
    return (line[..<mark].trimmed, line[line.index(after: mark)...].trimmed)
  }

  private static func isOn(_ value: String, for name: String) throws(StartFailure) -> Bool {
    switch value {
    case "on": true
    case "off": false
    default: throw StartFailure("\(name): “\(value)” is not on or off")
    }
  }

  /// Whether the C library will find a zone under this name; else it would show UTC without a word.
  private static func isTimeZone(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
      default: false
      }
    }
    return isPlain && !name.isEmpty && access("/usr/share/zoneinfo/\(name)", R_OK) == 0
  }

  /// Names as they go into a header: letters, digits, hyphens and dots.
  private static func checkedHosts(_ value: String) throws(StartFailure) -> [String] {
    let hosts = value.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }).map(
      String.init)
    for host in hosts {
      let isPlain = host.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
      guard isPlain, host.contains("."), host.first != ".", host.last != "." else {
        throw StartFailure("video-hosts: “\(host)” is not the name of a host")
      }
    }
    return hosts
  }

  private static func checkedBaseURL(_ value: String) throws(StartFailure) -> String {
    var value = value
    while value.hasSuffix("/") { value.removeLast() }
    let lower = value.lowercased()
    let host = lower.firstRange(of: "://").map { lower[$0.upperBound...] } ?? ""
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), !host.isEmpty,
      host.allSatisfy({ $0.isLetter || $0.isNumber || "-.:[]_".contains($0) })
    else {
      throw StartFailure("base-url: “\(value)” is not https://host or http://host")
    }
    return value
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
