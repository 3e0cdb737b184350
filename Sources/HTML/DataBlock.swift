/// A JSON value for programs that read a page.
public indirect enum DataValue: Sendable, Equatable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([DataValue])
  /// Members in their order; those that are nil are left out when it is made by ``members(_:)``.
  case object([Member])

  /// One member of an object.
  public struct Member: Sendable, Equatable {
    let name: String
    let value: DataValue
  }

  /// An object of the members that have a value.
  public static func members(_ members: KeyValuePairs<String, DataValue?>) -> DataValue {
    .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// A list of texts; nil when there are none.
  public static func texts(_ texts: [String]) -> DataValue? {
    texts.isEmpty ? nil : .list(texts.map { .text($0) })
  }
}

extension Page {
  /// Writes a JSON-LD data block. Nothing in it can end the element that holds it, whatever the
  /// texts are: `<`, `>` and `&` are written as `\u` escapes, and U+2028 and U+2029 too, which old
  /// readers of JavaScript take for ends of lines.
  public mutating func linkedData(_ value: DataValue) {
    literal("<script type=\"application/ld+json\">")
    write(value)
    literal("</script>")
  }

  private mutating func write(_ value: DataValue) {
    switch value {
    case .text(let text): write(quoted: text)
    case .number(let value): number(value)
    case .flag(let isSet): literal(isSet ? "true" : "false")
    case .list(let values):
      literal("[")
      for (index, value) in values.enumerated() {
        if index > 0 { literal(",") }
        write(value)
      }
      literal("]")
    case .object(let members):
      literal("{")
      for (index, member) in members.enumerated() {
        if index > 0 { literal(",") }
        write(quoted: member.name)
        literal(":")
        write(member.value)
      }
      literal("}")
    }
  }

  private mutating func write(quoted text: String) {
    literal("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal("\\\"")
      case "\\": literal("\\\\")
      case "\n": literal("\\n")
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
        literal("\\u")
        let digits = String(scalar.value, radix: 16)
        for _ in digits.utf8.count..<4 { literal("0") }
        self.text(digits)
      default: self.text(String(scalar))
      }
    }
    literal("\"")
  }
}
