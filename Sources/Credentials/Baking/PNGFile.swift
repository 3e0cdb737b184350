// Reading a PNG that anybody may have sent:
// (1) No pixel is ever decoded: a picture of a billion of them costs what its bytes cost.
// (2) Every checksum is right, or nothing is taken.
// (3) A text that is compressed is expanded up to a limit.

import CZlib

/// A PNG as a row of chunks (PNG §5).
struct PNGFile {
  private let bytes: [UInt8]
  private let chunks: [Chunk]

  private struct Chunk {
    let type: String
    /// With its length and its checksum.
    let whole: Range<Int>
    let content: Range<Int>
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  init(_ bytes: [UInt8]) throws(BakingProblem) {
    self.bytes = bytes
    var chunks: [Chunk] = []
    var at = Self.signature.count
    while at < bytes.count {
      guard at + 12 <= bytes.count else { throw .cut }
      let length = Self.number(bytes, at)
      guard length <= bytes.count else { throw .cut }
      let end = at + 12 + length
      guard end <= bytes.count else { throw .cut }
      let content = (at + 8)..<(end - 4)
      guard Self.checksum(bytes[(at + 4)..<(end - 4)]) == Self.number(bytes, end - 4) else {
        throw .damaged
      }
      let type = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
      chunks.append(Chunk(type: type, whole: at..<end, content: content))
      at = end
      if type == "IEND" { break }
    }
    guard chunks.first?.type == "IHDR" else { throw .damaged }
    guard chunks.last?.type == "IEND" else { throw .cut }
    self.chunks = chunks
  }

  /// What is baked in, one of each version at most.
  func baked() throws(BakingProblem) -> [BakedText] {
    var found: [BakedText] = []
    for chunk in chunks {
      guard let (version, text) = try read(chunk) else { continue }
      if found.contains(where: { $0.version == version }) { throw .bakedTwice }
      found.append(BakedText(version: version, text: text))
    }
    return found
  }

  /// The same picture with this text alone under its keyword, before the pixels.
  func baking(_ baked: BakedText) throws(BakingProblem) -> [UInt8] {
    guard let header = chunks.first else { throw .damaged }
    // Keyword, end, not compressed, method, no language, no translation (PNG §11.3.4.5).
    let content =
      Array(baked.version.keyword.utf8) + [0, 0, 0, 0, 0] + Array(baked.text.utf8)
    var output = Array(bytes[..<header.whole.upperBound])
    output.reserveCapacity(bytes.count + content.count + 12)
    Self.append("iTXt", content, to: &output)
    for chunk in chunks.dropFirst() where version(of: chunk) != baked.version {
      output += bytes[chunk.whole]
    }
    return output
  }

  private func version(of chunk: Chunk) -> BakedVersion? {
    guard chunk.type == "iTXt" || chunk.type == "tEXt" else { return nil }
    let keyword = bytes[chunk.content].prefix(80).prefix { $0 != 0 }
    return BakedVersion.allCases.first { $0.keyword.utf8.elementsEqual(keyword) }
  }

  private func read(_ chunk: Chunk) throws(BakingProblem) -> (BakedVersion, String)? {
    guard let version = version(of: chunk) else { return nil }
    var rest = bytes[chunk.content].dropFirst(version.keyword.utf8.count + 1)
    if chunk.type == "iTXt" {
      guard rest.count >= 2, let isCompressed = rest.first, isCompressed <= 1 else {
        throw .damaged
      }
      rest = rest.dropFirst(2)
      // A language and a translated keyword, each up to a zero.
      for _ in 0..<2 {
        guard let end = rest.firstIndex(of: 0) else { throw .damaged }
        rest = rest[(end + 1)...]
      }
      if isCompressed == 1 {
        guard let text = Gzip.expand(Array(rest), .zlib, most: Baking.longestText) else {
          throw .textTooLong
        }
        rest = text[...]
      }
    }
    guard rest.count <= Baking.longestText else { throw .textTooLong }
    guard let text = String(validating: rest, as: UTF8.self) else { throw .textDamaged }
    return (version, text)
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func append(_ type: String, _ content: [UInt8], to output: inout [UInt8]) {
    let body = Array(type.utf8) + content
    output += bigEndian(content.count) + body + bigEndian(checksum(body[...]))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
