import JSONText

extension JSON {
  /// An object of the members that there are. No null and no empty list is ever written: OB 3.0
  /// forbids both (Open Badges 3.0, Serialization).
  static func members(_ members: [(String, JSON?)]) -> JSON {
    .object(
      JSONObject(
        members.compactMap { name, value in
          guard let value, value != .array([]), !value.isNull else { return nil }
          return (name, value)
        }))
  }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// The same object with this member, or without it.
  func with(_ name: String, _ value: JSON?) -> JSON {
    guard var object else { return self }
    object[name] = value
    return .object(object)
  }
}

extension Optional where Wrapped == JSON {
  /// The values of a list, or a single one: in JSON-LD the two mean the same.
  var list: [JSON] { self.map { $0.array ?? [$0] } ?? [] }

  /// The texts among these values.
  var strings: [String] { list.compactMap(\.string) }
}

/// Whether two texts have the same bytes. Swift's own `==` takes what looks alike for equal, which
/// would be wrong for whatever decides about trust.
func areSame(_ one: String, _ other: String) -> Bool { ExactString(one) == ExactString(other) }
