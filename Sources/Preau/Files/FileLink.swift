/// How a file stands in a text: `![what is seen](/fichiers/KEY)`, or a plain link.
enum FileLink {
  /// Characters of a key: 128 bits in the URL alphabet of Base64.
  static let keyLength = 22
  private static let start = Array("](/fichiers/".utf8)
  /// A text shows no more than that many.
  private static let most = 50

  /// Whether a rendered body leads to a file.
  static func isIn(_ html: [UInt8]) -> Bool { html.range(of: hrefStart, from: 0) != nil }

  private static let hrefStart = Array("href=\"/fichiers/".utf8)

  static func isKey(_ text: String) -> Bool {
    text.utf8.count == keyLength && Base64URL.decode(text) != nil
  }

  /// The line that shows a picture; an empty description is that of a decoration.
  static func line(_ description: String, picture key: String) -> String {
    "![\(escaped(description))](/fichiers/\(key))"
  }

  /// The line that offers a document or a film: what it is, of what kind, and how heavy.
  ///
  /// - Parameter words: what its sender says of it; its name when that is nothing.
  static func line(_ words: String, _ file: KeptFile, _ say: FileStrings) -> String {
    let name = file.name ?? say.video
    let kind = (file.name ?? file.type).split { $0 == "." || $0 == "/" }.last ?? ""
    let text = words.oneLine.isEmpty ? name : words
    return "[\(escaped(text))](/fichiers/\(file.key)) "
      + "(\(escaped(kind.uppercased())), \(say.size(file.bytes)))"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.oneLine {
      if "\\[]*_`<&!~|".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }

  /// The keys of the files that a text shows or leads to.
  static func keys(in source: String) -> Set<String> {
    let bytes = Array(source.utf8)
    var keys: Set<String> = []
    var place = 0
    while keys.count < most, let found = bytes.range(of: start, from: place) {
      let key = String(decoding: bytes[found.upperBound...].prefix(keyLength), as: UTF8.self)
      if isKey(key) { keys.insert(key) }
      place = found.upperBound
    }
    return keys
  }

  /// The same text with small pictures, each a link to the large one: for a poor line, and for who
  /// wants to look closer. A decoration leads nowhere, since its link would have no name.
  static func withThumbnails(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var shown: [UInt8] = []
    var place = 0
    while let found = bytes.range(of: start, from: place) {
      let end = found.upperBound + keyLength
      let key = String(decoding: bytes[found.upperBound...].prefix(keyLength), as: UTF8.self)
      let first = imageStart(bytes, before: found.lowerBound, from: place)
      guard isKey(key), end < bytes.count, bytes[end] == UInt8(ascii: ")"), let first else {
        shown += bytes[place..<found.upperBound]
        place = found.upperBound
        continue
      }
      let description = bytes[first + 2..<found.lowerBound]
      shown += bytes[place..<first]
      let image = "![\(String(decoding: description, as: UTF8.self))](/fichiers/\(key)/vignette)"
      let isDecoration = description.allSatisfy { $0 == 0x20 }
      shown += (isDecoration ? image : "[\(image)](/fichiers/\(key))").utf8
      place = end + 1
    }
    return place == 0 ? source : String(decoding: shown + bytes[place...], as: UTF8.self)
  }

  /// Where `![` stands that belongs to the `]` at `end`, with no other bracket in between.
  private static func imageStart(_ bytes: [UInt8], before end: Int, from start: Int) -> Int? {
    var place = end - 1
    while place > start {
      let isEscaped = bytes[place - 1] == UInt8(ascii: "\\")
      if bytes[place] == UInt8(ascii: "]"), !isEscaped { return nil }
      if bytes[place] == UInt8(ascii: "["), !isEscaped {
        let isImage = bytes[place - 1] == UInt8(ascii: "!")
        let isWord = place - 1 > start && bytes[place - 2] == UInt8(ascii: "\\")
        return isImage && !isWord ? place - 1 : nil
      }
      if bytes[place] == 0x0A { return nil }
      place -= 1
    }
    return nil
  }
}
