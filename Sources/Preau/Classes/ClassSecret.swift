import Synchronization

/// What a learner types with a name: three words and a number, `tigre-lune-sapin-4827`.
///
/// 512 words and 10,000 numbers: 9 + 9 + 9 + 13.3 = 40.3 bits, readable aloud and by a pupil of
/// thirteen. It is shown once, on a slip, and stored as a hash.
struct ClassSecret: Sendable {
  let text: String

  static func random() -> ClassSecret {
    let words = (0..<3).map { _ in
      SecretWords.all[Crypto.randomNumber(below: SecretWords.all.count)]
    }
    let number = String(10_000 + Crypto.randomNumber(below: 10_000)).dropFirst()
    return ClassSecret(text: words.joined(separator: "-") + "-" + number)
  }

  /// What is hashed: case, accents, hyphens and spaces do not count when it is typed.
  static func folded(_ typed: String) -> String { RollName.fold(typed) }

  /// The hash to store. One at a time on the whole machine: thirty of them must leave room for
  /// those who log in meanwhile.
  ///
  /// - Throws: ``Crypto/OutOfMemory``.
  func hash() throws -> String {
    try Self.turn.withLock { _ in try Crypto.passwordHash(Self.folded(text)) }
  }

  private static let turn = Mutex(())
}

extension Crypto {
  /// From 0, each as likely as the others.
  ///
  /// - Parameter bound: from 1 to 65,536.
  static func randomNumber(below bound: Int) -> Int {
    let limit = 65_536 - 65_536 % bound
    while true {
      let bytes = randomBytes(2)
      let number = Int(bytes[0]) << 8 | Int(bytes[1])
      if number < limit { return number % bound }
    }
  }
}
