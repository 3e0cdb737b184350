/// A password that somebody chooses, checked: long rather than complicated (NIST SP 800-63B §5.1.1).
struct NewPassword: Sendable {
  /// In one Unicode form, so that the same keys give the same password on every device.
  let text: String

  static let lengths = 8...128

  enum Problem: Error, Equatable {
    case empty
    case tooShort
    case tooLong
    case isLogInName
    case tooCommon
  }

  /// One that an operator sets from the command line: only its length is asked.
  init(setByOperator typed: String) throws(Problem) {
    if typed.isEmpty { throw .empty }
    if typed.utf8.count > 4 * Self.lengths.upperBound { throw .tooLong }
    text = Self.folded(typed)
    let length = text.unicodeScalars.count
    if length < Self.lengths.lowerBound { throw .tooShort }
    if length > Self.lengths.upperBound { throw .tooLong }
  }

  /// - Parameter login: the name that the same person logs in with, folded.
  init(typed: String, login: String) throws(Problem) {
    try self.init(setByOperator: typed)
    let lowered = text.lowercased()
    if lowered == login { throw .isLogInName }
    if Self.isCommon(lowered) { throw .tooCommon }
  }

  /// The form in which passwords are hashed and tried.
  static func folded(_ typed: String) -> String { typed.nfc }

  /// - Throws: ``Crypto/OutOfMemory``.
  func hash() throws(Crypto.OutOfMemory) -> String { try Crypto.passwordHash(text) }

  private static func isCommon(_ password: String) -> Bool {
    if Set(password).count < 3 { return true }
    return common.contains(password)
  }

  /// The first that anyone would try, of eight characters or more, in France and elsewhere.
  private static let common: Set<String> = [
    "12345678", "123456789", "1234567890", "0123456789", "87654321", "987654321", "01234567",
    "11223344", "12341234", "azertyui", "azertyuiop", "azerty12", "azerty123", "azerty1234",
    "azerty12345", "123azerty", "qsdfghjklm", "wxcvbn123", "1q2w3e4r", "1q2w3e4r5t", "1a2z3e4r",
    "a1z2e3r4", "aqwzsxedc", "qwertyui", "qwertyuiop", "qwerty12", "qwerty123", "qwertz123",
    "password", "password1", "password123", "passw0rd", "p@ssw0rd", "motdepasse", "motdepasse1",
    "motdepasse123", "mot de passe", "changeme", "changezmoi", "letmein1", "welcome1",
    "bienvenue", "bienvenue1", "bonjour1", "bonjour123", "iloveyou", "jetaime1", "jetaime123",
    "je t'aime", "jetadore", "doudou123", "loulou123", "chouchou", "princesse", "princess",
    "sunshine", "football", "football1", "baseball", "superman", "pokemon1", "pokemon123",
    "starwars", "minecraft", "fortnite", "fortnite1", "naruto123", "marseille", "marseille13",
    "olympique", "toulouse", "bordeaux", "nicolas1", "camille1", "soleil123", "trustno1",
    "computer", "internet", "ordinateur", "lycee2024", "college1", "collège1", "eleve123",
    "élève123", "abcd1234", "abcdefgh", "abc12345", "abc123456", "admin123", "administrateur",
    "administrator", "monprenom", "secret123", "tiktok123", "snapchat", "whatsapp",
  ]
}
