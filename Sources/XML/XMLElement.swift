/// A name and the namespace that it belongs to. The prefix that a document happens to use means
/// nothing (Namespaces in XML 1.0 §2).
public struct XMLName: Sendable, Hashable {
  /// The namespace's URI; empty for none.
  public let namespace: String
  /// The part after the prefix.
  public let local: String

  /// - Parameter namespace: empty for a name without one.
  public init(_ namespace: String, _ local: String) {
    self.namespace = namespace
    self.local = local
  }

  /// The namespace of `xml:lang` and `xml:base`, which no document declares.
  public static let xml = "http://www.w3.org/XML/1998/namespace"
}

/// The beginning of an element.
public struct XMLElement: Sendable, Equatable {
  /// What it is.
  public let name: XMLName
  /// In the order of the document.
  public let attributes: [XMLAttribute]
  /// Where its start tag ends, from 1.
  public let line: Int

  /// The value of an attribute; nil when there is none of that name.
  public subscript(name: XMLName) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

/// An attribute, decoded.
public struct XMLAttribute: Sendable, Equatable {
  /// What it says; without a prefix it is in no namespace.
  public let name: XMLName
  /// With references replaced and white space as single spaces (XML 1.0 §3.3.3).
  public let value: String
}

/// What a document is made of, in its order. Comments and processing instructions are passed over.
public enum XMLEvent: Sendable, Equatable {
  /// A start tag.
  case start(XMLElement)
  /// All the text up to the next tag, CDATA sections included.
  case text(String)
  /// The end of the element that began last.
  case end(line: Int)
}
