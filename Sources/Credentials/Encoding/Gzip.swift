import CZlib

/// Compression for status lists (RFC 1952) and for texts inside pictures (RFC 1950).
enum Gzip {
  /// - Returns: nil if there is no memory for it.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    let stream = Stream()
    guard preau_gzip_start(stream.at, 9) == Z_OK else { return nil }
    defer { deflateEnd(stream.at) }
    let bound = Int(deflateBound(stream.at, UInt(bytes.count)))
    var ended = false
    let compressed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        // zlib only reads its input, though its type does not say so.
        stream.at.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.at.pointee.avail_in = UInt32(input.count)
        stream.at.pointee.next_out = output.baseAddress
        stream.at.pointee.avail_out = UInt32(bound)
        ended = deflate(stream.at, Z_FINISH) == Z_STREAM_END
      }
      count = bound - Int(stream.at.pointee.avail_out)
    }
    return ended ? compressed : nil
  }

  /// What wraps the compressed bytes.
  enum Wrapper { case gzip, zlib }

  /// - Parameter most: bytes that come out at most; memory is taken as they come.
  /// - Returns: nil when it is no whole stream of that kind, or more comes out.
  static func expand(_ bytes: [UInt8], _ wrapper: Wrapper, most: Int) -> [UInt8]? {
    let stream = Stream()
    let start =
      switch wrapper {
      case .gzip: preau_gunzip_start(stream.at)
      case .zlib: preau_zlib_start(stream.at)
      }
    guard start == Z_OK else { return nil }
    defer { inflateEnd(stream.at) }
    var expanded: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 32_768)
    return bytes.withUnsafeBufferPointer { input -> [UInt8]? in
      let state = stream.at
      state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      state.pointee.avail_in = UInt32(input.count)
      while true {
        let status = piece.withUnsafeMutableBufferPointer { output in
          state.pointee.next_out = output.baseAddress
          state.pointee.avail_out = UInt32(output.count)
          return inflate(state, Z_NO_FLUSH)
        }
        let left = Int(state.pointee.avail_out)
        expanded += piece[..<(piece.count - left)]
        if expanded.count > most { return nil }
        if status == Z_STREAM_END { return expanded }
        if status != Z_OK || state.pointee.avail_in == 0 && left > 0 { return nil }
      }
    }
  }

  /// zlib insists on finding its state where it was set up.
  private final class Stream {
    let at = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    init() { at.initialize(to: z_stream()) }
    deinit { at.deallocate() }
  }
}
