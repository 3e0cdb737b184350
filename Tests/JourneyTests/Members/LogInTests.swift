import TestSupport
import Testing

@Suite struct `Logging in under attack` {
  let server: ServerProcess

  init() throws { server = try ServerProcess(["--trusted-proxy", "127.0.0.1"]) }

  func visitor(from address: String) -> HTTPClient {
    let visitor = server.visitor()
    visitor.headers["X-Forwarded-For"] = address
    return visitor
  }

  @Test func `the same words and status whether or not the member exists`() throws {
    try server.visitor().signUp("lea")
    let known = try visitor(from: "192.0.2.1").logIn("lea", "autre chose")
    let unknown = try visitor(from: "192.0.2.2").logIn("nobody", "autre chose")
    #expect(known.status == 422)
    #expect(unknown.status == known.status)
    #expect(unknown.problems == known.problems)
    let length = { (reply: Reply, name: String) in reply.body.utf8.count - name.utf8.count }
    #expect(length(known, "lea") == length(unknown, "nobody"))
  }

  @Test(arguments: ["lea", "nobody"])
  func `after five failures one is told how long to wait`(login: String) throws {
    try server.visitor().signUp("lea")
    let attacker = visitor(from: "192.0.2.1")
    for _ in 1...5 { #expect(try attacker.logIn(login, "autre chose").status == 422) }
    let refused = try attacker.logIn(login, password)
    #expect(refused.status == 429)
    #expect(refused.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
    #expect(refused.problems.first?.contains("secondes") == true)
    // From elsewhere, the member is not held up.
    #expect(try visitor(from: "198.51.100.7").logIn("lea").status == 303)
  }

  @Test func `a classmate behind the same address cannot lock a member out`() throws {
    let lea = visitor(from: "192.0.2.1")
    try lea.signUp("lea")
    let home = try lea.get("/mon-preau")
    _ = try lea.submit(try home.page.form(to: "/deconnexion"))
    let classmate = visitor(from: "192.0.2.1")
    for _ in 1...5 { _ = try classmate.logIn("lea", "autre chose") }
    #expect(try classmate.logIn("lea").status == 429)
    #expect(try lea.logIn("lea").status == 303)
  }

  @Test func `a class of thirty logs in at once from one address, typos included`() async throws {
    for number in 1...30 { try visitor(from: "192.0.2.1").signUp("eleve\(number)") }
    let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
      for number in 1...30 {
        group.addTask {
          let pupil = visitor(from: "192.0.2.1")
          return try [
            pupil.logIn("eleve\(number)", "une faute").status,
            pupil.logIn("eleve\(number)", "deux fautes").status,
            pupil.logIn("eleve\(number)").status,
          ]
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.allSatisfy { $0 == [422, 422, 303] }, "\(statuses)")
  }
}
