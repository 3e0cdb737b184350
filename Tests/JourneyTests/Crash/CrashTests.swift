import Synchronization
import TestSupport
import Testing

@Suite struct `A server that is killed while four people write` {
  @Test func `has every post that got its redirect, ten times over`() async throws {
    let data: TemporaryFolder
    var thread = ""
    do {
      let community = try Community()
      data = community.server.data
      let people = try (1...4).map { try community.member("marc\($0)") }
      thread = try people[0].ask("Un fil qui dure")
      try community.server.kill()
    }
    for round in 1...10 {
      let written = try await Self.postUntilKilled(data, thread, round)
      #expect(!written.isEmpty, "nobody could write in round \(round)")
      let check = try PreauCommand.run(["check", "--data", data.path])
      #expect(check.status == 0, "round \(round): \(check.stdout)\(check.stderr)")
      let server = try ServerProcess(data: data)
      let visitor = server.visitor(keepsAlive: true)
      for (text, place) in written {
        let page = try visitor.get(place).page
        let post = place.split(separator: "#").last.flatMap { page.first("#\($0) .prose") }
        #expect(post?.text == text, "round \(round): \(place)")
      }
    }
  }

  /// - Returns: the text and the place of each post that was acknowledged.
  private static func postUntilKilled(
    _ data: TemporaryFolder, _ thread: String, _ round: Int
  ) async throws -> [(text: String, place: String)] {
    let server = try ServerProcess(environment: ["PREAU_POSTING_LIMITS": "off"], data: data)
    let acknowledged = Acknowledged()
    // A round is killed after 1, 9, 17, 25 or 33 posts.
    let enough = 1 + round % 5 * 8
    // All are at their page before anyone writes: the server may be gone after the first post.
    let writers = try (1...4).map { writer in
      let person = Person("marc\(writer)", server.visitor(keepsAlive: true))
      try person.logIn()
      return (
        writer, try person.web.get(thread).page.form(with: "texte"), person.web.cookies
      )
    }
    let origin = server.origin
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (writer, form, cookies) in writers {
        group.addTask {
          let web = HTTPClient(origin: origin, keepsAlive: true)
          web.cookies = cookies
          for number in 1... {
            let text = "Tour \(round), \(writer), message \(number)"
            // The server is killed some time: that is no failure of this test.
            guard
              let reply = try? web.submit(form, changing: ["texte": text], pressing: "publier"),
              let place = reply.location
            else { return }
            if acknowledged.add(text, place) == enough { try server.kill() }
          }
        }
      }
      try await group.waitForAll()
    }
    return acknowledged.all
  }
}

/// The posts that the server has said to be there, gathered by several writers.
private final class Acknowledged: Sendable {
  private let posts = Mutex<[(text: String, place: String)]>([])

  var all: [(text: String, place: String)] { posts.withLock { $0 } }

  /// - Returns: how many there are now.
  func add(_ text: String, _ place: String) -> Int {
    posts.withLock {
      $0.append((text, place))
      return $0.count
    }
  }
}
