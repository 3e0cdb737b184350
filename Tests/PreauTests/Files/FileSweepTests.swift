import Glibc
import SQLite
import Testing

@testable import Preau

@Suite struct `Files that nothing shows` {
  private let community: Community
  private let owner = Community.Person.insider.id
  private let sent = Instant.now

  init() throws {
    community = try Community()
  }

  private var shelf: FileShelf { community.site.files }

  /// - Returns: its key.
  private func add(_ words: String) throws -> String {
    let key = Base64URL.encode(Array(Crypto.hash(Array(words.utf8)).prefix(16)))
    let name = try shelf.taking { try shelf.put(Array(words.utf8)) }
    let new = NewFile(
      key: key, kind: .picture, content: name, thumbnail: name,
      type: "image/png", bytes: words.utf8.count)
    try community.site.database.write {
      try FileStore.add(new, of: owner, at: sent, most: 1_000, $0)
    }
    return key
  }

  private func isThere(_ words: String) -> Bool {
    let name = Array(words.utf8).withUnsafeBytes { FileShelf.name(of: $0) }
    return access(shelf.path(of: name), R_OK) == 0
  }

  private func sweep(after seconds: Int64) throws {
    let now = Instant(seconds: sent.seconds + seconds)
    try FileSweep.run(shelf, community.site.database, now: now)
  }

  @Test func `go after a month; what a post or a draft shows stays`() throws {
    let shown = try add("montrée")
    let drafted = try add("au brouillon")
    _ = try add("oubliée")
    var draft = ThreadDraft()
    draft.title = "Un fil"
    draft.body = FileLink.line("Une photo", picture: shown)
    let new = try draft.checked(in: Space.ID(1)).get()
    try community.site.database.write { db in
      _ = try ThreadStore.start(
        new, submission: Crypto.randomBytes(16), by: owner, at: sent, db)
      try DraftStore.keep(
        .init([("texte", FileLink.line("", picture: drafted))]), at: .newThread, of: owner,
        now: sent, db)
    }
    try sweep(after: FileSweep.secondsUntilForgotten - 60)
    #expect(isThere("oubliée"))
    try sweep(after: FileSweep.secondsUntilForgotten + 60)
    #expect(!isThere("oubliée"))
    #expect(isThere("montrée"))
    #expect(isThere("au brouillon"))
    #expect(try community.site.database.read { try FileCheck.wrong(shelf, $0) } == [])
  }

  @Test func `are what a crash left half written, an hour later`() throws {
    try makeFolder(shelf.folder)
    let left = shelf.folder + "/new-abc"
    try writeFile(left, [1, 2, 3])
    try sweep(after: 60)
    #expect(access(left, F_OK) == 0)
    try sweep(after: FileSweep.secondsUntilSwept + 60)
    #expect(access(left, F_OK) != 0)
  }

  @Test func `are no longer named once their sender's account is gone`() throws {
    let key = try add("jamais publiée")
    try community.site.database.write { try DeletionStore.delete(owner, at: sent, $0) }
    #expect(try community.site.database.read { try FileStore.kept(key, by: owner, $0) } == nil)
  }
}

@Suite struct `The line of a picture` {
  private let key = "abcdefghijklmnopqrstug"

  @Test func `cannot be broken by its description`() throws {
    let line = FileLink.line("](/x) ![a](/b) `<b>` \n # &amp;", picture: key)
    let body = try PostBody.render(line)
    let html = String(decoding: body.utf8, as: UTF8.self)
    #expect(html.contains("alt=\"](/x) ![a](/b) &#96;&lt;b&gt;&#96; # &amp;amp;\""))
    #expect(FileLink.keys(in: line) == [key])
  }

  @Test(arguments: [
    ("![a](/fichiers/abcdefghijklmnopqrstug)", true),
    ("[a](/fichiers/abcdefghijklmnopqrstug)", false),
    ("![](/fichiers/abcdefghijklmnopqrstug)", false), ("![a](/fichiers/court)", false),
    ("[![a](/fichiers/abcdefghijklmnopqrstug/vignette)](/fichiers/abcdefghijklmnopqrstug)", false),
  ])
  func `becomes a small picture that leads to the large one`(source: String, isChanged: Bool) {
    let shown = FileLink.withThumbnails(source)
    let link = "[![a](/fichiers/\(key)/vignette)](/fichiers/\(key))"
    #expect((shown == link) == isChanged || source == link)
    #expect(FileLink.withThumbnails(shown) == shown)
  }
}
