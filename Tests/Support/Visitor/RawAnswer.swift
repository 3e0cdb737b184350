import Foundation

/// What a server said to bytes that may be no request at all.
public enum RawAnswer: Equatable, Sendable {
  case status(Int)
  /// It closed, or reset, the connection without a word.
  case closed
  /// It neither answered nor closed in time.
  case silent
  /// Something that is not HTTP.
  case gibberish(String)
}

extension RawSocket {
  /// Sends `bytes`, as far as they are taken, and waits for the first line of an answer or the end.
  public func answer(to bytes: [UInt8], within seconds: Double = 30) -> RawAnswer {
    let deadline = Date(timeIntervalSinceNow: seconds)
    // A server may refuse, and close, before it has read everything: what counts is what it says.
    try? send(bytes, within: seconds)
    var line: [UInt8] = []
    while !line.contains(UInt8(ascii: "\n")) {
      let (bytes, ending) = read(until: deadline)
      line += bytes
      guard let ending else { continue }
      if line.isEmpty { return ending == .timedOut ? .silent : .closed }
      break
    }
    let text = String(decoding: line.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    let parts = text.split(separator: " ")
    guard text.hasPrefix("HTTP/1."), parts.count >= 2, let status = Int(parts[1]) else {
      return .gibberish(text)
    }
    return .status(status)
  }
}
