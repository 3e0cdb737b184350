// Whom we send requests to is said by strangers. A request must never reach what only this machine, or
// its network, can reach:
// (1) Every address that a name resolves to is looked at right before the connection is made to it, and
//     that very address is connected to: there is no second look-up that could answer otherwise.
// (2) That is done for each connection, so also after each redirect.
// (3) Addresses are read as bytes. IPv4 that is written inside IPv6 is looked at as IPv4.

/// Which addresses belong to the public internet.
public enum PublicAddress {
  /// - Parameter bytes: four or sixteen, in the order of the network.
  public static func isPublic(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: isPublicFour(bytes)
    case 16: isPublicSixteen(bytes)
    default: false
    }
  }

  /// Whether it is this machine.
  public static func isLoopback(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 4 { return bytes[0] == 127 }
    if let four = inner(bytes) { return four[0] == 127 }
    return bytes.count == 16 && bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  /// By the IANA registry of special-purpose addresses (RFC 6890 and what came after it).
  private static func isPublicFour(_ bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _): false
    // Shared by those behind one carrier.
    case (100, 64...127, _): false
    case (169, 254, _): false
    case (172, 16...31, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (192, 168, _): false
    case (198, 18...19, _), (198, 51, 100), (203, 0, 113): false
    // Multicast, and what was reserved.
    case (224..., _, _): false
    default: true
    }
  }

  /// Only what is given out to the world begins with the bits 001 (RFC 4291 §2.5.4).
  private static func isPublicSixteen(_ bytes: [UInt8]) -> Bool {
    if let four = inner(bytes) { return isPublicFour(four) }
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    // Teredo and others of 2001::/23, documentation, 6to4, and what is kept for tests.
    if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 0x02 { return false }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    if bytes.starts(with: [0x20, 0x02]) { return isPublicFour(Array(bytes[2..<6])) }
    return !bytes.starts(with: [0x3F, 0xFF])
  }

  /// IPv4 inside IPv6: mapped, compatible, and translated (RFC 6052).
  private static func inner(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count == 16 else { return nil }
    let head = bytes.prefix(12)
    let zeros = [UInt8](repeating: 0, count: 10)
    let isMapped = head.elementsEqual(zeros + [0xFF, 0xFF])
    let isCompatible = head.allSatisfy { $0 == 0 } && bytes[12] != 0
    let isTranslated = head.elementsEqual([0, 0x64, 0xFF, 0x9B] + zeros.prefix(8))
    return isMapped || isCompatible || isTranslated ? Array(bytes.suffix(4)) : nil
  }
}
