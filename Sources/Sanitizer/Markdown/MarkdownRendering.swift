import CCMark
import Synchronization

/// Renders Markdown with cmark-gfm. Nothing of what comes out is trusted.
///
/// - Parameter take: gets the HTML, whose bytes are valid until it returns.
func renderMarkdown<Result>(
  _ source: UnsafeBufferPointer<UInt8>,
  _ take: (UnsafeBufferPointer<UInt8>) throws(Refusal) -> Result
) throws(Refusal) -> Result {
  try MarkdownLimits.check(source)
  guard let html = Cmark.render(source) else { fatalError("cmark is out of memory") }
  defer { preau_cmark_free(html) }
  let bytes = UnsafeMutableRawPointer(html).assumingMemoryBound(to: UInt8.self)
  let length = preau_cmark_length(html)
  if length > source.count * Policy.growth + Policy.freeOutput { throw .tooMuchOutput }
  let output = UnsafeMutableBufferPointer(start: bytes, count: length)
  demoteEmptyHeaders(output)
  return try take(UnsafeBufferPointer(output))
}

private enum Cmark {
  /// cmark keeps the special characters of its extensions in global tables while it parses: two
  /// threads at once would lose each other's `~` and `|`.
  private static let turn = Mutex(())
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]
  /// The sanitiser is the only judge of raw HTML.
  private static let options = CInt(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES)
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// - Returns: a C string that the caller frees.
  static func render(_ source: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<CChar>? {
    _ = registered
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    let document = turn.withLock { _ in
      source.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
      return cmark_parser_finish(parser).map { UInt(bitPattern: $0) }
    }
    guard let node = document.flatMap({ OpaquePointer(bitPattern: $0) })
    else { return nil }
    defer { cmark_node_free(node) }
    return cmark_render_html(node, options, cmark_parser_get_syntax_extensions(parser))
  }
}
