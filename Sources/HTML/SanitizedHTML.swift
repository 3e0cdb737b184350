/// Markup from outside that a page may hold as it is.
///
/// Only code that imports `@_spi(Sanitizer)` can make one: the sanitiser, and the one file that
/// reads stored bodies back.
public struct SanitizedHTML: Sendable, Equatable {
  /// UTF-8 markup, well nested.
  public let utf8: [UInt8]

  /// Vouches that `utf8` was written by the sanitiser.
  @_spi(Sanitizer)
  public init(writtenBySanitizer utf8: [UInt8]) {
    self.utf8 = utf8
  }
}
