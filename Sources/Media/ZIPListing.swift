/// What a ZIP file says that it holds (APPNOTE.TXT 6.3.10 §4.3). Nothing is unpacked.
struct ZIPListing {
  let names: Set<String>
  /// What the first entry, named `mimetype` and not compressed, says of packages that have one
  /// (OpenDocument 1.3 part 2 §3.3, EPUB 3.3 OCF §4.3).
  let declaredType: String?

  /// More entries than that are no school work.
  static let mostEntries = 10_000
  /// A file unfolds into so many bytes at most, for each of its own; text and tables into about
  /// twenty.
  static let mostUnfolding = 200
  /// Small ones unfold into more: an empty sheet of a million cells.
  static let alwaysUnfolds = 32 << 20

  init(of bytes: [UInt8]) throws(DocumentKind.Problem) {
    guard let end = Self.endRecord(bytes), let count = bytes.little16(end + 10),
      let size = bytes.little32(end + 12), let start = bytes.little32(end + 16)
    else { throw .damaged }
    // ZIP64, and files in several parts, are for what is far larger than an upload.
    guard start + size <= end, count <= Self.mostEntries else { throw .damaged }
    var reader = DirectoryReader(bytes: bytes, place: start, end: start + size)
    var names: Set<String> = []
    for _ in 0..<count { names.insert(try reader.next()) }
    guard reader.place == start + size, reader.packed <= start else { throw .dangerous }
    let most = max(Self.alwaysUnfolds, bytes.count * Self.mostUnfolding)
    guard reader.unpacked <= most else { throw .dangerous }
    self.names = names
    declaredType = Self.declaredType(bytes)
  }

  /// The last record, behind which only a comment may stand.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    var place = bytes.count - 22
    let last = max(0, place - 0xFFFF)
    while place >= last {
      if bytes.little32(place) == 0x0605_4B50,
        bytes.little16(place + 20) == bytes.count - place - 22
      {
        return place
      }
      place -= 1
    }
    return nil
  }

  private static func declaredType(_ bytes: [UInt8]) -> String? {
    guard bytes.little16(8) == 0, bytes.little16(26) == 8, let extra = bytes.little16(28),
      let size = bytes.little32(18), size <= 200,
      bytes[30..<min(38, bytes.count)].elementsEqual("mimetype".utf8)
    else { return nil }
    let start = 38 + extra
    guard start + size <= bytes.count else { return nil }
    return String(decoding: bytes[start..<start + size], as: UTF8.self)
  }
}

/// Walks through the directory at the end of a ZIP file.
private struct DirectoryReader {
  let bytes: [UInt8]
  var place: Int
  let end: Int
  /// Bytes of all entries as they are and as they unfold; when they lie over each other, the first sum
  /// exceeds what there is.
  var packed = 0
  var unpacked = 0

  mutating func next() throws(DocumentKind.Problem) -> String {
    guard place + 46 <= end, bytes.little32(place) == 0x0201_4B50,
      let packedSize = bytes.little32(place + 20), let size = bytes.little32(place + 24),
      let nameLength = bytes.little16(place + 28), let extra = bytes.little16(place + 30),
      let comment = bytes.little16(place + 32)
    else { throw .damaged }
    let start = place + 46
    guard start + nameLength + extra + comment <= end else { throw .damaged }
    packed += packedSize
    unpacked += size
    place = start + nameLength + extra + comment
    let name = String(decoding: bytes[start..<start + nameLength], as: UTF8.self)
    if climbs(name) { throw .dangerous }
    return name
  }

  /// Whether it would be unfolded outside its folder.
  private func climbs(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    return parts.contains("..") || parts.first == "" || name.dropFirst().first == ":"
  }
}
