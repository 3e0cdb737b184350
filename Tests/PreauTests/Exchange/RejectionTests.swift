import Testing

@testable import Preau

@Suite struct `Lines that are not loaded` {
  private typealias Lines = ExchangeLines

  /// Each stands after the whole small community.
  private static let rejected: [(line: String, reason: String)] = [
    ("bonjour", "not JSON at byte 1"),
    (#"{"type":"user""#, "not JSON at byte 15"),
    (#"["user"]"#, "not a JSON object"),
    ("{}", "the key “type” is missing"),
    (
      #"{"type":"badge","id":1}"#,
      "“type” is none of user, category, tag, thread, post, held, field, answer, tutorial, "
        + "version, seal, origin, passage, resource, use, collection, item"
    ),
    (#"{"type":"tag","id":9,"slug":"a"}"#, "the key “label” is missing"),
    (#"{"type":"tag","id":"9","slug":"a","label":"b"}"#, "“id” is not a positive whole number"),
    (#"{"type":"tag","id":9.0,"slug":"a","label":"b"}"#, "“id” is not a positive whole number"),
    (
      #"{"type":"tag","id":9,"slug":"É","label":"b"}"#,
      "“slug” holds something else than a-z, 0-9 and -"
    ),
    (#"{"type":"tag","id":9,"slug":"a","label":" "}"#, "“label” is empty"),
    (
      #"{"type":"tag","id":9,"slug":"a","label":"b\nc"}"#,
      "“label” is not one line of plain text"
    ),
    (#"{"type":"tag","id":9,"slug":"a","label":"\ud800"}"#, "a string is not valid Unicode"),
    (
      #"{"type":"tag","id":1,"slug":"a","label":"b"}"#,
      "duplicate: an earlier line of this type has the id 1"
    ),
    (
      #"{"type":"tag","id":9,"slug":"quiz","label":"b"}"#,
      "duplicate: an earlier line of this type has the same “slug”"
    ),
    (Lines.user(9, "lea"), "duplicate: an earlier line of this type has the same “login”"),
    (Lines.user(9, "Lea"), "“login” is not a log-in name in lower case"),
    (Lines.user(9, "a@b"), "“login” is not a log-in name in lower case"),
    (Lines.user(9, "zz\u{202E}<b>"), "“login” is not a log-in name in lower case"),
    (Lines.user(9, "<b>"), "“login” is not a log-in name in lower case"),
    (Lines.user(9, "a\u{200B}b"), "“login” is not a log-in name in lower case"),
    (Lines.user(9, "!9"), "“login” is not a log-in name in lower case"),
    (
      Lines.user(9, "x", name: "zz\u{202E}<b>"),
      "“name” holds an invisible character"
    ),
    (Lines.user(9, "x", name: "…"), "“name” holds no letter"),
    (
      Lines.user(9, "x", name: String(repeating: "a", count: 61)),
      "“name” is longer than 60 characters"
    ),
    (
      #"{"type":"category","id":9,"slug":"nouveau","name":"b","about":""}"#,
      "“slug” cannot be the address of a space"
    ),
    (
      #"{"type":"category","id":9,"slug":"-a","name":"b","about":""}"#,
      "“slug” cannot be the address of a space"
    ),
    (Lines.user(9, "x", email: #""x""#), "“email” is not an e-mail address"),
    (
      Lines.user(9, "x", more: #","role":"king""#),
      "“role” is none of learner, teacher, professional, family, administrator"
    ),
    (Lines.user(9, "x", joined: -5), "“joined” is not a time in whole seconds since 1970"),
    (
      #"{"type":"category","id":9,"slug":"a","name":"b","about":"","members":[77]}"#,
      "unknown reference: no line loaded before has “members” 77"
    ),
    (
      #"{"type":"category","id":9,"slug":"a","name":"b","about":"","visibility":"hidden"}"#,
      "“visibility” is none of public, members, private"
    ),
    (Lines.thread(9, space: 77), "unknown reference: no line loaded before has “category” 77"),
    (Lines.thread(9, author: 77), "unknown reference: no line loaded before has “author” 77"),
    (Lines.thread(9, tags: "[77]"), "unknown reference: no line loaded before has “tags” 77"),
    (Lines.thread(9, tags: "1"), "“tags” is not a list of ids"),
    (Lines.thread(9, more: #","pinned":1"#), "“pinned” is not true or false"),
    (Lines.thread(9), "none of its posts was loaded"),
    (Lines.post(9, thread: 77), "unknown reference: no line loaded before has “thread” 77"),
    (
      Lines.post(9, thread: 1, parent: "77"),
      "unknown reference: no line loaded before has “parent” 77"
    ),
    (Lines.post(9, thread: 3, parent: "1"), "“parent” 1 is a post of another thread"),
    (Lines.post(5, thread: 3), "duplicate: an earlier line of this type has the id 5"),
    (Lines.post(9, thread: 3, body: "  "), "“body” is empty"),
    (Lines.post(9, thread: 3, body: #"a\u0000b"#), "“body” holds a NUL character"),
    (
      Lines.post(9, thread: 3, body: String(repeating: "a", count: 300_000)),
      "“body” is longer than 262144 bytes"
    ),
    (
      Lines.post(9, thread: 3, body: String(repeating: "<i>", count: 2_000)),
      "the body is refused: more than 256 elements inside each other"
    ),
  ]

  @Test(arguments: rejected)
  func `are named with their reason, and the others are loaded`(
    line: String, reason: String
  ) throws {
    let folder = try ExchangeFolder()
    let last = #"{"type":"tag","id":10,"slug":"fin","label":"fin"}"#
    let outcome = try folder.load(ExchangeLines.all + [line, last])
    #expect(folder.remarks == ["\(ExchangeLines.all.count + 1): rejected: \(reason)"])
    #expect(outcome.rejected == 1)
    #expect(outcome.tags == 3)
    #expect(try folder.wrong() == [])
  }

  @Test(arguments: ["x", "a.b-c_d", "léa", "1.2", String(repeating: "a", count: 90)])
  func `are not those of log-in names from elsewhere`(login: String) throws {
    let folder = try ExchangeFolder()
    try folder.load([Lines.user(1, login)])
    #expect(folder.remarks == [])
    #expect(try folder.exported() == [Lines.user(1, login)])
  }

  @Test func `take with them what depends on them`() throws {
    let folder = try ExchangeFolder()
    let outcome = try folder.load([
      Lines.users[0], Lines.spaces[0], Lines.thread(1, author: 7), Lines.post(1, thread: 1),
      Lines.post(2, thread: 1, parent: "1"),
    ])
    #expect(outcome.rejected == 3)
    #expect(folder.remarks.map { $0.prefix(1) } == ["3", "4", "5"])
  }

  @Test func `may be an answer that never comes`() throws {
    let folder = try ExchangeFolder()
    let outcome = try folder.load([
      Lines.users[0], Lines.spaces[0], Lines.thread(1, more: #","accepted":7"#),
      Lines.post(1, thread: 1),
    ])
    #expect(
      folder.remarks == [
        "3: rejected: unknown reference: no line loaded before has “accepted” 7"
      ])
    #expect(outcome.posts == 1)
  }

  @Test func `may be too long to be read`() throws {
    let folder = try ExchangeFolder()
    let long = String(repeating: "x", count: LineReading.longest + 1_000_000)
    let outcome = try folder.load([long, ExchangeLines.users[0]])
    #expect(folder.remarks == ["1: rejected: longer than \(LineReading.longest) bytes"])
    #expect(outcome.members == 1)
  }
}
