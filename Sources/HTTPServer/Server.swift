import CMicrohttpd
import Glibc
import HTTP
import Synchronization

/// An HTTP/1.1 server on libmicrohttpd: threads that read requests and answer readers at once, and
/// bounded lanes of workers for whatever may wait.
public final class Server: Sendable {
  /// The port that is listened on.
  public let port: Int
  private let engine: Engine
  private let daemon: Mutex<Daemon?>

  private struct Daemon: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  /// Listens, and serves from then on.
  ///
  /// - Throws: why it cannot.
  public init(_ options: Options, application: any Application) throws(StartFailure) {
    // A reader who leaves while a page is sent must not end the process.
    signal(SIGPIPE, SIG_IGN)
    let listener = try Listener(host: options.host, port: options.port)
    let engine = Engine(options, application: application)
    let callbacks = preau_http_callbacks(
      accepts: acceptsConnection, connection: connectionChanged, target: requestBegan,
      handle: handleRequest, completed: requestCompleted)
    // The socket is the library's from here on: it closes it, also when it does not start.
    let daemon = preau_http_start(
      listener.socket, 0, UInt32(options.threads), UInt32(options.connectionLimit),
      UInt32(options.idleTimeout), options.connectionMemory, callbacks,
      Unmanaged.passUnretained(engine).toOpaque())
    guard let daemon else {
      engine.finish()
      throw .system("libmicrohttpd does not start: \(String(cString: strerror(errno)))")
    }
    port = listener.port
    self.engine = engine
    self.daemon = Mutex(Daemon(pointer: daemon))
  }

  /// Takes no more connections, answers the requests that have begun (those that wait for a worker
  /// too), then returns. Whoever connects meanwhile is let go at once, without an answer. A second
  /// call does nothing.
  public func stop() {
    let daemon = self.daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    guard let daemon else { return }
    // Not MHD_quiesce_daemon: version 0.9.75 ends the process when one of its threads is awake just
    // then. Both take the listening socket out of the epoll set of that thread, and to the second
    // this is a fatal error. So the engine turns away who connects, until all threads have ended.
    engine.finish()
    MHD_stop_daemon(daemon.pointer)
  }

  deinit { stop() }
}
