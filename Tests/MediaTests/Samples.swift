import CGD

/// Pictures as a telephone or a program would write them.
enum Sample {
  /// White, with a red corner at the top left.
  static func jpeg(width: Int32 = 80, height: Int32 = 40) -> [UInt8] {
    drawn(width, height) { gdImageJpegPtr($0, $1, 90) }
  }

  static func gif() -> [UInt8] { drawn(80, 40) { gdImageGifPtr($0, $1) } }
  static func png(width: Int32 = 80, height: Int32 = 40) -> [UInt8] {
    drawn(width, height) { gdImagePngPtr($0, $1) }
  }
  static func webp() -> [UInt8] { drawn(80, 40) { gdImageWebpPtr($0, $1) } }

  private static func drawn(
    _ width: Int32, _ height: Int32,
    _ write: (gdImagePtr?, UnsafeMutablePointer<Int32>) -> UnsafeMutableRawPointer?
  ) -> [UInt8] {
    let image = gdImageCreateTrueColor(width, height)
    defer { gdImageDestroy(image) }
    gdImageFilledRectangle(image, 0, 0, width, height, 0xFFFFFF)
    gdImageFilledRectangle(image, 0, 0, width / 4, height / 4, 0xFF0000)
    var count: Int32 = 0
    guard let start = write(image, &count) else { return [] }
    defer { gdFree(start) }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
  }

  /// The same file as a camera writes it: how it was held, where, and with what.
  static func exif(_ jpeg: [UInt8], orientation: UInt8, words: String = "") -> [UInt8] {
    let tiff: [UInt8] =
      [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1] + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      + [0, 0, 0, 0] + Array(words.utf8)
    let content = Array("Exif\0\0".utf8) + tiff
    let length = content.count + 2
    let segment = [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + content
    return Array(jpeg.prefix(2)) + segment + jpeg.dropFirst(2)
  }

  /// Whether a corner is red: 0 top left, 1 top right, 2 bottom right, 3 bottom left.
  static func redCorner(of jpeg: [UInt8]) -> Int? {
    let image = jpeg.withUnsafeBytes {
      gdImageCreateFromJpegPtr(
        Int32($0.count), UnsafeMutableRawPointer(mutating: $0.baseAddress))
    }
    guard let image else { return nil }
    defer { gdImageDestroy(image) }
    let (right, bottom) = (image.pointee.sx - 3, image.pointee.sy - 3)
    return [(2, 2), (right, 2), (right, bottom), (2, bottom)].firstIndex { x, y in
      let colour = gdImageGetTrueColorPixel(image, Int32(x), Int32(y))
      return colour >> 16 & 255 > 200 && colour & 255 < 90
    }
  }
}
