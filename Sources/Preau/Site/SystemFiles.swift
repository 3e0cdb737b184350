import Glibc
import HTTP

/// Why Préau could not start or finish a command: one sentence for the person at the terminal.
public struct StartFailure: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// - Parameter description: one sentence, without a full stop at its end.
  public init(_ description: String) {
    self.description = description
  }
}

/// What the system said of its last refusal.
func systemMessage() -> String {
  String(cString: strerror(errno))
}

/// The whole of a file, or nil when it cannot be opened or read.
func readFile(_ path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  return readAll(of: file)
}

/// Everything that can still be read from a descriptor, or nil when that fails.
func readAll(of file: Int32) -> [UInt8]? {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(file, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return nil }
    bytes += chunk[..<count]
  }
}

/// Writes a new file, readable by its owner alone, and waits until it is on the disk.
///
/// - Throws: ``StartFailure`` when it is there already, or cannot be made.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(StartFailure) {
  try bytes.withUnsafeBufferPointer { (bytes) throws(StartFailure) in
    try writeFile(path, UnsafeRawBufferPointer(bytes))
  }
}

/// The same, of bytes that lie elsewhere.
func writeFile(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(StartFailure) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw StartFailure("cannot create \(path): \(systemMessage())") }
  defer { close(file) }
  guard writeAll(bytes, to: file), fsync(file) == 0 else {
    throw StartFailure("cannot write \(path): \(systemMessage())")
  }
}

/// - Returns: false when the disk is full.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  bytes.withUnsafeBytes { writeAll($0, to: file) }
}

/// The same, of bytes that lie elsewhere.
func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

/// A file to write to and to read from that no folder shows, gone when it is closed, whatever happens.
func unnamedFile(in folder: String) throws(StartFailure) -> OpenFile {
  let path = "\(folder)/.new-\(UInt64.random(in: 0 ... .max))"
  let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else {
    throw StartFailure("cannot create a file in \(folder): \(systemMessage())")
  }
  unlink(path)
  guard let file = OpenFile(taking: descriptor) else {
    throw StartFailure("cannot create a file in \(folder): \(systemMessage())")
  }
  return file
}

/// The names in a folder, sorted; none when there is no such folder.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Makes a folder and those above it.
///
/// - Throws: ``StartFailure`` when one cannot be made.
func makeFolder(_ path: String) throws(StartFailure) {
  var made = path.hasPrefix("/") ? "" : "."
  for part in path.split(separator: "/") {
    made += "/" + part
    guard mkdir(made, 0o700) == 0 || errno == EEXIST else {
      throw StartFailure("cannot create the folder \(path): \(systemMessage())")
    }
  }
}
