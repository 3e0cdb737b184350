import CCurl
import Glibc

/// A request to a site of which nothing is known: bounded in time, size and redirects, and never to
/// an address that is not public. Nothing else knows libcurl but the mails.
public struct Fetch: Sendable {
  /// What servers are told of who asks; it names the site.
  public var userAgent: String
  /// The longest that one request may last, redirects and all.
  public var seconds = 15
  /// How much of a body is taken.
  public var mostBytes = 65_536
  public var mostRedirects = 5
  /// What kinds of documents are wanted (RFC 9110 §12.5.1).
  public var accept = "*/*"
  /// For tests only: requests to this machine are let through.
  public var allowsLoopback = false

  /// - Parameter userAgent: such as `Préau/1.0 (+https://example.org)`.
  public init(userAgent: String) {
    self.userAgent = userAgent
  }

  /// How a request is made.
  public enum Method: Sendable {
    /// Only whether something is there.
    case head
    /// The first bytes of it.
    case getStart
    /// All of it, up to the limit.
    case get
  }

  /// What came back.
  public struct Answer: Sendable, Equatable {
    /// The last of the redirects' answers, such as 200 or 404.
    public let status: Int
    /// What is said of the body, such as `text/html; charset=utf-8`; empty when nothing is.
    public let type: String
    /// The body, cut where the limit is.
    public let body: [UInt8]
    /// Whether there was more of it.
    public let isCut: Bool
    /// Where the redirects ended.
    public let address: String
  }

  /// Why nothing came back.
  public enum Failure: Error, Equatable, Sendable {
    /// No `http` or `https` address.
    case addressInvalid
    /// Its name leads to no public address.
    case notPublic
    case noSuchHost
    case tooSlow
    case tooManyRedirects
    case stopped
    /// Anything else, in libcurl's words.
    case unreachable(String)
  }

  /// Asks, and waits for the answer.
  ///
  /// - Parameter isStopping: asked every second or so: whether to give up.
  public func ask(
    _ address: String, _ method: Method = .get, isStopping: @escaping () -> Bool = { false }
  ) throws(Failure) -> Answer {
    let lower = address.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { throw .addressInvalid }
    _ = Self.ready
    guard let handle = curl_easy_init() else { throw .unreachable("no memory") }
    defer { curl_easy_cleanup(handle) }
    let visit = FetchVisit(
      mostBytes: mostBytes, allowsLoopback: allowsLoopback, isStopping: isStopping)
    let fields = curl_slist_append(nil, "Accept: " + accept)
    defer { curl_slist_free_all(fields) }
    let status = withExtendedLifetime(visit) {
      set(handle, address, method)
      preau_curl_set_pointer(handle, CURLOPT_HTTPHEADER, fields)
      let context = Unmanaged.passUnretained(visit).toOpaque()
      preau_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
      preau_curl_set_writing(handle, takeBytes)
      preau_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
      preau_curl_set_opening(handle, openSocket)
      preau_curl_set_number(handle, CURLOPT_NOPROGRESS, 0)
      preau_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context)
      preau_curl_set_progress(handle, askWhetherToStop)
      return curl_easy_perform(handle)
    }
    if status != CURLE_OK && !visit.isCut { throw failure(status, visit) }
    return Answer(
      status: preau_curl_status(handle), type: text(handle, CURLINFO_CONTENT_TYPE),
      body: visit.body, isCut: visit.isCut, address: text(handle, CURLINFO_EFFECTIVE_URL))
  }

  private func set(_ handle: UnsafeMutableRawPointer, _ address: String, _ method: Method) {
    preau_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    preau_curl_set_text(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    preau_curl_set_text(handle, CURLOPT_URL, address)
    preau_curl_set_text(handle, CURLOPT_USERAGENT, userAgent)
    preau_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
    preau_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 1)
    preau_curl_set_number(handle, CURLOPT_MAXREDIRS, mostRedirects)
    preau_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    preau_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, min(seconds, 10))
    preau_curl_set_number(handle, CURLOPT_TIMEOUT, seconds)
    // What the environment says of proxies would lead past the look at the address.
    preau_curl_set_text(handle, CURLOPT_PROXY, "")
    // A connection that is used again would not be looked at again.
    preau_curl_set_number(handle, CURLOPT_FRESH_CONNECT, 1)
    preau_curl_set_number(handle, CURLOPT_FORBID_REUSE, 1)
    switch method {
    case .head: preau_curl_set_number(handle, CURLOPT_NOBODY, 1)
    case .getStart: preau_curl_set_text(handle, CURLOPT_RANGE, "0-1023")
    case .get: break
    }
  }

  private func failure(_ status: CURLcode, _ visit: FetchVisit) -> Failure {
    if visit.wasRefused { return .notPublic }
    switch status {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .addressInvalid
    case CURLE_COULDNT_RESOLVE_HOST: return .noSuchHost
    case CURLE_OPERATION_TIMEDOUT: return .tooSlow
    case CURLE_TOO_MANY_REDIRECTS: return .tooManyRedirects
    case CURLE_ABORTED_BY_CALLBACK: return .stopped
    default: return .unreachable(String(cString: curl_easy_strerror(status)))
    }
  }

  private func text(_ handle: UnsafeMutableRawPointer, _ info: CURLINFO) -> String {
    preau_curl_text(handle, info).map { String(cString: $0) } ?? ""
  }

  private static let ready: Bool = {
    precondition(
      curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, "libcurl does not start.")
    return true
  }()
}

/// One request under way.
private final class FetchVisit {
  let mostBytes: Int
  let allowsLoopback: Bool
  let isStopping: () -> Bool
  private(set) var body: [UInt8] = []
  private(set) var isCut = false
  /// Whether an address was not public.
  private(set) var wasRefused = false

  init(mostBytes: Int, allowsLoopback: Bool, isStopping: @escaping () -> Bool) {
    self.mostBytes = mostBytes
    self.allowsLoopback = allowsLoopback
    self.isStopping = isStopping
  }

  /// - Returns: how many were taken: fewer end the request.
  func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    let room = mostBytes - body.count
    body += bytes.prefix(room)
    if bytes.count > room { isCut = true }
    return min(room, bytes.count)
  }

  func mayReach(_ address: [UInt8]) -> Bool {
    let may =
      PublicAddress.isPublic(address) || allowsLoopback && PublicAddress.isLoopback(address)
    if !may { wasRefused = true }
    return may
  }
}

private func visit(_ context: UnsafeMutableRawPointer?) -> FetchVisit? {
  context.map { Unmanaged<FetchVisit>.fromOpaque($0).takeUnretainedValue() }
}

private func takeBytes(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  visit(context)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

/// The one place from which a connection begins: with the very address that was looked at.
private func openSocket(
  _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let address, let visit = visit(context) else { return CURL_SOCKET_BAD }
  var bytes = [UInt8](repeating: 0, count: 16)
  let count = bytes.withUnsafeMutableBytes { preau_curl_address(address, $0.baseAddress) }
  guard count > 0, visit.mayReach(Array(bytes.prefix(Int(count)))) else { return CURL_SOCKET_BAD }
  return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
}

private func askWhetherToStop(
  _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  visit(context)?.isStopping() == true ? 1 : 0
}
