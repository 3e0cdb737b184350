/// Binary data as text between two lines that say what it is (RFC 7468).
enum PEM {
  static func text(_ label: String, _ der: [UInt8]) -> String {
    let digits = Array(Base64.encode(der).utf8)
    let lines = stride(from: 0, to: digits.count, by: 64).map {
      String(decoding: digits[$0..<min($0 + 64, digits.count)], as: UTF8.self)
    }
    return "-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n"
  }

  /// Longer than the public key of any size that we take.
  static let longestText = 16_384

  /// The first block of `text`; nil when there is none.
  static func read(_ text: String) -> (label: String, der: [UInt8])? {
    guard text.utf8.count <= longestText else { return nil }
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0 == " " || $0 == "\t" })
    }
    let begin = "-----BEGIN "
    guard let start = lines.firstIndex(where: { $0.hasPrefix(begin) }) else { return nil }
    let label = lines[start].dropFirst(begin.count).prefix { $0 != "-" }
    let body = lines[(start + 1)...]
    guard let end = body.firstIndex(where: { $0.hasPrefix("-----END \(label)-----") }),
      let der = Base64.decode(body[..<end].joined().utf8)
    else { return nil }
    return (String(label), der)
  }
}
