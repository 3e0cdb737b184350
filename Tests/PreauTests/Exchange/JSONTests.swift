import Testing

@testable import Preau

@Suite struct `JSON of one line` {
  private func read(_ text: String) throws(JSONValue.Malformed) -> JSONValue {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONValue.Malformed) in try JSONValue(buffer) }
    }.get()
  }

  @Test(arguments: [
    (
      #" {"a" : [1,-2, null,true,false] , "b":"é"} "#,
      JSONValue.object([
        "a": .array([.integer(1), .integer(-2), .null, .boolean(true), .boolean(false)]),
        "b": .string("é"),
      ])
    ),
    (#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00""#, .string("\"\\/\u{8}\u{C}\n\r\tAé😀")),
    ("9223372036854775807", .integer(.max)), ("9223372036854775808", .otherNumber),
    ("-0", .integer(0)), ("1.0", .otherNumber), ("1e3", .otherNumber), ("[]", .array([])),
    ("{}", .object([:])), (#"{"a":1,"a":2}"#, .object(["a": .integer(2)])),
  ])
  func `is read`(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    "", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{'a':1}", "01", "1.", "-", "+1", ".5",
    "nul", "truee", "1 2", "\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "NaN", "[1}", "{\"a\":1,}",
  ])
  func `is refused when it is malformed`(text: String) {
    #expect(throws: JSONValue.Malformed.self) { try read(text) }
  }

  @Test(arguments: [#""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, #""\ud800x""#])
  func `is refused with half a character`(text: String) {
    #expect(throws: JSONValue.Malformed.notUnicode) { try read(text) }
  }

  @Test func `is refused when it is not UTF-8`() {
    let bytes: [UInt8] = [0x22, 0xFF, 0x22]
    #expect(throws: JSONValue.Malformed.notUnicode) {
      try bytes.withUnsafeBufferPointer { try JSONValue($0) }
    }
  }

  @Test func `may not be deep`() {
    #expect(throws: JSONValue.Malformed.tooDeep) {
      try read(String(repeating: "[", count: 100_000))
    }
  }

  @Test func `is written as Python writes it`() {
    var line = JSONLineWriting()
    line.begin("post")
    line.add("id", 7)
    line.add("tags", [Int64]())
    line.add("thanks", [1, 2])
    line.add("body", "é\u{2028}😀 \"\\/\n\r\t\u{8}\u{C}\u{1}\u{1F}\u{7F}<&>")
    line.addNull("parent")
    line.addTrue("pinned")
    line.end()
    let expected =
      #"{"type":"post","id":7,"tags":[],"thanks":[1,2],"#
      + #""body":"é"# + "\u{2028}" + #"😀 \"\\/\n\r\t\b\f\u0001\u001f"# + "\u{7F}"
      + #"<&>","parent":null,"pinned":true}"# + "\n"
    #expect(String(decoding: line.take(), as: UTF8.self) == expected)
  }
}
