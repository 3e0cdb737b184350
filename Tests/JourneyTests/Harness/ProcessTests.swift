import Foundation
import TestSupport
import Testing

@Suite struct `A child process` {
  @Test func `a line is found as soon as it is written`() throws {
    let child = try ChildProcess("/bin/sh", ["-c", "echo one; echo two >&2; exec sleep 1000"])
    #expect(try child.waitForLine { $0 == "one" } == "one")
    #expect(try child.waitForLine(of: .errors) { _ in true } == "two")
    #expect(child.ending == nil)
  }

  @Test func `the end without the line is told with what was written`() throws {
    let child = try ChildProcess("/bin/sh", ["-c", "echo sorry >&2; exit 3"])
    let failure = #expect(throws: ProcessFailure.self) {
      _ = try child.waitForLine { $0 == "ready" }
    }
    #expect(try child.waitForEnd() == .exited(3))
    #expect(child.text(of: .errors) == "sorry\n")
    #expect(failure?.reason.contains("ended") == true)
  }

  @Test func `a signal reaches it, although tests run on threads that block signals`() throws {
    let child = try ChildProcess(
      "/bin/sh", ["-c", "trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done"])
    _ = try child.waitForLine { $0 == "ready" }
    child.send(SIGTERM)
    #expect(try child.waitForEnd() == .exited(7))
  }

  @Test func `a killed process says so`() throws {
    let child = try ChildProcess("/bin/sleep", ["1000"])
    child.send(SIGKILL)
    #expect(try child.waitForEnd() == .signalled(SIGKILL))
  }

  @Test func `a megabyte goes through, in and out`() throws {
    let text = String(repeating: "éa\n", count: 250_000)
    let child = try ChildProcess("/bin/cat", [], stdin: Array(text.utf8))
    #expect(try child.waitForEnd() == .exited(0))
    #expect(child.text(of: .output) == text)
  }

  @Test func `it works in the folder and with the environment given`() throws {
    let folder = try TemporaryFolder()
    let child = try ChildProcess(
      "/bin/sh", ["-c", "pwd; echo $COLOUR"], environment: ["COLOUR": "green"],
      folder: folder.path)
    _ = try child.waitForEnd()
    #expect(child.text(of: .output).hasSuffix("green\n"))
    #expect(child.text(of: .output).hasPrefix(folder.path))
  }

  @Test func `a temporary folder goes with the last who holds it`() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let file = try #require(try folder?.write("x", to: "a/b.txt"))
    #expect(FileManager.default.fileExists(atPath: file))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
