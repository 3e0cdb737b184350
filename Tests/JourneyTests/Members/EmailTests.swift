import TestSupport
import Testing

@Suite struct `Other members' addresses` {
  @Test func `cannot be tried one after the other`() throws {
    let server = try ServerProcess()
    try server.visitor().signUp("sami", ["courriel": "sami@x.fr"])
    let lea = server.visitor()
    try lea.signUp("lea", ["courriel": "lea@x.fr"])
    let form = try lea.get("/mon-preau/profil").page.form(to: "/mon-preau/profil")
    func save(_ email: String) throws -> Reply {
      try lea.submit(form, changing: ["courriel": email])
    }
    for _ in 1...5 { #expect(try save("sami@x.fr").status == 422) }
    let taken = try save("sami@x.fr")
    #expect(taken.status == 429)
    #expect(taken.header("Retry-After") != nil)
    // The same for an address that nobody has; one's own profile is not held up.
    #expect(try save("personne@x.fr").status == 429)
    #expect(try save("lea@x.fr").status == 303)
    #expect(try save("").status == 303)
  }
}
