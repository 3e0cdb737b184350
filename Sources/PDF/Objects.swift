import CZlib

/// The numbered objects of a file, and the file that they make (ISO 32000-1 §7.5).
struct Objects {
  private var bodies: [[UInt8]?] = []

  /// A number for an object that others name before it is written.
  mutating func reserve() -> Int {
    bodies.append(nil)
    return bodies.count
  }

  mutating func set(_ number: Int, _ text: String) { bodies[number - 1] = Array(text.utf8) }

  mutating func add(_ text: String) -> Int {
    let number = reserve()
    set(number, text)
    return number
  }

  /// A stream, packed where that makes it shorter.
  ///
  /// - Parameter entries: of its dictionary, beside its length.
  mutating func add(stream bytes: [UInt8], _ entries: String = "") -> Int {
    let packed = Self.packed(bytes)
    let content = packed ?? bytes
    let filter = packed == nil ? "" : " /Filter /FlateDecode"
    let number = reserve()
    bodies[number - 1] =
      Array("<< /Length \(content.count)\(filter) \(entries) >>\nstream\n".utf8) + content
      + Array("\nendstream".utf8)
    return number
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var length = compressBound(UInt(bytes.count))
    let packed = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      count =
        compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), 9) == Z_OK
        ? Int(length) : 0
    }
    return packed.isEmpty || packed.count >= bytes.count ? nil : packed
  }

  /// - Parameters:
  ///   - root: the number of the catalogue.
  ///   - information: the number of what the document says of itself.
  func file(root: Int, information: Int) -> [UInt8] {
    // The second line tells programs that this is no text.
    var file = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    var places: [Int] = []
    for (index, body) in bodies.enumerated() {
      guard let body else { preconditionFailure("Object \(index + 1) was never written.") }
      places.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      let zeros = String(repeating: "0", count: 10 - digits.count)
      file += Array("\(zeros)\(digits) 00000 n \n".utf8)
    }
    let trailer = """
      trailer
      << /Size \(places.count + 1) /Root \(root) 0 R /Info \(information) 0 R >>
      startxref
      \(start)
      %%EOF

      """
    return file + Array(trailer.utf8)
  }
}

/// How values are written. Every string of characters is in hexadecimal digits, so that nothing in it
/// can end it.
enum Written {
  /// Any text (§7.9.2.2: UTF-16 with its mark).
  static func text(_ text: String) -> String {
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 { bytes.append16(Int(unit)) }
    return hex(bytes)
  }

  /// Bytes as they are, such as an address or the name of a language.
  static func plain(_ text: String) -> String { hex(Array(text.utf8)) }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = [UInt8(ascii: "<")]
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    text.append(UInt8(ascii: ">"))
    return String(decoding: text, as: UTF8.self)
  }

  /// With two decimals at most: a PDF knows no exponents.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The three parts of 0xRRGGBB.
  static func colour(_ colour: UInt32) -> String {
    [16, 8, 0].map { number(Double(colour >> $0 & 0xFF) / 255) }.joined(separator: " ")
  }
}
