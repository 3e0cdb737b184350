/// One number per byte value, to find at once the next byte that needs thought.
struct ByteClasses: @unchecked Sendable {
  private let classes: UnsafeMutablePointer<UInt8>

  init(_ classify: (UInt8) -> UInt8) {
    classes = .allocate(capacity: 256)
    for byte in 0...255 { classes[byte] = classify(UInt8(byte)) }
  }

  @inline(__always)
  subscript(byte: UInt8) -> UInt8 { classes[Int(byte)] }

  /// How many bytes from `start` on are of class 0.
  @inline(__always)
  func plainRun(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, classes[Int(bytes[at])] == 0 { at += 1 }
    return at
  }
}
