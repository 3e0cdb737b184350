/// The keys of one line, each read as what it should hold.
struct ExchangeFields {
  let members: [String: JSONValue]
  /// Seconds added to every time.
  let shift: Int64

  // MARK: Numbers

  /// A positive number that a line of this or another type bears.
  func id(_ key: String) throws(Rejection) -> Int64 {
    guard case .integer(let id) = try present(key), id > 0 else {
      throw .wrongKind(key: key, wanted: "a positive whole number")
    }
    return id
  }

  func idOrNull(_ key: String) throws(Rejection) -> Int64? {
    if case .null = try present(key) { return nil }
    return try id(key)
  }

  func optionalID(_ key: String) throws(Rejection) -> Int64? {
    members[key] == nil ? nil : try id(key)
  }

  func count(_ key: String) throws(Rejection) -> Int64 {
    guard case .integer(let count) = try present(key), count >= 0 else {
      throw .wrongKind(key: key, wanted: "a whole number from 0")
    }
    return count
  }

  /// Ascending, each once.
  func ids(_ key: String) throws(Rejection) -> [Int64] {
    guard case .array(let values) = try present(key) else {
      throw .wrongKind(key: key, wanted: "a list of ids")
    }
    var ids: Set<Int64> = []
    for value in values {
      guard case .integer(let id) = value, id > 0 else {
        throw .wrongKind(key: key, wanted: "a list of ids")
      }
      ids.insert(id)
    }
    return ids.sorted()
  }

  func optionalIDs(_ key: String) throws(Rejection) -> [Int64] {
    members[key] == nil ? [] : try ids(key)
  }

  /// The last second of the year 9999: later ones could not be written as a date.
  private static let latest: Int64 = 253_402_300_799

  func time(_ key: String) throws(Rejection) -> Instant {
    guard case .integer(let seconds) = try present(key), (0...Self.latest).contains(seconds) else {
      throw .wrongKind(key: key, wanted: "a time in whole seconds since 1970")
    }
    return Instant(seconds: seconds + shift)
  }

  func optionalTime(_ key: String) throws(Rejection) -> Instant? {
    members[key] == nil ? nil : try time(key)
  }

  func flag(_ key: String) throws(Rejection) -> Bool {
    guard let value = members[key] else { return false }
    guard case .boolean(let flag) = value else {
      throw .wrongKind(key: key, wanted: "true or false")
    }
    return flag
  }

  // MARK: Texts

  func text(
    _ key: String, longest: Int, mayBeEmpty: Bool = false
  ) throws(Rejection) -> String {
    guard case .string(let text) = try present(key) else {
      throw .wrongKind(key: key, wanted: "a string")
    }
    if text.utf8.count > longest { throw .tooLong(key: key, bytes: longest) }
    if !mayBeEmpty && text.allSatisfy(\.isWhitespace) { throw .empty(key) }
    if text.utf8.contains(0) { throw .notAllowed(key: key, what: "holds a NUL character") }
    return text
  }

  func optionalText(_ key: String, longest: Int) throws(Rejection) -> String {
    members[key] == nil ? "" : try text(key, longest: longest, mayBeEmpty: true)
  }

  func line(
    _ key: String, longest: Int, mayBeEmpty: Bool = false
  ) throws(Rejection) -> String {
    let line = try text(key, longest: longest, mayBeEmpty: mayBeEmpty)
    if line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw .notAllowed(key: key, what: "is not one line of plain text")
    }
    return line
  }

  func slug(_ key: String) throws(Rejection) -> String {
    let slug = try text(key, longest: 100)
    guard slug.utf8.allSatisfy({ Self.isSlugByte($0) || $0 == UInt8(ascii: "-") }) else {
      throw .notAllowed(key: key, what: "holds something else than a-z, 0-9 and -")
    }
    return slug
  }

  private static func isSlugByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// What our own members may choose, and more: names that come from elsewhere cannot be chosen
  /// anew. Never an @, so that an e-mail address is not taken for one.
  func login(_ key: String) throws(Rejection) -> String {
    let login = try line(key, longest: 160)
    guard login == login.lowercased(),
      !login.contains(where: { $0 == "@" || $0 == "/" || $0.isWhitespace })
    else { throw .notAllowed(key: key, what: "is not a log-in name in lower case") }
    return login
  }

  func email(_ key: String) throws(Rejection) -> String? {
    if case .null = try present(key) { return nil }
    let email = try line(key, longest: 254).lowercased()
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      !email.contains(where: \.isWhitespace)
    else { throw .notAllowed(key: key, what: "is not an e-mail address") }
    return email
  }

  // MARK: Choices

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type
  ) throws(Rejection) -> Choice? where Choice.RawValue == String {
    guard let value = members[key] else { return nil }
    if case .string(let name) = value, let choice = Choice(rawValue: name) { return choice }
    throw .notAllowed(
      key: key, what: "is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  /// - Parameter names: the first one stands for an absent key.
  func choice(_ key: String, _ names: [String]) throws(Rejection) -> String {
    guard let value = members[key] else { return names[0] }
    if case .string(let name) = value, names.contains(name) { return name }
    throw .notAllowed(key: key, what: "is none of \(names.joined(separator: ", "))")
  }

  private func present(_ key: String) throws(Rejection) -> JSONValue {
    guard let value = members[key] else { throw .missing(key) }
    return value
  }
}
