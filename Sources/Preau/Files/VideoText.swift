import HTTP

/// What stands beside a film for those who do not hear it, or cannot watch it here and now.
struct VideoText: Equatable {
  /// WebVTT; empty when there are none.
  var captions = ""
  var transcript = ""

  /// In bytes, of each.
  static let longest = 200_000

  enum Problem: Error, Equatable {
    case noCaptions
    case tooLong
  }

  /// The same, known to be such.
  func checked() throws(Problem) -> VideoText {
    var checked = VideoText(captions: captions.nfc, transcript: transcript.nfc)
    if checked.captions.allSatisfy(\.isWhitespace) { checked.captions = "" }
    if max(checked.captions.utf8.count, checked.transcript.utf8.count) > Self.longest {
      throw .tooLong
    }
    guard checked.captions.isEmpty || Self.isWebVTT(checked.captions) else { throw .noCaptions }
    return checked
  }

  /// The signature, then at least one time (WebVTT §4.1).
  private static func isWebVTT(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "WEBVTT".utf8),
      bytes.count == start + 6 || bytes[start + 6] <= 0x20
    else { return false }
    return text.contains(" --> ")
  }
}

/// A film on the page of a thread.
struct ShownVideo {
  let post: Post.ID
  let key: String
  let hasCaptions: Bool
}
