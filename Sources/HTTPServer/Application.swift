import HTTP

/// Where a request is answered.
public enum Lane: Sendable, Hashable, CaseIterable {
  /// At once, on the thread that read it: for what never waits.
  case reading
  /// On the threads that wait for the disk.
  case writing
  /// On the few threads that hash passwords.
  case passwords
  /// On the few threads that do long work, such as archives and images.
  case slow
}

/// A request that the server answers in the application's stead.
public struct Refused: Sendable {
  /// What was read of it; nil when its first line or a field cannot be understood.
  public let head: RequestHead?
  /// All of it, when the body was read: what someone wrote is there and must not be lost.
  public let request: Request?
  /// Whether only the beginning of the body is there.
  public let isCut: Bool
  /// The fields that were understood, also where the head as a whole was not.
  public let headers: Headers

  /// What is not known stays away.
  public init(
    head: RequestHead? = nil, request: Request? = nil, isCut: Bool = false,
    headers: Headers = Headers()
  ) {
    self.head = head
    self.request = request
    self.isCut = isCut
    self.headers = headers
  }
}

/// What a server serves. Every function is called on many threads at a time.
public protocol Application: AnyObject, Sendable {
  /// Where the request will be answered; must not wait.
  func lane(for head: RequestHead) -> Lane

  /// From where the request comes, by address: its share of what all have to share (a lane's queue,
  /// the memory for bodies) ends with that of its place; must not wait.
  func place(of head: RequestHead) -> String

  /// The longest body that the request may have, in bytes; a longer one is refused with 413, and
  /// handed over with that, or its beginning is, where there is memory for it.
  func bodyLimit(for head: RequestHead) -> Int

  /// The answer. Called in the lane that was named.
  func respond(to request: Request) -> Response

  /// The page of an error that the server found: 400, 413, 414, 431 or 503; must not wait. The server
  /// adds `Retry-After` to a 503 that lacks it.
  func refuse(_ refused: Refused, status: Int) -> Response

  /// Told once of every answered request, after the last byte was handed to the system: for the
  /// access log and for measures; must not wait.
  ///
  /// - Parameters:
  ///   - bytes: the length of the body that was sent.
  ///   - microseconds: since the request line was read.
  ///   - peer: the address of the machine that was connected to us.
  ///   - remark: what the application wrote on its response.
  func finished(
    _ head: RequestHead, status: Int, bytes: Int, microseconds: Int, peer: String, remark: String?)
}
