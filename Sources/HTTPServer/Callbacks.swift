import CMicrohttpd
import Glibc
import HTTP

// What libmicrohttpd calls, on its own threads. The context is the engine, which outlives the daemon.

private func engine(_ context: UnsafeMutableRawPointer?) -> Engine? {
  context.map { Unmanaged<Engine>.fromOpaque($0).takeUnretainedValue() }
}

func acceptsConnection(
  context: UnsafeMutableRawPointer?, address: UnsafePointer<sockaddr>?, length: socklen_t
) -> MHD_Result {
  guard let engine = engine(context) else { return .NO }
  return engine.accepts(Connection.peer(address)) ? .YES : .NO
}

func connectionChanged(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  socketContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  change: MHD_ConnectionNotificationCode
) {
  guard let engine = engine(context), let connection, let socketContext else { return }
  if change == .CONNECTION_NOTIFY_STARTED {
    socketContext.pointee = Unmanaged.passRetained(engine.opened(connection)).toOpaque()
  } else if let kept = socketContext.pointee {
    engine.closed(Unmanaged<Connection>.fromOpaque(kept).takeRetainedValue())
    socketContext.pointee = nil
  }
}

func requestBegan(
  context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>?, connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let engine = engine(context), let connection else { return nil }
  let exchange = engine.begin(target: target, on: connection)
  hideQuery(target)
  return Unmanaged.passRetained(exchange).toOpaque()
}

/// Leaves libmicrohttpd an empty query. It would split the query into the memory of the connection,
/// and one of 8,000 parts fills that memory in a way that version 0.9.75 never answers. The text
/// lies in the connection's own buffer, where the library is about to write, too.
private func hideQuery(_ target: UnsafePointer<CChar>?) {
  if let target, let mark = strchr(target, Int32(UInt8(ascii: "?"))), mark[1] != 0 { mark[1] = 0 }
}

/// Called once for the head, once for each part of the body, once when the request is whole, and
/// once more after a worker has answered.
func handleRequest(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
  uploadLength: UnsafeMutablePointer<Int>?,
  requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let engine = engine(context), let connection, let method, let uploadLength,
    let kept = requestContext?.pointee
  else { return .NO }
  let exchange = Unmanaged<Exchange>.fromOpaque(kept).takeUnretainedValue()
  if exchange.phase == .begun {
    let line = RequestLine(method: method, target: url, version: version)
    return engine.received(exchange, line, on: connection)
  }
  if uploadLength.pointee > 0 {
    let bytes = UnsafeRawBufferPointer(start: upload, count: uploadLength.pointee)
    uploadLength.pointee = 0
    return engine.received(bytes, of: exchange)
  }
  return engine.answer(exchange, on: connection)
}

func requestCompleted(
  context: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  requestContext: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  reason: MHD_RequestTerminationCode
) {
  guard let engine = engine(context), let kept = requestContext?.pointee else { return }
  requestContext?.pointee = nil
  engine.completed(Unmanaged<Exchange>.fromOpaque(kept).takeRetainedValue())
}
