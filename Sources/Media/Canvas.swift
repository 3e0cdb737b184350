import CGD

/// Pixels in memory, four bytes each. Nothing else knows libgd.
final class Canvas {
  private let image: gdImagePtr

  var width: Int { Int(image.pointee.sx) }
  var height: Int { Int(image.pointee.sy) }

  /// Decodes the first frame of a file whose size was found acceptable.
  init?(decoding bytes: [UInt8], _ header: ImageHeader) {
    _ = Self.silence
    let count = Int32(bytes.count)
    let decoded = bytes.withUnsafeBytes { bytes -> gdImagePtr? in
      // libgd only reads it, though its type does not say so.
      let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
      return switch header.format {
      // Telephones often add harmless bytes that libjpeg warns of; whether it is whole is known.
      case .jpeg: gdImageCreateFromJpegPtrEx(count, start, 1)
      case .png: gdImageCreateFromPngPtr(count, start)
      case .gif: gdImageCreateFromGifPtr(count, start)
      case .webp: gdImageCreateFromWebpPtr(count, start)
      }
    }
    guard let decoded else { return nil }
    image = decoded
    guard gdImagePaletteToTrueColor(image) != 0 else { return nil }
  }

  /// Nothing yet, and transparent.
  convenience init?(clearWidth width: Int, height: Int) {
    self.init(width: width, height: height)
    gdImageFilledRectangle(image, 0, 0, image.pointee.sx - 1, image.pointee.sy - 1, 127 << 24)
  }

  private init?(width: Int, height: Int) {
    guard let made = gdImageCreateTrueColor(Int32(width), Int32(height)) else { return nil }
    image = made
    gdImageAlphaBlending(image, 0)
    gdImageSaveAlpha(image, 1)
  }

  deinit { gdImageDestroy(image) }

  private static let silence: Void = preau_gd_be_silent()

  /// - Parameter scale: by which the places of its points are multiplied.
  func fill(_ polygon: Polygon, scale: Double) {
    var points = polygon.points.map {
      gdPoint(x: Int32(($0.x * scale).rounded()), y: Int32(($0.y * scale).rounded()))
    }
    gdImageFilledPolygon(image, &points, Int32(points.count), Int32(polygon.colour))
  }

  /// The same picture, made smaller where a side is longer than that.
  func scaled(within side: Int) -> Canvas? {
    let longest = max(width, height, 1)
    let newWidth = longest > side ? max(1, width * side / longest) : width
    let newHeight = longest > side ? max(1, height * side / longest) : height
    guard let made = Canvas(width: newWidth, height: newHeight) else { return nil }
    gdImageCopyResampled(
      made.image, image, 0, 0, 0, 0, Int32(newWidth), Int32(newHeight), Int32(width), Int32(height))
    return made
  }

  /// The same picture in the middle of a square, which is transparent around it.
  func squared() -> Canvas? {
    if width == height { return self }
    let side = max(width, height)
    guard let made = Canvas(clearWidth: side, height: side) else { return nil }
    gdImageCopy(
      made.image, image, Int32((made.width - width) / 2), Int32((made.height - height) / 2), 0, 0,
      Int32(width), Int32(height))
    return made
  }

  /// The same picture with one pixel for each square of `factor`: ten times as fast as what scales to
  /// any size.
  func shrunk(by factor: Int) -> Canvas? {
    guard let made = Canvas(width: width / factor, height: height / factor) else { return nil }
    let rows = (0..<made.height * factor).compactMap { row($0) }
    for y in 0..<made.height {
      guard let target = made.row(y) else { return nil }
      for x in 0..<made.width {
        var pixel = PixelSum()
        for row in rows[y * factor..<(y + 1) * factor] {
          for column in x * factor..<(x + 1) * factor { pixel.add(row[column]) }
        }
        target[x] = pixel.mean(of: Int32(factor * factor))
      }
    }
    return made
  }

  /// The same picture, turned and mirrored as its camera said (EXIF, 1 to 8).
  func turned(_ orientation: Int) -> Canvas? {
    if orientation == 1 { return self }
    let isOnItsSide = orientation > 4
    let made = Canvas(width: isOnItsSide ? height : width, height: isOnItsSide ? width : height)
    guard let made else { return nil }
    let (right, bottom) = (width - 1, height - 1)
    for y in 0..<made.height {
      for x in 0..<made.width {
        let (fromX, fromY) =
          switch orientation {
          case 2: (right - x, y)
          case 3: (right - x, bottom - y)
          case 4: (x, bottom - y)
          case 5: (y, x)
          case 6: (y, bottom - x)
          case 7: (right - y, bottom - x)
          default: (right - y, x)
          }
        made.row(y)?[x] = row(fromY)?[fromX] ?? 0
      }
    }
    return made
  }

  var isTransparent: Bool {
    (0..<height).contains { y in
      guard let row = row(y) else { return false }
      // The alpha of libgd: seven bits above the colours, 0 for opaque.
      return (0..<width).contains { row[$0] >> 24 & 0x7F != 0 }
    }
  }

  private func row(_ y: Int) -> UnsafeMutablePointer<Int32>? { image.pointee.tpixels[y] }

  /// Progressive, so that something is seen early on a poor line.
  func jpeg(quality: Int32) -> [UInt8]? {
    gdImageInterlace(image, 1)
    var count: Int32 = 0
    return Self.taken(gdImageJpegPtr(image, &count, quality), count)
  }

  func png() -> [UInt8]? {
    var count: Int32 = 0
    return Self.taken(gdImagePngPtr(image, &count), count)
  }

  private static func taken(_ start: UnsafeMutableRawPointer?, _ count: Int32) -> [UInt8]? {
    guard let start else { return nil }
    defer { gdFree(start) }
    return count > 0 ? Array(UnsafeRawBufferPointer(start: start, count: Int(count))) : nil
  }
}

/// Several pixels of libgd taken together: what is transparent has no colour.
private struct PixelSum {
  private var opacity: Int32 = 0
  private var red: Int32 = 0
  private var green: Int32 = 0
  private var blue: Int32 = 0

  mutating func add(_ pixel: Int32) {
    let weight = 127 - (pixel >> 24 & 0x7F)
    opacity += weight
    red += weight * (pixel >> 16 & 0xFF)
    green += weight * (pixel >> 8 & 0xFF)
    blue += weight * (pixel & 0xFF)
  }

  func mean(of count: Int32) -> Int32 {
    if opacity == 0 { return 127 << 24 }
    func colour(_ sum: Int32) -> Int32 { (sum + opacity / 2) / opacity }
    let transparency = 127 - (opacity + count / 2) / count
    return transparency << 24 | colour(red) << 16 | colour(green) << 8 | colour(blue)
  }
}
