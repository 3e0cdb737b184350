import Foundation
import Testing

/// The program itself, as a shell would run it.
@Suite struct `preau` {
  private struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the tests' own bundle, where the build puts both.
  private static var program: URL {
    Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
      .map { $0.deletingLastPathComponent() }.first
      .map { $0.appending(path: "preau") } ?? Bundle.main.bundleURL.appending(path: "preau")
  }

  private func start(_ words: [String]) throws -> (Process, input: Pipe, output: Pipe, Pipe) {
    let process = Process()
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = Self.program
    process.arguments = words
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return (process, input, output, errors)
  }

  private func run(_ words: String..., input text: String = "") throws -> Run {
    let (process, input, output, errors) = try start(words)
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  @Test func `sanitizes a document`() throws {
    let run = try run("sanitize", input: "<p onclick=x>é<script>y")
    #expect(run.output == "<p>é</p>")
    #expect(run.status == 0)
  }

  @Test func `renders Markdown`() throws {
    #expect(try run("markdown", input: "*a*").output == "<p><em>a</em></p>\n")
  }

  @Test func `answers each line before the next is sent`() throws {
    let (process, input, output, _) = try start(["sanitize", "--jsonl"])
    for number in 1...3 {
      let line = "{\"id\":\(number),\"html\":\"<b>x\"}\n"
      try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer == "{\"id\":\(number),\"html\":\"<b>x</b>\"}\n")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `exits with 1 when a line or a document is refused`() throws {
    let lines = try run("markdown", "--jsonl", input: "x\n{\"id\":1,\"markdown\":\"a\"}")
    #expect(lines.status == 1)
    #expect(lines.output.split(separator: "\n").count == 2)
    let deep = String(repeating: "<b>", count: 1_000)
    let document = try run("sanitize", input: deep)
    #expect(document.status == 1)
    #expect(document.output.isEmpty)
    #expect(document.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    [], ["frob"], ["sanitize", "--what"], ["sanitize", "file"], ["help", "frob"],
  ])
  func `exits with 2 and one line when it is called wrongly`(words: [String]) throws {
    let (process, input, output, errors) = try start(words)
    try input.fileHandleForWriting.close()
    let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(String(decoding: complained, as: UTF8.self).split(separator: "\n").count == 1)
    #expect(try output.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test(arguments: [
    ["--help"], ["help"], ["sanitize", "--help"], ["help", "markdown"], ["version"],
  ])
  func `explains itself`(words: [String]) throws {
    let (process, _, output, _) = try start(words)
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(said.count > 10)
  }

  @Test func `does not die when nobody reads its answers`() throws {
    let (process, input, output, _) = try start(["sanitize"])
    try output.fileHandleForReading.close()
    try input.fileHandleForWriting.write(contentsOf: Data("<p>x".utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
  }
}
