import Glibc
import HTTP
import Synchronization

/// A film that was written anew by `preau-video`: its pictures and sounds, and nothing else.
struct Video {
  let file: OpenFile
  /// `video/mp4` or `video/webm`.
  let type: String

  /// Whether the content begins as one of the two containers do that are taken (ISO/IEC 14496-12 §4.3,
  /// RFC 8794 §11.1).
  ///
  /// - Parameter bytes: twelve or more of them, where there are.
  static func isLike(_ bytes: [UInt8]) -> Bool {
    isMP4(bytes) || bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
  }

  private static func isMP4(_ bytes: [UInt8]) -> Bool {
    bytes.count > 8 && bytes[4..<8].elementsEqual("ftyp".utf8)
  }

  /// Takes a second or so, in another process; one at a time.
  ///
  /// - Parameter folder: where there is room for two files that nobody sees.
  init(of sent: Form.File, in folder: String) throws {
    file = try Self.turns.withLock { _ in try Self.filtered(sent, in: folder) }
    let start = file.withBytes(0..<min(12, file.size)) { Array($0) } ?? []
    type = Self.isMP4(start) ? "video/mp4" : "video/webm"
  }

  private static let turns = Mutex<Void>(())

  private static func filtered(_ film: Form.File, in folder: String) throws -> OpenFile {
    let (sent, made) = (try unnamedFile(in: folder), try unnamedFile(in: folder))
    guard film.withBytes({ writeAll($0, to: sent.descriptor) }) == true,
      lseek(sent.descriptor, 0, SEEK_SET) == 0
    else { throw StartFailure("cannot write to \(folder): \(systemMessage())") }
    switch try run(from: sent, to: made) {
    case 0: break
    case 2: throw FileProblem.unplayable
    default: throw FileProblem.damaged
    }
    // Opened once more, now that its size is known.
    let written = OpenFile(taking: fcntl(made.descriptor, F_DUPFD_CLOEXEC, 0))
    guard let written, written.size > 0 else { throw FileProblem.damaged }
    return written
  }

  /// - Returns: how it ended; 128 or more when something ended it.
  private static func run(from sent: OpenFile, to made: OpenFile) throws -> Int32 {
    guard let program, access(program, X_OK) == 0 else { throw FileProblem.videosNotTaken }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, sent.descriptor, 0)
    posix_spawn_file_actions_adddup2(&actions, made.descriptor, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    let code = program.withCString { path in
      var words: [UnsafeMutablePointer<CChar>?] = [UnsafeMutablePointer(mutating: path), nil]
      var variables: [UnsafeMutablePointer<CChar>?] = [nil]
      return posix_spawn(&process, path, &actions, nil, &words, &variables)
    }
    guard code == 0 else { throw StartFailure("cannot start \(program): code \(code)") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw StartFailure("lost \(program): \(systemMessage())") }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Beside the program that runs.
  private static let program = Assets.executableFolder.map { $0 + "/preau-video" }
}
