import Glibc

/// What a command says to the person or the program that started it, at once and unbuffered.
public enum Terminal {
  /// Writes a line on standard output.
  public static func say(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line on standard error.
  public static func complain(_ line: String, ending: String = "\n") {
    write(line + ending, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // Nobody listens: what was asked for is done all the same.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
