import CZlib
import Synchronization

/// Compression that browsers read (RFC 1952).
public enum Gzip {
  /// - Parameter level: from 1, fast, to 9, small.
  /// - Returns: the same bytes for the same input, always; nil if there is no memory for it.
  public static func compress(_ bytes: [UInt8], level: Int = 9) -> [UInt8]? {
    Deflater(level: level)?.compress(bytes)
  }

  /// For pages, which are compressed each time: twice as fast as 9, and 3 % larger.
  static let pageLevel = 5

  static func compressPage(_ bytes: [UInt8]) -> [UInt8]? {
    let idle = deflaters.withLock { $0.popLast() }
    guard let deflater = idle ?? Deflater(level: pageLevel) else { return nil }
    defer { deflaters.withLock { $0.append(deflater) } }
    return deflater.compress(bytes)
  }

  /// Setting up zlib's 268 KB takes longer than compressing a small page; so they are kept, one for
  /// each thread that ever compressed at the same time.
  private static let deflaters = Mutex<[Deflater]>([])
}

/// One of zlib's streams, used by one thread at a time.
private final class Deflater: @unchecked Sendable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init?(level: Int) {
    stream.initialize(to: z_stream())
    if preau_gzip_start(stream, Int32(level)) != Z_OK { return nil }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func compress(_ bytes: [UInt8]) -> [UInt8]? {
    deflateReset(stream)
    let bound = Int(deflateBound(stream, UInt(bytes.count)))
    var ended = false
    let compressed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        // zlib only reads its input, though its type does not say so.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(bound)
        ended = deflate(stream, Z_FINISH) == Z_STREAM_END
      }
      count = bound - Int(stream.pointee.avail_out)
    }
    return ended ? compressed : nil
  }
}
