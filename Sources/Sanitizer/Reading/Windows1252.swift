/// The characters that people mean when they write C1 controls (WHATWG HTML, numeric character
/// reference end state).
enum Windows1252 {
  /// - Parameter control: U+0080–U+009F.
  /// - Returns: the character, or U+FFFD for the five that windows-1252 leaves out.
  static func scalar(for control: UInt32) -> UInt32 {
    characters[Int(control & 0x1F)]
  }

  private static let characters: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
