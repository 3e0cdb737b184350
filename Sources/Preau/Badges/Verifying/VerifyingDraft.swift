import Credentials
import HTTP

/// What somebody wants to have verified, as it was typed.
struct VerifyingDraft: Sendable {
  var text = ""
  var recipient = ""
  /// A file that was chosen: it is taken rather than the text.
  var file: Form.File?

  enum Problem: Error, Equatable { case nothing, fileTooLong, fileUnreadable, recipientTooLong }

  /// Longer than any e-mail address (RFC 5321 §4.5.3.1).
  static let longestRecipient = 320

  init() {}

  init(_ form: Form) {
    text = form["texte"] ?? ""
    recipient = (form["destinataire"] ?? "").trimmed
    // Browsers send a file without a name where none was chosen.
    file = form.file("fichier").flatMap { $0.size == 0 ? nil : $0 }
  }

  /// The bytes to be verified, and who they should be for.
  func checked() throws(Problem) -> (bytes: [UInt8], recipients: [String]) {
    guard recipient.utf8.count <= Self.longestRecipient else { throw .recipientTooLong }
    let recipients = recipient.isEmpty ? [] : [recipient]
    guard let file else {
      if text.allSatisfy(\.isWhitespace) { throw .nothing }
      return (Array(text.utf8), recipients)
    }
    guard file.size <= Verification.mostInput else { throw .fileTooLong }
    guard let bytes = file.withBytes({ Array($0) }) else { throw .fileUnreadable }
    return (bytes, recipients)
  }
}
