import Foundation

/// A new folder, removed with everything in it when the last who holds it lets go.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    var template = Array((NSTemporaryDirectory() + "preau-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file inside.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file inside, making its folders.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }
}
