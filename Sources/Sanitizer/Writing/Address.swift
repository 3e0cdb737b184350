/// What a link or image points to, once cleaned.
enum Address {
  case refused
  /// A place on the same page; the scope's prefix has been put in.
  case fragment
  case relative
  /// `http` or `https`.
  case absolute
  /// `mailto` or `tel`.
  case contact
}

// (1) Checks are made on the bytes that are written, never on something that is read again.
// (2) A scheme is one of four, whatever else it looks like.
extension MarkupWriter {
  /// Cleans `value` into `scratch`, percent-encoded, ready to be escaped.
  mutating func address(_ value: SentValue) -> Address {
    scratch.removeAll()
    guard let cleaned = cleaned(value), cleaned.count > 0 else { return .refused }
    let kind = writeEncoded(cleaned)
    let fits =
      scratch.count <= Policy.longestAddress && writtenLength() <= Policy.longestWrittenAddress
    return fits ? kind : .refused
  }

  /// Trims, refuses controls, and leaves out TAB and LF, in place: libxml2's copy is ours to change
  /// until the call-back ends.
  private func cleaned(_ value: SentValue) -> SentValue? {
    var start = 0
    var end = value.count
    while start < end, value.bytes[start] <= 0x20 { start += 1 }
    while end > start, value.bytes[end - 1] <= 0x20 { end -= 1 }
    guard end - start <= Policy.longestTag else { return nil }
    let bytes = UnsafeMutablePointer(mutating: value.bytes)
    var length = start
    for at in start..<end {
      switch bytes[at] {
      case 0x09, 0x0A, 0x0D: continue
      case ..<0x20, 0x7F: return nil
      default:
        bytes[length] = bytes[at]
        length += 1
      }
    }
    return value[from: start, to: length]
  }

  private mutating func writeEncoded(_ value: SentValue) -> Address {
    if value.bytes[0] == UInt8(ascii: "#") { return writeFragment(value) }
    guard let colon = schemeEnd(value) else { return writeRelative(value) }
    let scheme = value[from: 0, to: colon]
    let rest = value[from: colon, to: value.count]
    if scheme.matches("https") {
      return writeAbsolute("https", rest)
    } else if scheme.matches("http") {
      return writeAbsolute("http", rest)
    } else if scheme.matches("mailto") {
      return writeContact("mailto", rest)
    } else if scheme.matches("tel") {
      return writeContact("tel", rest)
    }
    return .refused
  }

  /// Where the first `:` stands, when it comes before any `/`, `?` or `#`.
  private func schemeEnd(_ value: SentValue) -> Int? {
    for at in 0..<value.count {
      switch value.bytes[at] {
      case UInt8(ascii: ":"): return at
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: continue
      }
    }
    return nil
  }

  private mutating func writeFragment(_ value: SentValue) -> Address {
    let name = scope.unprefixed(value[from: 1, to: value.count])
    guard name.count > 0 else { return .refused }
    scratch.append(UInt8(ascii: "#"))
    scratch.append(scope.prefix, scope.count)
    appendEncoded(name)
    return .fragment
  }

  /// A path that browsers would read as another host is refused.
  private mutating func writeRelative(_ value: SentValue) -> Address {
    let leavesHost =
      value.bytes[0] == UInt8(ascii: "\\") || value.begins(with: "//") || value.begins(with: "/\\")
    if leavesHost { return .refused }
    appendEncoded(value)
    return .relative
  }

  private mutating func writeAbsolute(_ scheme: StaticString, _ rest: SentValue) -> Address {
    guard rest.begins(with: "://"), rest.count > 3, isHostByte(rest.bytes[3]) else {
      return .refused
    }
    scratch.append(scheme)
    appendEncoded(rest)
    return .absolute
  }

  private mutating func writeContact(_ scheme: StaticString, _ rest: SentValue) -> Address {
    guard rest.count > 1 else { return .refused }
    scratch.append(scheme)
    appendEncoded(rest)
    return .contact
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte >= 0x80 || byte == UInt8(ascii: "[")
  }

  private mutating func appendEncoded(_ value: SentValue) {
    let digits = StaticString("0123456789ABCDEF").utf8Start
    for at in 0..<value.count {
      let byte = value.bytes[at]
      if Self.encoded[byte] == 0 {
        scratch.append(byte)
      } else {
        scratch.append(UInt8(ascii: "%"))
        scratch.append(digits[Int(byte >> 4)])
        scratch.append(digits[Int(byte & 15)])
      }
    }
  }

  private static let encoded = ByteClasses { "\" <>\\^{|}`".utf8.contains($0) ? 1 : 0 }

  private func writtenLength() -> Int {
    var length = scratch.count
    for byte in scratch.bytes where byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'") {
      length += 4
    }
    return length
  }

  mutating func writeScratch(_ opening: StaticString) {
    output.append(opening)
    Escaping.write(scratch.base, scratch.count, Escaping.attribute, to: &output)
    output.append(UInt8(ascii: "\""))
  }
}

// MARK: - Links

extension MarkupWriter {
  /// A refused link keeps its element and text, without an address.
  mutating func writeLink(_ value: SentValue) {
    switch address(value) {
    case .refused: break
    case .absolute:
      writeScratch(" href=\"")
      output.append(" rel=\"nofollow ugc noopener\"")
    case .fragment, .relative, .contact:
      writeScratch(" href=\"")
    }
  }
}
