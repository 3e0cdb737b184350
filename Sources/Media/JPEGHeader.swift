/// The markers of a JPEG file up to its first scan (ISO/IEC 10918-1 annex B).
enum JPEGHeader {
  /// A progressive picture comes in about ten scans. A crafted one holds thousands, each a few bytes
  /// long and each a walk through the whole picture.
  static let mostScans = 100

  static func read(_ bytes: [UInt8]) -> ImageHeader? {
    var place = 2
    var size: (width: Int, height: Int)?
    var orientation = 1
    while let marker = nextMarker(bytes, &place) {
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
      guard let length = bytes.big16(place), length >= 2 else { return nil }
      if isFrame(marker) {
        guard size == nil, let height = bytes.big16(place + 3), let width = bytes.big16(place + 5)
        else { return nil }
        size = (width, height)
      } else if marker == 0xE1 {
        orientation = Exif.orientation(bytes, place + 2, place + length) ?? orientation
      } else if marker == 0xDA {
        guard let size, isWhole(bytes, from: place) else { return nil }
        return ImageHeader(.jpeg, size.width, size.height, orientation: orientation)
      }
      place += length
    }
    return nil
  }

  /// Skips what stands between two segments, as decoders do.
  private static func nextMarker(_ bytes: [UInt8], _ place: inout Int) -> UInt8? {
    while place < bytes.count, bytes[place] != 0xFF { place += 1 }
    while place < bytes.count, bytes[place] == 0xFF { place += 1 }
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
  }

  /// Whether the end of the picture has come, after not too many scans. Between scans no `FF` stands
  /// before another byte than 0 but in a marker.
  private static func isWhole(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var scans = 1
      var place = start
      while place + 1 < bytes.count {
        if bytes[place] == 0xFF {
          if bytes[place + 1] == 0xD9 { return true }
          if bytes[place + 1] == 0xDA { scans += 1 }
          if scans > mostScans { return false }
        }
        place += 1
      }
      return false
    }
  }
}

/// The one thing that is read of EXIF before all of it is left behind.
enum Exif {
  /// - Parameters:
  ///   - start: of the segment's content.
  ///   - end: of the segment.
  static func orientation(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard end <= bytes.count, start + 14 <= end,
      bytes[start..<end].starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0])
    else { return nil }
    let tiff = start + 6
    let isLittle = bytes[tiff] == 0x49
    func short(_ place: Int) -> Int? {
      guard place + 2 <= end else { return nil }
      return isLittle ? bytes.little16(place) : bytes.big16(place)
    }
    func long(_ place: Int) -> Int? {
      guard place + 4 <= end else { return nil }
      return isLittle ? bytes.little32(place) : bytes.big32(place)
    }
    guard let offset = long(tiff + 4), offset < end, let count = short(tiff + offset) else {
      return nil
    }
    for index in 0..<count {
      let entry = tiff + offset + 2 + 12 * index
      guard let tag = short(entry) else { return nil }
      if tag == 0x0112 {
        return short(entry + 8).flatMap { (1...8).contains($0) ? $0 : nil }
      }
    }
    return nil
  }
}
