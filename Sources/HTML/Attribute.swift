/// An attribute of an element: a name of our own source and a value that is escaped when written.
public struct Attribute {
  @usableFromInline
  enum Value {
    case literal(StaticString)
    case text(String)
    case number(Int)
    case flag
    case absent
  }

  @usableFromInline let name: StaticString
  @usableFromInline let value: Value

  @inlinable
  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Attribute {
  /// Any attribute without a method of its own. Addresses have ``address(_:_:)``.
  @inlinable
  public static func named(_ name: StaticString, _ value: String) -> Attribute {
    Attribute(name, .text(value))
  }
  /// An attribute whose value stands in our source.
  @inlinable
  public static func named(_ name: StaticString, literally value: StaticString) -> Attribute {
    Attribute(name, .literal(value))
  }
  /// An attribute that is there or not, such as `required`.
  @inlinable
  public static func flag(_ name: StaticString, _ isSet: Bool) -> Attribute {
    Attribute(name, isSet ? .flag : .absent)
  }
  /// An attribute that leads somewhere.
  @inlinable
  public static func address(_ name: StaticString, _ address: Address) -> Attribute {
    Attribute(name, .text(address.text))
  }
  /// `attribute` when `isWanted`, otherwise nothing.
  @inlinable
  public static func when(_ isWanted: Bool, _ attribute: Attribute) -> Attribute {
    isWanted ? attribute : Attribute(attribute.name, .absent)
  }

  /// `class`: names of our style sheet, between spaces.
  @inlinable
  public static func `class`(_ names: StaticString) -> Attribute {
    Attribute("class", .literal(names))
  }
  /// `id`, which must be the only one of its page.
  @inlinable
  public static func id(_ id: String) -> Attribute { Attribute("id", .text(id)) }
  /// `href`: where a link leads.
  @inlinable
  public static func href(_ address: Address) -> Attribute { .address("href", address) }
  /// `src`: what an image or a script is loaded from.
  @inlinable
  public static func src(_ address: Address) -> Attribute { .address("src", address) }
  /// `rel`: what the linked page is to this one.
  @inlinable
  public static func rel(_ relation: StaticString) -> Attribute {
    Attribute("rel", .literal(relation))
  }
  /// `name` of a control, under which a form sends it.
  @inlinable
  public static func name(_ name: StaticString) -> Attribute { Attribute("name", .literal(name)) }
  /// `type` of a control, a button or a script.
  @inlinable
  public static func type(_ type: StaticString) -> Attribute { Attribute("type", .literal(type)) }
  /// `value` that a control begins with or a button sends.
  @inlinable
  public static func value(_ value: String) -> Attribute { Attribute("value", .text(value)) }
  /// `value`, a number.
  @inlinable
  public static func value(_ value: Int) -> Attribute { Attribute("value", .number(value)) }
  /// `for`: the control that a label names.
  @inlinable
  public static func `for`(_ id: String) -> Attribute { Attribute("for", .text(id)) }
  /// `lang`: the language of what is inside (BCP 47).
  @inlinable
  public static func lang(_ tag: String) -> Attribute { Attribute("lang", .text(tag)) }
  /// `title`: shown under a pointer only, so never alone.
  @inlinable
  public static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }
  /// `aria-label`: the name of what shows no text.
  @inlinable
  public static func label(_ text: String) -> Attribute { Attribute("aria-label", .text(text)) }
  /// `role` (WAI-ARIA), where no element has it by itself.
  @inlinable
  public static func role(_ role: StaticString) -> Attribute { Attribute("role", .literal(role)) }
  /// `aria-hidden`: what only decorates.
  @inlinable
  public static var hiddenFromReaders: Attribute { .named("aria-hidden", literally: "true") }
}
