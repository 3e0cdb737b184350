import Media
import SQLite

/// The picture of a badge, drawn by us: a shape, a colour and a pictogram. The same points make the
/// SVG and the PNG.
struct BadgeDrawing: Sendable, Hashable {
  var shape = Shape.disc
  var colour = Colour.tile
  var pictogram = Pictogram.star

  /// Stored under these names; each has its French word in forms.
  enum Shape: String, ColumnValue, Sendable, CaseIterable {
    case disc = "disque"
    case hexagon = "hexagone"
    case shield = "ecusson"
    case rosette = "rosace"
  }

  /// Dark enough for a white pictogram (WCAG 2.2 §1.4.11).
  enum Colour: String, ColumnValue, Sendable, CaseIterable {
    case tile = "tuile"
    case pine = "sapin"
    case sea = "mer"
    case plum = "prune"
    case ochre = "ocre"
    case ink = "encre"

    /// 0xRRGGBB of the ground, and of its rim.
    var values: (ground: UInt32, rim: UInt32) {
      switch self {
      case .tile: (0xA13A26, 0x7A2616)
      case .pine: (0x1E6B4F, 0x12452F)
      case .sea: (0x155A8A, 0x0C3B5C)
      case .plum: (0x6B2E6E, 0x461A49)
      case .ochre: (0x8A5A00, 0x5E3D00)
      case .ink: (0x2B2F36, 0x14171B)
      }
    }
  }

  /// Stored under these names.
  enum Pictogram: String, ColumnValue, Sendable, CaseIterable {
    case star = "etoile"
    case check = "coche"
    case heart = "coeur"
    case bubble = "bulle"
    case book = "livre"
    case bolt = "eclair"
    case gear = "outil"
    case leaf = "feuille"
  }

  /// Of the square that it stands in.
  static let side = 256.0

  /// From the ground up.
  var polygons: [Polygon] {
    let (ground, rim) = colour.values
    return [
      Polygon(colour: rim, points: BadgeOutlines.shape(shape, radius: 120)),
      Polygon(colour: 0xFFFFFF, points: BadgeOutlines.shape(shape, radius: 110)),
      Polygon(colour: ground, points: BadgeOutlines.shape(shape, radius: 104)),
    ] + BadgeOutlines.pictogram(pictogram, ground: ground)
  }

  /// A picture that stands alone.
  ///
  /// - Parameter title: what it shows, for those who do not see it.
  func svg(title: String) -> String {
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256" \
      role="img"><title>\(Self.escaped(title))</title>
      """
    for polygon in polygons {
      let hex = String(polygon.colour, radix: 16, uppercase: false)
      let points = polygon.points.map { "\(Self.rounded($0.x)),\(Self.rounded($0.y))" }
      text += "<polygon fill=\"#\(String(repeating: "0", count: 6 - hex.count))\(hex)\" points=\""
      text += points.joined(separator: " ") + "\"/>"
    }
    return text + "</svg>\n"
  }

  /// 512 pixels wide.
  var png: [UInt8] { DrawnBadges.shared.png(of: self) }

  /// The same, drawn now: takes tens of milliseconds.
  func drawn() -> [UInt8] { Polygon.png(polygons, side: Self.side, pixels: 512) }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(Double(tenths) / 10)"
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
