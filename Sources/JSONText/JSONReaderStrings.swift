extension JSONReader {
  /// RFC 8259 §7. Stands on the opening quotation mark.
  mutating func string() throws(JSONError) -> String {
    let opening = at
    at += 1
    let start = at
    skipPlain()
    // Most texts hold no escape: they are taken as they are.
    if next == UInt8(ascii: "\"") {
      at += 1
      return try unicode(bytes[start..<at - 1], from: opening)
    }
    var text = Array(bytes[start..<at])
    while !take(UInt8(ascii: "\"")) {
      guard take(UInt8(ascii: "\\")) else { throw fault(.syntax) }
      try escape(into: &text)
      let run = at
      skipPlain()
      text += bytes[run..<at]
    }
    return try unicode(text, from: opening)
  }

  private func unicode(_ text: some Sequence<UInt8>, from opening: Int) throws(JSONError) -> String
  {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONError(what: .notUnicode, offset: opening)
    }
    return string
  }

  /// Stops at a quotation mark, a backslash, a control character or the end.
  private mutating func skipPlain() {
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      at += 1
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let letter = next
    guard letter != UInt8(ascii: "u") else {
      at += 1
      text += Array(String(try escapedScalar()).utf8)
      return
    }
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    default: throw fault(.syntax)
    }
    at += 1
  }

  /// One `XXXX`, or the two of a surrogate pair.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let start = at - 2
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let alone = JSONError(what: .loneSurrogate, offset: start)
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw alone }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw alone }
    return scalar
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      // Of one byte, so no digit of another script is taken.
      guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else { throw fault(.syntax) }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
