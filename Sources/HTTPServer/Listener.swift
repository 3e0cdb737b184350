import Glibc

/// A listening TCP socket.
struct Listener {
  let socket: Int32
  let port: Int

  /// Opened by us and handed to libmicrohttpd, which does not say why it could not open one.
  init(host: String, port: Int) throws(StartFailure) {
    guard (0...65_535).contains(port) else { throw .system("port \(port) does not exist") }
    var address = try Self.address(host, port: UInt16(port))
    let socket = Glibc.socket(
      Int32(address.ss_family), Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw Self.failure(host, port) }
    var on: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let bound = withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, Self.length(address.pointee.sa_family))
      }
    }
    guard bound == 0, listen(socket, 1_024) == 0 else {
      let failure = Self.failure(host, port)
      close(socket)
      throw failure
    }
    self.socket = socket
    self.port = Self.port(of: socket)
  }

  private static func address(_ host: String, port: UInt16) throws(StartFailure) -> sockaddr_storage
  {
    var storage = sockaddr_storage()
    let filled = withUnsafeMutableBytes(of: &storage) { bytes in
      var four = in_addr()
      var six = in6_addr()
      if inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : host, &four) == 1 {
        let address = sockaddr_in(
          sin_family: sa_family_t(AF_INET), sin_port: port.bigEndian, sin_addr: four,
          sin_zero: (0, 0, 0, 0, 0, 0, 0, 0))
        bytes.storeBytes(of: address, as: sockaddr_in.self)
        return true
      }
      guard inet_pton(AF_INET6, host, &six) == 1 else { return false }
      let address = sockaddr_in6(
        sin6_family: sa_family_t(AF_INET6), sin6_port: port.bigEndian, sin6_flowinfo: 0,
        sin6_addr: six, sin6_scope_id: 0)
      bytes.storeBytes(of: address, as: sockaddr_in6.self)
      return true
    }
    guard filled else { throw .badHost(host) }
    return storage
  }

  private static func length(_ family: sa_family_t) -> socklen_t {
    socklen_t(
      family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size)
  }

  private static func port(of socket: Int32) -> Int {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = getsockname(socket, address, &length)
      }
      // The port lies at the same place in an IPv4 and in an IPv6 address.
      return storage.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        Int(UInt16(bigEndian: $0.pointee.sin_port))
      }
    }
  }

  private static func failure(_ host: String, _ port: Int) -> StartFailure {
    switch errno {
    case EADDRINUSE: .portInUse(host: host, port: port)
    case EACCES: .notPermitted(host: host, port: port)
    default: .system("cannot listen on \(host): \(String(cString: strerror(errno)))")
    }
  }
}
