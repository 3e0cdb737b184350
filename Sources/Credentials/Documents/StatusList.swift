import JSONText

/// One bit for each of many credentials: whether it was taken back (W3C Bitstring Status List 1.0).
public struct StatusList: Sendable, Hashable {
  /// The first credential's is the highest bit of the first byte (§3.1).
  private var bytes: [UInt8]

  /// The fewest, so that no reader learns from one list whose badge somebody asks for (§6.1).
  public static let fewestBits = 131_072
  /// What is read of another site's: as much as a list of 32 million.
  static let mostBytes = 4 << 20

  /// A list in which nothing was taken back; never shorter than ``fewestBits``.
  public init(count: Int = StatusList.fewestBits) {
    bytes = [UInt8](repeating: 0, count: (max(count, Self.fewestBits) + 7) / 8)
  }

  /// How many it has room for.
  public var count: Int { bytes.count * 8 }

  /// Whether the bit is set; past the end none is.
  public subscript(index: Int) -> Bool {
    get { index >= 0 && index < count && bytes[index / 8] & 0x80 >> (index % 8) != 0 }
    set {
      precondition(index >= 0 && index < count, "The list has no such place.")
      let bit: UInt8 = 0x80 >> (index % 8)
      bytes[index / 8] = newValue ? bytes[index / 8] | bit : bytes[index / 8] & ~bit
    }
  }

  /// `u`, then base64url of the compressed bits (§3.2).
  public var encoded: String {
    guard let compressed = Gzip.compress(bytes) else { fatalError("no memory for 268 KB") }
    return "u" + Base64.encodeURL(compressed)
  }

  /// Reads what another site wrote; older lists lack the first letter.
  ///
  /// - Returns: nil when it cannot be read, or is longer than anybody needs.
  public init?(encoded: String) {
    let text = encoded.utf8
    guard text.count <= Self.mostBytes else { return nil }
    let digits = text.first == UInt8(ascii: "u") ? text.dropFirst() : text[...]
    guard let compressed = Base64.decodeURL(digits),
      let bytes = Gzip.expand(compressed, .gzip, most: Self.mostBytes)
    else { return nil }
    self.bytes = bytes
  }
}

extension OB3 {
  /// A ``StatusList`` as its issuer publishes it, signed by ``VCJWT``.
  public struct StatusListCredential: Sendable, Hashable {
    /// Where it is.
    public var id: String
    /// The id of the issuer; that of the credentials in it.
    public var issuer: String
    /// The bits.
    public var list: StatusList
    /// From when it is valid.
    public var validFrom: Timestamp
    /// Until when it is valid; nil for ever.
    public var validUntil: Timestamp?

    /// A list and whose it is.
    public init(id: String, issuer: String, list: StatusList, validFrom: Timestamp) {
      self.id = id
      self.issuer = issuer
      self.list = list
      self.validFrom = validFrom
    }

    /// The credential, without a proof.
    public var json: JSON {
      let subject = JSON.members([
        ("id", .string("\(id)#list")), ("type", "BitstringStatusList"),
        ("statusPurpose", "revocation"), ("encodedList", .string(list.encoded)),
      ])
      return .members([
        ("@context", .strings([OB3.contexts[0]])), ("id", .string(id)),
        ("type", .strings(["VerifiableCredential", "BitstringStatusListCredential"])),
        ("issuer", .string(issuer)), ("validFrom", .string(validFrom.text)),
        ("validUntil", validUntil.map { .string($0.text) }), ("credentialSubject", subject),
      ])
    }
  }
}
