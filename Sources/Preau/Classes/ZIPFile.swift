import CZlib
import Glibc
import HTTP

/// A ZIP file (APPNOTE.TXT 6.3.10): names in UTF-8. It is written to a file without a name, which is gone
/// with its last reader: a class with its pictures is larger than memory should hold.
struct ZIPFile {
  /// Why there is none.
  enum Refusal: Error {
    /// More than the plain format holds: 65,535 files or 4 GiB.
    case tooLarge
    case outOfMemory
    case diskFull
  }

  private let file: OpenFile
  private var size = 0
  private var directory: [UInt8] = []
  private var count: UInt16 = 0
  private let date: (day: UInt16, time: UInt16)

  /// - Parameters:
  ///   - moment: when all its files were made.
  ///   - folder: where there is room for it.
  init(at moment: Instant, in folder: String) throws(StartFailure) {
    file = try unnamedFile(in: folder)
    let now = CalendarTime(moment)
    let year = max(1980, min(2_107, now.year))
    date = (
      day: UInt16((year - 1980) << 9 | now.month << 5 | now.day),
      time: UInt16(now.hour << 11 | now.minute << 5 | now.second / 2)
    )
  }

  /// - Parameter name: a relative path with slashes.
  mutating func add(_ name: String, _ content: [UInt8]) throws(Refusal) {
    guard let packed = Self.deflate(content) else { throw .outOfMemory }
    try content.withUnsafeBufferPointer { (content) throws(Refusal) in
      try packed.withUnsafeBufferPointer { (packed) throws(Refusal) in
        try add(name, UnsafeRawBufferPointer(content), UnsafeRawBufferPointer(packed), method: 8)
      }
    }
  }

  /// Adds what is as small as it gets already, as photographs and films are.
  mutating func add(_ name: String, packed content: UnsafeRawBufferPointer) throws(Refusal) {
    try add(name, content, content, method: 0)
  }

  private mutating func add(
    _ name: String, _ content: UnsafeRawBufferPointer, _ packed: UnsafeRawBufferPointer,
    method: UInt16
  ) throws(Refusal) {
    let name = Array(name.utf8)
    guard let size = UInt32(exactly: content.count), let packedSize = UInt32(exactly: packed.count),
      let start = UInt32(exactly: self.size), let length = UInt16(exactly: name.count),
      count < .max
    else { throw .tooLarge }
    let bytes = content.bindMemory(to: UInt8.self).baseAddress
    // zlib answers a null pointer with the checksum of nothing.
    let checksum = UInt32(truncatingIfNeeded: crc32(0, bytes, size))
    // Version 2.0, names in UTF-8 (bit 11), deflated or as it is.
    var facts: [UInt8] = []
    for number in [20, 1 << 11, method, date.time, date.day] as [UInt16] {
      facts.add(number)
    }
    for number in [checksum, packedSize, size] { facts.add(number) }
    facts.add(length)
    facts.add(UInt16(0))

    var head: [UInt8] = []
    head.add(0x0403_4B50 as UInt32)
    try write(head + facts + name)
    try write(packed)
    directory.add(0x0201_4B50 as UInt32)
    directory.add(20 as UInt16)
    directory += facts
    for number in [0, 0, 0] as [UInt16] { directory.add(number) }
    directory.add(0 as UInt32)
    directory.add(start)
    directory += name
    count += 1
  }

  private mutating func write(_ bytes: [UInt8]) throws(Refusal) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Refusal) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
    guard writeAll(bytes, to: file.descriptor) else { throw .diskFull }
    size += bytes.count
  }

  /// The whole file.
  mutating func finished() throws(Refusal) -> OpenFile {
    guard let start = UInt32(exactly: self.size), let size = UInt32(exactly: directory.count)
    else { throw .tooLarge }
    var end: [UInt8] = []
    end.add(0x0605_4B50 as UInt32)
    for number in [0, 0, count, count] { end.add(number) }
    end.add(size)
    end.add(start)
    end.add(0 as UInt16)
    try write(directory + end)
    guard let whole = OpenFile(taking: dup(file.descriptor)) else { throw .diskFull }
    return whole
  }

  private static func deflate(_ content: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard preau_deflate_start(&stream, 6) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))) + 16)
    var content = content
    let status = content.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return CZlib.deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(packed.prefix(Int(stream.total_out)))
  }
}

extension [UInt8] {
  fileprivate mutating func add(_ number: UInt16) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  fileprivate mutating func add(_ number: UInt32) {
    add(UInt16(truncatingIfNeeded: number))
    add(UInt16(truncatingIfNeeded: number >> 16))
  }
}
