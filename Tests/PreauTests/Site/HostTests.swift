import Testing

@testable import Preau

@Suite struct `The host that a browser names` {
  @Test(arguments: ["preau.example", "localhost:8080", "[2001:db8::1]:80", "192.0.2.7"])
  func `is taken as it is`(sent: String) {
    #expect(Visit.host(sent) == sent)
  }

  @Test(arguments: [
    "", "autre.example/x", "a b", "a@b", "é.example", "a\"b", "a<b", "a\tb",
    String(repeating: "a", count: 256),
  ])
  func `is not taken when no host has such a name`(sent: String) {
    #expect(Visit.host(sent) == "localhost")
  }
}
