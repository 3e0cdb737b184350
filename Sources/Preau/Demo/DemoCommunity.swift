// The demo community is loaded by the importer that everybody has, then given a password:
// (1) Only into a folder without members: a community of real people never gets an account whose
//     password is known to all.
// (2) Times are moved by whole days, so that the newest line is less than a day old and nothing is
//     in the future.
// (3) `DIR/demo` is written before anything else, and holds the move: a load that was cut short goes
//     on with the same one, and what is there already is known again.

import Glibc
import SQLite

/// The community of `serve --demo`.
enum DemoCommunity {
  /// What happened in these last days is new to all members, and told to them.
  private static let secondsUnread: Int64 = 4 * 86_400

  /// The password of every demo member, printed when the site starts.
  static let password = "preau-demo"

  /// Loads the community into a folder that holds nobody.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `Seeds/`.
  ///   - configuration: of the site, whose address its badges hold; nil: the usual one.
  /// - Returns: false when the folder is in use already, and nothing was done.
  static func load(
    into database: Database, in folder: String, root: String,
    configuration: Configuration? = nil, now: Instant
  ) throws -> Bool {
    let configuration = configuration ?? Configuration(dataFolder: folder)
    let badges = BadgeSite(key: try SiteKey.load(in: folder), base: configuration.badgeBase)
    guard let shift = try shift(database, folder, root, now) else { return false }
    let outcome = try read(root) { descriptor in
      try Import.load(descriptor, into: database, shift: shift, now: now) { _, remarks in
        for remark in remarks { Terminal.complain("demo, line \(remark.line): \(remark.text)") }
      }
    }
    guard outcome.rejected == 0 else { throw StartFailure("the demo community has mistakes") }
    // One hash for all: each costs 19 MiB and a moment, and the password is no secret.
    let hash = try Crypto.passwordHash(password)
    let secret = try Crypto.passwordHash(ClassSecret.folded(DemoClass.secret))
    try database.write { db in
      try DemoStore.setMissingPasswords(hash, db)
      try DemoClass.make(secret, at: now, db)
      try DemoDesk.make(at: now, db)
      try DemoDeskTools.make(at: now, db)
      try DemoModeration.make(at: now, db)
      try DemoHeld.make(at: now, db)
      try DemoFiles.make(in: folder, root: root, at: now, db)
      try DemoQuestions.make(at: now, db)
      try DemoTutorials.make(root: root, at: now, db)
      try DemoResources.make(root: root, at: now, db)
      try DemoSearches.make(at: now, db)
      try DemoBadges.make(root: root, in: badges, configuration, at: now, db)
      for post in try DemoStore.latestPosts(db) {
        try Notifications.tell(
          .posted(in: post.thread, number: post.number), at: post.created, db)
      }
      try DemoStore.readNotifications(before: now + -secondsUnread, db)
    }
    return true
  }

  /// How far to move times; nil when the folder belongs to somebody.
  private static func shift(
    _ database: Database, _ folder: String, _ root: String, _ now: Instant
  ) throws -> Int64? {
    let mark = folder + "/demo"
    let begun = readFile(mark).flatMap { Int64(String(decoding: $0, as: UTF8.self).trimmed) }
    if let begun {
      return try database.read { db in try DemoStore.hasPasswords(db) } ? nil : begun
    }
    if try database.read({ db in try DemoStore.hasMembers(db) }) { return nil }
    let shift = Self.shift(from: try newest(root), to: now)
    try writeFile(mark, Array("\(shift)\n".utf8))
    return shift
  }

  /// Whole days from `newest` to the last moment of that hour which is not after `now`.
  static func shift(from newest: Instant, to now: Instant) -> Int64 {
    let day: Int64 = 86_400
    let seconds = now - newest
    return (seconds >= 0 ? seconds / day : (seconds - day + 1) / day) * day
  }

  private static func newest(_ root: String) throws -> Instant {
    var newest = Instant(seconds: 0)
    try read(root) { descriptor in
      var lines = LineReading(descriptor: descriptor)
      while case .text(let text)? = try lines.next() {
        if let time = try? ExchangeRecord(text).newest { newest = max(newest, time) }
      }
    }
    return newest
  }

  private static func read<T>(_ root: String, _ body: (Int32) throws -> T) throws -> T {
    let path = root + "/Seeds/community.jsonl"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StartFailure("cannot open \(path): \(systemMessage())") }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// The log-ins of a folder made by the demo, as a table; nothing for another folder.
  static func logIns(_ database: Database, in folder: String) throws -> [String] {
    guard readFile(folder + "/demo") != nil else { return [] }
    let members = try database.read { db in try DemoStore.members(db) }
    let rows = [("log-in", "password", "role")] + members.map { ($0.login, password, $0.role) }
    let widths = rows.reduce((0, 0)) { (max($0.0, $1.0.count), max($0.1, $1.1.count)) }
    let table = rows.map { row in
      row.0.padded(to: widths.0) + "  " + row.1.padded(to: widths.1) + "  " + row.2
    }
    return table + (try database.read { db in try DemoClass.logIns(db) })
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
