import CMicrohttpd
import Glibc

/// What a bare libmicrohttpd answers to every request: the same bytes, from memory.
struct Floor {
  let port: UInt16
  let threads: UInt32
  let body: UnsafeMutableRawBufferPointer

  /// `--port P --bytes N --threads T`; nil when the words are not those.
  init?(_ words: [String]) {
    var values = ["--port": 8090, "--bytes": 30_000, "--threads": 2]
    var rest = words[...]
    while let name = rest.popFirst() {
      guard values[name] != nil, let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else {
        return nil
      }
      values[name] = value
    }
    guard let port = values["--port"].flatMap(UInt16.init(exactly:)),
      let threads = values["--threads"].flatMap(UInt32.init(exactly:)),
      let bytes = values["--bytes"]
    else { return nil }
    self.port = port
    self.threads = threads
    body = .allocate(byteCount: max(bytes, 1), alignment: 16)
    body.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "a"))
  }

  /// Serves until the process is ended.
  func run() {
    let response = MHD_create_response_from_buffer(
      body.count, body.baseAddress, .RESPMEM_PERSISTENT)
    MHD_add_response_header(response, "Content-Type", "text/html; charset=utf-8")
    let callbacks = preau_http_callbacks(
      accepts: nil, connection: nil, target: nil, handle: answer, completed: nil)
    let daemon = preau_http_start(
      -1, port, threads, 2_000, 30, 32_768, callbacks, UnsafeMutableRawPointer(response))
    guard daemon != nil else {
      complain("Floor: cannot listen on port \(port)")
      exit(1)
    }
    print("listening on http://127.0.0.1:\(port)")
    fflush(nil)
    while true { pause() }
  }
}

/// The first call is for the head of a request: answering it would close the connection.
private func answer(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
  uploadLength: UnsafeMutablePointer<Int>?,
  requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let requestContext, let uploadLength else { return .NO }
  guard requestContext.pointee != nil else {
    requestContext.pointee = context
    return .YES
  }
  if uploadLength.pointee > 0 {
    uploadLength.pointee = 0
    return .YES
  }
  return MHD_queue_response(connection, 200, context.map { OpaquePointer($0) })
}

/// Writes a line to standard error.
func complain(_ line: String) {
  let line = line + "\n"
  write(STDERR_FILENO, line, line.utf8.count)
}
