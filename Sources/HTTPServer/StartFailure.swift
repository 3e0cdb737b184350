/// Why a server could not start.
public enum StartFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// The host is neither an address nor `localhost`.
  case badHost(String)
  /// Another program listens there.
  case portInUse(host: String, port: Int)
  /// Ports below 1024 are often reserved.
  case notPermitted(host: String, port: Int)
  /// What else the system said.
  case system(String)

  /// One sentence for whoever starts the program.
  public var description: String {
    switch self {
    case .badHost(let host): "\(host) is not an IP address"
    case .portInUse(let host, let port): "port \(port) of \(host) is already in use"
    case .notPermitted(let host, let port): "not permitted to listen on port \(port) of \(host)"
    case .system(let message): message
    }
  }
}
