import TestSupport
import Testing

@Suite struct `The command line` {
  @Test(arguments: [["nonsense"], ["sanitize", "--nonsense"], []])
  func `wrong usage is told on the error output, with status 2`(arguments: [String]) throws {
    let result = try PreauCommand.run(arguments)
    #expect(result.status == 2)
    #expect(result.stdout == "")
    #expect(!result.stderr.isEmpty)
  }

  @Test func `markdown comes out as HTML`() throws {
    let result = try PreauCommand.run(["markdown"], stdin: "Un *mot* d’été\n")
    #expect(result.status == 0)
    #expect(result.stdout == "<p>Un <em>mot</em> d’été</p>\n")
  }

  @Test func `lines of JSON are answered in order, whatever they hold`() throws {
    let lines = [
      "{\"id\":1,\"html\":\"<p onclick='x'>é\"}", "nonsense", "", "{\"id\":2,\"html\":\"\"}",
    ]
    let result = try PreauCommand.run(
      ["sanitize", "--jsonl"], stdin: lines.joined(separator: "\n"))
    let answers = try result.stdout.split(separator: "\n").map { try JSON(parsing: String($0)) }
    #expect(answers.map { $0["id"] } == [1, .null, 2])
    #expect(answers.map { $0["html"] } == ["<p>é</p>", "", ""])
    #expect(answers.map { $0["error"] == nil } == [true, false, true])
  }

  @Test func `an export to a full disk fails, with status 1`() throws {
    let community = try Community()
    for file in ["/dev/full", "-"] {
      // The shell opens the device: it is never the program's to replace.
      let output = file == "-" ? ">/dev/full" : ""
      let link = community.server.data.path + "/full"
      let name = file == "-" ? "-" : link
      let command =
        "ln -sf /dev/full '\(link)'; "
        + "exec '\(Places.preau)' export --data '\(community.server.data.path)' '\(name)' \(output)"
      let process = try ChildProcess("/bin/sh", ["-c", command])
      #expect(try process.waitForEnd(within: 60) == .exited(1), "\(file)")
    }
  }
}
