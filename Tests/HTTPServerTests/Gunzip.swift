import CZlib

/// What zlib itself makes of compressed bytes.
func gunzip(_ bytes: [UInt8], atMost size: Int = 1 << 22) -> [UInt8]? {
  var stream = z_stream()
  guard preau_gunzip_start(&stream) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var input = bytes
  var ended = false
  let output = [UInt8](unsafeUninitializedCapacity: size) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(size)
      ended = inflate(&stream, Z_FINISH) == Z_STREAM_END
    }
    count = size - Int(stream.avail_out)
  }
  return ended ? output : nil
}
