import TestSupport

/// Pages of a folder, served by Python's own small server.
final class StaticSite {
  let origin: String
  private let folder: TemporaryFolder
  private let process: ChildProcess

  init(_ pages: [String: String]) throws {
    folder = try TemporaryFolder()
    for (name, text) in pages { try folder.write(text, to: name) }
    process = try ChildProcess(
      "/usr/bin/python3",
      ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path])
    let line = try process.waitForLine { $0.contains("(http://") }
    let address = line.split(separator: "(").last?.prefix { $0 != ")" } ?? ""
    origin = address.hasSuffix("/") ? String(address.dropLast()) : String(address)
  }
}
