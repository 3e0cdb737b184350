/// The proxies whose word is taken on whom they speak for.
public struct TrustedProxies: Sendable {
  private struct Network: Sendable {
    let address: IPAddress
    /// Of the 128 bits that every address has here.
    let bits: Int

    func contains(_ other: IPAddress) -> Bool {
      let whole = bits / 8
      guard address.bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
      if bits % 8 == 0 { return true }
      return (address.bytes[whole] ^ other.bytes[whole]) >> (8 - bits % 8) == 0
    }
  }

  private let networks: [Network]

  /// Trusts nobody.
  public init() { networks = [] }

  /// - Parameter list: addresses and networks such as `10.0.0.0/8`; nil when one is neither.
  public init?(_ list: [String]) {
    var networks: [Network] = []
    for item in list {
      guard let network = Self.network(item) else { return nil }
      networks.append(network)
    }
    self.networks = networks
  }

  private static func network(_ text: String) -> Network? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
    let offset = address.isIPv4 ? 96 : 0
    if parts.count == 1 { return Network(address: address, bits: 128) }
    guard let bits = Int(parts[1]), (0...(128 - offset)).contains(bits) else { return nil }
    return Network(address: address, bits: bits + offset)
  }

  /// Whether what `address` says of its clients is believed.
  public func contains(_ address: IPAddress) -> Bool { networks.contains { $0.contains(address) } }

  /// The address that a request comes from.
  ///
  /// The field `X-Forwarded-For` is read from the right, where our own proxies write, as long as
  /// those who wrote are trusted; what stands further left is anybody's word.
  public func client(peer: String, forwardedFor field: String?) -> String {
    guard let direct = IPAddress(peer) else { return peer }
    guard let field, contains(direct) else { return direct.description }
    var client = direct
    for item in field.split(separator: ",").reversed() {
      guard let address = Self.address(item.trimmed) else { break }
      client = address
      if !contains(address) { break }
    }
    return client.description
  }

  /// Some proxies add a port, and brackets around IPv6.
  private static func address(_ text: Substring) -> IPAddress? {
    if text.first == "[" { return IPAddress(text.dropFirst().prefix { $0 != "]" }) }
    if text.contains("."), let colon = text.lastIndex(of: ":"), !text[..<colon].contains(":") {
      return IPAddress(text[..<colon])
    }
    return IPAddress(text)
  }
}
