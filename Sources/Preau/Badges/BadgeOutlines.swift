import Glibc
import Media

/// Where the points of drawn badges stand, in a square of 256.
enum BadgeOutlines {
  private typealias Point = Polygon.Point
  private static let centre = 128.0

  static func shape(_ shape: BadgeDrawing.Shape, radius: Double) -> [Polygon.Point] {
    switch shape {
    case .disc: ring(96) { _ in radius }
    case .hexagon: ring(6) { _ in radius }
    case .rosette:
      ring(192) { turn in radius * (0.94 + 0.06 * cos(turn * 12 * 2 * .pi)) }
    case .shield: shield(radius)
    }
  }

  /// Points around the centre, from the top.
  ///
  /// - Parameter radius: at a part of the whole turn.
  private static func ring(_ count: Int, _ radius: (Double) -> Double) -> [Polygon.Point] {
    (0..<count).map { index in
      let turn = Double(index) / Double(count)
      let angle = turn * 2 * .pi - .pi / 2
      return Point(x: centre + radius(turn) * cos(angle), y: centre + radius(turn) * sin(angle))
    }
  }

  private static func shield(_ radius: Double) -> [Polygon.Point] {
    let scale = radius / 120
    let side: [(Double, Double)] = [
      (0, -118), (40, -100), (96, -92), (98, -20), (90, 24), (70, 64), (40, 96), (0, 120),
    ]
    let left = side.reversed().dropFirst().dropLast().map { (-$0.0, $0.1) }
    return (side + left).map { Point(x: centre + $0.0 * scale, y: centre + $0.1 * scale) }
  }

  static func pictogram(_ pictogram: BadgeDrawing.Pictogram, ground: UInt32) -> [Polygon] {
    func white(_ points: [(Double, Double)]) -> Polygon { polygon(0xFFFFFF, points) }
    func dark(_ points: [(Double, Double)]) -> Polygon { polygon(ground, points) }
    switch pictogram {
    case .star: return [Polygon(colour: 0xFFFFFF, points: star)]
    case .check:
      return [white([(-58, 2), (-40, -18), (-14, 8), (42, -50), (60, -30), (-14, 46)])]
    case .heart: return [Polygon(colour: 0xFFFFFF, points: heart)]
    case .bubble:
      return [
        white([
          (-58, -46), (58, -46), (58, 26), (4, 26), (-26, 56), (-26, 26), (-58, 26),
        ]),
        dark([(-38, -24), (38, -24), (38, -14), (-38, -14)]),
        dark([(-38, -2), (18, -2), (18, 8), (-38, 8)]),
      ]
    case .book:
      return [
        white([(-64, -44), (-10, -34), (-4, -28), (-4, 46), (-10, 40), (-64, 30)]),
        white([(64, -44), (10, -34), (4, -28), (4, 46), (10, 40), (64, 30)]),
      ]
    case .bolt:
      return [white([(12, -68), (-44, 12), (-6, 12), (-14, 68), (44, -16), (6, -16)])]
    case .gear:
      return [
        Polygon(colour: 0xFFFFFF, points: gear),
        Polygon(colour: ground, points: ring(48) { _ in 22 }),
      ]
    case .leaf: return [Polygon(colour: 0xFFFFFF, points: leaf), dark(vein)]
    }
  }

  private static func polygon(_ colour: UInt32, _ points: [(Double, Double)]) -> Polygon {
    Polygon(
      colour: colour, points: points.map { Point(x: centre + $0.0, y: centre + $0.1) })
  }

  private static let star = {
    (0..<10).map { index in
      let radius = index % 2 == 0 ? 68.0 : 29.0
      let angle = Double(index) / 10 * 2 * .pi - .pi / 2
      return Polygon.Point(x: centre + radius * cos(angle), y: centre + 4 + radius * sin(angle))
    }
  }()

  /// The usual curve in sines.
  private static let heart = {
    (0..<96).map { index in
      let turn = Double(index) / 96 * 2 * .pi
      let wave = 13 * cos(turn) - 5 * cos(2 * turn) - 2 * cos(3 * turn) - cos(4 * turn)
      return Polygon.Point(
        x: centre + 16 * pow(sin(turn), 3) * 3.7, y: centre - wave * 3.7)
    }
  }()

  private static let gear = {
    (0..<64).map { index in
      let radius = index % 8 < 4 ? 64.0 : 48.0
      let angle = (Double(index) - 1.5) / 64 * 2 * .pi - .pi / 2
      return Polygon.Point(x: centre + radius * cos(angle), y: centre + radius * sin(angle))
    }
  }()

  /// Two arcs from tip to tip.
  private static let leaf = {
    let arc = (0...24).map { index in
      let part = Double(index) / 24
      return (along: part, across: sin(part * .pi) * 40)
    }
    func place(_ along: Double, _ across: Double) -> Polygon.Point {
      let start = (x: -56.0, y: 56.0)
      let length = 112.0
      return Polygon.Point(
        x: centre + start.x + along * length + across * 0.7,
        y: centre + start.y - along * length + across * 0.7)
    }
    return arc.map { place($0.along, $0.across) }
      + arc.reversed().map { place($0.along, -$0.across) }
  }()
  private static let vein = [(-58.0, 62.0), (-62.0, 58.0), (28.0, -32.0), (32.0, -28.0)]
}
