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
    png(polygons, width: side, height: side, pixels: pixels, oversampling: 4)
  }

  /// A PNG of shapes that is wider than it is high, from the ground up, on nothing.
  ///
  /// - Parameters:
  ///   - width: of the rectangle in which the points stand.
  ///   - height: of the same; no more than its width.
  ///   - pixels: on the longer side of the picture.
  public static func png(
    _ polygons: [Polygon], width: Double, height: Double, pixels: Int
  ) -> [UInt8] {
    png(polygons, width: width, height: height, pixels: pixels, oversampling: 2)
  }

  /// - Parameter oversampling: drawn so much larger, then made smaller: that is what smooths the
  ///   edges.
  private static func png(
    _ polygons: [Polygon], width: Double, height: Double, pixels: Int, oversampling: Int
  ) -> [UInt8] {
    let drawn = pixels * oversampling
    let scale = Double(drawn) / width
    let rows = Int((height * scale).rounded())
    guard let large = Canvas(clearWidth: drawn, height: rows) else { return [] }
    for polygon in polygons { large.fill(polygon, scale: scale) }
    return large.shrunk(by: oversampling)?.png() ?? []
  }
}
