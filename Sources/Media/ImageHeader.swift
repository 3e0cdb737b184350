/// What a picture says of itself before any of it is decoded: how much memory it would take.
public struct ImageHeader: Sendable, Equatable {
  /// By its content.
  public let format: ImageFormat
  /// In pixels, as stored: before ``orientation`` is applied.
  public let width: Int
  /// In pixels, as stored.
  public let height: Int
  /// How it is to be turned, 1 to 8 (EXIF 2.32 §4.6.4, tag 0x0112); 1: as it is.
  public var orientation = 1

  /// Reads the head of a file; nil when it is of no known kind, or ends too early.
  public init?(_ bytes: [UInt8]) {
    guard let format = ImageFormat(bytes) else { return nil }
    let found: ImageHeader? =
      switch format {
      case .jpeg: JPEGHeader.read(bytes)
      case .png: Self.png(bytes)
      case .gif: Self.gif(bytes)
      case .webp: Self.webp(bytes)
      }
    guard let found, found.width > 0, found.height > 0 else { return nil }
    self = found
  }

  init(_ format: ImageFormat, _ width: Int, _ height: Int, orientation: Int = 1) {
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation
  }

  /// The first chunk is always `IHDR` (PNG §5.6).
  private static func png(_ bytes: [UInt8]) -> ImageHeader? {
    guard bytes.dropFirst(12).starts(with: "IHDR".utf8), let width = bytes.big32(16),
      let height = bytes.big32(20)
    else { return nil }
    return ImageHeader(.png, width, height)
  }

  /// A frame may be larger than the screen that is announced: the larger one counts.
  private static func gif(_ bytes: [UInt8]) -> ImageHeader? {
    guard var width = bytes.little16(6), var height = bytes.little16(8), bytes.count > 13
    else { return nil }
    var place = 13 + colours(bytes[10])
    while place < bytes.count {
      if bytes[place] == 0x2C {
        guard let frameWidth = bytes.little16(place + 5),
          let frameHeight = bytes.little16(place + 7)
        else { return nil }
        width = max(width, frameWidth)
        height = max(height, frameHeight)
        return ImageHeader(.gif, width, height)
      }
      // An extension: a label, then blocks, each behind its length, up to an empty one.
      guard bytes[place] == 0x21 else { return nil }
      place += 2
      while place < bytes.count, bytes[place] > 0 { place += Int(bytes[place]) + 1 }
      place += 1
    }
    return nil
  }

  /// Bytes of the colour table that the flags announce.
  private static func colours(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  /// RFC 9649 §2.5 to §2.7. Where the canvas and the picture in it differ, libwebp refuses both.
  private static func webp(_ bytes: [UInt8]) -> ImageHeader? {
    let chunk = bytes.dropFirst(12).prefix(4)
    if chunk.elementsEqual("VP8X".utf8) {
      guard let width = bytes.little24(24), let height = bytes.little24(27) else { return nil }
      return ImageHeader(.webp, width + 1, height + 1)
    }
    if chunk.elementsEqual("VP8L".utf8) {
      guard bytes.count > 25, bytes[20] == 0x2F, let low = bytes.little16(21),
        let high = bytes.little16(23)
      else { return nil }
      let bits = low | high << 16
      return ImageHeader(.webp, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    guard chunk.elementsEqual("VP8 ".utf8), bytes.dropFirst(23).starts(with: [0x9D, 0x01, 0x2A]),
      let width = bytes.little16(26), let height = bytes.little16(28)
    else { return nil }
    return ImageHeader(.webp, width & 0x3FFF, height & 0x3FFF)
  }
}

extension [UInt8] {
  func big16(_ place: Int) -> Int? {
    place >= 0 && place + 2 <= count ? Int(self[place]) << 8 | Int(self[place + 1]) : nil
  }

  func big32(_ place: Int) -> Int? {
    guard let high = big16(place), let low = big16(place + 2) else { return nil }
    return high << 16 | low
  }

  func little16(_ place: Int) -> Int? {
    place >= 0 && place + 2 <= count ? Int(self[place + 1]) << 8 | Int(self[place]) : nil
  }

  func little24(_ place: Int) -> Int? {
    guard let low = little16(place), place + 3 <= count else { return nil }
    return low | Int(self[place + 2]) << 16
  }

  func little32(_ place: Int) -> Int? {
    guard let low = little16(place), let high = little16(place + 2) else { return nil }
    return low | high << 16
  }
}
