import TestSupport
import Testing

@Suite struct `A school behind one address` {
  let server: ServerProcess

  /// A small budget of wrong passwords, spent by one pupil on names that nobody has.
  init() throws {
    server = try ServerProcess([
      "--log-in-failures-per-address", "3", "--log-in-seconds-per-failure", "3600",
      "--sign-ups-per-hour", "4",
    ])
    try server.visitor().signUp("lea")
    for number in 1...6 { _ = try server.visitor().logIn("personne\(number)", "autre chose") }
  }

  @Test func `a right password is taken whatever one pupil typed`() throws {
    #expect(try server.visitor().logIn("lea").status == 303)
    #expect(try server.visitor().signUp("sami").status == 303)
  }

  @Test(arguments: ["lea", "nobody"])
  func `a wrong one is not looked at, known or not, and the name waits`(login: String) throws {
    let refused = try server.visitor().logIn(login, "autre chose")
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
    #expect(refused.problems.first?.contains("seconde") == true)
    #expect(try server.visitor().logIn(login).status == 429)
  }

  /// One password on many names: they are asked of one place.
  @Test func `one who tries names is told to wait, were the password right`() throws {
    try server.member(["add", "omar"], password)
    let refused = try server.visitor().logIn("omar")
    #expect(refused.status == 429)
    #expect(try server.visitor().logIn("personne7").problems == refused.problems)
  }

  @Test func `accounts have a budget of their own`() throws {
    for number in 1...3 { #expect(try server.visitor().signUp("eleve\(number)").status == 303) }
    let refused = try server.visitor().signUp("eleve4")
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After") != nil)
    #expect(try server.visitor().logIn("lea").status == 303)
  }
}

@Suite struct `A school where many mistype` {
  @Test func `spends nothing of its budget, once they are in`() throws {
    let server = try ServerProcess([
      "--log-in-failures-per-address", "3", "--log-in-seconds-per-failure", "3600",
    ])
    for number in 1...4 {
      try server.member(["add", "eleve\(number)"], password)
      for _ in 1...2 {
        #expect(try server.visitor().logIn("eleve\(number)", "une faute").status == 422)
      }
      #expect(try server.visitor().logIn("eleve\(number)").status == 303)
    }
  }
}
