import CQREncode
import HTML

/// A square of dots that a telephone's camera reads (ISO/IEC 18004), made by libqrencode.
struct QRCode {
  /// Dots on a side.
  let width: Int
  private let dark: [Bool]

  /// - Returns: nil for a text that is too long for any code, or without memory.
  init?(_ text: String) {
    // A slip is cut and folded: a quarter of the code may be lost.
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    self.width = width
    dark = (0..<width * width).map { data[$0] & 1 == 1 }
  }

  func isDark(row: Int, column: Int) -> Bool { dark[row * width + column] }

  /// The white margin that cameras need, in dots (§9.1 of the standard).
  static let margin = 4

  /// The side of the picture, margin included, in dots.
  var side: Int { width + 2 * Self.margin }

  /// Dark dots beside each other in one row, margin included.
  struct Run {
    let row: Int
    let column: Int
    let length: Int
  }

  /// All dark dots, from the top.
  var runs: [Run] {
    var runs: [Run] = []
    for row in 0..<width {
      var column = 0
      while column < width {
        guard isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while column < width, isDark(row: row, column: column) { column += 1 }
        runs.append(
          Run(row: row + Self.margin, column: start + Self.margin, length: column - start))
      }
    }
    return runs
  }

  /// The dark dots as the path of an SVG: one stroke of the pen for each run of a row.
  var path: String {
    runs.map { "M\($0.column) \($0.row)h\($0.length)v1H\($0.column)z" }.joined()
  }
}
