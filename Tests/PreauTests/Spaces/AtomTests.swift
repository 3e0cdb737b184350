import FoundationXML
import HTML
import HTTP
import Testing
import XML

import struct Foundation.Data
import class Foundation.NSObject

@testable import Preau

@Suite struct `Feeds` {
  let community: Community

  init() throws {
    community = try Community()
  }

  private func feed(_ path: String, key: String? = nil) throws -> ReadFeed {
    let answer = try community.get(key.map { path + "?cle=" + $0 } ?? path)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/atom+xml; charset=utf-8")
    return try ReadFeed(answer.body)
  }

  private func key(of person: Community.Person) throws -> String {
    let member = try #require(try community.viewer(person).member)
    return FeedKey(of: member).text(key: community.site.key.bytes)
  }

  /// RFC 4287 §4.1.1 and §4.1.2: what a feed and its entries must hold.
  @Test(arguments: [
    "/fils/atom", "/espaces/public/atom", "/etiquettes/commun/atom", "/fils/1/atom",
  ])
  func `they hold what the format asks for`(path: String) throws {
    let feed = try feed(path)
    #expect(feed.count(of: "feed/id") == 1)
    #expect(feed.count(of: "feed/title") == 1)
    #expect(feed.count(of: "feed/updated") == 1)
    #expect(feed.links.contains { $0["rel"] == "self" && $0["href"]?.hasSuffix(path) == true })
    let entries = feed.count(of: "feed/entry")
    #expect(entries == 1)
    for name in ["id", "title", "updated", "content", "author/name"] {
      #expect(feed.count(of: "feed/entry/" + name) == entries)
    }
    #expect(feed.texts["feed/entry/title"] == ["Un <fil> & « ses » mots"])
    #expect(feed.texts["feed/entry/updated"]?.first == "2025-06-15T15:06:40Z")
  }

  @Test func `a visitor's feed names no learner`() throws {
    let feed = try feed("/fils/atom")
    #expect(feed.texts["feed/entry/author/name"] == ["un apprenant"])
    #expect(!feed.source.contains("learner"))
    let own = try self.feed("/fils/atom", key: key(of: .insider))
    #expect(own.texts["feed/entry/author/name"]?.first == "Élodie learner")
  }

  @Test func `links in bodies are whole, and stay text elsewhere`() throws {
    let content = try #require(try feed("/fils/1/atom").texts["feed/entry/content"]?.first)
    #expect(content.contains("href=\"http://preau.test/fils/1\""))
    #expect(content.contains("href=\"http://preau.test/fils/1-un-fil-ses-mots#"))
    #expect(!content.contains("href=\"/"))
    #expect(!content.contains("href=\"#"))
    let body = try SanitizedHTML(markdown: "Écrire ` href=\"/a\"` et href=\"/b\".", scope: "p")
    let markup = AbsoluteLinks.markup(body, base: "http://x", page: "http://x/p")
    #expect(markup == body.utf8)
  }

  @Test(arguments: [
    ("/espaces/members/atom", Community.Person.visitor, 404),
    ("/espaces/members/atom", .outsider, 200), ("/espaces/private/atom", .visitor, 404),
    ("/espaces/private/atom", .outsider, 404), ("/espaces/private/atom", .administrator, 404),
    ("/espaces/private/atom", .insider, 200), ("/fils/3/atom", .visitor, 404),
    ("/fils/3/atom", .outsider, 404), ("/fils/3/atom", .insider, 200),
    ("/etiquettes/propre-3/atom", .outsider, 404), ("/etiquettes/propre-3/atom", .insider, 200),
  ])
  func `a key opens what its member may read, no more`(
    path: String, person: Community.Person, status: Int
  ) throws {
    let address = person == .visitor ? path : path + "?cle=" + (try key(of: person))
    #expect(try community.get(address).status == status)
    // A cookie is not read: the address alone decides.
    if person != .visitor && path != "/fils/atom" {
      #expect(try community.get(path, as: person).status == 404)
    }
  }

  @Test func `a revoked key opens nothing`() throws {
    let key = try key(of: .insider)
    try community.site.database.write {
      try FeedKeyStore.revoke(of: Community.Person.insider.id, $0)
    }
    #expect(try community.get("/espaces/private/atom?cle=" + key).status == 404)
    #expect(try community.get("/fils/atom?cle=" + key).status == 404)
  }

  @Test func `the secret is in no feed, and no shared cache keeps it`() throws {
    let key = try key(of: .insider)
    let answer = try community.get("/espaces/private/atom?cle=" + key)
    #expect(!answer.text.contains(key))
    #expect(answer["Cache-Control"] == "private, max-age=300")
    #expect(try community.get("/fils/atom")["Cache-Control"] == "public, max-age=300")
  }

  @Test func `identifiers are the site's own and never change`() {
    let key = SiteKey(bytes: [UInt8](repeating: 7, count: 32))
    let other = SiteKey(bytes: [UInt8](repeating: 8, count: 32))
    let id = FeedID.text("post 1", key: key)
    #expect(id == FeedID.text("post 1", key: key))
    #expect(id != FeedID.text("post 2", key: key))
    #expect(id != FeedID.text("post 1", key: other))
    #expect(id.wholeMatch(of: /urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
  }

  @Test func `no character breaks the document`() throws {
    let hostile = (0..<0x21).compactMap { Unicode.Scalar(UInt32($0)) }.map(String.init).joined()
    var xml = XMLWriter()
    xml.element("a", [("b", "\"<&>'\(hostile)\u{FFFE}")]) {
      $0.element("c", text: "]]>\(hostile)\u{FFFF}\u{FFFD}é😀")
    }
    let read = try ReadFeed(xml.utf8)
    #expect(read.texts["a/c"] == ["]]>\t\n\r \u{FFFD}é😀"])
  }
}

/// A document as a strict parser of XML reads it.
private final class ReadFeed: NSObject, XMLParserDelegate {
  struct Malformed: Error {
    let reason: String
  }

  let source: String
  private(set) var texts: [String: [String]] = [:]
  private(set) var links: [[String: String]] = []
  private var path: [String] = []
  private var text: [String] = []

  init(_ document: [UInt8]) throws {
    source = String(decoding: document, as: UTF8.self)
    super.init()
    let parser = XMLParser(data: Data(document))
    parser.delegate = self
    guard parser.parse() else {
      throw Malformed(
        reason: "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }
  }

  func count(of place: String) -> Int { texts[place]?.count ?? 0 }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    path.append(name)
    text.append("")
    if path == ["feed", "link"] { links.append(attributes) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text[text.count - 1] += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts[path.joined(separator: "/"), default: []].append(text.removeLast())
    path.removeLast()
  }
}
