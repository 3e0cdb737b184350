/// What becomes of an element that somebody sent.
enum Element: UInt32, CaseIterable {
  /// Anything not listed: the tag goes, the content stays.
  case unknown = 0
  /// Nothing stays of a tag that has no content of its own.
  case dropped = 1
  /// A `section` is one only for footnotes.
  case section = 2
  /// An `input` is kept only as a checkbox.
  case input = 3
  case image = 4

  /// From here on: dropped with the content. The number tells which, to find its own end.
  static let firstDroppedWhole: UInt32 = 64
  /// From here on: written, as the tag of which this is the raw value plus the number.
  static let firstKept: UInt32 = 128

  static let droppedWhole: [StaticString] = [
    "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "svg",
    "math", "xmp", "noembed", "noframes", "plaintext", "title", "textarea", "select", "option",
    "optgroup", "datalist", "button", "audio", "video", "canvas", "map", "frameset", "portal",
    "xml",
  ]
  static let droppedTags: [StaticString] = [
    "base", "link", "meta", "param", "source", "track", "col", "colgroup", "area", "frame",
    "basefont", "bgsound", "isindex",
  ]
  static let renamed: [(StaticString, Tag)] = [
    ("h1", .h2), ("strike", .s), ("tt", .code), ("acronym", .abbr), ("menu", .ul), ("dir", .ul),
    ("listing", .pre), ("article", .div), ("aside", .div), ("header", .div), ("footer", .div),
    ("main", .div), ("nav", .div), ("address", .div), ("center", .div), ("form", .div),
    ("fieldset", .div),
  ]
}
