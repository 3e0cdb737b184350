import Foundation
import TestSupport
import Testing

@Suite struct `The command line` {
  @Test(arguments: [
    [], ["nope"], ["serve", "--nope"], ["serve", "--port", "x"], ["serve", "extra"],
    ["serve", "--data"], ["import"], ["import", "a", "b"], ["export"], ["member"],
    ["member", "nope"], ["member", "add", "zoe"], ["member", "role", "zoe"],
    ["member", "role", "zoe", "king"], ["check", "extra"], ["version", "extra"],
  ])
  func `says 2 and one line when it is used wrongly`(words: [String]) throws {
    let result = try PreauCommand.run(words)
    #expect(result.status == 2)
    #expect(result.stdout == "")
    #expect(result.stderr.split(separator: "\n").count == 1)
    #expect(result.stderr.hasPrefix("preau: "))
  }

  @Test(arguments: [
    "serve", "import", "export", "member", "check", "sanitize", "markdown", "version",
  ])
  func `explains each subcommand`(name: String) throws {
    let result = try PreauCommand.run([name, "--help"])
    #expect(result.status == 0)
    #expect(result.stdout.contains("Usage: preau \(name)"))
    #expect(try PreauCommand.run(["--help"]).stdout.contains("  \(name) "))
  }

  @Test(arguments: [
    ["member", "role", "zoe", "king"],
    ["member", "add", "zoe", "--role", "king", "--password-stdin"],
  ])
  func `says which roles there are`(words: [String]) throws {
    let result = try PreauCommand.run(words)
    #expect(result.status == 2)
    #expect(
      result.stderr.contains(
        "'king' is no role: choose one of learner, teacher, professional, family, administrator"))
  }

  @Test(arguments: [
    ["export", "-"], ["check"], ["import", "/dev/null"],
    ["member", "add", "zoe", "--password-stdin"], ["serve", "--port", "0"],
  ])
  func `says which database is damaged`(words: [String]) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "no database ", count: 1_000), to: "preau.db")
    let data = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let result = try PreauCommand.run(words + ["--data", data], stdin: "cheval agrafe")
    #expect(result.status == 1)
    #expect(result.stderr.hasPrefix("preau: \(data)/preau.db: "))
  }

  @Test(arguments: [
    ["export", "out.jsonl"], ["check"], ["member", "role", "zoe", "teacher"],
    ["member", "password", "zoe", "--password-stdin"],
  ])
  func `says 1 where there is no data, and makes none`(words: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try PreauCommand.run(words, stdin: "cheval agrafe\n", folder: folder.path)
    #expect(result.status == 1)
    #expect(result.stderr == "preau: there is no database in ./preau-data\n")
    #expect(!FileManager.default.fileExists(atPath: folder.file("preau-data")))
  }

  @Test func `finds a database that others can read`() throws {
    let folder = try TemporaryFolder()
    let data = folder.file("data")
    let added = try PreauCommand.run(
      ["member", "add", "--data", data, "zoe", "--password-stdin"], stdin: "cheval agrafe\n")
    #expect(added.status == 0)
    #expect(try PreauCommand.run(["check", "--data", data]).status == 0)
    for mode in [0o640, 0o604] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: data + "/preau.db")
      let result = try PreauCommand.run(["check", "--data", data])
      #expect(result.status == 1)
      #expect(result.stdout == "\(data)/preau.db can be read by others than its owner\n")
    }
  }
}

@Suite struct `Files from the command line` {
  private let folder: TemporaryFolder
  private let data: String
  private let small = """
    {"type":"user","id":1,"login":"lea","name":"Léa","email":null,"joined":1700000000}
    {"type":"category","id":1,"slug":"accueil","name":"Accueil","about":"Ici"}
    {"type":"thread","id":1,"category":1,"author":1,"title":"T","tags":[],"created":1,"posts":1}
    {"type":"post","id":1,"thread":1,"author":1,"parent":null,"created":1,"body":"é \\"<b>"}

    """

  init() throws {
    folder = try TemporaryFolder()
    data = folder.file("data")
  }

  @Test func `go in and come out the same, for their owner alone`() throws {
    let input = try folder.write(small, to: "in.jsonl")
    let output = folder.file("out.jsonl")
    #expect(try PreauCommand.run(["import", "--data", data, input]).status == 0)
    #expect(try PreauCommand.run(["export", "--data", data, output]).status == 0)
    #expect(try String(contentsOfFile: output, encoding: .utf8) == small)
    let attributes = try FileManager.default.attributesOfItem(atPath: output)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try PreauCommand.run(["check", "--data", data]).status == 0)
  }

  @Test func `may be pipes`() throws {
    #expect(try PreauCommand.run(["import", "--data", data, "-"], stdin: small).status == 0)
    #expect(try PreauCommand.run(["export", "--data", data, "-"]).stdout == small)
  }

  @Test func `are loaded but for the lines that are named`() throws {
    let result = try PreauCommand.run(
      ["import", "--data", data, "-"], stdin: small + "nonsense\n")
    #expect(result.status == 1)
    #expect(result.stderr.contains("line 5: rejected: not JSON at byte 2\n"))
    #expect(try PreauCommand.run(["export", "--data", data, "-"]).stdout == small)
  }

  @Test func `name what they cannot carry`() throws {
    _ = try PreauCommand.run(["import", "--data", data, "-"], stdin: small)
    let set = try PreauCommand.run(
      ["member", "password", "--data", data, "lea", "--password-stdin"],
      stdin: "un long mot de passe\n")
    #expect(set.status == 0)
    #expect(try PreauCommand.run(["export", "--data", data, "-"]).stderr.contains("1 passwords"))
  }

  @Test func `go in while the site is served`() throws {
    let server = try ServerProcess()
    let result = try PreauCommand.run(["import", "--data", server.data.path, "-"], stdin: small)
    #expect(result.status == 0)
    #expect(try server.visitor().get("/fils").body.contains("/fils/1-t"))
  }
}

@Suite struct `Serving from the command line` {
  @Test func `shows the demo's log-ins, and stops when it is told to`() throws {
    let server = try ServerProcess(["--demo"], data: TemporaryFolder())
    let lines = server.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("admin ") && $0.hasSuffix("administrator") })
    #expect(lines.filter { $0.hasPrefix("listening on http://127.0.0.1:") }.count == 1)
    #expect(try server.visitor().get("/healthz").status == 200)
    #expect(try server.terminate() == 0)
    #expect(try PreauCommand.run(["check", "--data", server.data.path]).status == 0)
  }

  @Test func `leaves a community as it is, whatever is asked`() throws {
    let data = try TemporaryFolder()
    let added = try PreauCommand.run(
      ["member", "add", "--data", data.path, "zoe", "--password-stdin"],
      stdin: "un long mot de passe\n")
    #expect(added.status == 0)
    let server = try ServerProcess(["--demo"], data: data)
    #expect(!server.output.contains("preau-demo"))
    #expect(try server.terminate() == 0)
    #expect(server.errors.contains("it is served as it is"))
  }

  @Test func `reads the folder's file, then the environment, then the command line`() throws {
    let data = try TemporaryFolder()
    try data.write("# ours\nsite-name = Du fichier\n", to: "preau.conf")
    let first = try ServerProcess(data: data)
    #expect(try first.visitor().get("/connexion").body.contains("Du fichier"))
    try first.terminate()
    let second = try ServerProcess(environment: ["PREAU_SITE_NAME": "Du shell"], data: data)
    #expect(try second.visitor().get("/connexion").body.contains("Du shell"))
    try second.terminate()
  }
}
