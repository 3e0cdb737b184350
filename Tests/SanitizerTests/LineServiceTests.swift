import Sanitizer
import Testing

@Suite struct `Lines of JSON` {
  /// Answers to `input`, handed over in pieces of `room` bytes.
  private func answers(
    to input: [UInt8], _ format: SourceFormat = .html, room: Int = 65_536
  ) -> [String] {
    var service = LineService(format)
    var rest = input[...]
    while !rest.isEmpty {
      let piece = rest.prefix(room)
      rest = rest.dropFirst(room)
      _ = service.read(room: room) { buffer in
        for (at, byte) in piece.enumerated() { buffer[at] = byte }
        return piece.count
      }
    }
    service.finish()
    var text = ""
    service.takeAnswers { text = String(decoding: $0, as: UTF8.self) }
    return text.split(separator: "\n").map(String.init)
  }

  private func answers(to input: String, _ format: SourceFormat = .html) -> [String] {
    answers(to: Array(input.utf8), format)
  }

  @Test(arguments: [
    (#"{"id":1,"html":"<b>x"}"#, #"{"id":1,"html":"<b>x</b>"}"#),
    (
      #"{"html":"x","id":[{"a": null}, -1.5e+3, "\ud800"]}"#,
      #"{"id":[{"a": null}, -1.5e+3, "\ud800"],"html":"x"}"#
    ),
    (#" { "id" : "é" , "html" : "\u00e9\n\"\\\/" , "x" : {} } "#, #"{"id":"é","html":"é\n\"\\/"}"#),
    (#"{"id":null,"html":"\ud83d\ude00"}"#, #"{"id":null,"html":"😀"}"#),
    (
      #"{"id":1,"html":"\ud83d\u0041\ude00\ud83d"}"#,
      "{\"id\":1,\"html\":\"\u{FFFD}A\u{FFFD}\u{FFFD}\"}"
    ),
    (#"{"id":1,"id":2,"html":3,"html":"x"}"#, #"{"id":2,"html":"x"}"#),
    (#"{"\u0069d":true,"ht\u006dl":"x"}"#, #"{"id":true,"html":"x"}"#),
    (#"{"id":1,"html":"a\u0000b\u0009c\u0008"}"#, #"{"id":1,"html":"ab\tc"}"#),
    (#"{"id":1,"html":""}"#, #"{"id":1,"html":""}"#),
  ])
  func `are answered one for one`(line: String, answer: String) {
    #expect(answers(to: line + "\n") == [answer])
    #expect(answers(to: line) == [answer])
    #expect(answers(to: line + "\r\n\n  \n" + line) == [answer, answer])
  }

  @Test(arguments: [1, 2, 65_536])
  func `may begin with a byte order mark, once`(room: Int) {
    let line = "{\"id\":1,\"html\":\"x\"}\n"
    let marked = Array("\u{FEFF}\(line)".utf8)
    #expect(
      answers(to: marked + Array(line.utf8), room: room)
        == [String](repeating: #"{"id":1,"html":"x"}"#, count: 2))
    let again = answers(to: marked + marked, room: room)
    #expect(again.count == 2 && again[1].contains("error"))
    #expect(answers(to: Array("\u{FEFF}\n\u{FEFF}".utf8), room: room).count == 1)
  }

  @Test(arguments: [
    "x", "1", "null", "[]", "{}", "{", "}", "\"", "{\"id\":1}", "{\"html\":\"x\"}",
    "{\"id\":1,\"html\":5}", "{\"id\":1,\"html\":null}", "{\"id\":1,\"html\":\"x\"",
    "{\"id\":1,\"html\":\"x\"}}", "{\"id\":1,\"html\":\"x\"} x", "{\"id\":01,\"html\":\"x\"}",
    "{\"id\":1.,\"html\":\"x\"}", "{\"id\":+1,\"html\":\"x\"}", "{\"id\":tru,\"html\":\"x\"}",
    "{\"id\":[1,],\"html\":\"x\"}", "{\"id\":[1},\"html\":\"x\"}", "{\"id\":{1:2},\"html\":\"x\"}",
    "{\"id\":1,\"html\":\"\\x\"}", "{\"id\":1,\"html\":\"\\u12\"}", "{\"id\":1,\"html\":\"\t\"}",
    "{\"id\":1,\"html\":\"x\",}", "{'id':1,'html':'x'}", "{\"id\" 1,\"html\":\"x\"}",
    "{\"id\":,\"html\":\"x\"}", "{\"id\":1,\"html\":\"x", "{\"id\":1,\"markdown\":\"x\"}",
  ])
  func `that are no requests get an error`(line: String) {
    let found = answers(to: line)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(#"{"id":null,"html":"","error":""#) == true)
  }

  @Test func `with 100,000 brackets get an error`() {
    for line in [
      "[" * 100_000, "{\"id\":" * 100_000, "{\"id\":" + "[" * 100_000, "{\"x\":[" * 9_000,
    ] {
      #expect(answers(to: line + "\n").count == 1)
    }
    let nested = "[" * 900 + "]" * 900
    #expect(
      answers(to: "{\"id\":\(nested),\"html\":\"x\"}") == ["{\"id\":\(nested),\"html\":\"x\"}"])
  }

  @Test func `hold a refusal with the id`() {
    let line = "{\"id\":7,\"html\":\"\("<b>" * 1_000)\"}"
    #expect(answers(to: line) == [#"{"id":7,"html":"","error":"\#(Refusal.tooDeep)"}"#])
  }

  @Test func `with invalid UTF-8 are answered in valid UTF-8`() {
    let line =
      Array("{\"id\":\"".utf8) + [0xFF] + Array("\",\"html\":\"".utf8) + [0xC3]
      + Array("\"}".utf8)
    #expect(answers(to: line) == ["{\"id\":\"\u{FFFD}\",\"html\":\"\u{FFFD}\"}"])
  }

  @Test func `may come in any pieces`() {
    let input = Array("{\"id\":1,\"html\":\"é\"}\n\n{\"id\":2,\"html\":\"b\"}\nx".utf8)
    let whole = answers(to: input)
    #expect(whole.count == 3)
    for room in 1...20 { #expect(answers(to: input, room: room) == whole) }
  }

  @Test func `render Markdown too`() {
    #expect(
      answers(to: #"{"id":1,"markdown":"*a*"}"#, .markdown) == [
        #"{"id":1,"html":"<p><em>a</em></p>\n"}"#
      ])
  }
}
