/// Pictures as files, made byte by byte: no library that is under test has a hand in them.
public enum PNGPicture {
  /// A picture whose pixels run from one colour to another.
  ///
  /// - Parameters:
  ///   - words: stand in the file beside the pixels, as a place or a name might.
  ///   - seed: makes another picture.
  public static func bytes(
    width: Int = 40, height: Int = 30, words: String = "", seed: Int = 0
  ) -> [UInt8] {
    var rows: [UInt8] = []
    for y in 0..<height {
      rows.append(0)
      for x in 0..<width {
        rows += [UInt8(x * 255 / width), UInt8(y * 255 / height), UInt8((seed * 40) & 255)]
      }
    }
    return signature + header(width, height) + chunk("tEXt", Array("Comment\0\(words)".utf8))
      + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
  }

  /// The head of a picture of any size, and next to nothing behind it.
  public static func claiming(width: Int, height: Int) -> [UInt8] {
    signature + header(width, height) + chunk("IDAT", zlib([0, 0, 0, 0])) + chunk("IEND", [])
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func header(_ width: Int, _ height: Int) -> [UInt8] {
    chunk("IHDR", big32(UInt32(width)) + big32(UInt32(height)) + [8, 2, 0, 0, 0])
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + content
    return big32(UInt32(content.count)) + named + big32(crc(named))
  }

  /// Stored blocks: not compressed at all (RFC 1951 §3.2.4).
  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var written: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      written += [
        rest.isEmpty ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255),
        UInt8(~count >> 8),
      ]
      written += block
    } while !rest.isEmpty
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return written + big32(b << 16 | a)
  }

  /// Of PNG and ZIP.
  static func crc(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }

  private static func big32(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }
}
