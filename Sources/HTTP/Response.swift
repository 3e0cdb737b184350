/// The answer to a request. Length, date, compression and 304 are the server's business.
public struct Response: Sendable {
  /// The status, 200 to 599 (RFC 9110 §15).
  public var status: Int
  /// The fields, but for cookies and what is the server's business.
  public var headers: [Header]
  /// Each becomes a `Set-Cookie` field.
  public var cookies: [SetCookie] = []
  /// What is sent, before compression.
  public var body: [UInt8]
  /// The same body compressed beforehand, sent to those who take gzip: for files that never change.
  public var gzipped: [UInt8]?
  /// Sent from the disk in place of ``body``, never read whole into memory.
  public var file: FileBody?

  /// A word of the application to itself, for its log: it is not sent.
  public var remark: String?

  /// A response with a body.
  ///
  /// - Parameter type: the value of `Content-Type`, such as `text/html; charset=utf-8`.
  public init(status: Int = 200, type: String, body: [UInt8]) {
    self.status = status
    self.body = body
    headers = [Header("Content-Type", type)]
  }

  /// A response whose body is a file.
  ///
  /// - Parameter tag: the value of `ETag`: another one whenever the file is another one; nil for a file
  ///   that is made for one reader.
  public init(file: OpenFile, type: String, tag: String? = nil) {
    self.init(type: type, body: [])
    self.file = FileBody(file)
    guard let tag else { return }
    headers.append(Header("ETag", tag))
    headers.append(Header("Accept-Ranges", "bytes"))
  }

  /// A response without a body.
  public init(status: Int) {
    self.status = status
    body = []
    headers = []
  }

  /// Sends the reader elsewhere; 303 after a form, so that reloading does not send it again.
  ///
  /// - Parameter location: an address of ours, already encoded.
  public static func redirect(to location: String, status: Int = 303) -> Response {
    var response = Response(status: status)
    response.headers.append(Header("Location", location))
    return response
  }

  /// The value of a header; setting one replaces every field of that name, nil removes them.
  public subscript(name: String) -> String? {
    get { headers.first { $0.name.equalsIgnoringCase(name) }?.value }
    set {
      headers.removeAll { $0.name.equalsIgnoringCase(name) }
      if let newValue { headers.append(Header(name, newValue)) }
    }
  }
}
