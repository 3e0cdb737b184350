/// One header field.
public struct Header: Sendable, Equatable {
  /// Of a token's characters; case does not matter (RFC 9110 §5.1).
  public let name: String
  /// Without the blanks around it.
  public var value: String
  /// Both must be free of line breaks; the server drops a field that is not.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The header fields of a request, in the order in which they came; names match whatever their case.
public struct Headers: Sendable {
  /// All of them, repeated ones too.
  public private(set) var fields: [Header]

  /// Fields in their order.
  public init(_ fields: [Header] = []) { self.fields = fields }

  /// Adds a field behind the others.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Header(name, value))
  }

  /// The value of a field; those of a repeated one are joined by commas (RFC 9110 §5.3), so that a
  /// field which must come once and is repeated equals nothing that we expect.
  public subscript(name: String) -> String? { joined(name, by: ", ") }

  func joined(_ name: String, by separator: String) -> String? {
    var found: String?
    for field in fields where field.name.equalsIgnoringCase(name) {
      found = found.map { $0 + separator + field.value } ?? field.value
    }
    return found
  }
}

extension String {
  /// Whether two texts are equal but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    // Some ten names are looked for in some ten fields, for each request: in the bytes themselves.
    let known = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        left.indices.allSatisfy { left[$0].lowercased == right[$0].lowercased }
      }
    }
    if let known, let known { return known }
    return utf8.elementsEqual(other.utf8) { $0.lowercased == $1.lowercased }
  }

  /// Without the spaces and tabs around it, the only blanks that HTTP knows.
  var trimmed: String { String(Substring(self).trimmed) }
}

extension Substring {
  var trimmed: Substring {
    let start = utf8.firstIndex { !$0.isBlank } ?? endIndex
    let end = self[start...].utf8.lastIndex { !$0.isBlank }.map(utf8.index(after:)) ?? start
    return self[start..<end]
  }
}

extension UInt8 {
  /// ASCII only.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
