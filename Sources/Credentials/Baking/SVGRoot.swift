/// Where the root element of an SVG starts, found in its bytes: the file is well-formed, as the
/// reader of XML has found before.
struct SVGRoot {
  /// After its name.
  private let afterName: Int
  /// Its `>`, or the `/` before it.
  private let end: Int
  private let isEmpty: Bool
  private let name: String
  /// A declaration of our prefix, which is taken out.
  private let declared: Range<Int>?

  init(_ bytes: [UInt8]) throws(BakingProblem) {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let first = bytes.dropFirst(at).first, first >= 0x80 || first == 0 {
      throw .encodingUnknown
    }
    while true {
      guard let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) else { throw .damaged }
      at = next
      let rest = bytes[at...]
      if rest.starts(with: "<?".utf8) {
        let end = try Self.past("?>", in: bytes, from: at)
        try Self.checkEncoding(bytes[at..<end])
        at = end
      } else if rest.starts(with: "<!--".utf8) {
        at = try Self.past("-->", in: bytes, from: at + 4)
      } else if rest.starts(with: "<!".utf8) {
        at = try Self.past(">", in: bytes, from: at)
        // One with a part of its own could declare anything.
        if bytes[next..<at].contains(UInt8(ascii: "[")) { throw .entity }
      } else {
        break
      }
    }
    let nameEnd = bytes[at...].firstIndex { Self.ending.contains($0) } ?? bytes.count
    var quote: UInt8 = 0
    var place = nameEnd
    while place < bytes.count, quote != 0 || bytes[place] != UInt8(ascii: ">") {
      let byte = bytes[place]
      if quote == byte {
        quote = 0
      } else if quote == 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      place += 1
    }
    guard place < bytes.count else { throw .damaged }
    isEmpty = bytes[place - 1] == UInt8(ascii: "/")
    end = isEmpty ? place - 1 : place
    afterName = nameEnd
    name = String(decoding: bytes[(at + 1)..<nameEnd], as: UTF8.self)
    declared = try Self.declaration(in: bytes, nameEnd..<end)
  }

  private static let ending = Array(" \t\r\n/>".utf8)

  /// The same file with an attribute of the root and a first child.
  func inserting(_ attribute: String, _ child: String, into bytes: [UInt8]) -> [UInt8] {
    var output = Array(bytes[..<afterName]) + Array(attribute.utf8)
    if let declared {
      output += bytes[afterName..<declared.lowerBound] + bytes[declared.upperBound..<end]
    } else {
      output += bytes[afterName..<end]
    }
    output += ">".utf8
    output += child.utf8
    if isEmpty {
      output += "</\(name)>".utf8
      return output + bytes[(end + 2)...]
    }
    return output + bytes[(end + 1)...]
  }

  private static func past(
    _ mark: String, in bytes: [UInt8], from start: Int
  ) throws(BakingProblem) -> Int {
    let mark = Array(mark.utf8)
    var at = start
    while at + mark.count <= bytes.count {
      if bytes[at..<(at + mark.count)].elementsEqual(mark) { return at + mark.count }
      at += 1
    }
    throw .damaged
  }

  private static func checkEncoding(_ declaration: ArraySlice<UInt8>) throws(BakingProblem) {
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
    guard text.hasPrefix("<?xml "), text.contains("encoding") else { return }
    guard text.contains("utf-8") || text.contains("us-ascii") else { throw .encodingUnknown }
  }

  /// The picture was baked before and emptied by hand, or drawn by somebody who uses our prefix.
  private static func declaration(
    in bytes: [UInt8], _ range: Range<Int>
  ) throws(BakingProblem) -> Range<Int>? {
    let mark = Array("xmlns:openbadges".utf8)
    var at = range.lowerBound
    var quote: UInt8 = 0
    while at < range.upperBound {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if bytes[at..<range.upperBound].starts(with: mark),
        [UInt8(ascii: "="), 0x20, 0x09, 0x0A, 0x0D].contains(bytes[at + mark.count]),
        let open = bytes[at..<range.upperBound].firstIndex(where: {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }),
        let close = bytes[(open + 1)..<range.upperBound].firstIndex(of: bytes[open])
      {
        return at..<(close + 1)
      }
      at += 1
    }
    return nil
  }
}
