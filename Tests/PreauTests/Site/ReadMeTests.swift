import Testing

import struct Foundation.URL

@testable import Preau

@Suite struct `The README` {
  /// What stands in the first column, between backquotes.
  @Test func `lists every option of the configuration, and no other`() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("README.md")
    let bytes = try #require(readFile(file.path))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let table = lines.drop { !$0.hasPrefix("| option") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    let names = table.flatMap { line in
      line.split(separator: "|")[0].split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
    // The folder holds the file of the others, and so is not among them.
    #expect(names.sorted() == (Configuration.names + ["data"]).sorted())
  }
}
