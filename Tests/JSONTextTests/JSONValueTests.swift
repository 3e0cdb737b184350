import JSONText
import Testing

@Suite struct `A JSON value` {
  @Test func `is written on one line`() {
    let value: JSON = [
      "a": [1, 2.5, nil, true], "\"": "\u{1}\u{1F}\u{7F}\n/é😀\u{2028}", "c": [:], "d": [],
    ]
    let text =
      "{\"a\":[1,2.5,null,true],\"\\\"\":\"\\u0001\\u001f\u{7F}\\n/é😀\u{2028}\",\"c\":{},\"d\":[]}"
    #expect(value.text == text)
  }

  @Test func `is read back as it was`() throws {
    let every = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
    let value: JSON = [.string(every), ["\(every)": .number("1e5")]]
    #expect(try JSON(reading: value.text) == value)
    #expect(try JSON(reading: value.utf8).text == value.text)
  }

  @Test func `equals another by what it says, not by what it looks like`() {
    let one: JSON = ["a": 1, "b": 2]
    let turned: JSON = ["b": 2, "a": 1]
    #expect(one == turned)
    #expect(one.hashValue == turned.hashValue)
    #expect(JSON.string("\u{E9}") != .string("e\u{301}"))
    #expect(JSON.string("K") != .string("\u{212A}"))
    #expect(JSON.number("1") != .number("1.0"))
    #expect(JSON.string("1") != .number("1"))
    #expect((["a": nil] as JSON) != [:])
  }

  @Test(arguments: [3, 30])
  func `members are added, replaced where they stand, and taken away`(count: Int) {
    var object = JSONObject((0..<count).map { ("n\($0)", .number("\($0)")) })
    object["n1"] = "new"
    object["n0"] = nil
    object["last"] = [:]
    object["none"] = nil
    #expect(object.count == count)
    #expect(object.members[0].name == "n1")
    #expect(object["n1"] == "new")
    #expect(object["n0"] == nil)
    #expect(object["n\(count - 1)"] == .number("\(count - 1)"))
    #expect(object.members.last?.name == "last")
  }

  @Test func `of equal names the last value counts`() {
    #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)]).members.map(\.value) == [3, 2])
  }
}
