/// One JSON value (RFC 8259 §3).
///
/// Two values are equal when they say the same, whatever the order of their members (RFC 8259 §4):
/// texts are compared by their code units (§8.3), numbers by how they are written, so `1` is not
/// `1.0`.
public indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  /// The number as it is written: nothing is lost of what others sent.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON {
  /// The value of a member; nil when there is none, or when this is no object.
  public subscript(name: String) -> JSON? { object?[name] }

  /// The text, of a text.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth, of `true` and `false`.
  public var bool: Bool? {
    if case .bool(let isTrue) = self { isTrue } else { nil }
  }

  /// The whole number, of a number that is written as one and fits.
  public var integer: Int? {
    if case .number(let literal) = self { Int(literal) } else { nil }
  }

  /// The elements, of an array.
  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, of an object.
  public var object: JSONObject? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension JSON: Hashable {
  public static func == (one: JSON, other: JSON) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): ExactString(one) == ExactString(other)
    case (.string(let one), .string(let other)): ExactString(one) == ExactString(other)
    case (.array(let one), .array(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let isTrue): hasher.combine(isTrue)
    case .number(let text), .string(let text): hasher.combine(ExactString(text))
    case .array(let elements): hasher.combine(elements)
    case .object(let members): hasher.combine(members)
    }
  }
}
