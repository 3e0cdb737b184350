import HTTP
import Media

/// The picture that messengers show beside the address of a badge (ogp.me): 1200 by 630.
enum ShareCard {
  static let width = 1_200
  static let height = 630
  /// More would be too small to be told apart.
  private static let mostBadges = 3

  /// - Parameter versions: those with a picture that was sent are left out, which cannot be drawn.
  static func answer(_ versions: [BadgeVersion]) -> Response {
    let drawings = versions.filter { $0.pictured == nil }.map(\.drawing)
    var response = Response(type: BadgePicture.png.type, body: png(drawings))
    // A link that is withdrawn is forgotten within the hour, by those who keep to it.
    response["Cache-Control"] = "public, max-age=3600"
    response["X-Robots-Tag"] = "noindex"
    return response
  }

  static func png(_ drawings: [BadgeDrawing]) -> [UInt8] {
    let shown = drawings.prefix(mostBadges)
    var polygons = ground
    let side = shown.count > 1 ? 320.0 : 440.0
    let gap = 40.0
    let whole = Double(shown.count) * (side + gap) - gap
    let top = (Double(height) + roof - side) / 2
    for (index, drawing) in shown.enumerated() {
      let left = (Double(width) - whole) / 2 + Double(index) * (side + gap)
      polygons += drawing.polygons.map { polygon in
        place(polygon, left: left, top: top, scale: side / BadgeDrawing.side)
      }
    }
    return Polygon.png(polygons, width: Double(width), height: Double(height), pixels: width)
  }

  /// The height of the line of tiles.
  private static let roof = 30.0

  /// Warm paper under a roof of tiles, as over every page.
  private static let ground: [Polygon] = {
    let (right, bottom) = (Double(width), Double(height))
    let tiles = stride(from: 0.0, to: right, by: 60).map { left in
      rectangle(0x80301F, left + 54, 0, left + 60, roof)
    }
    return [
      rectangle(0xFAF7F0, 0, 0, right, bottom), rectangle(0x9E3A26, 0, 0, right, roof),
    ] + tiles
  }()

  private static func rectangle(
    _ colour: UInt32, _ left: Double, _ top: Double, _ right: Double, _ bottom: Double
  ) -> Polygon {
    Polygon(
      colour: colour,
      points: [
        .init(x: left, y: top), .init(x: right, y: top), .init(x: right, y: bottom),
        .init(x: left, y: bottom),
      ])
  }

  private static func place(
    _ polygon: Polygon, left: Double, top: Double, scale: Double
  ) -> Polygon {
    Polygon(
      colour: polygon.colour,
      points: polygon.points.map { .init(x: left + $0.x * scale, y: top + $0.y * scale) })
  }
}
