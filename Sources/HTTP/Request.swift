/// What is known of a request before its body is read.
public struct RequestHead: Sendable {
  /// What is to be done.
  public let method: Method
  /// The fields of the head.
  public let headers: Headers
  /// The address of the machine that is connected to us: the reader's, or a proxy's.
  public let peer: String
  private let parsed: Target

  /// A head that has been read.
  public init(method: Method, target: Target, headers: Headers, peer: String) {
    self.method = method
    self.headers = headers
    self.peer = peer
    parsed = target
  }

  /// Path and query, as they were sent.
  public var target: String { parsed.raw }
  /// The path, still percent-encoded.
  public var path: String { parsed.path }
  /// The decoded parts of the path, none for `/`.
  public var segments: [String] { parsed.segments }
  /// The decoded query, read again at each call.
  public var query: Parameters { Parameters(query: parsed.rawQuery) }

  /// The value of a cookie; the first one where several bear the name.
  public func cookie(_ name: String) -> String? {
    guard let field = headers.joined("cookie", by: "; ") else { return nil }
    return Cookies.value(of: name, in: field)
  }
}

/// A whole request, its body included.
public struct Request: Sendable {
  /// What came before the body.
  public let head: RequestHead
  /// The body as it was sent, at most as long as the application allowed; empty without one.
  public let body: [UInt8]
  /// The body in place of ``body``, where it is too long for memory.
  public let bodyFile: OpenFile?

  /// A request that has been read whole.
  public init(head: RequestHead, body: [UInt8] = [], bodyFile: OpenFile? = nil) {
    self.head = head
    self.body = body
    self.bodyFile = bodyFile
  }

  /// What is to be done.
  public var method: Method { head.method }
  /// Path and query, as they were sent.
  public var target: String { head.target }
  /// The path, still percent-encoded.
  public var path: String { head.path }
  /// The decoded parts of the path, none for `/`.
  public var segments: [String] { head.segments }
  /// The decoded query, read again at each call.
  public var query: Parameters { head.query }
  /// The fields of the head.
  public var headers: Headers { head.headers }
  /// The address of the machine that is connected to us: the reader's, or a proxy's.
  public var peer: String { head.peer }

  /// The value of a cookie; the first one where several bear the name.
  public func cookie(_ name: String) -> String? { head.cookie(name) }

  /// What a page's form sent, read at each call: keep it.
  ///
  /// - Throws: why the body is not a form that we read.
  public var form: Form {
    get throws(FormProblem) { try form(isCut: false) }
  }

  /// The same of a request of which only the beginning may be there.
  public func form(isCut: Bool) throws(FormProblem) -> Form {
    let type = headers["content-type"] ?? ""
    if let bodyFile { return try Form(bodyFile: bodyFile, type: type) }
    return try Form(body: body, type: type, isCut: isCut)
  }
}
