import CLibXML2

/// One document being read: what libxml2 says becomes events.
final class XMLSession {
  private let limits: XMLLimits
  private let take: (XMLEvent) throws -> Void
  private(set) var failure: (any Error)?
  private var depth = 0
  private var text: [UInt8] = []
  /// Lent by whoever parses, for as long as it does.
  var context: xmlParserCtxtPtr?

  init(_ limits: XMLLimits, _ take: @escaping (XMLEvent) throws -> Void) {
    self.limits = limits
    self.take = take
  }

  func finish(isWellFormed: Bool) {
    if failure == nil, !isWellFormed { fail(.malformed(Int(context?.pointee.errNo ?? 0))) }
    context = nil
  }

  func start(_ name: XMLName, _ attributes: SentAttributes) {
    if failure != nil { return }
    depth += 1
    if depth > limits.depth { return fail(.tooDeep) }
    if attributes.defaultedCount > 0 { return fail(.documentType) }
    if attributes.count + attributes.namespaceCount > limits.attributes {
      return fail(.tooManyAttributes)
    }
    if attributes.longestValue > limits.attributeBytes { return fail(.attributeTooLong) }
    give(.start(XMLElement(name: name, attributes: attributes.decoded, line: line)))
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    if failure != nil { return }
    if text.count + bytes.count > limits.textBytes { return fail(.textTooLong) }
    text += bytes
  }

  func end() {
    if failure != nil { return }
    depth -= 1
    give(.end(line: line))
  }

  /// libxml2's complaint: warnings pass, but for a missing entity.
  func complain(code: Int, isWarning: Bool, line: Int) {
    let missing = [XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY].map { Int($0.rawValue) }
    if missing.contains(code) {
      fail(.entity, line: line)
    } else if !isWarning {
      fail(.malformed(code), line: line)
    }
  }

  private func give(_ event: XMLEvent) {
    do {
      if !text.isEmpty {
        let whole = String(decoding: text, as: UTF8.self)
        text.removeAll(keepingCapacity: true)
        try take(.text(whole))
      }
      try take(event)
    } catch {
      stop(error)
    }
  }

  private var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }

  private func fail(_ reason: XMLError.Reason, line: Int? = nil) {
    stop(XMLError(reason, line: line ?? self.line))
  }

  private func stop(_ error: any Error) {
    if failure != nil { return }
    failure = error
    if let context { xmlStopParser(context) }
  }
}

/// The attributes of a start tag, as libxml2 has them: five pointers for each.
struct SentAttributes {
  let count: Int
  let namespaceCount: Int
  let defaultedCount: Int
  let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  var longestValue: Int {
    (0..<count).map { value($0).count }.max() ?? 0
  }

  var decoded: [XMLAttribute] {
    guard let pointers else { return [] }
    return (0..<count).map { index in
      let name = XMLName(string(pointers[5 * index + 2]), string(pointers[5 * index]))
      return XMLAttribute(name: name, value: Self.decoded(value(index)))
    }
  }

  /// Where entities are not expanded, libxml2 hands every `&` of a value over as `&#38;`, however it
  /// was written; all other references are replaced already.
  private static func decoded(_ value: UnsafeBufferPointer<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    var bytes: [UInt8] = []
    var index = 0
    while index < value.count {
      bytes.append(value[index])
      index += value[index] == UInt8(ascii: "&") ? "&#38;".utf8.count : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let pointers, let start = pointers[5 * index + 3], let end = pointers[5 * index + 4]
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start, count: end - start)
  }
}

/// A name of libxml2's; empty for none.
func string(_ name: UnsafePointer<xmlChar>?) -> String {
  name.map { String(cString: $0) } ?? ""
}
