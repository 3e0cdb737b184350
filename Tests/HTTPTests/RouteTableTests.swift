import HTTP
import Testing

@Suite struct `A route table` {
  static let table: RouteTable<String> = {
    var table = RouteTable<String>()
    table.add(.get, "/", "front")
    table.add(.get, "/fils", "threads")
    table.add(.get, "/fils/*", "thread")
    table.add(.get, "/fils/nouveau", "composer")
    table.add(.post, "/fils/*/reponses", "reply")
    table.add(.get, "/fils/nouveau/aide", "help")
    table.add(.post, "/fils", "ask")
    table.add(.get, "/espaces/*/fils/*", "thread of a space")
    return table
  }()

  static func say(_ method: HTTP.Method, _ path: String) throws -> String {
    switch table.match(method, try Target(path).segments) {
    case .found(let value, let captures): ([value] + captures).joined(separator: " ")
    case .methodNotAllowed(let allow): "allow " + allow.map(\.rawValue).joined(separator: " ")
    case .notFound: "none"
    }
  }

  @Test(arguments: [
    (HTTP.Method.get, "/", "front"), (.get, "/fils", "threads"), (.head, "/fils", "threads"),
    (.get, "/fils/12-titre", "thread 12-titre"), (.get, "/fils/nouveau", "composer"),
    (.post, "/fils/12/reponses", "reply 12"), (.post, "/fils/nouveau/reponses", "reply nouveau"),
    (.get, "/espaces/a%2Fb/fils/3", "thread of a space a/b 3"), (.get, "/fils/*", "thread *"),
    (.get, "/fils/", "none"), (.get, "//", "none"), (.get, "/autre", "none"),
    (.get, "/fils/12/rien", "none"), (.get, "/espaces/a/fils", "none"),
    (.put, "/fils", "allow GET HEAD POST"), (.get, "/fils/12/reponses", "allow POST"),
    (.post, "/fils/nouveau", "allow GET HEAD"), (.other, "/", "allow GET HEAD"),
  ])
  func `finds what answers`(method: HTTP.Method, path: String, expected: String) throws {
    #expect(try Self.say(method, path) == expected)
  }

  @Test func `stays quick on a path of countless segments`() throws {
    #expect(try Self.say(.get, String(repeating: "/fils", count: 10_000)) == "none")
  }
}
