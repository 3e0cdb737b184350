import CLibXML2

/// The letters of which markup is made, in the encodings of which they are known.
enum XMLLetters {
  /// A document with a byte for each letter below U+0080; what the others are does not matter.
  ///
  /// - Throws: ``XMLError`` for an encoding in which a byte could stand for several letters.
  static func ascii(of document: [UInt8]) throws(XMLError) -> [UInt8] {
    let start = document.prefix(4)
    let isBig = start.starts(with: [0xFE, 0xFF]) || start.elementsEqual([0, 0x3C, 0, 0x3F])
    let isLittle = start.starts(with: [0xFF, 0xFE]) || start.elementsEqual([0x3C, 0, 0x3F, 0])
    if isBig || isLittle {
      let text = units(of: document, isBig)
      try check(text.drop { $0 != UInt8(ascii: "<") }, among: wide)
      return text
    }
    // UTF-32, and EBCDIC.
    if start.contains(0) || start.first == 0x4C { throw unknown }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    try check(document.dropFirst(document.starts(with: mark) ? mark.count : 0), among: narrow)
    return document
  }

  private static func units(of document: [UInt8], _ isBig: Bool) -> [UInt8] {
    stride(from: 0, to: document.count - 1, by: 2).map { place in
      let first = document[place]
      let second = document[place + 1]
      let (high, low) = isBig ? (first, second) : (second, first)
      return high == 0 && low < 0x80 ? low : UInt8(ascii: "x")
    }
  }

  /// Each of these has the letters of ASCII at their places, and nothing else there.
  private static let narrow = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-", "iso8859-", "latin1", "windows-125", "cp125",
  ]
  private static let wide = ["utf-16", "utf16", "ucs-2", "iso-10646-ucs-2"]

  /// What the first line says of its encoding, as often as it says it.
  private static func check(
    _ text: ArraySlice<UInt8>, among known: [String]
  ) throws(XMLError) {
    guard text.starts(with: "<?xml".utf8), text.dropFirst(5).first.map({ $0 <= 0x20 }) == true
    else { return }
    let line = text.prefix { $0 != UInt8(ascii: ">") }
    let parts = String(decoding: line, as: UTF8.self).lowercased().split(
      separator: "encoding", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      let name = part.drop { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" }
      guard known.contains(where: { name.hasPrefix($0) }) else { throw unknown }
    }
  }

  private static let unknown = XMLError(
    .malformed(Int(XML_ERR_UNSUPPORTED_ENCODING.rawValue)), line: 1)
}
