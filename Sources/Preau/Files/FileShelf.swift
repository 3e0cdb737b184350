// The files of a site lie in DIR/files, each under the hash of what it holds:
// (1) A file that bears its name is whole and on the disk; what it holds never changes.
// (2) It is there before any row names it, and a row names it before any post shows it.
// (3) What is being put there is not swept meanwhile: both take turns.

import Glibc
import Synchronization

/// Where files are kept. Content alone decides on a name: the same bytes are kept once.
final class FileShelf: Sendable {
  let folder: String
  private let turns = Mutex<Void>(())

  /// - Parameter dataFolder: of the site; the shelf is a folder in it, made when it is needed.
  init(in dataFolder: String) {
    folder = dataFolder + "/files"
  }

  /// Runs `body` while nobody else puts or sweeps files.
  func taking<T>(_ body: () throws -> T) rethrows -> T {
    try turns.withLock { _ in try body() }
  }

  static func name(of bytes: UnsafeRawBufferPointer) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hash = Crypto.hash(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hash, as: UTF8.self)
  }

  /// - Parameter name: of the content, as ``put(_:)`` gave it.
  func path(of name: String) -> String {
    "\(folder)/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  /// Puts a file there; returns when it is on the disk. To be called while ``taking(_:)``.
  ///
  /// - Returns: its name.
  func put(_ bytes: [UInt8]) throws(StartFailure) -> String {
    try bytes.withUnsafeBufferPointer { (bytes) throws(StartFailure) in
      try put(UnsafeRawBufferPointer(bytes))
    }
  }

  /// The same, of bytes that lie elsewhere.
  func put(_ bytes: UnsafeRawBufferPointer) throws(StartFailure) -> String {
    let name = Self.name(of: bytes)
    let path = path(of: name)
    let parent = "\(folder)/\(name.prefix(2))"
    if access(path, F_OK) != 0 {
      try makeFolder(parent)
      let new = "\(folder)/new-\(Base64URL.encode(Crypto.randomBytes(9)))"
      try writeFile(new, bytes)
      guard rename(new, path) == 0 else {
        unlink(new)
        throw StartFailure("cannot create \(path): \(systemMessage())")
      }
    }
    for changed in [parent, folder] { try Self.settle(changed) }
    return name
  }

  /// Waits until the names in a folder are on the disk.
  private static func settle(_ folder: String) throws(StartFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StartFailure("cannot open \(folder): \(systemMessage())")
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw StartFailure("cannot write \(folder): \(systemMessage())")
    }
  }

  /// Every file that is there, with the seconds since 1970 at which it was written. What a crash left
  /// half written is among them, under no name of a content.
  func all() -> [(name: String, path: String, written: Int64)] {
    namesInFolder(folder).flatMap { first -> [(String, String)] in
      if first.utf8.count != 2 { return [(first, folder + "/" + first)] }
      return namesInFolder(folder + "/" + first).map {
        ("\(first)\($0)", "\(folder)/\(first)/\($0)")
      }
    }.compactMap { name, path in
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      return (name, path, Int64(status.st_mtim.tv_sec))
    }
  }
}
