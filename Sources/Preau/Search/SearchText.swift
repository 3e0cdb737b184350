/// What of a text may be found by everybody who reads the post.
///
/// A visitor is not shown whom a post calls with `@name`, since learners have no name outside
/// log-in. The index does not hold those names at all: neither words nor snippets can tell them.
enum SearchText {
  /// `text` in which each `@name` is `@…`. An address such as `name@school` is not a call.
  static func withoutCalls(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    var kept: [UInt8] = []
    var isCalling = false
    var before = UInt8(ascii: " ")
    for byte in text.utf8 {
      if isCalling && isNameByte(byte) { continue }
      if isCalling { kept += "…".utf8 }
      isCalling = byte == UInt8(ascii: "@") && !isNameByte(before)
      kept.append(byte)
      before = byte
    }
    if isCalling { kept += "…".utf8 }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Those of log-in names, which are ASCII.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
