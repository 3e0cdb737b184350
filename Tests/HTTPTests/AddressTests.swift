import HTTP
import Testing

@Suite struct `An address` {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("::", "::"), ("::1", "::1"), ("2001:DB8::1", "2001:db8::1"),
    ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("fe80::1%eth0", "fe80::1"), ("1::", "1::"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
  ])
  func `is read and written one way`(text: String, written: String) throws {
    #expect(try #require(IPAddress(text)).description == written)
  }

  @Test(arguments: [
    "", "a", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.+4", "1.2.3.", ":", ":::",
    "1::2::3",
    "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1.2.3.4:5", "::g",
    "[::1]",
    "1.2.3.4:80", "localhost", "::+1",
  ])
  func `that is none is refused`(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("192.0.2.77", "192.0.2.0"), ("2001:db8:abcd:12:3:4:5:6", "2001:db8:abcd::"), ("::1", "::"),
    ("::ffff:192.0.2.77", "192.0.2.0"),
  ])
  func `is shortened for logs`(text: String, shortened: String) throws {
    #expect(try #require(IPAddress(text)).shortened.description == shortened)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("::ffff:127.0.0.1", true),
    ("128.0.0.1", false), ("::2", false), ("::", false),
  ])
  func `knows loopback`(text: String, isLoopback: Bool) throws {
    #expect(try #require(IPAddress(text)).isLoopback == isLoopback)
  }
}

@Suite struct `A client behind proxies` {
  static let trusted = TrustedProxies([
    "127.0.0.1", "10.0.0.0/8", "2001:db8::/33", "192.0.2.128/25",
  ])

  @Test(
    arguments: [
      ("203.0.113.9", nil, "203.0.113.9"), ("203.0.113.9", "1.1.1.1", "203.0.113.9"),
      ("127.0.0.1", nil, "127.0.0.1"), ("127.0.0.1", "1.1.1.1", "1.1.1.1"),
      ("::ffff:127.0.0.1", "1.1.1.1", "1.1.1.1"), ("127.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1"),
      ("127.0.0.1", "6.6.6.6, 1.1.1.1, 10.1.2.3", "1.1.1.1"),
      ("127.0.0.1", "10.9.9.9, 10.1.2.3", "10.9.9.9"),
      ("127.0.0.1", "6.6.6.6, nonsense, 10.1.2.3", "10.1.2.3"), ("127.0.0.1", "", "127.0.0.1"),
      ("127.0.0.1", "unknown", "127.0.0.1"), ("127.0.0.1", "1.1.1.1:4711", "1.1.1.1"),
      ("127.0.0.1", "[2001:4860::1]:80", "2001:4860::1"),
      ("2001:db8:7fff::1", "1.1.1.1", "1.1.1.1"),
      ("2001:db8:8000::1", "1.1.1.1", "2001:db8:8000::1"), ("192.0.2.128", "1.1.1.1", "1.1.1.1"),
      ("192.0.2.127", "1.1.1.1", "192.0.2.127"),
    ] as [(String, String?, String)])
  func `is who the last trusted one names`(peer: String, field: String?, client: String) throws {
    #expect(try #require(Self.trusted).client(peer: peer, forwardedFor: field) == client)
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0.0/", "a", "::/129", "10.0.0.0/8/8", "1.2.3.4/-1", ""])
  func `is not taken from a list that cannot be read`(network: String) {
    #expect(TrustedProxies(["127.0.0.1", network]) == nil)
  }

  @Test func `is the peer where nobody is trusted`() {
    #expect(TrustedProxies().client(peer: "127.0.0.1", forwardedFor: "1.1.1.1") == "127.0.0.1")
  }
}
