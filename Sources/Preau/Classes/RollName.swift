/// A name as a learner types it to enter a class: case, accents, spaces and hyphens do not count.
enum RollName {
  static func fold(_ typed: String) -> String {
    var bytes: [UInt8] = []
    for scalar in typed.nfc.unicodeScalars.prefix(200) {
      let folding = Folding.of(scalar)
      guard folding.kind == .letter || folding.kind == .sign else { continue }
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        let byte = UInt8(truncatingIfNeeded: folding.bytes >> shift)
        if byte != 0 { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
