import SQLite

/// What a hurried reader sees of a name: no case, no accents, no spaces, and one letter for those
/// that look the same, in other alphabets too (UTS #39 has thousands; these are the usual ones).
struct NameLikeness: Hashable {
  private let text: String

  init(_ name: String) {
    text = name.nfc.unicodeScalars.reduce(into: "") { $0 += Self.seen($1) }
  }

  func begins(with other: NameLikeness) -> Bool { text.hasPrefix(other.text) }

  private static func seen(_ scalar: Unicode.Scalar) -> String {
    if let twin = twins[scalar] { return twin }
    let folding = Folding.of(scalar)
    guard folding.kind == .letter || folding.kind == .sign else { return "" }
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: folding.bytes >> ($0 * 8)) }
    let letter = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    return letter.unicodeScalars.reduce(into: "") { $0 += twins[$1] ?? String($1) }
  }

  private static let twins: [Unicode.Scalar: String] = {
    var twins: [Unicode.Scalar: String] = [:]
    for (plain, alike) in looks {
      for scalar in alike.unicodeScalars { twins[scalar] = plain }
    }
    return twins
  }()

  /// Cyrillic, Greek and figures; `i` stands for all that is one upright stroke.
  private static let looks: [(plain: String, alike: String)] = [
    ("a", "АаӐӑӒӓΑαΆά"), ("b", "ВвЬьΒβ"), ("c", "СсϹϲ"), ("d", "Ԁԁ"), ("e", "ЕеЁёЀѐΕεΈέ"),
    ("h", "НнҺһΗ"), ("i", "IlL1|ІіЇїӀӏΙιΊίΪϊ"), ("j", "Јј"), ("k", "КкΚκ"), ("m", "МмΜ"),
    ("n", "ηΝή"), ("o", "0ОоӦӧΟοΌό"), ("p", "РрΡρ"), ("q", "Ԛԛ"), ("s", "Ѕѕ"), ("t", "ТтΤτ"),
    ("u", "υύ"), ("v", "Ѵѵν"), ("w", "Ԝԝω"), ("x", "ХхΧχ"), ("y", "УуΥΎ"), ("z", "Ζ"),
  ]
}

extension DisplayName {
  /// Why nobody may take this name who is not an administrator; nil when it may be taken.
  ///
  /// - Parameter member: who takes it; nil for somebody new.
  func refusal(for member: Member.ID?, role: Member.Role, _ db: Reader) throws -> Problem? {
    if role == .administrator { return nil }
    if isReserved { return .reserved }
    let own = NameLikeness(text)
    let inCharge = try DirectoryStore.namesInCharge(except: member, db)
    return inCharge.contains { NameLikeness($0) == own } ? .ofSomeoneInCharge : nil
  }

  /// Whether it begins like what signs the posts of those who have no name, or a word of it like
  /// the name of an office.
  var isReserved: Bool {
    let whole = NameLikeness(text)
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { NameLikeness(String($0)) }
    return ([whole] + words).contains { $0.begins(with: Self.office) }
      || Self.phrases.contains { whole.begins(with: $0) }
  }

  private static let office = NameLikeness("admin")

  private static let phrases = [MemberStrings.french, .english].flatMap {
    [NameLikeness($0.aLearner), NameLikeness($0.deletedMember)]
  }
}
