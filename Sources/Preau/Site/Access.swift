/// Who may use a route. What a space or a thread allows is asked by the route itself.
enum Access: Sendable {
  case anyone
  case members
  case administrators
  /// Reads no cookie and carries a secret of its own in the address: no form token is asked.
  case ownSecret
}

/// Why a request gets another page than the one it asked for.
enum Refusal: Error, Equatable {
  case notFound
  case gone
  case notAllowed
  case badRequest
  case needsLogIn
  /// An administrator keeps the member out.
  case suspended
  /// Seconds to wait.
  case tooManyRequests(Int)
}

extension Optional {
  /// The value, or the page that says that there is none.
  func orNotFound() throws(Refusal) -> Wrapped {
    guard let self else { throw .notFound }
    return self
  }
}
