import TestSupport
import Testing

@Suite struct `The host in a feed` {
  @Test func `is not kept for others unless whoever runs the site gave it`() throws {
    let server = try ServerProcess()
    let feed = try server.visitor().get("/fils/atom", headers: ["Host": "autre.example"])
    #expect(feed.body.contains("http://autre.example/fils"))
    #expect(feed.header("Cache-Control")?.hasPrefix("private") == true)

    let named = try ServerProcess(["--base-url", "http://preau.example"])
    let other = try named.visitor().get("/fils/atom", headers: ["Host": "autre.example"])
    #expect(!other.body.contains("autre.example"))
    #expect(other.header("Cache-Control")?.hasPrefix("public") == true)
  }
}
