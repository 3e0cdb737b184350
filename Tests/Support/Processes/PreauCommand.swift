import Foundation

/// The command line of Préau, as a person in a terminal uses it.
public enum PreauCommand {
  public struct Result: Sendable {
    /// The exit code; 128 + the signal when one ended it, as shells say.
    public let status: Int32
    public let stdout: String
    public let stderr: String
  }

  /// Runs `preau` to its end.
  ///
  /// - Parameter folder: its working folder; nil is that of the tests.
  /// - Throws: ``ProcessFailure`` when it still runs after `seconds`; it is then killed.
  public static func run(
    _ arguments: [String], stdin: String = "", environment: [String: String] = [:],
    folder: String? = nil, within seconds: Double = 60
  ) throws -> Result {
    let process = try ChildProcess(
      Places.preau, arguments, environment: ChildProcess.environment(adding: environment),
      folder: folder, stdin: Array(stdin.utf8))
    let status: Int32 =
      switch try process.waitForEnd(within: seconds) {
      case .exited(let code): code
      case .signalled(let signal): 128 + signal
      }
    return Result(
      status: status, stdout: process.text(of: .output), stderr: process.text(of: .errors))
  }
}
