import HTML
import HTTP
import XML

/// How programs find their way: the map of the site, and how a browser searches it.
enum DiscoveryRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/robots.txt", .ownSecret, robots)
    routes.get("/sitemap.xml", .ownSecret, lane: .slow, siteMap)
    routes.get("/plan/*", .ownSecret, lane: .slow, part)
    routes.get("/opensearch.xml", .ownSecret, search)
  }

  static func robots(_ visit: Visit) -> Response {
    let text = """
      User-agent: *
      Disallow: /recherche
      Disallow: /connexion
      Disallow: /inscription
      Sitemap: \(visit.baseURL)/sitemap.xml

      """
    return Response(type: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  static func siteMap(_ visit: Visit) throws -> Response {
    let parts = try visit.read { try SiteMapStore.parts($0) }
    return answer(visit) { xml in
      xml.element("sitemapindex", [namespace]) { xml in
        for part in parts {
          xml.element("sitemap") { $0.element("loc", text: visit.baseURL + part.address.text) }
        }
      }
    }
  }

  static func part(_ visit: Visit, _ part: SiteMapPart) throws -> Response {
    let entries = try visit.read { try SiteMapStore.entries(of: part, $0) }
    return answer(visit) { xml in
      xml.element("urlset", [namespace]) { xml in
        for entry in entries {
          xml.element("url") { xml in
            xml.element("loc", text: visit.baseURL + entry.address.text)
            xml.element("lastmod", text: DateStrings.machine(entry.changed))
          }
        }
      }
    }
  }

  /// An OpenSearch 1.1 description: browsers offer the search of the site from it.
  static func search(_ visit: Visit) -> Response {
    let name = visit.site.configuration.siteName
    return answer(visit, type: "application/opensearchdescription+xml") { xml in
      xml.element(
        "OpenSearchDescription", [("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]
      ) { xml in
        // The specification allows 16 characters here.
        xml.element("ShortName", text: String(name.prefix(16)))
        xml.element("Description", text: visit.say.site.searchOf(name))
        xml.element("InputEncoding", text: "UTF-8")
        xml.element("Language", text: visit.say.language.rawValue)
        xml.empty(
          "Image",
          [
            ("type", "image/svg+xml"),
            ("href", visit.baseURL + visit.site.assets.address(of: "preau.svg").text),
          ])
        xml.empty(
          "Url",
          [
            ("type", "text/html"), ("method", "get"),
            ("template", visit.baseURL + "/recherche?q={searchTerms}"),
          ])
      }
    }
  }

  private static let namespace = (
    name: "xmlns" as StaticString, value: "http://www.sitemaps.org/schemas/sitemap/0.9"
  )

  private static func answer(
    _ visit: Visit, type: String = "application/xml", _ write: (inout XMLWriter) -> Void
  ) -> Response {
    var xml = XMLWriter()
    write(&xml)
    var response = Response(type: type + "; charset=utf-8", body: xml.utf8)
    // Without a base URL, the links hold what one reader's request said of the host.
    let isForAll = visit.site.configuration.baseURL != nil
    response["Cache-Control"] = isForAll ? "public, max-age=3600" : "private, max-age=3600"
    return response
  }
}
