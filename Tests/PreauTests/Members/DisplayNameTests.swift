import Testing

@testable import Preau

@Suite struct `Choosing a display name` {
  @Test(arguments: [
    ("  Léa   Martin ", "Léa Martin"), ("Léa\nMartin", "Léa Martin"),
    ("Léa\u{202E}nitraM", "LéanitraM"), ("Jean–Luc O’Neil", "Jean–Luc O’Neil"),
  ])
  func `spaces are one and what turns the line around goes`(typed: String, kept: String) throws {
    #expect(try DisplayName(typed: typed).text == kept)
  }

  @Test(arguments: ["", "   ", "\u{200B}\u{200D}", "!!!"])
  func `a name can be read`(typed: String) {
    #expect(throws: DisplayName.Problem.empty) { try DisplayName(typed: typed) }
  }

  @Test func `accents cannot pile up over other lines`() {
    let pile = "a" + String(repeating: "\u{301}", count: 200)
    #expect(throws: DisplayName.Problem.tooLong) { try DisplayName(typed: pile) }
  }
}
