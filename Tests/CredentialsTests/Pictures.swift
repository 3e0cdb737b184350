import CZlib

/// Small pictures, whole and otherwise.
enum Pictures {
  /// A grey square of 8 × 8.
  static let png: [UInt8] =
    signature + chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0])
    + chunk("IDAT", deflated([UInt8](repeating: 0, count: 72))) + chunk("IEND", [])

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    let sum = body.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    return big(content.count) + body + big(Int(sum))
  }

  /// The picture with chunks before its end.
  static func png(with chunks: [UInt8]...) -> [UInt8] {
    Array(png.dropLast(12)) + chunks.flatMap { $0 } + chunk("IEND", [])
  }

  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(count))
    precondition(compress2(&output, &count, bytes, UInt(bytes.count), 9) == Z_OK)
    return Array(output.prefix(Int(count)))
  }

  static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
  }

  static let svg = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a > b -->
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" aria-label="a &gt; b">
      <circle cx="4" cy="4" r="4" fill="#446"/>
    </svg>

    """
}
