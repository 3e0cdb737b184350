import JSONText

/// What was given, made out.
enum FoundBadge {
  case document(JSON, text: String)
  case token(CompactJWS, text: String)
  case address(String)

  init(_ input: [UInt8]) throws(VerificationReason) {
    guard input.count <= Verification.mostInput else {
      throw .tooLong(most: Verification.mostInput)
    }
    let text = Self.trimmed(input)
    guard let first = text.first else { throw .inputUnknown }
    if PNGFile.isPNG(input) || first == UInt8(ascii: "<") {
      try self.init(picture: input)
    } else {
      try self.init(text: text)
    }
  }

  /// Of two badges in one picture, the newer kind is taken.
  private init(picture: [UInt8]) throws(VerificationReason) {
    let baked: [BakedText]
    do { baked = try Baking.unbake(picture) } catch { throw .picture(error) }
    guard let taken = baked.first(where: { $0.version == .ob3 }) ?? baked.first else {
      throw .picture(.nothingBaked)
    }
    try self.init(text: Self.trimmed(Array(taken.text.utf8)))
  }

  private init(text bytes: ArraySlice<UInt8>) throws(VerificationReason) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .inputUnknown }
    if bytes.first == UInt8(ascii: "{") {
      do { self = .document(try JSON(reading: bytes), text: text) } catch { throw .json(error) }
    } else if CompactJWS.looksLike(bytes) {
      do { self = .token(try CompactJWS(reading: bytes), text: text) } catch {
        throw .token(error)
      }
    } else if WebAddress(text) != nil {
      self = .address(text)
    } else {
      throw .inputUnknown
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    rest = rest.drop { blanks.contains($0) }
    while let last = rest.last, blanks.contains(last) { rest.removeLast() }
    return rest
  }
}
