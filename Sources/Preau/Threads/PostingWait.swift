import HTTP

extension PostingRefusal {
  /// Seconds after which the same text would be taken; nil where waiting is not what it takes.
  var secondsToWait: Int? {
    switch self {
    case .tooSoon(let seconds): seconds
    case .tooManyThreads(let minutes), .tooManyPosts(let minutes), .tooFast(let minutes):
      60 * minutes
    default: nil
    }
  }
}

extension Response {
  /// The same page, telling machines too that one has to wait, and how long (RFC 6585 §4).
  func asking(toWaitFor refusal: PostingRefusal) -> Response {
    guard let seconds = refusal.secondsToWait else { return self }
    var response = self
    response.status = 429
    response["Retry-After"] = String(seconds)
    return response
  }
}
