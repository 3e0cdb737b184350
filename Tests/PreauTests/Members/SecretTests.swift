import Testing

@testable import Preau

@Suite struct `Secrets that travel` {
  let key = Array(repeating: UInt8(7), count: 32)
  let otherKey = Array(repeating: UInt8(8), count: 32)

  @Test func `a written code survives how people write it down`() throws {
    let code = WrittenCode.random()
    #expect(code.text.count == 14)
    #expect(WrittenCode(typed: code.text) == code)
    let sloppy =
      " "
      + code.text.lowercased().replacing("-", with: " ")
      .replacing("0", with: "o").replacing("1", with: "l")
    #expect(WrittenCode(typed: sloppy) == code)
  }

  @Test(arguments: [
    "", "7KQ4", "7KQ4-W2MD-X9T", "7KQ4-W2MD-X9TBB", "7KQ4-W2MD-X9T!", "UUUU-UUUU-UUUU",
  ])
  func `what cannot be a code is none`(typed: String) {
    #expect(WrittenCode(typed: typed) == nil)
  }

  @Test func `a known browser cannot be made up or moved to another member`() {
    let browser = KnownBrowser.new(of: .init(12))
    let text = browser.text(key: key)
    #expect(KnownBrowser(text, key: key) == browser)
    #expect(KnownBrowser(text, key: otherKey) == nil)
    #expect(KnownBrowser("13" + text.dropFirst(2), key: key) == nil)
    #expect(KnownBrowser("", key: key) == nil)
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox, Android"
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        + "Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone"
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge, Windows"
    ),
    ("curl/8.5.0", ""),
  ])
  func `a device is named as its owner would`(userAgent: String, name: String) {
    #expect(Device.name(userAgent: userAgent) == name)
  }
}
