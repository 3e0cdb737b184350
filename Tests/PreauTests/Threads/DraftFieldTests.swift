import Testing

import struct Foundation.URL

@testable import Preau

@Suite struct `What is kept of a form as a draft` {
  @Test func `is the same for the script as for the server`() throws {
    let script = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Web/scripts/composer.js")
    let text = String(decoding: try #require(readFile(script.path)), as: UTF8.self)
    let start = try #require(text.firstRange(of: "const kept = [")).upperBound
    let list = text[start...].prefix { $0 != "]" }
    let names = list.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(names == DraftRoutes.names)
  }
}
