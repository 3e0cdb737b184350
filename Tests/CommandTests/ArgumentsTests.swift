import Testing

@testable import Command

@Suite struct `Arguments of a command` {
  private func read(_ words: String...) throws -> Arguments {
    try Arguments(
      words, options: ["data", "port"], flags: ["demo"], required: ["NAME"], optional: ["ROLE"])
  }

  @Test func `may come in any order`() throws {
    let arguments = try read("--data", "a", "lea", "--port=80", "--demo", "learner")
    #expect(arguments.words == ["lea", "learner"])
    #expect(arguments["data"] == "a")
    #expect(try arguments.number("port", in: 0...65_535) == 80)
    #expect(arguments.has("demo"))
  }

  @Test func `after two hyphens are words`() throws {
    #expect(try read("--", "--demo").words == ["--demo"])
    #expect(try read("-").words == ["-"])
    #expect(try read("--data=", "a")["data"] == "")
    #expect(try read("--data=b=c", "a")["data"] == "b=c")
  }

  @Test(arguments: [
    (["a", "--what"], Arguments.Problem.unknownOption("--what")),
    (["a", "--what=x"], .unknownOption("--what")),
    (["a", "-x"], .unknownOption("-x")),
    (["a", "--data"], .missingValue("data")),
    (["a", "--data", "--demo"], .missingValue("data")),
    (["a", "--demo=yes"], .unexpectedValue("demo")),
    (["a", "--data=1", "--data=2"], .givenTwice("data")),
    ([], .missingArgument("NAME")),
    (["a", "b", "c"], .unexpectedArgument("c")),
  ])
  func `that are wrong say why`(words: [String], problem: Arguments.Problem) {
    #expect(throws: problem) {
      try Arguments(
        words, options: ["data", "port"], flags: ["demo"], required: ["NAME"], optional: ["ROLE"])
    }
  }

  @Test(arguments: ["x", "-1", "65536", "", "1.5"])
  func `that should be numbers are checked`(value: String) throws {
    let arguments = try read("a", "--port=\(value)")
    #expect(throws: Arguments.Problem.invalidValue(option: "port", value: value)) {
      try arguments.number("port", in: 0...65_535)
    }
  }
}
