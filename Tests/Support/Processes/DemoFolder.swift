import Foundation

/// The demo community, loaded by the real program once for all tests: each gets a copy of its own.
enum DemoFolder {
  static func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    let loaded = try loaded.get()
    for name in try FileManager.default.contentsOfDirectory(atPath: loaded.path) {
      try FileManager.default.copyItem(atPath: loaded.file(name), toPath: copy.file(name))
    }
    return copy
  }

  private static let loaded = Result {
    let server = try ServerProcess(["--demo"], data: TemporaryFolder())
    let status = try server.terminate()
    guard status == 0 else {
      throw ProcessFailure(
        reason: "the demo ended with \(status)", output: server.output, errors: server.errors)
    }
    return server.data
  }
}
