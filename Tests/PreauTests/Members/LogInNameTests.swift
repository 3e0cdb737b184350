import Testing

@testable import Preau

@Suite struct `Choosing a log-in name` {
  func problem(_ typed: String) -> LogInName.Problem? {
    do {
      _ = try LogInName(typed: typed)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("Léa.Martin", "léa.martin"), (" lea_42 ", "lea_42"), ("e\u{301}lise", "\u{E9}lise"),
    ("ŒUVRE-1", "œuvre-1"), ("Ωμέγα", "ωμέγα"), ("مريم", "مريم"),
  ])
  func `letters of any alphabet are taken, in lower case and one Unicode form`(
    typed: String, stored: String
  ) throws {
    #expect(Array(try LogInName(typed: typed).text.utf8) == Array(stored.utf8))
  }

  @Test(arguments: [
    ("", LogInName.Problem.empty), ("  ", .empty), ("ab", .tooShort),
    (String(repeating: "a", count: 41), .tooLong), ("a b c", .forbidden(" ")),
    ("lea@x.fr", .forbidden("@")), ("lea<b>", .forbidden("<")),
    ("lea\u{200B}m", .forbidden("\u{200B}")),
    ("lea\u{202E}m", .forbidden("\u{202E}")), ("...", .noLetter), ("🙂🙂🙂", .forbidden("🙂")),
  ])
  func `anything else is refused for a reason that can be said`(
    typed: String, problem expected: LogInName.Problem
  ) {
    #expect(problem(typed) == expected)
  }

  @Test func `one letter with a thousand accents is not a name`() {
    #expect(problem("lea" + String(repeating: "\u{301}", count: 1_000)) == .tooLong)
    #expect(problem("le" + "a\u{301}\u{302}\u{303}") != nil)
  }

  @Test func `marks without end take no time and no room`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 200_000)
    #expect(("e" + marks).nfc.unicodeScalars.count <= 31)
    #expect(LogInName.fold("e" + marks + "e\u{301}").hasSuffix("é"))
  }
}
