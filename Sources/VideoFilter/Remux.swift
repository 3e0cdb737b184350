import CAV

/// Copying the streams of a film into a new container.
enum Remux {
  private static let unplayable: Int32 = 2
  private static let damaged: Int32 = 3

  private static let pictures = [
    AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1,
  ]
  private static let sounds = [
    AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_OPUS, AV_CODEC_ID_VORBIS,
  ]

  static func run() -> Int32 {
    guard let input = open() else { return damaged }
    defer {
      var input: UnsafeMutablePointer<AVFormatContext>? = input
      avformat_close_input(&input)
    }
    let chosen = [
      stream(in: input, AVMEDIA_TYPE_VIDEO, pictures),
      stream(in: input, AVMEDIA_TYPE_AUDIO, sounds),
    ].compactMap { $0 }
    guard let first = chosen.first, first.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
    else { return unplayable }
    return copy(chosen, of: input) ? 0 : damaged
  }

  /// Only the two containers that are taken have a reader here; neither opens other files.
  private static func open() -> UnsafeMutablePointer<AVFormatContext>? {
    var input = avformat_alloc_context()
    guard let new = input else { return nil }
    new.pointee.flags |= AVFMT_FLAG_BITEXACT
    var options: OpaquePointer?
    av_dict_set(&options, "protocol_whitelist", "file", 0)
    av_dict_set(&options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm", 0)
    defer { av_dict_free(&options) }
    return avformat_open_input(&input, "/proc/self/fd/0", nil, &options) == 0 ? input : nil
  }

  private static func stream(
    in input: UnsafeMutablePointer<AVFormatContext>, _ type: AVMediaType, _ codecs: [AVCodecID]
  ) -> UnsafeMutablePointer<AVStream>? {
    (0..<Int(input.pointee.nb_streams)).lazy.compactMap { input.pointee.streams[$0] }.first {
      $0.pointee.codecpar.pointee.codec_type == type
        && codecs.contains($0.pointee.codecpar.pointee.codec_id)
        && $0.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
    }
  }

  private static func copy(
    _ chosen: [UnsafeMutablePointer<AVStream>], of input: UnsafeMutablePointer<AVFormatContext>
  ) -> Bool {
    var made: UnsafeMutablePointer<AVFormatContext>?
    let container = isWebM(chosen) ? "webm" : "mp4"
    avformat_alloc_output_context2(&made, nil, container, "/proc/self/fd/1")
    guard let output = made else { return false }
    defer { avformat_free_context(output) }
    output.pointee.flags |= AVFMT_FLAG_BITEXACT
    for stream in chosen where !add(stream, to: output) { return false }
    guard avio_open(&output.pointee.pb, "/proc/self/fd/1", AVIO_FLAG_WRITE) >= 0 else {
      return false
    }
    defer { avio_closep(&output.pointee.pb) }
    var options: OpaquePointer?
    // What a player needs first comes first.
    av_dict_set(&options, "movflags", "+faststart", 0)
    defer { av_dict_free(&options) }
    guard avformat_write_header(output, &options) >= 0, copyPackets(chosen, input, output) else {
      return false
    }
    return av_write_trailer(output) == 0
  }

  private static func isWebM(_ chosen: [UnsafeMutablePointer<AVStream>]) -> Bool {
    let free = [
      AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1, AV_CODEC_ID_OPUS, AV_CODEC_ID_VORBIS,
    ]
    return chosen.allSatisfy { free.contains($0.pointee.codecpar.pointee.codec_id) }
  }

  /// What a decoder needs, and which way up the telephone was held.
  private static func add(
    _ stream: UnsafeMutablePointer<AVStream>, to output: UnsafeMutablePointer<AVFormatContext>
  ) -> Bool {
    guard let new = avformat_new_stream(output, nil),
      avcodec_parameters_copy(new.pointee.codecpar, stream.pointee.codecpar) >= 0
    else { return false }
    let isHEVC = new.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_HEVC
    new.pointee.codecpar.pointee.codec_tag = isHEVC ? preau_av_hvc1 : 0
    new.pointee.time_base = stream.pointee.time_base
    var size = 0
    if let matrix = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size),
      let copy = av_stream_new_side_data(new, AV_PKT_DATA_DISPLAYMATRIX, size)
    {
      copy.update(from: matrix, count: size)
    }
    return true
  }

  private static func copyPackets(
    _ chosen: [UnsafeMutablePointer<AVStream>], _ input: UnsafeMutablePointer<AVFormatContext>,
    _ output: UnsafeMutablePointer<AVFormatContext>
  ) -> Bool {
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    guard let packet else { return false }
    var count = 0
    while av_read_frame(input, packet) >= 0 {
      defer { av_packet_unref(packet) }
      guard
        let place = chosen.firstIndex(where: { $0.pointee.index == packet.pointee.stream_index }),
        let new = output.pointee.streams[place]
      else { continue }
      av_packet_rescale_ts(packet, chosen[place].pointee.time_base, new.pointee.time_base)
      packet.pointee.stream_index = Int32(place)
      packet.pointee.pos = -1
      guard av_interleaved_write_frame(output, packet) >= 0 else { return false }
      count += 1
    }
    return count > 0
  }
}
