import CGD
import Synchronization

// A picture that somebody sent never reaches anybody else: it is decoded, and new ones are drawn.
// (1) What it would take is known from its head, and refused, before any of it is decoded.
// (2) Nothing of the file is kept but its pixels: no place, no device, no hidden second content.
// (3) One is decoded at a time, so that memory for one is all that is ever needed.

/// A picture drawn anew, in two sizes.
public struct Picture: Sendable {
  /// `image/jpeg` or `image/png`.
  public let type: String
  /// At most ``longestSide`` pixels wide and high.
  public let full: [UInt8]
  /// At most ``longestThumbnailSide`` pixels wide and high.
  public let thumbnail: [UInt8]
  /// In pixels, of ``full``.
  public let width: Int
  /// In pixels, of ``full``.
  public let height: Int

  /// Enough to read a photographed worksheet on a large screen.
  public static let longestSide = 1_600
  /// Wider than a telephone's text, so that it is sharp there.
  public static let longestThumbnailSide = 720
  /// Four bytes each while it is decoded: 200 MB. Telephones take 12 million as a rule, some 50.
  public static let mostPixels = 50_000_000
  /// What a small file may unfold into: a screenshot compresses well, but not without end. So what
  /// takes long to decode also takes long to send.
  public static let mostPixelsAnyway = 8_000_000
  /// Beyond that, for each byte of the file; photographs have about five.
  public static let mostPixelsPerByte = 100

  /// Why a file is no picture that can be kept.
  public enum Problem: Error, Equatable, Sendable {
    /// Neither JPEG, PNG, GIF nor WebP.
    case unknownType
    /// More than ``Picture/mostPixels``, or too many for the bytes that hold them.
    case tooManyPixels
    /// It ends too early, or breaks the rules of its format.
    case damaged
  }

  /// Draws a picture anew. Takes tens to hundreds of milliseconds.
  public init(of bytes: [UInt8]) throws(Problem) {
    let header = try Self.header(of: bytes)
    let drawn = Self.drawing.withLock { _ in
      defer { malloc_trim(0) }
      return Picture(bytes, header)
    }
    guard let drawn else { throw .damaged }
    self = drawn
  }

  /// A picture drawn anew as a square PNG, in the middle of it.
  ///
  /// - Parameter side: at most, in pixels.
  public static func square(of bytes: [UInt8], side: Int) throws(Problem) -> [UInt8] {
    let header = try Self.header(of: bytes)
    let png = drawing.withLock { _ in
      defer { malloc_trim(0) }
      return Canvas(decoding: bytes, header)?.scaled(within: side)?.turned(header.orientation)?
        .squared()?.png()
    }
    guard let png else { throw .damaged }
    return png
  }

  /// What the head of a file says, if that is not too much.
  private static func header(of bytes: [UInt8]) throws(Problem) -> ImageHeader {
    guard ImageFormat(bytes) != nil else { throw .unknownType }
    guard let header = ImageHeader(bytes) else { throw .damaged }
    let most = min(mostPixels, mostPixelsAnyway + mostPixelsPerByte * bytes.count)
    guard header.width <= most / header.height else { throw .tooManyPixels }
    return header
  }

  private static let drawing = Mutex<Void>(())

  private init?(_ bytes: [UInt8], _ header: ImageHeader) {
    guard let sent = Canvas(decoding: bytes, header),
      let full = sent.scaled(within: Self.longestSide)?.turned(header.orientation),
      let thumbnail = full.scaled(within: Self.longestThumbnailSide)
    else { return nil }
    // Screenshots stay sharp; photographs stay small.
    let isPhotograph = header.format == .jpeg || header.format == .webp && !full.isTransparent
    guard let fullBytes = isPhotograph ? full.jpeg(quality: 82) : full.png(),
      let thumbnailBytes = isPhotograph ? thumbnail.jpeg(quality: 76) : thumbnail.png()
    else { return nil }
    type = isPhotograph ? "image/jpeg" : "image/png"
    self.full = fullBytes
    // A screenshot can grow when it is made smaller: soft edges compress badly.
    self.thumbnail = thumbnailBytes.count < fullBytes.count ? thumbnailBytes : fullBytes
    width = full.width
    height = full.height
  }
}
