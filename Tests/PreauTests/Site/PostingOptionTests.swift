import Testing

@testable import Preau

@Suite struct `The limits on posting` {
  @Test func `have each a name in the configuration, and 0 lifts them`() throws {
    let environment = ["PREAU_BURST_POSTS": "7", "PREAU_BURST_SECONDS": "60"]
    var configuration = try Configuration.load(
      dataFolder: "/nowhere", environment: environment,
      options: [("seconds-before-repeating", "0")])
    #expect(configuration.posting.burstPosts == 7)
    #expect(configuration.posting.burstSeconds == 60)
    #expect(configuration.posting.secondsBeforeRepeating == 0)
    try configuration.set("burst-posts", to: "0")
    #expect(configuration.posting.burstPosts == 0)
    #expect(throws: StartFailure.self) { try configuration.set("burst-posts", to: "-1") }
  }
}
