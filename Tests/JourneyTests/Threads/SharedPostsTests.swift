import TestSupport
import Testing

/// The posts of a page are written once for all members; what is one reader's own must not be.
@Suite struct `What two members see of the same posts` {
  @Test func `each has the buttons of their own`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let lina = try community.newcomer("lina", name: "Lina Petit")
    let thread = try marc.ask("Où ranger les clés de la salle ?")
    try lina.reply("Dans le tiroir du bureau.", to: thread)
    for reader in [marc, lina, marc] {
      let page = try reader.web.get(thread).page
      let own = reader === marc ? "#message-1" : "#message-2"
      let other = reader === marc ? "#message-2" : "#message-1"
      #expect(ways(of: own, on: page).contains("modifier"))
      #expect(!ways(of: other, on: page).contains("modifier"))
      #expect(!ways(of: own, on: page).contains("signalement"))
      #expect(ways(of: other, on: page).contains("signalement"))
    }
  }

  @Test func `one's thanks are not the other's`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let lina = try community.newcomer("lina")
    let emma = try community.member("emma")
    let thread = try marc.ask("Où ranger les clés de la salle ?")
    _ = try emma.web.get(thread)
    try lina.press("Merci", in: "#message-1", on: thread)
    let own = try lina.web.get(thread).page.first("#message-1 footer")?.text ?? ""
    #expect(own.contains("✓ Merci"))
    let seen = try emma.web.get(thread).page.first("#message-1 footer")?.text ?? ""
    #expect(seen.contains("Merci · 1"))
    #expect(!seen.contains("✓"))
  }

  @Test func `a page that has not changed is not sent again, and one that has is`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let lina = try community.newcomer("lina")
    let thread = try marc.ask("Où ranger les clés de la salle ?")
    var tag = ""
    // Once the minute may end in between, or the note of how far Lina has read may be written.
    let isSpared = try (1...3).contains { _ in
      tag = try lina.web.get(thread).header("ETag") ?? ""
      return try lina.web.get(thread, headers: ["If-None-Match": tag]).status == 304
    }
    #expect(isSpared)
    try marc.reply("Trouvé : dans la loge.", to: thread)
    let changed = try lina.web.get(thread, headers: ["If-None-Match": tag])
    #expect(changed.status == 200)
    #expect(changed.page.has("#message-2"))
  }

  /// The last words of the addresses that a post leads to.
  private func ways(of post: String, on page: Page) -> [String] {
    page.all("\(post) a").compactMap { $0["href"]?.split(separator: "/").last.map(String.init) }
  }
}
