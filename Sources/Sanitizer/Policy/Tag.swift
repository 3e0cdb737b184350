/// Every element that we may write. The names of the cases are those of the elements.
enum Tag: UInt8, CaseIterable {
  case p, h2, h3, h4, h5, h6, br, hr, div, span, blockquote, pre
  case strong, b, em, i, u, s, del, ins, mark, small, sub, sup, code, kbd, samp, `var`
  case q, cite, abbr, dfn, time, bdi, bdo, wbr, a
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tfoot, tr, td, th
  case figure, figcaption, img, details, summary, ruby, rt, rp, section, input
}

/// A set of tags in one machine word.
struct TagSet: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ tags: Tag...) {
    var bits: UInt64 = 0
    for tag in tags { bits |= 1 << UInt64(tag.rawValue) }
    rawValue = bits
  }

  @inline(__always)
  func has(_ tag: Tag) -> Bool { rawValue & (1 << UInt64(tag.rawValue)) != 0 }

  /// Closed by any block: no block ever sits in them, so that every parser reads the same tree.
  static let phrasing = TagSet(
    .p, .h2, .h3, .h4, .h5, .h6, .pre, .span, .strong, .b, .em, .i, .u, .s, .del, .ins, .mark,
    .small, .sub, .sup, .code, .kbd, .samp, .var, .q, .cite, .abbr, .dfn, .time, .bdi, .bdo, .a,
    .ruby, .rt, .rp)
  static let blocks = TagSet(
    .p, .h2, .h3, .h4, .h5, .h6, .pre, .ul, .ol, .dl, .table, .blockquote, .div, .details,
    .figure, .hr, .section)
  static let void = TagSet(.br, .wbr, .hr, .img, .input)
  /// Hold only certain children; text in them is given one.
  static let structures = TagSet(.ul, .ol, .dl, .table, .thead, .tbody, .tfoot, .tr)
  static let rowGroups = TagSet(.thead, .tbody, .tfoot)
  static let cells = TagSet(.td, .th)
  static let tableParts = TagSet(.caption, .thead, .tbody, .tfoot, .tr, .td, .th)
  /// What a new `li`, `dt` or `dd` may close on its way to its list, as browsers do.
  static let closedByItem = phrasing.union(TagSet(.div, .li, .dt, .dd))
}
