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

  /// The same, where it is the address of a space.
  func spaceSlug(_ key: String) throws(Rejection) -> String {
    let slug = try slug(key)
    // Longer than our own, since a number may have been added to one that was taken.
    guard SpaceDraft.isSlug(slug, longest: 100) else {
      throw .notAllowed(key: key, what: "cannot be the address of a space")
    }
    return slug
  }

  private static func isSlugByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The characters that our own members may choose, in any number: names that come from elsewhere
  /// cannot be chosen anew. Never an @, so that an e-mail address is not taken for one.
  ///
  /// - Parameter isErased: someone who left has a number instead, after an exclamation mark.
  func login(_ key: String, isErased: Bool) throws(Rejection) -> String {
    let login = try line(key, longest: 160)
    if isErased, login.utf8.first == UInt8(ascii: "!"), Int64(login.dropFirst()) != nil {
      return login
    }
    guard LogInName.fold(login).utf8.elementsEqual(login.utf8) else {
      throw .notAllowed(key: key, what: "is not a log-in name in lower case")
    }
    do { _ = try LogInName(typed: login) } catch {
      switch error {
      case .tooShort, .tooLong: break
      case .empty, .forbidden, .noLetter:
        throw .notAllowed(key: key, what: "is not a log-in name in lower case")
      }
    }
    return login
  }

  /// A name that signs posts: one that our own members may choose.
  func name(_ key: String, mayBeEmpty: Bool) throws(Rejection) -> String {
    let name = try line(key, longest: 1_000, mayBeEmpty: mayBeEmpty)
    if mayBeEmpty && name.isEmpty { return name }
    if name.unicodeScalars.contains(where: Self.isInvisible) {
      throw .notAllowed(key: key, what: "holds an invisible character")
    }
    do { _ = try DisplayName(typed: name) } catch {
      switch error {
      case .empty: throw .notAllowed(key: key, what: "holds no letter")
      case .tooLong:
        throw .notAllowed(key: key, what: "is longer than \(DisplayName.longest) characters")
      case .reserved, .ofSomeoneInCharge:
        throw .notAllowed(key: key, what: "passes for the site itself")
      }
    }
    return name
  }

  /// Besides what shows nothing, what turns a line around (UAX #9).
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: false
    }
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
