import Glibc
import SQLite
import Testing

@testable import Preau

@Suite struct `What an export holds` {
  private let folder: ExchangeFolder

  init() throws { folder = try ExchangeFolder() }

  /// Every column, as `table.column`, but of what SQLite and its search make for themselves.
  private func columns() throws -> [(table: String, column: String)] {
    try folder.database.read { db in
      try db.rows(
        """
        SELECT list.name, info.name
          FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
         WHERE list.schema = 'main' AND list.type = 'table' AND list.name NOT LIKE 'sqlite_%'
        """
      ) { (try $0.next(), try $0.next()) }
    }
  }

  @Test func `is said of every column of every table`() throws {
    let columns = try columns()
    let leftOut = Set(LeftOutStore.parts.flatMap(\.places))
    for (table, column) in columns {
      let names = [table, table + "." + column]
      let ways = [LeftOutStore.held, LeftOutStore.derived, leftOut]
        .filter { way in names.contains { way.contains($0) } }
      #expect(ways.count == 1, "\(table).\(column) is exported, derived or counted, and once")
    }
    let there = Set(columns.flatMap { [$0.table, $0.table + "." + $0.column] })
    let said = LeftOutStore.held.union(LeftOutStore.derived).union(leftOut)
    #expect(said.subtracting(there) == [])
  }

  @Test func `and what it does not hold is counted and named`() throws {
    let community = try Community()
    _ = try community.post("/fils/1/prise-en-charge", as: .referent)
    let counts = try community.site.database.read { try LeftOutStore.counts($0) }
    let said = Dictionary(uniqueKeysWithValues: counts.map { ($0.what, $0.count) })
    #expect(said["sessions"] == 5)
    #expect(said["states and owners of requests for help"] == 1)
    #expect(said["silences"] == nil)
    #expect(Set(LeftOutStore.parts.map(\.what)).count == LeftOutStore.parts.count)
  }

  @Test func `never names who wrote without a name, not even as a follower`() throws {
    let community = try Community()
    _ = try community.post("/espaces/public/sans-nom", as: .referent)
    let answer = try community.post(
      "/fils/nouveau",
      [
        ("espace", "public"), ("genre", "question"), ("titre", "Je n’ose pas demander"),
        ("texte", "Comment faire ?"), ("sans-nom", "oui"), ("vu", "oui"), ("action", "publier"),
      ], as: .insider)
    #expect(answer.status == 303)
    _ = try community.post("/fils/4/suivi", as: .outsider)
    _ = try community.post(
      "/fils/4/reponses", [("texte", "Moi non plus."), ("sans-nom", "oui"), ("action", "publier")],
      as: .learner)
    let database = community.site.database
    let followers = try database.read { try ExportStore.followers(of: 4, $0) }
    #expect(followers == [Community.Person.outsider.rawValue])
    let counts = try database.read { try LeftOutStore.counts($0) }
    #expect(
      counts.first { $0.what == "followers of threads in which they write without a name" }?.count
        == 2)
    #expect(counts.first { $0.what == "names behind posts without a name" }?.count == 2)
  }
}

@Suite struct `A file to export to` {
  private let folder: ExchangeFolder

  init() throws { folder = try ExchangeFolder() }

  private func write(_ text: String, to name: String) throws {
    var file = try ExportFile(name)
    try file.write(Array(text.utf8))
    try file.finish()
  }

  private func kind(_ name: String) -> mode_t {
    var info = stat()
    return lstat(name, &info) == 0 ? info.st_mode & S_IFMT : 0
  }

  @Test func `may be a pipe, which stays one`() throws {
    let name = folder.path + "/pipe"
    try #require(mkfifo(name, 0o600) == 0)
    let reading = open(name, O_RDONLY | O_NONBLOCK)
    defer { close(reading) }
    try write("Bonjour", to: name)
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(reading, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "Bonjour")
    #expect(kind(name) == S_IFIFO)
  }

  @Test(arguments: [true, false])
  func `may be a symbolic link, and what it leads to is written`(isThere: Bool) throws {
    let target = folder.path + "/target"
    let link = folder.path + "/link"
    if isThere { try writeFile(target, Array("old and longer".utf8)) }
    try #require(symlink(target, link) == 0)
    try write("new", to: link)
    #expect(kind(link) == S_IFLNK)
    #expect(readFile(target) == Array("new".utf8))
  }

  /// Behind a link, so that a fault would replace the link and not the device.
  @Test func `may be a device, whose errors are told`() throws {
    let link = folder.path + "/full"
    try #require(symlink("/dev/full", link) == 0)
    #expect(throws: StartFailure.self) { try write("Bonjour", to: link) }
    #expect(kind(link) == S_IFLNK)
    let nothing = folder.path + "/null"
    try #require(symlink("/dev/null", nothing) == 0)
    try write("Bonjour", to: nothing)
    #expect(kind(nothing) == S_IFLNK)
  }

  @Test func `is the old one until it is whole`() throws {
    let name = folder.path + "/out"
    try writeFile(name, Array("old".utf8))
    do {
      var file = try ExportFile(name)
      try file.write(Array("new".utf8))
    }
    #expect(readFile(name) == Array("old".utf8))
    try write("new", to: name)
    #expect(readFile(name) == Array("new".utf8))
  }
}
