/// A form of a page, with what its fields hold now.
public struct Form: Sendable {
  /// The address of the page that shows it.
  public let address: String
  /// Where it is sent, as written; empty means the page's own address.
  public let action: String
  /// `GET` or `POST`.
  public let method: String
  public let isMultipart: Bool
  public internal(set) var fields: [Field]
  public let buttons: [Button]

  public struct Field: Sendable {
    public let name: String
    /// `text`, `hidden`, `password`…, `textarea`, `select`, `checkbox`, `radio`, `file`, or
    /// `option` for each choice of a list that takes several.
    public let kind: String
    public internal(set) var value: String
    /// Whether it is sent: a box that is ticked, a choice that is made, any other field.
    public internal(set) var isOn: Bool
    /// Of a `select`.
    public let options: [Option]
    public internal(set) var file: File?
  }

  public struct Option: Equatable, Sendable {
    public let value: String
    public let text: String
  }

  public struct Button: Sendable {
    public let name: String
    public let value: String
    public let text: String
    public let action: String?
    public let method: String?
  }

  public struct File: Sendable {
    public let name: String
    public let type: String
    public let bytes: [UInt8]

    public init(name: String, type: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  /// One name and value of what is sent.
  public struct Entry: Sendable {
    public let name: String
    public let value: String
    public let file: File?
  }

  struct Request {
    let method: String
    let target: String
    let contentType: String?
    let body: [UInt8]?
  }
}

/// What a person could not do with a form.
public struct FormError: Error, CustomStringConvertible {
  public let description: String
}

extension Form {
  /// What a field holds: of boxes and choices that share a name, the first that is on.
  public subscript(name: String) -> String? { fields.first { $0.name == name && $0.isOn }?.value }

  /// Types, chooses or ticks.
  ///
  /// - Parameter value: text; of a list, a choice's value or words; of boxes, the value of the one
  ///   to tick; empty unticks all of that name.
  public mutating func set(_ name: String, to value: String) throws {
    let places = fields.indices.filter { fields[$0].name == name }
    guard let first = places.first else {
      throw FormError(description: "no field \(name) among \(fields.map(\.name))")
    }
    switch fields[first].kind {
    case "checkbox", "option", "radio": try tick(places, value)
    case "select": fields[first].value = try choice(in: fields[first], value)
    case "file": throw FormError(description: "\(name) takes a file")
    default: fields[first].value = value
    }
  }

  /// Takes a field out, as no browser would: what the site must see through.
  public mutating func remove(_ name: String) { fields.removeAll { $0.name == name } }

  /// Chooses a file.
  public mutating func attach(_ file: File, to name: String) throws {
    guard let place = fields.firstIndex(where: { $0.name == name && $0.kind == "file" }) else {
      throw FormError(description: "no field \(name) for a file")
    }
    fields[place].file = file
  }

  private mutating func tick(_ places: [Int], _ value: String) throws {
    let isRadio = fields[places[0]].kind == "radio"
    if isRadio || value.isEmpty { for place in places { fields[place].isOn = false } }
    if value.isEmpty, !isRadio { return }
    guard let place = places.first(where: { fields[$0].value == value }) else {
      let values = places.map { fields[$0].value }
      throw FormError(description: "\(fields[places[0]].name) has no \(value) among \(values)")
    }
    fields[place].isOn = true
  }

  private func choice(in field: Field, _ wanted: String) throws -> String {
    guard let option = field.options.first(where: { $0.value == wanted || $0.text == wanted })
    else {
      let known = field.options.map { "\($0.value) (\($0.text))" }
      throw FormError(description: "\(field.name) has no \(wanted) among \(known)")
    }
    return option.value
  }

  /// What is sent when `button` is pressed, in the order of the page.
  public func entries(pressing button: Button?) -> [Entry] {
    var entries = fields.filter { $0.isOn && !$0.name.isEmpty }.map { field in
      Entry(
        name: field.name, value: withCRLF(field.value),
        file: field.kind == "file" ? field.file ?? Self.noFile : nil)
    }
    if let button, !button.name.isEmpty {
      entries.append(Entry(name: button.name, value: button.value, file: nil))
    }
    return entries
  }

  /// What browsers send of a file field left empty.
  private static let noFile = File(name: "", type: "application/octet-stream", bytes: [])

  func request(pressing text: String?) throws -> Request {
    let button = try pressed(text)
    let entries = entries(pressing: button)
    let method = (button?.method ?? method).uppercased()
    let written = button?.action ?? action
    let target = resolve(written)
    let pairs = entries.map { ($0.name, $0.file?.name ?? $0.value) }
    if method == "GET" {
      let path = target.prefix { $0 != "?" && $0 != "#" }
      return Request(
        method: method, target: "\(path)?\(FormEncoding.urlencoded(pairs))", contentType: nil,
        body: nil)
    }
    guard isMultipart else {
      return Request(
        method: method, target: target, contentType: "application/x-www-form-urlencoded",
        body: Array(FormEncoding.urlencoded(pairs).utf8))
    }
    let boundary = "preau-\(UInt64.random(in: 0 ... .max))"
    return Request(
      method: method, target: target, contentType: "multipart/form-data; boundary=\(boundary)",
      body: FormEncoding.multipart(entries, boundary: boundary))
  }

  private func pressed(_ text: String?) throws -> Button? {
    guard let text else { return buttons.first }
    let found = buttons.first { $0.text == text || $0.name == text || $0.value == text }
    guard let found else {
      throw FormError(description: "no button \(text) among \(buttons.map(\.text))")
    }
    return found
  }

  /// Line ends as browsers send them.
  private func withCRLF(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous != "\r" { result.unicodeScalars.append("\r") }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }
}
