import Testing

@testable import Preau

@Suite struct `Choosing a password` {
  func problem(_ typed: String, login: String = "lea.martin") -> NewPassword.Problem? {
    do {
      _ = try NewPassword(typed: typed, login: login)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", NewPassword.Problem.empty), ("court 7", .tooShort),
    (String(repeating: "ab", count: 65), .tooLong), ("Lea.Martin", .isLogInName),
    ("AZERTYuiop", .tooCommon), ("aaaaaaaaaa", .tooCommon), ("1212121212", .tooCommon),
  ])
  func `weak ones are refused`(typed: String, expected: NewPassword.Problem) {
    #expect(problem(typed) == expected)
  }

  @Test(arguments: ["cheval agrafe", "éléphants", "パスワードは長い", "        x z"])
  func `long ones are taken, spaces and all`(typed: String) {
    #expect(problem(typed) == nil)
  }

  @Test func `the same letters typed on two keyboards are one password`() throws {
    let composed = try NewPassword(typed: "\u{E9}l\u{E9}phants", login: "")
    let decomposed = try NewPassword(typed: "e\u{301}le\u{301}phants", login: "")
    #expect(Array(composed.text.utf8) == Array(decomposed.text.utf8))
    #expect(
      Crypto.password(NewPassword.folded("e\u{301}le\u{301}phants"), matches: try composed.hash()))
  }

  @Test func `nobody’s password costs as much as anybody’s and is never right`() throws {
    let real = try Crypto.passwordHash("cheval agrafe").split(separator: "$")
    let nobody = Crypto.nobodysPassword.split(separator: "$")
    #expect(nobody[..<3] == real[..<3])
    #expect(nobody.map(\.count) == real.map(\.count))
    #expect(!Crypto.password("", matches: Crypto.nobodysPassword))
  }
}
