/// A name of at most 16 bytes, in two machine words.
struct Name: Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// The first 16 bytes of a C string; longer ones give no name, for we list none.
  @inline(__always)
  init?(_ string: UnsafePointer<UInt8>) {
    var at = 0
    while string[at] != 0 {
      if at == 16 { return nil }
      add(string[at], at: at)
      at += 1
    }
  }

  init(_ literal: StaticString) {
    for at in 0..<literal.utf8CodeUnitCount { add(literal.utf8Start[at], at: at) }
  }

  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    for at in 0..<count { add(bytes[at], at: at) }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8, at: Int) {
    if at < 8 {
      low |= UInt64(byte) << UInt64(at * 8)
    } else {
      high |= UInt64(byte) << UInt64((at - 8) * 8)
    }
  }
}

/// Names to numbers, by open addressing, in memory that is never freed: made once per process.
struct NameTable: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<(name: Name, value: UInt32)>
  private let mask: UInt64

  init(_ entries: [(Name, UInt32)]) {
    var size: UInt64 = 64
    while size < entries.count * 4 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: Int(size))
    slots.initialize(repeating: (Name(""), 0), count: Int(size))
    for (name, value) in entries {
      var at = slot(name)
      while slots[at].name != Name("") { at = (at + 1) & Int(mask) }
      slots[at] = (name, value)
    }
  }

  /// The value of `name`, or 0.
  @inline(__always)
  subscript(name: Name) -> UInt32 {
    var at = slot(name)
    while true {
      if slots[at].name == name { return slots[at].value }
      if slots[at].name.low == 0 { return 0 }
      at = (at + 1) & Int(mask)
    }
  }

  @inline(__always)
  private func slot(_ name: Name) -> Int {
    let mixed = (name.low ^ (name.high &* 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed >> 40) & mask)
  }
}
