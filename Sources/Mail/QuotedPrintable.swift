/// Text in lines of at most 76 printable characters (RFC 2045 §6.7).
enum QuotedPrintable {
  /// - Parameter bytes: UTF-8 with any line ends.
  static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var written: [UInt8] = []
    var line: [UInt8] = []
    for byte in bytes where byte != 0x0D {
      if byte == 0x0A {
        end(&line, into: &written)
        continue
      }
      let piece = (0x20...0x7E).contains(byte) && byte != 0x3D ? [byte] : escaped(byte)
      // One place is kept for the sign that the line goes on.
      if line.count + piece.count > 73 {
        written += line + Array("=\r\n".utf8)
        line = []
      }
      line += piece
    }
    if !line.isEmpty { end(&line, into: &written) }
    return written
  }

  /// White space at the end of a line may be lost on the way: the last one is written out.
  private static func end(_ line: inout [UInt8], into written: inout [UInt8]) {
    if line.last == 0x20 { line = line.dropLast() + escaped(0x20) }
    written += line + [0x0D, 0x0A]
    line = []
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    Array(("=" + hexadecimal(byte)).utf8)
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
