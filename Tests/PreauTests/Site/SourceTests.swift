import Foundation
import Testing

/// Promises about the source itself, kept by reading it.
@Suite struct `The source keeps its promises` {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  private static func files(in folder: URL = root) throws -> [(name: String, text: String)] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var files: [(name: String, text: String)] = []
    while let url = found?.nextObject() as? URL {
      guard url.pathExtension == "swift" else { continue }
      files.append((url.lastPathComponent, try String(contentsOf: url, encoding: .utf8)))
    }
    return files
  }

  @Test func `two files may vouch for markup`() throws {
    let vouching = try Self.files().filter { $0.text.contains("@_spi(Sanitizer)") }.map(\.name)
    // The third is the declaration of what they may call.
    #expect(
      vouching.sorted() == [
        "SanitizedHTML+Sanitizing.swift", "SanitizedHTML.swift", "StoredBody.swift",
      ])
  }

  @Test func `French words keep their marks close`() throws {
    let files = try Self.files().filter { $0.name.contains("Strings") }
    #expect(files.count > 10)
    for file in files where !file.name.contains("English") {
      for wrong in ["u{00A0};", "u{00A0}!", "u{00A0}?", " ;\"", " !\"", " ?\"", "« ", " »"] {
        #expect(!file.text.contains(wrong), "\(file.name) holds \(wrong)")
      }
    }
  }

  @Test func `French guides keep their marks close`() throws {
    let guides = Self.root.deletingLastPathComponent().appendingPathComponent("Web/guides")
    let files = try FileManager.default.contentsOfDirectory(
      at: guides, includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasSuffix(".fr.md") }
    #expect(files.count >= 3)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        for wrong in [
          " :", " ;", " !", " ?", "« ", " »", "\u{00A0};", "\u{00A0}!", "\u{00A0}?",
        ] {
          #expect(!line.contains(wrong), "\(file.lastPathComponent):\(number + 1) holds \(wrong)")
        }
      }
    }
  }

  /// English has no space there.
  @Test func `a colon is of the language, and so stands with its words`() throws {
    let product = Self.root.appendingPathComponent("Preau")
    // What members of the demo write is French, and the notices are both.
    let files = try Self.files(in: product).filter {
      !$0.name.contains("Strings") && !$0.name.hasPrefix("Demo") && $0.name != "Notice.swift"
    }
    for file in files {
      for wrong in ["\\u{00A0}:", "\u{00A0}:"] {
        #expect(!file.text.contains(wrong), "\(file.name) holds a French colon")
      }
    }
  }

  @Test func `only stores and schemas hold SQL`() throws {
    let product = Self.root.appendingPathComponent("Preau")
    let files = try Self.files(in: product).filter {
      !$0.name.hasSuffix("Store.swift") && !$0.name.hasSuffix("Schema.swift")
    }
    #expect(files.count > 100)
    for file in files {
      // A comment may speak of a statement.
      let code = file.text.split(separator: "\n").filter {
        !$0.drop(while: \.isWhitespace).hasPrefix("//")
      }.joined(separator: "\n")
      for word in [
        "SELECT ", "INSERT INTO ", "INSERT OR ", "DELETE FROM ", "UPDATE ", "CREATE ", "PRAGMA ",
      ] {
        #expect(!code.contains(word), "\(file.name) holds \(word)")
      }
    }
  }
}
