import Foundation

/// Where things are, whatever the working folder.
public enum Places {
  /// The folder of `Package.swift`.
  public static let packageRoot: String =
    URL(fileURLWithPath: #filePath)  // Tests/Support/Processes/Places.swift
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The `preau` built with the running tests: it stands beside them.
  public static let preau: String =
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("preau").path
}
