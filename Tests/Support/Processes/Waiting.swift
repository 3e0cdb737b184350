import Foundation

/// Asks again and again until `condition` holds, for what a server does soon but announces to
/// nobody.
///
/// - Throws: ``SystemFailure`` with `what`, at the deadline.
public func waitUntil(
  _ what: String, within seconds: Double = 30, _ condition: () throws -> Bool
) throws {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while try !condition() {
    guard Date() < deadline else { throw SystemFailure(what, code: ETIMEDOUT) }
    usleep(20_000)
  }
}
