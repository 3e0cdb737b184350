/// A filled shape of one colour.
public struct Polygon: Sendable, Hashable {
  /// 0xRRGGBB.
  public var colour: UInt32
  public var points: [Point]

  /// A place; y grows downwards.
  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public init(colour: UInt32, points: [Point]) {
    self.colour = colour
    self.points = points
  }

  /// A square PNG of shapes, from the ground up, on nothing.
  ///
  /// - Parameters:
  ///   - side: of the square in which the points stand.
  ///   - pixels: of the picture.
  public static func png(_ polygons: [Polygon], side: Double, pixels: Int) -> [UInt8] {
    // Drawn larger, then made smaller: that is what smooths the edges.
    let times = 4
    let drawn = pixels * times
    guard let large = Canvas(clear: drawn) else { return [] }
    for polygon in polygons { large.fill(polygon, scale: Double(drawn) / side) }
    return large.shrunk(by: times)?.png() ?? []
  }
}
