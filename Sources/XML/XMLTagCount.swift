// libxml2 compares each attribute of a tag with all before it, and seeks each prefix among all that
// are declared around it, before it hands the tag over. So they are counted first:
// (1) Each byte is looked at once: no document takes longer than its length.
// (2) Where this pass and libxml2 could see different tags, the document is not well-formed, and
//     libxml2 stops there.
// (3) An encoding in which they could see different letters is refused.

import CLibXML2
import Glibc

/// Counts the tags of a document and what is in them, before it is parsed.
struct XMLTagCount {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: XMLLimits
  private var at = 0
  private var elements = 0
  /// How many prefixes each open element declares.
  private var open: [Int] = []
  private var prefixes = 0

  /// - Throws: ``XMLError``.
  static func check(_ document: [UInt8], _ limits: XMLLimits) throws {
    try XMLLetters.ascii(of: document).withUnsafeBufferPointer { bytes in
      var count = XMLTagCount(bytes, limits)
      try count.run()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func run() throws(XMLError) {
    while let tag = place(of: UInt8(ascii: "<"), from: at) {
      at = tag
      if starts(with: "<!--") {
        at = end(of: "-->", from: tag + 4)
      } else if starts(with: "<![CDATA[") {
        at = end(of: "]]>", from: tag + 9)
      } else if starts(with: "<?") {
        at = end(of: "?>", from: tag + 2)
      } else if starts(with: "<!") {
        try documentType()
      } else if starts(with: "</") {
        at = end(of: ">", from: tag + 2)
        if let closed = open.popLast() { prefixes -= closed }
      } else {
        try startTag()
      }
    }
  }

  private mutating func startTag() throws(XMLError) {
    elements += 1
    if elements > limits.elements { throw error(.tooManyElements) }
    var attributes = 0
    var declared = 0
    at += 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at = place(of: bytes[at], from: at + 1) ?? bytes.count
      case UInt8(ascii: "="):
        attributes += 1
        if attributes > limits.attributes { throw error(.tooManyAttributes) }
      case UInt8(ascii: "x") where bytes[at - 1] <= 0x20 && starts(with: "xmlns"):
        declared += 1
      case UInt8(ascii: ">"):
        if prefixes + declared > limits.prefixes { throw error(.tooManyAttributes) }
        if bytes[at - 1] != UInt8(ascii: "/") {
          open.append(declared)
          prefixes += declared
        }
        at += 1
        return
      default: break
      }
      at += 1
    }
  }

  /// One with a part of its own holds quotes, comments and instructions, and declares attributes that
  /// are compared, too.
  private mutating func documentType() throws(XMLError) {
    let start = at
    var depth = 0
    at += 2
    while at < bytes.count {
      if at - start > limits.documentTypeBytes { throw error(.tooLong) }
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at = place(of: bytes[at], from: at + 1) ?? bytes.count
      case UInt8(ascii: "<") where starts(with: "<!--"): at = end(of: "-->", from: at + 4) - 1
      case UInt8(ascii: "<") where starts(with: "<?"): at = end(of: "?>", from: at + 2) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        at += 1
        return
      default: break
      }
      at += 1
    }
  }

  private func place(of byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private func starts(with mark: StaticString, at place: Int? = nil) -> Bool {
    let place = place ?? at
    guard place + mark.utf8CodeUnitCount <= bytes.count, let base = bytes.baseAddress else {
      return false
    }
    return memcmp(base + place, mark.utf8Start, mark.utf8CodeUnitCount) == 0
  }

  /// After a mark, or at the end of the document when there is none.
  private func end(of mark: StaticString, from start: Int) -> Int {
    var from = start
    while let found = place(of: mark.utf8Start.pointee, from: from) {
      if starts(with: mark, at: found) { return found + mark.utf8CodeUnitCount }
      from = found + 1
    }
    return bytes.count
  }

  private func error(_ reason: XMLError.Reason) -> XMLError {
    XMLError(
      reason, line: bytes[..<min(at, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 })
  }
}
