import SQLite
import Testing

@testable import Preau

@Suite struct `A page in English` {
  @Test func `says what is new in English, and only the title in French`() throws {
    let community = try Community()
    try community.site.database.write { db in
      try db.run("UPDATE member SET language = 'en' WHERE id = ?", Community.Person.insider.id)
    }
    let page = try community.get("/fils", as: .insider).text
    #expect(
      page.contains("\"><span class=\"unseen\">New: </span><span lang=\"fr\">Un &lt;fil&gt;"))
    #expect(!page.contains("New\u{00A0}:"))
    let french = try community.get("/fils", as: .outsider).text
    #expect(french.contains("<span class=\"unseen\">Nouveau\u{00A0}: </span>"))
  }
}
