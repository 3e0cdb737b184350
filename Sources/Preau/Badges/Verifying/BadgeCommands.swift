import Credentials
import Glibc
import JSONText
import SQLite

/// What `preau badge` does with a site's own badges, while the site runs or not.
public enum BadgeCommands {
  /// The forms in which a badge is exported, as they are named.
  public static let formats = BadgeFile.allCases.map(\.rawValue)
  /// The pictures that a badge is baked into, as they are named.
  public static let pictures = BadgePicture.allCases.map(\.rawValue)

  /// Says which badges were given out, one a line.
  ///
  /// - Parameter asJSON: one object a line, for programs.
  public static func list(dataFolder: String, asJSON: Bool) throws {
    let now = Instant.now
    let awards = try Store.useExisting(in: dataFolder) { database in
      try database.read { try BadgeReadingStore.all($0) }
    }
    for (award, login) in awards {
      if asJSON {
        Terminal.say(line(award, login, now).text)
      } else {
        Terminal.say(
          "\(award.id.value)  \(award.classID.value)  \(login)  \(award.word(at: now))")
      }
    }
  }

  private static func line(_ award: BadgeAward, _ login: String, _ now: Instant) -> JSON {
    let addresses = BadgeAddresses(base: award.base)
    func published(_ address: String) -> JSON { award.isPublished ? .string(address) : .null }
    return .object(
      JSONObject([
        ("id", .number(String(award.id.value))), ("class", .number(String(award.classID.value))),
        ("member", .string(login)), ("state", .string(award.word(at: now))),
        ("recipient", .string(award.identity)),
        ("ob2", published(addresses.assertion(award.secret))),
        ("ob3jwt", published(addresses.credential(award.secret, .ob3JWT))),
        ("ob3json", published(addresses.credential(award.secret, .ob3JSON))),
      ]))
  }

  /// Offers a badge to a member, and says its number.
  ///
  /// - Throws: ``StartFailure`` in one line.
  public static func issue(
    dataFolder: String, class number: Int, member login: String, narrative: String
  ) throws {
    let configuration = try Configuration.load(
      dataFolder: dataFolder, environment: Configuration.environment, options: [])
    CalendarTime.setTimeZone(configuration.timeZone)
    let key = try SiteKey.load(in: dataFolder)
    let id = try change(in: dataFolder) { db in
      guard let badge = try BadgeClassStore.badge(.init(Int64(number)), db) else {
        throw StartFailure("there is no badge class \(number)")
      }
      guard let member = try MemberStore.member(login: LogInName.fold(login), db) else {
        throw StartFailure("there is no member “\(login)”")
      }
      let base =
        try configuration.baseURL ?? BadgeKeyStore.servedBase(db) ?? configuration.badgeBase
      do {
        return try BadgeAwardStore.offer(
          BadgeAwardStore.New(badge: badge, member: member.id, by: nil, narrative: narrative),
          in: BadgeSite(key: key, base: base), at: .now, db)
      } catch let refusal as BadgeAwardStore.Refusal {
        throw StartFailure(say(refusal, number, login))
      }
    }
    Terminal.say(String(id.value))
  }

  private static func say(
    _ refusal: BadgeAwardStore.Refusal, _ number: Int, _ login: String
  ) -> String {
    switch refusal {
    case .notActive: "badge class \(number) is not given out: it is a draft, or retired"
    case .already: "“\(login)” has a badge of class \(number) already"
    case .nobody: "there is no member “\(login)”"
    }
  }

  /// Writes a badge into a file.
  ///
  /// - Parameters:
  ///   - format: one of ``formats``.
  ///   - picture: one of ``pictures``; nil for the text alone.
  ///   - file: what it holds is replaced; `-` is standard output.
  public static func export(
    dataFolder: String, award number: Int, format: String, picture: String?, file: String
  ) throws {
    guard let form = BadgeFile(rawValue: format) else {
      throw StartFailure(
        "“\(format)” is no format: choose one of \(formats.joined(separator: ", "))")
    }
    let kind = picture.flatMap { BadgePicture(rawValue: $0) }
    if let picture, kind == nil {
      throw StartFailure(
        "“\(picture)” is no picture: choose one of \(pictures.joined(separator: ", "))")
    }
    let contexts = try BadgeContexts.load(root: try Assets.folder())
    let key = try SiteKey.load(in: dataFolder)
    let (sheet, keys) = try Store.useExisting(in: dataFolder) { database in
      try database.read { db -> (BadgeSheet, BadgeKeys) in
        let sheet = try find(number, db)
        return (sheet, try BadgeKeyStore.signing(sheet.award.key, key, db).orNotFound())
      }
    }
    let bytes: [UInt8]
    if let kind {
      bytes = try sheet.baked(form, into: kind, keys, contexts)
    } else {
      bytes = Array(try sheet.text(form, keys, contexts).utf8)
    }
    try write(bytes, to: file)
    if !sheet.award.isPublished {
      Terminal.complain(
        "preau: the learner has not agreed that the addresses of badge \(number) answer: "
          + "verifiers that ask them will not find it")
    }
  }

  /// Takes a badge back.
  ///
  /// - Parameter reason: the learner reads it, and so does whoever verifies the badge.
  public static func revoke(dataFolder: String, award number: Int, reason: String) throws {
    let reason = reason.trimmed
    guard !reason.isEmpty else { throw StartFailure("a badge is taken back for a reason") }
    let isDone = try change(in: dataFolder) { db in
      let sheet = try find(number, db)
      return try BadgeAwardStore.revoke(
        sheet.award, sheet.badge, reason: reason, by: nil, at: .now, db)
    }
    guard isDone else { throw StartFailure("badge \(number) was taken back or refused already") }
  }

  private static func find(_ number: Int, _ db: Reader) throws -> BadgeSheet {
    guard let award = try BadgeReadingStore.award(.init(Int64(number)), db) else {
      throw StartFailure("there is no badge \(number)")
    }
    return try BadgeReadingStore.sheet(award, db)
  }

  private static func change<T>(in folder: String, _ body: (Writer) throws -> T) throws -> T {
    try Store.useExisting(in: folder) { try $0.write(body) }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    if path == "-" {
      guard writeAll(bytes, to: STDOUT_FILENO) else {
        throw StartFailure("cannot write to standard output: \(systemMessage())")
      }
      return
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StartFailure("cannot create \(path): \(systemMessage())") }
    defer { close(file) }
    guard writeAll(bytes, to: file) else {
      throw StartFailure("cannot write \(path): \(systemMessage())")
    }
  }
}
