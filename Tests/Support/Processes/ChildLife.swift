import Foundation

// The three threads of a child (two that read its pipes, one that waits for its end) and what they
// learnt. They hold this object, not the ChildProcess, so that dropping the latter ends the child.
//
// (1) The number of the process is freed under the lock, and signals are sent under the lock: a
//     signal never reaches a stranger.
// (2) Every wait is for a change announced by one of the threads, with a deadline.
final class ChildLife: @unchecked Sendable {
  let pid: pid_t
  private let changed = NSCondition()
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var openStreams: Set<ChildProcess.Stream> = [.output, .errors]
  private var end: ChildProcess.Ending?

  private init(pid: pid_t) { self.pid = pid }

  var ending: ChildProcess.Ending? { locked { end } }

  func text(of stream: ChildProcess.Stream) -> String {
    String(decoding: locked { bytes(of: stream) }, as: UTF8.self)
  }

  func send(_ signal: Int32) {
    locked { if end == nil { _ = kill(pid, signal) } }
  }

  func waitForLine(
    of stream: ChildProcess.Stream, within seconds: Double, where matches: (String) -> Bool
  ) throws -> String {
    let deadline = Date(timeIntervalSinceNow: seconds)
    changed.lock()
    defer { changed.unlock() }
    while true {
      let lines = bytes(of: stream).split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      // What follows the last line feed is not yet a line.
      for line in lines.dropLast().lazy.map({ String(decoding: $0, as: UTF8.self) })
      where matches(line) {
        return line
      }
      guard openStreams.contains(stream) else { throw failure("it ended without the line") }
      guard changed.wait(until: deadline) else { throw failure("no such line in \(seconds) s") }
    }
  }

  func waitForEnd(within seconds: Double) throws -> ChildProcess.Ending {
    let deadline = Date(timeIntervalSinceNow: seconds)
    changed.lock()
    defer { changed.unlock() }
    while true {
      // A grandchild may keep a pipe open for ever: after the end, a second is enough to read.
      if let end {
        let last = min(deadline, Date(timeIntervalSinceNow: 1))
        while !openStreams.isEmpty, changed.wait(until: last) {}
        return end
      }
      guard changed.wait(until: deadline) else { throw failure("it still runs after \(seconds) s") }
    }
  }

  private func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    changed.lock()
    defer { changed.unlock() }
    return try body()
  }

  private func bytes(of stream: ChildProcess.Stream) -> [UInt8] {
    switch stream {
    case .output: output
    case .errors: errors
    }
  }

  private func failure(_ reason: String) -> ProcessFailure {
    ProcessFailure(
      reason: "process \(pid): \(reason)", output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  // MARK: The threads

  private func read(_ stream: ChildProcess.Stream, from descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      locked {
        if count > 0 {
          if stream == .output { output += buffer[..<count] } else { errors += buffer[..<count] }
        } else {
          openStreams.remove(stream)
        }
        changed.broadcast()
      }
      if count <= 0 { break }
    }
    close(descriptor)
  }

  private func reap() {
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    locked {
      var status: Int32 = 0
      waitpid(pid, &status, 0)
      let signal = status & 0x7f
      end = signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
      LivingChildren.remove(pid)
      changed.broadcast()
    }
  }
}

extension ChildLife {
  static func start(
    _ executable: String, _ arguments: [String], environment: [String: String], stdin: [UInt8]?
  ) throws -> ChildLife {
    // Writing to a child that stopped reading is an error to see, not a reason to die.
    signal(SIGPIPE, SIG_IGN)
    let output = try Pipe()
    let errors = try Pipe()
    let input = try stdin.map { _ in try Pipe() }
    defer {
      close(output.writing)
      close(errors.writing)
      if let input { close(input.reading) }
    }
    let pid: pid_t
    do {
      pid = try spawn(
        executable, arguments, environment, input?.reading, output.writing, errors.writing)
    } catch {
      close(output.reading)
      close(errors.reading)
      if let input { close(input.writing) }
      throw error
    }
    LivingChildren.add(pid)
    let life = ChildLife(pid: pid)
    Foundation.Thread.detachNewThread { life.read(.output, from: output.reading) }
    Foundation.Thread.detachNewThread { life.read(.errors, from: errors.reading) }
    Foundation.Thread.detachNewThread { life.reap() }
    if let input, let stdin {
      Foundation.Thread.detachNewThread { write(stdin, to: input.writing) }
    }
    return life
  }

  /// A pair of sockets rather than a pipe: they can be made so that no program started meanwhile by
  /// another test inherits them.
  private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemFailure("socketpair") }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(descriptor)
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], _ environment: [String: String],
    _ input: Int32?, _ output: Int32, _ errors: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)

    // Tests run on threads that block most signals, and a child inherits that: SIGTERM would never
    // reach it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var pid: pid_t = 0
    let code = withCStrings([executable] + arguments) { argv in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawn(&pid, executable, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else { throw SystemFailure("starting \(executable)", code: code) }
    return pid
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}

/// A system call that failed.
public struct SystemFailure: Error, CustomStringConvertible {
  public let description: String

  init(_ what: String, code: Int32 = errno) {
    description = "\(what): \(String(cString: strerror(code)))"
  }
}
