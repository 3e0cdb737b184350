public import HTML

extension SanitizedHTML {
  /// Renders Markdown (tables, strikethrough, task lists, autolinks, footnotes) and keeps of the
  /// result what ``Policy`` allows.
  ///
  /// May be called from any thread. Limit the size of `markdown` first.
  /// - Parameter scope: as in ``init(sanitizing:scope:options:)``.
  /// - Throws: the ``Refusal`` of a document that is not rendered at all.
  public init(
    markdown: String, scope: String? = nil, options: SanitizingOptions = .init()
  ) throws(Refusal) {
    try self.init(markdown: Array(markdown.utf8), scope: scope, options: options)
  }

  /// The same for bytes, which need not be valid UTF-8.
  public init(
    markdown: [UInt8], scope: String? = nil, options: SanitizingOptions = .init()
  ) throws(Refusal) {
    let result = markdown.withUnsafeBufferPointer { source in
      Swift.Result { () throws(Refusal) in
        try renderMarkdown(source) { html throws(Refusal) in
          try sanitize(html, scope, options) { Array($0) }
        }
      }
    }
    self = SanitizedHTML.vouched(for: try result.get())
  }
}
