import Foundation
import TestSupport
import Testing

@testable import Mail

@Suite struct `A mail` {
  private func message(subject: String = "Bonjour", text: String = "Un mot.\n") throws
    -> MailMessage
  {
    MailMessage(
      from: try #require(Mailbox("preau@example.org", name: "Préau, l’école")),
      to: try #require(Mailbox("sami@example.org")), subject: subject, date: 1_795_248_300,
      id: "1.now@example.org", language: "fr", text: text, html: Array("<p>Un mot.</p>".utf8))
  }

  private func head(_ message: MailMessage) throws -> [String] {
    let text = String(decoding: message.bytes, as: UTF8.self)
    let end = try #require(text.range(of: "\r\n\r\n"))
    return text[..<end.lowerBound].components(separatedBy: "\r\n")
  }

  @Test(arguments: [
    "Bonjour\r\nBcc: all@example.org", "Bonjour\nBcc: all@example.org",
    "Bonjour\rBcc: all@example.org", "Bonjour\u{0}\u{B}\u{85}\u{2028}Bcc: all@example.org",
    "é\r\nBcc: all@example.org",
  ])
  func `begins no header of its own, whatever its subject`(subject: String) throws {
    let lines = try head(message(subject: subject))
    #expect(!lines.contains { $0.lowercased().hasPrefix("bcc") })
    #expect(lines.count { $0.hasPrefix("Subject:") } == 1)
  }

  @Test func `has lines of printable ASCII that are not too long`() throws {
    let long = String(repeating: "Où sont passés les élèves de l’atelier ? 🧰 ", count: 30)
    let message = try message(subject: long, text: long + "\n.\nTrailing \n=C3\t\n")
    for line in String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n") {
      #expect(
        line.utf8.count <= 78 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
    }
  }

  @Test(arguments: [
    "sami@example.org\r\nRCPT TO:<a@b>", "sami", "a@b@c", "a b@c", "<a@b>", "é@example.org", "@b",
    "a@",
  ])
  func `goes to no address that could say something else`(address: String) {
    #expect(Mailbox(address) == nil)
  }

  @Test(arguments: [
    "http://a", "smtp://", "smtp://a/b", "smtp://u:p@a", "smtp://a?b", "smtp://a\r\nb", "file:///a",
  ])
  func `goes to no server that is none`(url: String) {
    #expect(MailServer(url: url) == nil)
  }
}
