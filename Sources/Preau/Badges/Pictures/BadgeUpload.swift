import Credentials
import HTTP
import Media

/// What a form says about the picture of a badge.
enum BadgeUpload: Sendable {
  /// Nothing: it stays as it is.
  case none
  /// A PNG, drawn anew.
  case picture([UInt8])
  /// The one that was sent before gives way to the drawing.
  case drawing
  case wrong(Problem)

  enum Problem: Error, Equatable, Sendable { case unknownType, svg, tooLarge, damaged }

  /// Of what is sent, in bytes.
  static let longest = 8 << 20
  /// Baked into an SVG, it is a text that readers of badges must take: see ``Baking/longestText``.
  static let longestPNG = 600 << 10

  init(_ form: Form) {
    guard let file = form.file("image"), file.size > 0 else {
      self = form["dessin"] == "oui" ? .drawing : .none
      return
    }
    guard file.size <= Self.longest, let bytes = file.withBytes({ Array($0) }) else {
      self = .wrong(.tooLarge)
      return
    }
    do throws(Problem) { self = .picture(try Self.png(of: bytes)) } catch { self = .wrong(error) }
  }

  /// A square, as large as a badge needs to be and no file is long.
  static func png(of bytes: [UInt8]) throws(Problem) -> [UInt8] {
    if ImportedBadge.Form(of: bytes) == .svg { throw .svg }
    for side in [512, 384, 256] {
      do throws(Picture.Problem) {
        let png = try Picture.square(of: bytes, side: side)
        if png.count <= longestPNG { return png }
      } catch {
        switch error {
        case .unknownType: throw .unknownType
        case .tooManyPixels: throw .tooLarge
        case .damaged: throw .damaged
        }
      }
    }
    throw .tooLarge
  }

  /// The same picture as an SVG that stands alone.
  static func svg(of png: [UInt8], title: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" \
    role="img"><title>\(BadgeDrawing.escaped(title))</title>\
    <image width="512" height="512" href="data:image/png;base64,\(ShownPicture.padded(png))"/></svg>

    """
  }
}
