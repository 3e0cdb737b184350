import Synchronization

/// The tokens of this hour, so that a page does not seal again what the page before it carried.
final class FormTokens: Sendable {
  private struct Place: Hashable {
    let member: Int64
    let path: String
  }

  private struct Hour {
    var number: Int64 = .min
    var tokens: [Place: String] = [:]
  }

  private static let most = 10_000
  private let hour = Mutex(Hour())

  /// The token of a form that `member`, 0 for a visitor, sends to `path`.
  func token(member: Int64, path: String, now: Instant, key: [UInt8]) -> String {
    let place = Place(member: member, path: path)
    return hour.withLock { hour in
      if let known = hour.tokens[place], hour.number == now.hour { return known }
      if hour.number != now.hour || hour.tokens.count >= Self.most {
        hour = Hour(number: now.hour)
      }
      let token = FormToken.text(member: member, path: path, now: now, key: key)
      hour.tokens[place] = token
      return token
    }
  }
}
