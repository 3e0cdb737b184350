import JSONText
import Testing

@Suite struct `Reading JSON` {
  @Test func `every kind of value is read`() throws {
    let text = " { \"a\" : [ null , true , false , -0.5e+10 , \"é\" ] , \"b\" : { } }\r\n\t"
    let read = try JSON(reading: text)
    #expect(read == ["a": [nil, true, false, .number("-0.5e+10"), "é"], "b": [:]])
    #expect(read["a"]?.array?.count == 5)
    #expect(read["b"]?.object?.isEmpty == true)
    #expect(read["c"] == nil)
  }

  @Test(arguments: [
    ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"),
    ("\\u0000\\u00e9\\u00E9\\uFFFF", "\u{0}éé\u{FFFF}"),
    ("\\uD83D\\uDE00 😀", "😀 😀"),
  ])
  func `escapes become characters`(written: String, meant: String) throws {
    #expect(try JSON(reading: "\"\(written)\"") == .string(meant))
  }

  @Test(arguments: ["0", "-0", "10", "1.0", "1E5", "1e-05", "123456789012345678901234567890"])
  func `a number stays as it is written`(literal: String) throws {
    #expect(try JSON(reading: literal) == .number(literal))
    #expect(try JSON(reading: literal).text == literal)
  }

  @Test func `members keep their order, however many they are`() throws {
    let names = (0..<40).map { "n\($0 * 7 % 40)" }
    let text = "{" + names.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
    let read = try JSON(reading: text)
    #expect(read.object?.members.map(\.name) == names)
    #expect(read["n33"] == "n33")
    #expect(read.text == text)
  }
}

@Suite struct `Refused JSON` {
  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1 2]", "1 2", "tru", "nulls",
    "+1", "01", "-", "1.", ".5", "1e", "0x1", "NaN", "'a'", "\"a", "\"\\x\"", "\"\\u12g4\"",
    "\"\n\"", "\"\u{1}\"", "\u{FEFF}1", "[1]//", "\u{A0}1", "\"\\", "\"\\u00",
  ])
  func `what is not the grammar`(text: String) {
    #expect(fault(text) == .syntax)
  }

  @Test(arguments: ["\\uD800", "\\uDC00", "\\uD800\\uD800", "\\uD800a", "\\uDE00\\uD83D"])
  func `half of a surrogate pair`(escape: String) {
    #expect(fault("\"\(escape)\"") == .loneSurrogate)
  }

  @Test(arguments: [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
  ])
  func `what is not UTF-8`(bytes: [UInt8]) {
    let inText = error([0x5B, 0x22] + bytes + [0x22, 0x5D])
    #expect(inText?.what == .notUnicode)
    #expect(inText?.offset == 1)
    #expect(error([0x5B] + bytes + [0x5D])?.what == .syntax)
  }

  @Test func `a name written twice, even with an escape`() throws {
    #expect(fault("{\"a\":1,\"\\u0061\":2}") == .duplicateName("a"))
    let many = (0..<100).map { "\"n\($0)\":0" }.joined(separator: ",")
    #expect(fault("{\(many),\"n50\":1}") == .duplicateName("n50"))
    // Alike for Swift, different for JSON.
    #expect(try JSON(reading: "{\"K\":1,\"\u{212A}\":2}")["K"] == 1)
  }

  @Test func `what is too deep, too long or too much`() throws {
    let deep = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(deep(64)) == nil)
    #expect(fault(deep(65)) == .tooDeep)
    #expect(fault(String(repeating: "{\"a\":", count: 500_000)) == .tooLong)
    #expect(fault(String(repeating: "{\"a\":", count: 100_000)) == .tooDeep)
    #expect(fault("[" + String(repeating: "1,", count: 200_000) + "1]") == .tooManyValues)
    let long = "\"" + String(repeating: "a", count: 1_048_574) + "\""
    #expect(fault(long) == nil)
    #expect(fault(long + " ") == .tooLong)
  }

  private func fault(_ text: String) -> JSONError.Fault? { error(Array(text.utf8))?.what }

  private func error(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      _ = try JSON(reading: bytes)
      return nil
    } catch {
      return error
    }
  }
}
