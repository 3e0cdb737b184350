import Fetching

/// Whether a link still leads somewhere, as far as repeated visits tell.
struct LinkHealth: Sendable, Equatable {
  /// In a row.
  var failures = 0
  /// Of the first of these.
  var failedSince: Instant?
  /// Since when it is said to be broken.
  var broken: Instant?

  private static let day: Int64 = 86_400
  private static let week = 7 * day

  /// What one visit found.
  enum Finding: Equatable, Sendable {
    case answers
    case fails

    /// A server that refuses us (401, 403, 429…) is there: it may well answer people.
    init(status: Int) {
      switch status {
      case 404, 410, 500...: self = .fails
      default: self = .answers
      }
    }
  }

  /// What is known after a visit: broken after two failures, a day or more apart.
  func after(_ finding: Finding, at now: Instant) -> LinkHealth {
    guard finding == .fails else { return LinkHealth() }
    var next = self
    next.failures += 1
    let since = failedSince ?? now
    next.failedSince = since
    if next.failures >= 2, now - since >= Self.day { next.broken = broken ?? now }
    return next
  }

  /// A week later; a day and an hour later while it is not sure.
  func nextVisit(after now: Instant) -> Instant {
    now + (failures > 0 && broken == nil ? Self.day + 3_600 : Self.week)
  }
}

/// One visit to a link: a question without an answer's body first, then for its first bytes, since some
/// servers know no such question.
struct LinkProbe: Sendable {
  let fetch: Fetch

  func find(_ url: String, isStopping: @escaping () -> Bool) throws(Fetch.Failure)
    -> LinkHealth.Finding
  {
    do {
      let answer = try fetch.ask(url, .head, isStopping: isStopping)
      if (200..<400).contains(answer.status) { return .answers }
    } catch .stopped {
      throw .stopped
    } catch {
      // It is asked otherwise.
    }
    do {
      let answer = try fetch.ask(url, .getStart, isStopping: isStopping)
      return LinkHealth.Finding(status: answer.status)
    } catch .stopped {
      throw .stopped
    } catch {
      return .fails
    }
  }
}
