import Media
import TestSupport
import Testing

@Suite struct `What a document is` {
  static let known: [(String, [UInt8], DocumentKind)] = [
    ("PDF", Array("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".utf8), .pdf),
    ("text in UTF-8", Array("Élève\tnote\r\n".utf8), .text),
    ("text in an older encoding", [0xC9, 0x6C, 0xE8, 0x76, 0x65, 0x0A], .text),
    ("a page, which is text", Array("<!DOCTYPE html><script>alert(1)</script>".utf8), .text),
    ("rich text", Array("{\\rtf1 Bonjour}".utf8), .richText),
    ("a text of OpenDocument", ZIPSample.openDocument(), .textODF),
    ("a sheet of OpenDocument", ZIPSample.openDocument("spreadsheet"), .sheetODF),
    (
      "a text of Word",
      ZIPSample.stored([("[Content_Types].xml", "x"), ("word/document.xml", "x")]), .wordOOXML
    ),
    (
      "a sheet of Excel",
      ZIPSample.stored([("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")]), .excelOOXML
    ),
    ("a GeoGebra file", ZIPSample.stored([("geogebra.xml", "x")]), .geogebra),
    ("a folder", ZIPSample.plain(), .zip),
    ("a package of an unknown kind", ZIPSample.stored([("mimetype", "text/html")]), .zip),
  ]

  @Test(arguments: known)
  func `its content says`(what: String, bytes: [UInt8], kind: DocumentKind) throws {
    #expect(try DocumentKind(of: bytes) == kind, "\(what)")
  }

  static let refused: [(String, [UInt8], DocumentKind.Problem)] = [
    ("a program", [0x7F, 0x45, 0x4C, 0x46, 1, 1, 1, 0], .unknownType),
    ("a program of Windows", Array("MZ".utf8) + [0x90, 0, 3], .unknownType),
    ("nothing", [], .unknownType),
    ("a PDF without an end", Array("%PDF-1.7\n".utf8), .damaged),
    ("a ZIP file without an end", Array(ZIPSample.plain().dropLast(9)), .damaged),
    ("a ZIP file that unfolds without end", ZIPSample.bomb(), .dangerous),
    ("a ZIP file whose parts lie over each other", ZIPSample.overlapping(), .dangerous),
    ("a ZIP file that climbs", ZIPSample.stored([("a/../../x", "x")]), .dangerous),
    ("a ZIP file that climbs elsewhere", ZIPSample.stored([("C:\\x", "x")]), .dangerous),
    ("a ZIP file from the root", ZIPSample.stored([("/etc/passwd", "x")]), .dangerous),
    (
      "a text with a program",
      ZIPSample.stored([("[Content_Types].xml", "x"), ("word/vbaProject.bin", "x")]), .macros
    ),
  ]

  @Test(arguments: refused)
  func `is not asked of what is none`(
    what: String, bytes: [UInt8], problem: DocumentKind.Problem
  ) {
    #expect(throws: problem, "\(what)") { try DocumentKind(of: bytes) }
  }

  @Test func `is found in damaged files without harm`() {
    var random = SystemRandomNumberGenerator()
    let sound = ZIPSample.openDocument()
    for _ in 0..<2_000 {
      var damaged = sound
      for _ in 0..<3 {
        damaged[Int.random(in: 4..<sound.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      _ = try? DocumentKind(of: Array(damaged.prefix(.random(in: 4...sound.count))))
    }
  }
}
