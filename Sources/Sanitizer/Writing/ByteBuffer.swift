#if canImport(Glibc)
  import Glibc
#endif

/// Growing bytes without bounds checks or reference counts, for the loops that see every byte.
struct ByteBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
  var array: [UInt8] { Array(bytes) }

  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeMutableRawPointer(base).distance(to: found)
  }

  mutating func removeAll() { count = 0 }

  mutating func removeLast() { count -= 1 }

  mutating func removeFirst(_ length: Int) {
    count -= length
    memmove(base, base + length, count)
  }

  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if capacity - count < extra { grow(extra) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    memcpy(base + count, bytes, length)
    count += length
  }

  @inline(__always)
  mutating func append(_ literal: StaticString) {
    append(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  /// Lets `fill` write up to `room` bytes at the end and say how many it wrote.
  mutating func append(room: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(room)
    count += fill(base + count)
  }

  /// Writes the UTF-8 of a scalar value; the caller vouches that it is one.
  mutating func append(scalar value: UInt32) {
    reserve(4)
    let low = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | (value >> shift & 0x3F)) }
    switch value {
    case ..<0x80:
      append(UInt8(value))
    case ..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(low(0))
    case ..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(low(6))
      append(low(0))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      append(low(12))
      append(low(6))
      append(low(0))
    }
  }

  mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
  }
}
