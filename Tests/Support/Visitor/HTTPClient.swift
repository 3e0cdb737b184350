import Foundation

/// A visitor without a browser: sends requests to one site, keeps its cookies, submits its forms.
///
/// Calls return when the answer is complete. One visitor is used by one task.
public final class HTTPClient {
  /// `http://HOST:PORT`, the host as a number.
  public let origin: String
  public var cookies = CookieJar()
  /// Sent with every request, such as `Accept-Language`.
  public var headers: [String: String] = [:]
  /// How long an answer may take.
  public var patience: Double = 60
  private let keepsAlive: Bool
  private var connection: RawSocket?
  private let owner: AnyObject?

  /// - Parameters:
  ///   - keepsAlive: one connection for all requests, as a browser does.
  ///   - owner: the server, so that it lives as long as the visitor.
  public init(origin: String, keepsAlive: Bool = false, keeping owner: AnyObject? = nil) {
    self.origin = origin
    self.owner = owner
    self.keepsAlive = keepsAlive
  }

  /// - Parameter follow: goes where redirects lead, up to ten.
  public func get(_ path: String, headers: [String: String] = [:], follow: Bool = false) throws
    -> Reply
  {
    let reply = try send("GET", path, headers: headers)
    return follow ? try self.follow(reply) : reply
  }

  /// Opens the link of a page that reads `text`, and goes where it leads.
  ///
  /// - Throws: ``FormError`` when the page has no such link.
  public func open(link text: String, on reply: Reply) throws -> Reply {
    let link = try reply.page.link(text)
    let address = URL(string: link, relativeTo: URL(string: reply.address))?.absoluteString
    return try get(
      address ?? link, headers: ["Referer": reply.address], follow: true)
  }

  public func head(_ path: String, headers: [String: String] = [:]) throws -> Reply {
    try send("HEAD", path, headers: headers)
  }

  /// Posts fields with nothing that a browser would add (no token, Origin or Referer).
  public func post(
    _ path: String, form: [(String, String)], headers: [String: String] = [:],
    follow: Bool = false
  ) throws -> Reply {
    let reply = try send(
      "POST", path,
      headers: ["Content-Type": "application/x-www-form-urlencoded"].merging(headers) { $1 },
      body: Array(FormEncoding.urlencoded(form).utf8))
    return follow ? try self.follow(reply) : reply
  }

  /// Sends a form as a browser does, with its Origin and Referer.
  ///
  /// - Parameters:
  ///   - changing: what the visitor typed, chose or ticked, by field name.
  ///   - button: the text, name or value of the button pressed; nil presses the first.
  /// - Throws: ``FormError`` when a person could not do that with this form.
  public func submit(
    _ form: Form, changing: [String: String] = [:], pressing button: String? = nil,
    headers: [String: String] = [:], follow: Bool = false
  ) throws -> Reply {
    var form = form
    for (name, value) in changing.sorted(by: { $0.key < $1.key }) { try form.set(name, to: value) }
    let request = try form.request(pressing: button)
    var all = ["Referer": absolute(form.address)]
    if request.method == "POST" { all["Origin"] = origin }
    if let type = request.contentType { all["Content-Type"] = type }
    let reply = try send(
      request.method, request.target, headers: all.merging(headers) { $1 }, body: request.body)
    return follow ? try self.follow(reply) : reply
  }

  /// Goes where a redirect leads, and on; returns `reply` itself when it is none.
  ///
  /// - Throws: ``BadResponse`` after ten redirects, or at one to another site.
  public func follow(_ reply: Reply) throws -> Reply {
    var reply = reply
    for _ in 0..<10 {
      guard [301, 302, 303, 307, 308].contains(reply.status), let location = reply.location else {
        return reply
      }
      let next = URL(string: location, relativeTo: URL(string: reply.address))?.absoluteString
      guard let next, next == origin || next.hasPrefix(origin + "/") else {
        throw BadResponse(reason: "a redirect to another site", received: location)
      }
      reply = try send("GET", next)
    }
    throw BadResponse(reason: "more than ten redirects", received: reply.address)
  }

  /// Sends one request.
  ///
  /// - Parameter target: a path with its query, or an address of this site.
  public func send(
    _ method: String, _ target: String, headers: [String: String] = [:], body: [UInt8]? = nil
  ) throws -> Reply {
    let address = absolute(target)
    guard address.hasPrefix(origin + "/") else {
      throw BadResponse(reason: "an address of another site", received: address)
    }
    let bytes = Array(request(method, address, headers, body?.count).utf8) + (body ?? [])
    var reply = try exchange(bytes, method)
    reply.address = address
    for cookie in reply.headers(named: "Set-Cookie") { cookies.take(cookie) }
    return reply
  }

  private func exchange(_ bytes: [UInt8], _ method: String) throws -> Reply {
    if let connection {
      // The server may have closed a connection that was idle; asking again is safe only for
      // what changes nothing.
      do { return try exchange(bytes, method, on: connection) } catch {
        self.connection = nil
        guard method == "GET" || method == "HEAD" else { throw error }
      }
    }
    return try exchange(bytes, method, on: newConnection())
  }

  private func exchange(_ bytes: [UInt8], _ method: String, on socket: RawSocket) throws -> Reply {
    var sendingFailed: (any Error)?
    do { try socket.send(bytes, within: patience) } catch { sendingFailed = error }
    do {
      // A server that refuses a long body answers before it has read it all.
      let reply = try socket.readReply(toHead: method == "HEAD", within: patience)
      let stays = keepsAlive && sendingFailed == nil
      connection = stays && reply.header("Connection")?.lowercased() != "close" ? socket : nil
      return reply
    } catch {
      throw sendingFailed ?? error
    }
  }

  private func newConnection() throws -> RawSocket {
    guard let url = URLComponents(string: origin), let host = url.host, let port = url.port,
      let port = UInt16(exactly: port)
    else { throw BadResponse(reason: "not an origin", received: origin) }
    let numeric = host == "localhost" ? "127.0.0.1" : host.trimmingCharacters(in: ["[", "]"])
    return try RawSocket(host: numeric, port: port)
  }

  private func request(
    _ method: String, _ address: String, _ extra: [String: String], _ length: Int?
  ) -> String {
    let target = address.dropFirst(origin.count).prefix { $0 != "#" }
    let path = String(target.prefix { $0 != "?" })
    var all = ["Host": String(origin.drop { $0 != "/" }.dropFirst(2))]
    all["Connection"] = keepsAlive ? "keep-alive" : "close"
    all["Cookie"] = cookies.header(for: path)
    all["Content-Length"] = length.map(String.init)
    all.merge(headers) { $1 }
    all.merge(extra) { $1 }
    let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    return "\(method) \(target) HTTP/1.1\r\n\(lines)\r\n"
  }

  private func absolute(_ target: String) -> String {
    target.hasPrefix("/") ? origin + target : target.isEmpty ? origin + "/" : target
  }
}
