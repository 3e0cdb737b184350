/// `@name` in what a member writes.
enum Mentions {
  /// Enough for a post; more would be a way to call everybody.
  static let most = 10

  /// The log-in names that `source` may be calling, in lower case, without repetition.
  static func names(in source: String) -> [String] {
    var names: [String] = []
    scan(Array(source.utf8)) { bytes, place in
      let name = String(decoding: bytes[place], as: UTF8.self).lowercased()
      if names.count < most, !names.contains(name) { names.append(name) }
      return nil
    }
    return names
  }

  /// `source` in which each known name has become a link to that member's page.
  static func linked(_ source: String, to members: [String: Member.ID]) -> String {
    if members.isEmpty { return source }
    let text = scan(Array(source.utf8)) { bytes, place in
      let name = String(decoding: bytes[place], as: UTF8.self)
      guard let member = members[name.lowercased()] else { return nil }
      let label = name.map { $0 == "_" ? "\\_" : String($0) }.joined()
      return "[@\(label)](/membres/\(member.value))"
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Walks over the names outside code, and writes what `replacement` gives for each.
  @discardableResult
  private static func scan(
    _ bytes: [UInt8], replacement: (_ bytes: [UInt8], _ name: Range<Int>) -> String?
  ) -> [UInt8] {
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count)
    var fence: UInt8?
    var index = 0
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = index..<end
      let mark = fenceMark(bytes, line)
      let isCode = fence != nil || mark != nil || isIndented(bytes, line)
      if let mark { fence = fence == nil ? mark : (fence == mark ? nil : fence) }
      if isCode {
        written += bytes[line]
      } else {
        scanLine(bytes, line, into: &written, replacement)
      }
      index = end
    }
    return written
  }

  private static func scanLine(
    _ bytes: [UInt8], _ line: Range<Int>, into written: inout [UInt8],
    _ replacement: (_ bytes: [UInt8], _ name: Range<Int>) -> String?
  ) {
    var index = line.lowerBound
    var isCode = false
    while index < line.upperBound {
      let byte = bytes[index]
      if byte == 0x60 { isCode.toggle() }
      let isCall = byte == 0x40 && !isCode && canPrecede(bytes, index, line)
      let name = isCall ? nameRange(bytes, from: index + 1, to: line.upperBound) : 0..<0
      if !name.isEmpty, let text = replacement(bytes, name) {
        written += text.utf8
        index = name.upperBound
      } else {
        written.append(byte)
        index += 1
      }
    }
  }

  /// White space or an opening mark: `a@b` is an address, not a call.
  private static func canPrecede(_ bytes: [UInt8], _ index: Int, _ line: Range<Int>) -> Bool {
    guard index > line.lowerBound else { return true }
    let before = bytes[index - 1]
    return before == 0x20 || before == 0x09 || before == 0x28 || before == 0xA0 || before == 0xAF
  }

  /// Letters, digits and `. - _`, not ending with a mark that closes a sentence.
  private static func nameRange(_ bytes: [UInt8], from start: Int, to limit: Int) -> Range<Int> {
    var end = start
    while end < limit, end - start < 40, isNameByte(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    return start..<end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func fenceMark(_ bytes: [UInt8], _ line: Range<Int>) -> UInt8? {
    var index = line.lowerBound
    while index < line.upperBound, index - line.lowerBound < 3, bytes[index] == 0x20 { index += 1 }
    guard index + 2 < line.upperBound, bytes[index] == 0x60 || bytes[index] == 0x7E,
      bytes[index + 1] == bytes[index], bytes[index + 2] == bytes[index]
    else { return nil }
    return bytes[index]
  }

  private static func isIndented(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes[line].starts(with: [0x20, 0x20, 0x20, 0x20]) || bytes[line].first == 0x09
  }
}
