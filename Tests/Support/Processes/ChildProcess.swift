import Foundation

/// A program that a test started: what it wrote, how it ended, and a sure end with the test.
///
/// Safe with many at once: no descriptor leaks from one child into another, and no test can
/// signal a process that took over the number of a dead one.
public final class ChildProcess: Sendable {
  let life: ChildLife

  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  public enum Stream: Sendable { case output, errors }

  /// Starts `executable`, a path, with exactly the environment given.
  ///
  /// - Parameter stdin: bytes to write to it before closing; nil is `/dev/null`.
  /// - Parameter folder: its working folder; nil is that of the tests.
  public init(
    _ executable: String, _ arguments: [String], environment: [String: String]? = nil,
    folder: String? = nil, stdin: [UInt8]? = nil
  ) throws {
    let environment = environment ?? ChildProcess.environment()
    if let folder {
      // env becomes the program: the process is the same.
      life = try ChildLife.start(
        "/usr/bin/env", ["--chdir", folder, executable] + arguments, environment: environment,
        stdin: stdin)
    } else {
      life = try ChildLife.start(executable, arguments, environment: environment, stdin: stdin)
    }
  }

  deinit { life.send(SIGKILL) }

  /// The environment of the tests, without what would configure a Préau, plus `extra`.
  public static func environment(adding extra: [String: String] = [:]) -> [String: String] {
    ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("PREAU_") }
      .merging(extra) { _, new in new }
  }

  public var pid: Int32 { life.pid }
  /// What it has written so far.
  public func text(of stream: Stream) -> String { life.text(of: stream) }
  /// Nil while it runs.
  public var ending: Ending? { life.ending }

  /// Sends a signal; does nothing once the process is gone.
  public func send(_ signal: Int32) { life.send(signal) }

  /// Waits for the first whole line of output that `matches` accepts.
  ///
  /// - Throws: ``ProcessFailure`` with everything written, at the end of output or the deadline.
  public func waitForLine(
    of stream: Stream = .output, within seconds: Double = 30, where matches: (String) -> Bool
  ) throws -> String {
    try life.waitForLine(of: stream, within: seconds, where: matches)
  }

  /// Waits for the process to end and for the last of what it wrote.
  public func waitForEnd(within seconds: Double = 30) throws -> Ending {
    try life.waitForEnd(within: seconds)
  }
}

/// Why a program did not do what a test waited for, with what it had written until then.
public struct ProcessFailure: Error, CustomStringConvertible {
  public let reason: String
  public let output: String
  public let errors: String

  public var description: String {
    "\(reason)\n--- stdout\n\(output)\n--- stderr\n\(errors)"
  }
}
