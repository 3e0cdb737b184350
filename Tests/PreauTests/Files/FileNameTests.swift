import Testing

@testable import Preau

@Suite struct `The name of a document` {
  static let names: [(String, String)] = [
    ("Devoir n° 3.pdf", "Devoir n° 3.pdf"), ("DEVOIR.PDF", "DEVOIR.pdf"),
    ("facture.exe", "facture.exe.pdf"), ("facture.pdf.exe", "facture.pdf.exe.pdf"),
    ("", "document.pdf"), (".pdf", "pdf.pdf"), ("...", "document.pdf"),
    ("a/b\\c:d*?\"<>|e%;.pdf", "a-b-c-d------e--.pdf"), ("con.pdf", "_con.pdf"),
    ("COM1.x.pdf", "_COM1.x.pdf"), ("  deux   espaces .pdf", "deux espaces.pdf"),
    ("ligne\r\nX-En-tete: 1.pdf", "ligneX-En-tete- 1.pdf"),
    ("photo\u{202E}gpj.exe", "photogpj.exe.pdf"), ("zero\u{200B}width.pdf", "zerowidth.pdf"),
    ("e\u{301}te\u{301}.pdf", "été.pdf"), ("-rf.pdf", "rf.pdf"),
  ]

  @Test(arguments: names)
  func `is made harmless, and ends as its content says`(given: String, kept: String) {
    #expect(FileName(given, of: .pdf).text == kept)
  }

  @Test func `keeps the ending that its kind may have`() {
    #expect(FileName("notes.csv", of: .text).text == "notes.csv")
    #expect(FileName("page.html", of: .text).text == "page.html.txt")
    #expect(FileName("cours.h5p", of: .zip).text == "cours.h5p")
  }

  @Test func `is not endless`() {
    let name = FileName(String(repeating: "é", count: 5_000) + ".pdf", of: .pdf).text
    #expect(name.utf8.count <= FileName.longest + 4)
    #expect(name.hasSuffix("é.pdf"))
  }

  @Test func `is written for old programs and for new ones`() {
    #expect(
      FileName("Été \"1\".pdf", of: .pdf).attachment
        == "attachment; filename=\"_t_ -1-.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20-1-.pdf")
  }
}
