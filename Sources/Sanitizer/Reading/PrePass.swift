// The pre-pass gives libxml2 only what it reads as browsers do:
// (1) The result is valid UTF-8 without byte order marks, noncharacters, C1 controls, or C0 controls
//     other than TAB and LF: nothing in it can change the encoding or end the parse.
// (2) Every `&` in the result begins a reference that libxml2 knows and that stands for an ASCII
//     character; all others are either decoded here or written as `&amp;`.
// (3) One pass, and never more than five bytes for one.

/// Makes the bytes that the parser reads out of those that somebody sent.
struct PrePass: ~Copyable {
  private let input: UnsafePointer<UInt8>
  private let count: Int
  private let vocabulary: Vocabulary
  private var output: ByteBuffer
  private var at = 0

  /// An unknown element in front prevents the implied `<p>` around text at the top.
  static let root: StaticString = "<x-r>"

  static func clean(_ input: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) -> ByteBuffer {
    var pass = PrePass(input, vocabulary)
    pass.run()
    return pass.finish()
  }

  private init(_ input: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    count = input.count
    self.input = input.baseAddress ?? UnsafePointer(vocabulary.markup)
    output = ByteBuffer(capacity: input.count + input.count / 16 + 64)
    output.append(Self.root)
  }

  private consuming func finish() -> ByteBuffer { output }

  private static let plain: UInt8 = 0
  private static let control: UInt8 = 1
  private static let ampersand: UInt8 = 2
  private static let less: UInt8 = 3
  private static let comma: UInt8 = 4
  private static let high: UInt8 = 5
  private static let classes = ByteClasses { byte in
    switch byte {
    case 0x09, 0x0A: plain
    case ..<0x20: control
    case UInt8(ascii: "&"): ampersand
    case UInt8(ascii: "<"): less
    case UInt8(ascii: ","): comma
    case 0x80...: high
    default: plain
    }
  }

  private mutating func run() {
    let classes = Self.classes
    var run = 0
    while true {
      at = classes.plainRun(input, from: at, to: count)
      guard at < count else { break }
      let kept: Int
      let kind = classes[input[at]]
      if kind == Self.high {
        kept = wellFormed()
      } else if kind == Self.less {
        kept = isSpecialTag() ? 0 : 1
      } else if kind == Self.comma {
        kept = endsBase64() ? 0 : 1
      } else {
        kept = 0
      }
      at += kept
      if kept > 0 { continue }
      output.append(input + run, at - run)
      replace(kind)
      run = at
    }
    output.append(input + run, count - run)
  }

  /// Writes what stands for the bytes at hand, and steps over them.
  private mutating func replace(_ kind: UInt8) {
    switch kind {
    case Self.high: replaceHigh()
    case Self.less: replaceTag()
    case Self.comma: dropBase64()
    case Self.ampersand: replaceReference()
    default: replaceControl()
    }
  }

  private func byte(_ offset: Int) -> UInt8 {
    at + offset < count ? input[at + offset] : 0
  }

  private mutating func replaceControl() {
    switch input[at] {
    case 0x0D: if byte(1) != 0x0A { output.append(0x0A) }
    case 0x0C: output.append(0x20)
    default: break
    }
    at += 1
  }
}

// MARK: - UTF-8

extension PrePass {
  /// The length of the character at hand, or 0 when it cannot stay as it is.
  @inline(__always)
  private func wellFormed() -> Int {
    let length = encodedLength()
    if length == 0 { return 0 }
    switch input[at] {
    case 0xC2: return input[at + 1] < 0xA0 ? 0 : 2
    case 0xEF: return isMark() ? 0 : 3
    default: return length
    }
  }

  /// Unicode 15, table 3-7; 0 when the bytes are not well formed.
  @inline(__always)
  private func encodedLength() -> Int {
    let first = input[at]
    let second = byte(1)
    switch first {
    case 0xC2...0xDF:
      return second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      let lowest: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = first == 0xED ? 0x9F : 0xBF
      guard second >= lowest, second <= highest else { return 0 }
      return byte(2) & 0xC0 == 0x80 ? 3 : 0
    case 0xF0...0xF4:
      let lowest: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      guard second >= lowest, second <= highest else { return 0 }
      return byte(2) & 0xC0 == 0x80 && byte(3) & 0xC0 == 0x80 ? 4 : 0
    default:
      return 0
    }
  }

  /// U+FEFF, U+FFFE or U+FFFF.
  private func isMark() -> Bool {
    (byte(1) == 0xBB && byte(2) == 0xBF) || (byte(1) == 0xBF && byte(2) >= 0xBE)
  }

  private mutating func replaceHigh() {
    switch encodedLength() {
    case 2:
      output.append(scalar: Windows1252.scalar(for: UInt32(input[at + 1])))
      at += 2
    case 3:
      at += 3
    default:
      output.append(scalar: 0xFFFD)
      at += 1
    }
  }
}

// MARK: - Tags

extension PrePass {
  /// `<![if …]>` fills what word processors paste, and libxml2 shows it as text; browsers see a
  /// comment up to the next `>`. libxml2 does not know that `wbr` is void: hundreds would nest.
  private func isSpecialTag() -> Bool {
    if byte(1) == UInt8(ascii: "!") { return byte(2) == UInt8(ascii: "[") }
    return byte(1) | 0x20 == UInt8(ascii: "w") && byte(2) | 0x20 == UInt8(ascii: "b")
      && byte(3) | 0x20 == UInt8(ascii: "r") && byte(4) == UInt8(ascii: ">")
  }

  private mutating func replaceTag() {
    if byte(1) == UInt8(ascii: "!") {
      while at < count, input[at] != UInt8(ascii: ">") { at += 1 }
      at = min(at + 1, count)
    } else {
      output.append("<wbr/>")
      at += 5
    }
  }
}

// MARK: - Inline data

extension PrePass {
  private func endsBase64() -> Bool {
    guard at >= 6 else { return false }
    let word: StaticString = "base64"
    for offset in 0..<6 where input[at - 6 + offset] | 0x20 != word.utf8Start[offset] | 0x20 {
      return false
    }
    return base64Length() > Policy.longestInlineData
  }

  private func base64Length() -> Int {
    var end = at + 1
    while end < count, isBase64(input[end]) { end += 1 }
    return end - at - 1
  }

  private func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private mutating func dropBase64() {
    output.append(UInt8(ascii: ","))
    at += 1 + base64Length()
  }
}

// MARK: - References

extension PrePass {
  private mutating func replaceReference() {
    if byte(1) == UInt8(ascii: "#") {
      replaceNumber()
    } else {
      replaceName()
    }
  }

  /// `&name;` of HTML 4, or a bare `&`.
  private mutating func replaceName() {
    var length = 0
    while length < 16, isAlphanumeric(byte(1 + length)) { length += 1 }
    let name = Name(input + at + 1, count: length)
    let value = byte(1 + length) == UInt8(ascii: ";") ? vocabulary.entities[name] : 0
    switch value {
    case 0:
      output.append("&amp;")
      at += 1
    case ..<0x80:
      output.append(input + at, length + 2)
      at += length + 2
    default:
      output.append(scalar: value)
      at += length + 2
    }
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  /// `&#233;`, `&#xE9;`, with or without its semicolon.
  private mutating func replaceNumber() {
    let hexadecimal = byte(2) | 0x20 == UInt8(ascii: "x")
    let start = hexadecimal ? 3 : 2
    var length = start
    var value: UInt32 = 0
    while let digit = digit(byte(length), hexadecimal: hexadecimal) {
      value = min(value * (hexadecimal ? 16 : 10) + digit, 0x110000)
      length += 1
    }
    guard length > start else {
      output.append("&amp;")
      at += 1
      return
    }
    if byte(length) == UInt8(ascii: ";") { length += 1 }
    write(reference: value)
    at += length
  }

  private func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f") where hexadecimal: UInt32(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F") where hexadecimal: UInt32(byte) - 55
    default: nil
    }
  }

  /// ASCII stays a reference, for the parser: it may be markup. The rest is written out, and what
  /// is not a character becomes U+FFFD, as in browsers.
  private mutating func write(reference value: UInt32) {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20..<0x80:
      output.append("&#")
      output.append(decimal: Int(value))
      output.append(UInt8(ascii: ";"))
    case 0x80..<0xA0: output.append(scalar: Windows1252.scalar(for: value))
    case 0xFEFF, 0xFFFE, 0xFFFF: break
    case ..<0x20, 0xD800..<0xE000, 0x110000...: output.append(scalar: 0xFFFD)
    default: output.append(scalar: value)
    }
  }
}
