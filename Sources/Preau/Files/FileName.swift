import HTTP
import Media

/// Under what name a document is offered to be saved: what its sender called it, made harmless on every
/// computer, and ending as its content says.
struct FileName: Equatable, Sendable {
  let text: String

  /// In bytes, its ending aside.
  static let longest = 120
  /// Names that some computers keep for devices.
  private static let devices: Set<String> =
    Set(["con", "prn", "aux", "nul"])
    .union((1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// - Parameter given: what came with the form: anybody's word.
  init(_ given: String, of kind: DocumentKind) {
    let cleaned = Self.cleaned(given)
    let known = kind.extensions.first { cleaned.lowercased().hasSuffix("." + $0) }
    let ending = "." + (known ?? kind.extensions[0])
    var stem = known == nil ? cleaned : String(cleaned.dropLast(ending.count))
    while stem.utf8.count > Self.longest { stem.removeLast() }
    stem = Self.trimmed(stem)
    if stem.isEmpty { stem = "document" }
    let first = stem.prefix { $0 != "." }.lowercased()
    text = (Self.devices.contains(first) ? "_" : "") + stem + ending
  }

  /// One that was kept.
  init(kept text: String) { self.text = text }

  /// Without what no computer takes in a name, and without characters that cannot be seen or that
  /// turn the others around.
  private static func cleaned(_ given: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in given.nfc.unicodeScalars.prefix(1_000) {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: continue
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: kept.append(" ")
      default: kept.append("/\\:*?\"<>|%;".unicodeScalars.contains(scalar) ? "-" : scalar)
      }
    }
    return trimmed(String(kept))
  }

  /// A name that begins with a dot is hidden, one that ends with it is another one elsewhere.
  private static func trimmed(_ name: String) -> String {
    var rest = name[...]
    while let first = rest.first, first == "." || first == " " || first == "-" {
      rest.removeFirst()
    }
    while let last = rest.last, last == "." || last == " " { rest.removeLast() }
    return rest.split(separator: " ").joined(separator: " ")
  }

  /// The value of `Content-Disposition` (RFC 6266 §4.3, RFC 8187 §3.2): the name in ASCII for old
  /// programs, then the name.
  var attachment: String {
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.isASCII ? Self.letter($0) : "_" as Unicode.Scalar }))
    var encoded = ""
    for byte in text.utf8 {
      if Self.isAttributeCharacter(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\"" || scalar == "\\" || scalar == "%" ? "_" : scalar
  }

  /// RFC 8187 §3.2.1.
  private static func isAttributeCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$&+-.^_`|~".utf8.contains(byte)
    }
  }
}
