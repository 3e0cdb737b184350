import CMicrohttpd
import Glibc
import HTTP
import Synchronization

/// What stands between libmicrohttpd and the application.
///
/// (1) A request is answered exactly once, by the application or by its page for an error.
/// (2) No thread that reads requests ever waits for a worker.
/// (3) A connection is suspended only while a worker holds its exchange, and every job that a lane
///     took resumes it.
final class Engine: @unchecked Sendable {
  let options: Server.Options
  let application: any Application
  private let counts: ConnectionCounts
  private let pools: [Lane: WorkerPool]
  private let lateHeads = LateHeads()
  private let lingering = Lingering()
  private let underWay = UnderWay()
  private let stopping = Atomic(false)
  private let bodyMemory: BodyRoom
  private let bodyDisk: BodyRoom
  /// How many bodies are kept that are too long.
  private let keptRefused = Atomic(0)

  init(_ options: Server.Options, application: any Application) {
    self.options = options
    self.application = application
    counts = ConnectionCounts(limit: options.connectionLimitPerAddress)
    bodyMemory = BodyRoom(most: options.bodyMemory, mostOfPlace: options.bodyMemoryPerPlace)
    bodyDisk = BodyRoom(most: options.bodyDisk, mostOfPlace: options.bodyDiskPerPlace)
    pools = [
      .writing: WorkerPool(threads: options.writers, limit: options.writingQueue),
      .passwords: WorkerPool(threads: options.passwordWorkers, limit: options.passwordQueue),
      .slow: WorkerPool(threads: options.slowWorkers, limit: options.slowQueue),
    ]
  }

  /// Takes no more connections, answers what has begun, then ends the lanes.
  func finish() {
    stopping.store(true, ordering: .relaxed)
    underWay.wait(seconds: options.stopGrace)
    for pool in pools.values { pool.stop() }
    underWay.wait(seconds: options.stopGrace)
    lateHeads.stop()
    lingering.stop()
  }

  // MARK: Connections

  func accepts(_ peer: String) -> Bool {
    !stopping.load(ordering: .relaxed) && counts.mayOpen(peer)
  }

  private var headMicroseconds: Int { options.slowestHead * 1_000_000 }

  func opened(_ connection: OpaquePointer) -> Connection {
    let opened = Connection(
      peer: Connection.peer(preau_http_peer(connection)), socket: preau_http_socket(connection),
      headWithin: headMicroseconds, of: self)
    counts.opened(opened.peer)
    lateHeads.add(opened)
    return opened
  }

  func closed(_ connection: Connection) {
    lateHeads.remove(connection)
    counts.closed(connection.peer)
  }

  // MARK: A request's way

  func begin(target: UnsafePointer<CChar>?, on connection: OpaquePointer) -> Exchange {
    underWay.begin()
    return Exchange(
      rawTarget: target.flatMap { String(validatingCString: $0) },
      of: Connection.known(to: connection))
  }

  /// The head was read; the body, if there is one, was not.
  func received(_ exchange: Exchange, _ line: RequestLine, on connection: OpaquePointer)
    -> MHD_Result
  {
    exchange.connection?.headCame()
    guard let headers = FieldReading.headers(of: connection, after: line) else {
      return refuseAtOnce(exchange, 400, on: connection)
    }
    exchange.headers = headers
    let length = RequestReading.bodyLength(headers)
    if length == .unclear { return refuseAtOnce(exchange, 400, on: connection) }
    guard let head = head(of: exchange, line, headers) else {
      return refuse(exchange, 400, length, on: connection)
    }
    exchange.head = head
    exchange.phase = .receiving
    if length == .none { return .YES }
    exchange.limit = application.bodyLimit(for: head)
    // Trailers could hide a line as a head could, and nothing shows it: no request follows.
    if length == .chunked { exchange.isLast = true }
    guard case .declared(let bytes) = length else {
      exchange.drainLimit = options.drainLimitOfChunks
      exchange.pace = BodyPace(start: exchange.start, longest: exchange.limit, options)
      return .YES
    }
    let read = min(bytes, exchange.limit + options.drainLimit)
    exchange.pace = BodyPace(start: exchange.start, longest: read, options)
    if bytes > exchange.limit {
      exchange.keepsStart = bytes > options.longestRefused
      guard head.headers["expect"] == nil, keepsRefused(bytes, of: exchange) else {
        return refuse(exchange, 413, length, on: connection)
      }
      exchange.refusal = 413
      exchange.limit = bytes
    }
    exchange.body.reserve(min(bytes, options.longestInMemory))
    return .YES
  }

  /// Whether a body that is too long is read all the same, so that its text can be given back.
  private func keepsRefused(_ bytes: Int, of exchange: Exchange) -> Bool {
    guard bytes <= options.longestRefused else { return false }
    exchange.isKeptRefused =
      keptRefused.add(1, ordering: .relaxed).newValue <= options.mostRefused
    if !exchange.isKeptRefused { keptRefused.subtract(1, ordering: .relaxed) }
    return exchange.isKeptRefused
  }

  private func head(of exchange: Exchange, _ line: RequestLine, _ headers: Headers) -> RequestHead?
  {
    guard let raw = exchange.rawTarget, line.isWhole(targetLength: raw.utf8.count),
      let target = try? Target(raw), RequestReading.hostIsSound(headers, needed: line.needsHost)
    else { return nil }
    return RequestHead(
      method: Method(token: String(cString: line.method)), target: target, headers: headers,
      peer: exchange.peer)
  }

  /// Part of the body was read.
  ///
  /// - Returns: `.NO`, which closes the connection, when it comes too slowly or never ends.
  func received(_ bytes: UnsafeRawBufferPointer, of exchange: Exchange) -> MHD_Result {
    exchange.received += bytes.count
    if exchange.pace?.isTooSlow(after: bytes.count, at: Clock.microseconds()) == true {
      return .NO
    }
    if exchange.phase == .receiving {
      if exchange.received > exchange.limit {
        drop(exchange, 413)
      } else if !keep(bytes, of: exchange) {
        drop(exchange, 503)
      }
    }
    if exchange.phase == .draining, exchange.keepsStart { keepStart(bytes, of: exchange) }
    let drainLimit = exchange.drainLimit ?? options.drainLimit
    if exchange.phase == .draining, exchange.received > exchange.limit + drainLimit { return .NO }
    return .YES
  }

  /// Throws the rest of a body away, and what came of it.
  private func drop(_ exchange: Exchange, _ status: Int) {
    exchange.phase = .draining
    exchange.refusal = status
    exchange.body.forget()
    giveBack(exchange)
  }

  /// Keeps of what is thrown away the part in memory: the words of a form stand before the file that
  /// makes it too long.
  private func keepStart(_ bytes: UnsafeRawBufferPointer, of exchange: Exchange) {
    let room = options.longestInMemory - (exchange.received - bytes.count)
    if room <= 0 { return }
    guard holdMemory(min(exchange.received, options.longestInMemory), for: exchange) else {
      exchange.keepsStart = false
      exchange.body.forget()
      return giveMemoryBack(exchange)
    }
    exchange.body.append(UnsafeRawBufferPointer(rebasing: bytes.prefix(room)))
  }

  /// - Returns: whether there is room for it, in memory or, of a longer body, on the disk.
  private func keep(_ bytes: UnsafeRawBufferPointer, of exchange: Exchange) -> Bool {
    if exchange.received <= options.longestInMemory {
      guard holdMemory(exchange.received, for: exchange) else { return false }
      exchange.body.append(bytes)
    } else {
      guard holdDisk(for: exchange),
        exchange.body.append(bytes, toFileIn: options.spoolFolder)
      else { return false }
      giveMemoryBack(exchange)
    }
    return true
  }

  /// Whether there is memory for what has come of a body. Short ones are not counted: a log-in gets
  /// through whatever others hold.
  private func holdMemory(_ bytes: Int, for exchange: Exchange) -> Bool {
    let more = bytes - options.uncountedBody - exchange.held
    if more <= 0 { return true }
    guard bodyMemory.take(more, for: place(of: exchange)) else { return false }
    exchange.held += more
    return true
  }

  private func holdDisk(for exchange: Exchange) -> Bool {
    let more = exchange.received - exchange.heldOnDisk
    guard bodyDisk.take(more, for: place(of: exchange)) else { return false }
    exchange.heldOnDisk += more
    return true
  }

  private func giveBack(_ exchange: Exchange) {
    giveMemoryBack(exchange)
    if exchange.heldOnDisk > 0 {
      bodyDisk.giveBack(exchange.heldOnDisk, for: place(of: exchange))
    }
    exchange.heldOnDisk = 0
  }

  private func giveMemoryBack(_ exchange: Exchange) {
    if exchange.held > 0 { bodyMemory.giveBack(exchange.held, for: place(of: exchange)) }
    exchange.held = 0
  }

  /// Asked when it is needed: most requests share nothing that is scarce.
  private func place(of exchange: Exchange) -> String {
    if let known = exchange.place { return known }
    let place = exchange.head.map { application.place(of: $0) } ?? exchange.peer
    exchange.place = place
    return place
  }

  /// The whole request was read; called again when a worker has answered it.
  func answer(_ exchange: Exchange, on connection: OpaquePointer) -> MHD_Result {
    switch exchange.phase {
    case .begun, .answered: return .NO
    case .draining: return send(refusal(of: exchange), for: exchange, on: connection)
    case .suspended:
      guard let response = exchange.response else { return .YES }
      exchange.response = nil
      return send(response, for: exchange, on: connection)
    case .receiving: return route(exchange, on: connection)
    }
  }

  private func route(_ exchange: Exchange, on connection: OpaquePointer) -> MHD_Result {
    guard let head = exchange.head else { return .NO }
    let refused = exchange.refusal
    let lane = refused == nil ? application.lane(for: head) : .writing
    guard let pool = pools[lane] else {
      let request = whole(exchange, head)
      return send(respond(to: request), for: exchange, on: connection)
    }
    exchange.phase = .suspended
    let suspended = Suspended(connection: connection)
    MHD_suspend_connection(connection)
    let job = WorkerPool.Job(place: place(of: exchange)) { [self] in
      // Only now: what waits for a worker waits on the disk.
      let request = whole(exchange, head)
      exchange.response = respond(to: request, refusing: refused)
      MHD_resume_connection(suspended.connection)
    } refuse: { [self] in
      let request = whole(exchange, head)
      exchange.response = refusal(503, Refused(head: head, request: request, headers: head.headers))
      MHD_resume_connection(suspended.connection)
    }
    if !pool.submit(job) { job.refuse() }
    return .YES
  }

  private func whole(_ exchange: Exchange, _ head: RequestHead) -> Request {
    let file = exchange.body.takeFile(longerThan: options.longestReadBack)
    return Request(head: head, body: exchange.body.take(), bodyFile: file)
  }

  private func respond(to request: Request, refusing status: Int?) -> Response {
    guard let status else { return respond(to: request) }
    return refusal(
      status, Refused(head: request.head, request: request, headers: request.headers))
  }

  private func respond(to request: Request) -> Response {
    var response = application.respond(to: request)
    response.finish(for: request.head)
    return response
  }

  // MARK: Refusals

  /// Lets the body come to its end first, where that end is near, so that the connection can be
  /// used again and the browser sees the page.
  private func refuse(
    _ exchange: Exchange, _ status: Int, _ length: RequestReading.BodyLength,
    on connection: OpaquePointer
  ) -> MHD_Result {
    exchange.phase = .draining
    exchange.refusal = status
    if exchange.pace == nil {
      exchange.pace = BodyPace(start: exchange.start, longest: options.drainLimit, options)
    }
    // Who asks first has not sent the body, and is told not to.
    let asksFirst = exchange.head?.headers["expect"] != nil
    if case .declared(let bytes) = length,
      asksFirst || bytes > exchange.limit + options.drainLimit
    {
      return refuseAtOnce(exchange, status, on: connection)
    }
    return .YES
  }

  /// Answers before the body is read. Then libmicrohttpd closes the connection; it stays open at
  /// our end for a while, since closing it on unread bytes would take the page back (RFC 9112 §9.6).
  private func refuseAtOnce(_ exchange: Exchange, _ status: Int, on connection: OpaquePointer)
    -> MHD_Result
  {
    exchange.refusal = status
    exchange.isLast = true
    lingering.keep(preau_http_socket(connection))
    return send(refusal(of: exchange), for: exchange, on: connection)
  }

  private func refusal(of exchange: Exchange) -> Response {
    let start = exchange.body.take()
    let cut = start.isEmpty ? nil : exchange.head.map { Request(head: $0, body: start) }
    return refusal(
      exchange.refusal ?? 400,
      Refused(head: exchange.head, request: cut, isCut: true, headers: exchange.headers))
  }

  private func refusal(_ status: Int, _ refused: Refused) -> Response {
    var response = application.refuse(refused, status: status)
    if status == 503, response["Retry-After"] == nil { response["Retry-After"] = "5" }
    if let head = refused.head { response.finish(for: head) }
    return response
  }

  /// Our page in place of the one that libmicrohttpd answers by itself, before any of our code has
  /// seen the request. It then closes the connection.
  ///
  /// - Returns: whether libmicrohttpd is to send what was queued; else it closes at once.
  func refuseForLibrary(_ status: Int, on connection: OpaquePointer) -> MHD_Result {
    let socket = preau_http_socket(connection)
    lingering.keep(socket)
    let page = refusal(status, Refused(headers: RequestReading.language(of: connection)))
    // Once the head is whole, version 0.9.75 would send that of its answer twice.
    guard preau_http_head_size(connection) == 0 else {
      RawAnswer(page).send(to: socket)
      return .NO
    }
    guard
      let message = page.body.withUnsafeBytes({ bytes in
        MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      })
    else { return .NO }
    defer { MHD_destroy_response(message) }
    for header in page.headers { add(header, to: message) }
    return LibraryErrors.queue(connection, UInt32(page.status), message)
  }

  // MARK: Responses

  private func send(_ response: Response, for exchange: Exchange, on connection: OpaquePointer)
    -> MHD_Result
  {
    exchange.phase = .answered
    giveBack(exchange)
    exchange.status = response.status
    exchange.sent = response.body
    exchange.length = response.file?.part.count ?? response.body.count
    exchange.remark = response.remark
    guard let message = response.file.map(message) ?? message(exchange) else { return .NO }
    defer { MHD_destroy_response(message) }
    for header in response.headers { add(header, to: message) }
    for cookie in response.cookies { add(Header("Set-Cookie", cookie.field), to: message) }
    if exchange.isLast || stopping.load(ordering: .relaxed) {
      add(Header("Connection", "close"), to: message)
    }
    return LibraryErrors.queue(connection, UInt32(response.status), message)
  }

  /// Strings passed as they are would be copied into new arrays, twenty of them for a page.
  private func add(_ header: Header, to message: OpaquePointer) {
    _ = header.name.withCString { name in
      header.value.withCString { value in MHD_add_response_header(message, name, value) }
    }
  }

  /// The bytes are not copied: libmicrohttpd keeps the exchange, and thereby the array, until it
  /// has sent them. The storage of an array that nobody changes does not move.
  private func message(_ exchange: Exchange) -> OpaquePointer? {
    exchange.sent.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
      }
      return MHD_create_response_from_buffer_with_free_callback_cls(
        bytes.count, UnsafeMutableRawPointer(mutating: start), releaseExchange,
        Unmanaged.passRetained(exchange).toOpaque())
    }
  }

  /// The system sends the file; libmicrohttpd closes the copy of its descriptor.
  private func message(_ body: FileBody) -> OpaquePointer? {
    let copy = fcntl(body.file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    let message = MHD_create_response_from_fd_at_offset64(
      UInt64(body.part.count), copy, UInt64(body.part.lowerBound))
    if message == nil { close(copy) }
    return message
  }

  /// The response was sent, or its reader has gone.
  func completed(_ exchange: Exchange) {
    if let head = exchange.head, exchange.status != 0 {
      let bytes = head.method == .head || exchange.status == 304 ? 0 : exchange.length
      let microseconds = Clock.microseconds() - exchange.start
      application.finished(
        head, status: exchange.status, bytes: bytes, microseconds: microseconds,
        peer: exchange.peer, remark: exchange.remark)
    }
    if exchange.isKeptRefused { keptRefused.subtract(1, ordering: .relaxed) }
    giveBack(exchange)
    exchange.connection?.expectHead(within: headMicroseconds)
    underWay.end()
  }
}

/// A connection on its way through a worker.
private struct Suspended: @unchecked Sendable {
  let connection: OpaquePointer
}

private func releaseExchange(_ context: UnsafeMutableRawPointer?) {
  if let context { Unmanaged<Exchange>.fromOpaque(context).release() }
}
