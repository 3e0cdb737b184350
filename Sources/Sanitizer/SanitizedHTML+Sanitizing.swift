@_spi(Sanitizer) public import HTML

/// What a site may choose about bodies.
public struct SanitizingOptions: Sendable {
  /// Keeps `https:` images elsewhere; otherwise they become links.
  public var keepsRemoteImages: Bool

  /// The defaults suit what members write.
  public init(keepsRemoteImages: Bool = false) {
    self.keepsRemoteImages = keepsRemoteImages
  }
}

extension SanitizedHTML {
  /// Keeps of `html`, which may be anything, what ``Policy`` allows.
  ///
  /// May be called from any thread. Limit the size of `html` first.
  /// - Parameter scope: what holds the body, as `p123` for post 123; it becomes part of ids and
  ///   fragments, because several bodies share a page.
  /// - Throws: the ``Refusal`` of a document that is not rendered at all.
  public init(
    sanitizing html: String, scope: String? = nil, options: SanitizingOptions = .init()
  ) throws(Refusal) {
    try self.init(sanitizing: Array(html.utf8), scope: scope, options: options)
  }

  /// The same for bytes, which need not be valid UTF-8.
  public init(
    sanitizing html: [UInt8], scope: String? = nil, options: SanitizingOptions = .init()
  ) throws(Refusal) {
    let result = html.withUnsafeBufferPointer { input in
      Swift.Result { () throws(Refusal) in
        try sanitize(input, scope, options) { Array($0) }
      }
    }
    self = SanitizedHTML.vouched(for: try result.get())
  }

  /// Vouches for what ``sanitize(_:_:_:_:)`` has just written. Nothing else may be handed to it.
  static func vouched(for written: [UInt8]) -> SanitizedHTML {
    SanitizedHTML(writtenBySanitizer: written)
  }
}
