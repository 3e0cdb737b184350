/// What a `Range` field asks for (RFC 9110 §14).
public enum ByteRange: Equatable, Sendable {
  /// Everything: several ranges, another unit or nonsense are as if nothing was asked.
  case whole
  case part(Range<Int>)
  /// Nothing of what is asked for is there.
  case unsatisfiable

  /// - Parameters:
  ///   - field: the value of `Range`.
  ///   - size: bytes that there are.
  public init(_ field: String, of size: Int) {
    self = Self.read(field, size)
  }

  private static func read(_ field: String, _ size: Int) -> ByteRange {
    guard field.lowercased().hasPrefix("bytes=") else { return .whole }
    let asked = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard asked.count == 2, let first = number(asked[0]), let last = number(asked[1]) else {
      return .whole
    }
    switch (first, last) {
    case (nil, nil): return .whole
    case (nil, let count?):
      guard count > 0, size > 0 else { return .unsatisfiable }
      return .part(max(0, size - count)..<size)
    case (let first?, let last):
      if let last, last < first { return .whole }
      guard first < size else { return .unsatisfiable }
      return .part(first..<(min(size - 1, last ?? size) + 1))
    }
  }

  /// Digits, or nothing at all; nil for what is neither.
  private static func number(_ text: Substring) -> Int?? {
    if text.isEmpty { return .some(nil) }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      return nil
    }
    return .some(number)
  }
}
