import Foundation

/// What a server answered.
public struct Reply: Sendable {
  public let status: Int
  /// In order, as spelled by the server.
  public let headers: [(name: String, value: String)]
  /// Without transfer coding; still compressed where the request accepted that.
  public let bytes: [UInt8]
  /// The address that was asked for, absolute; empty on a raw connection.
  public internal(set) var address = ""

  public var body: String { String(decoding: bytes, as: UTF8.self) }
  /// Where a redirect leads, as the server wrote it.
  public var location: String? { header("Location") }
  /// The body read as HTML.
  public var page: Page {
    var page = Page(body)
    page.address = address
    return page
  }

  /// The first header of that name, whatever its case.
  public func header(_ name: String) -> String? { headers(named: name).first }

  public func headers(named name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}

/// What came is not an HTTP response.
public struct BadResponse: Error, CustomStringConvertible {
  public let reason: String
  /// The beginning of what came.
  public let received: String

  public var description: String { "\(reason); received: \(received.prefix(500).debugDescription)" }
}
