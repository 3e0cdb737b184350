/// Every attribute that we read, in the order in which we write them.
enum Attribute: UInt8, CaseIterable {
  case id, `class`, lang, dir, title
  case start, reversed, type, checked, open, datetime
  case colspan, rowspan, align, scope
  case href, src, alt, width, height

  @inline(__always)
  var bit: UInt32 { 1 << UInt32(rawValue) }
}

extension Attribute {
  private static func bits(_ attributes: Attribute...) -> UInt32 {
    attributes.reduce(0) { $0 | $1.bit }
  }

  private static let everywhere = bits(.id, .lang, .dir, .title)

  /// The attributes that may stand on `tag`, one bit each.
  static func allowed(on tag: Tag) -> UInt32 {
    switch tag {
    case .ol: everywhere | bits(.start, .reversed, .type)
    case .td, .th: everywhere | bits(.colspan, .rowspan, .align, .scope)
    case .code, .section: everywhere | bits(.class)
    case .time: everywhere | bits(.datetime)
    case .details: everywhere | bits(.open)
    case .a: everywhere | bits(.href)
    case .img: everywhere | bits(.src, .alt, .width, .height)
    case .input: everywhere | bits(.type, .checked)
    default: everywhere
    }
  }
}
