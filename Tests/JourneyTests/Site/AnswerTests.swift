import Foundation
import TestSupport
import Testing

/// What every answer of the server has in common.
@Suite struct `Answers over HTTP` {
  private static func isProtected(_ reply: Reply) -> Bool {
    let policy = reply.header("Content-Security-Policy") ?? ""
    return policy.contains("default-src") && !policy.contains("unsafe")
      && policy.contains("frame-ancestors 'self'")
      && reply.header("X-Content-Type-Options") == "nosniff"
      && reply.header("Referrer-Policy") == "same-origin"
      && reply.header("Cross-Origin-Opener-Policy") == "same-origin"
      && reply.header("Permissions-Policy") != nil
  }

  @Test func `carry the security headers, errors and files included`() throws {
    let community = try Community()
    let visitor = community.server.visitor()
    let sheet = try #require(
      try visitor.get("/fils").page.first("link[rel=\"stylesheet\"]")?["href"])
    let paths = [
      "/", "/fils", "/connexion", "/absent", "/fils/99", "/mon-preau", "/healthz", "/robots.txt",
      "/favicon.ico", "/metrics", sheet, "/statique/absent.css", "/fils/atom",
      "/recherche?q=x", "/fils/1?page=x",
    ]
    for path in paths { #expect(Self.isProtected(try visitor.get(path)), "\(path)") }
    #expect(Self.isProtected(try visitor.post("/fils/nouveau", form: [("texte", "x")])))
    #expect(Self.isProtected(try visitor.send("DELETE", "/fils")))
    #expect(
      Self.isProtected(
        try visitor.send("POST", "/langue", body: [UInt8](repeating: 97, count: 3_000_000))))
  }

  @Test(arguments: [
    ("GET", "/absent", 404), ("GET", "/fils/abc", 404), ("GET", "/fils/1-x?page=0", 404),
    ("POST", "/fils", 405), ("DELETE", "/fils/nouveau", 405), ("GET", "/fils/1/suivi", 405),
    ("POST", "/connexion", 403),
  ])
  func `that are errors have the site's layout`(method: String, path: String, status: Int) throws {
    let community = try Community()
    let marc = try community.member("marc")
    _ = try marc.ask("Un fil")
    for web in [community.server.visitor(), marc.web] {
      let reply = try web.send(method, path)
      #expect(reply.status == status)
      #expect(reply.page.has("header.roof nav"))
      #expect(reply.page.problems == [])
      if status == 405 {
        #expect(
          reply.header("Allow")?.contains("POST") == path.contains("suivi")
            || path.contains("nouveau"))
      }
    }
  }

  @Test func `to HEAD are those to GET without the body`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    for path in ["/", thread, "/connexion", "/absent", "/healthz"] {
      let get = try marc.web.get(path)
      let head = try marc.web.head(path)
      #expect(head.status == get.status, "\(path)")
      #expect(head.bytes.isEmpty)
      #expect(head.header("Content-Length") == get.header("Content-Length"), "\(path)")
      #expect(head.header("Content-Type") == get.header("Content-Type"), "\(path)")
    }
  }

  @Test func `are not sent again while they stay the same`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    let visitor = community.server.visitor()
    let first = try visitor.get(thread)
    let tag = try #require(first.header("ETag"))
    let again = try visitor.get(thread, headers: ["If-None-Match": tag])
    #expect(again.status == 304)
    #expect(again.bytes.isEmpty)
    #expect(Self.isProtected(again))
    try marc.reply("Du nouveau.", to: thread)
    #expect(try visitor.get(thread, headers: ["If-None-Match": tag]).status == 200)
    // What one reader was sent is not what another is told to keep.
    #expect(try marc.web.get(thread, headers: ["If-None-Match": tag]).status == 200)
    #expect(first.header("Cache-Control")?.contains("private") == true)
  }

  @Test func `are compressed for those who accept it`() throws {
    let server = try ServerProcess()
    let visitor = server.visitor()
    let plain = try visitor.get("/connexion")
    let packed = try visitor.get("/connexion", headers: ["Accept-Encoding": "gzip, br"])
    #expect(plain.header("Content-Encoding") == nil)
    #expect(packed.header("Content-Encoding") == "gzip")
    #expect(packed.header("Vary")?.lowercased().contains("accept-encoding") == true)
    #expect(packed.bytes.count * 2 < plain.bytes.count)
    let folder = try TemporaryFolder()
    try Data(packed.bytes).write(to: URL(fileURLWithPath: folder.file("page.gz")))
    let unpacked = try ChildProcess("/bin/gzip", ["-dc", folder.file("page.gz")])
    #expect(try unpacked.waitForEnd() == .exited(0))
    #expect(unpacked.text(of: .output) == plain.body)
    let refused = try visitor.get("/connexion", headers: ["Accept-Encoding": "gzip;q=0, identity"])
    #expect(refused.header("Content-Encoding") == nil)
  }

  @Test func `that are files may be kept a year, under a name that is their content's`() throws {
    let server = try ServerProcess()
    let visitor = server.visitor()
    let page = try visitor.get("/connexion").page
    let files = page.all("link[href], script[src]").compactMap { $0["href"] ?? $0["src"] }
      .filter { $0.hasPrefix("/statique/") }
    #expect(files.count >= 2)
    for file in files {
      let reply = try visitor.get(file)
      #expect(reply.status == 200)
      #expect(reply.header("Cache-Control") == "public, max-age=31536000, immutable")
      #expect(reply.header("Set-Cookie") == nil)
    }
    for path in [
      "/statique/../Package.swift", "/statique/%2e%2e/Package.swift", "/statique/styles.css",
      "/statique/..%2f..%2fetc%2fpasswd", "/Web/styles/00-look.css", "/statique/",
    ] {
      #expect([400, 404].contains(try visitor.get(path).status), "\(path)")
    }
  }

  @Test func `about metrics come with the token alone`() throws {
    let bearer = ["Authorization": "Bearer jeton-de-mesure"]
    let closed = try ServerProcess()
    #expect(try closed.visitor().get("/metrics", headers: bearer).status == 404)
    let open = try ServerProcess(environment: ["PREAU_METRICS_TOKEN": "jeton-de-mesure"])
    let visitor = open.visitor()
    for headers in [[:], ["Authorization": "Bearer autre"], ["Authorization": "Bearer "]] {
      #expect(try visitor.get("/metrics", headers: headers).status == 404)
    }
    let refused = "preau_requests_total{status=\"4xx\"} 3\n"
    // A request is counted once its answer has been taken.
    try waitUntil("the three refusals were not counted") {
      try visitor.get("/metrics", headers: bearer).body.contains(refused)
    }
    let counts = try visitor.get("/metrics", headers: bearer)
    #expect(counts.header("Content-Type")?.hasPrefix("text/plain; version=0.0.4") == true)
    let lines = counts.body.split(separator: "\n")
    for line in lines where !line.hasPrefix("#") {
      #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "\(line)")
    }
  }

  @Test func `speak the visitor's language, or the one that was chosen`() throws {
    let community = try Community()
    let visitor = community.server.visitor()
    visitor.headers["Accept-Language"] = "en-GB,en;q=0.9,fr;q=0.5"
    let english = try visitor.get("/connexion")
    #expect(english.page.first("html")?["lang"] == "en")
    #expect(english.page.h1 == "Log in")
    let form = try english.page.form(to: "/langue")
    let chosen = try visitor.submit(form, pressing: "Français")
    #expect(chosen.location == "/connexion")
    #expect(try visitor.follow(chosen).page.h1 == "Se connecter")
    // A member's choice goes with them to another browser.
    let marc = try community.member("marc")
    _ = try marc.web.submit(marc.web.get("/fils").page.form(to: "/langue"), pressing: "English")
    #expect(try community.person("marc").web.get("/fils").page.h1 == "Mutual help threads")
  }

  @Test(arguments: [
    "//ailleurs.example/", "https://ailleurs.example/", "/\\ailleurs.example", "\t//x.example",
  ])
  func `never lead to another site`(address: String) throws {
    let community = try Community()
    _ = try community.newcomer("lina")
    let visitor = community.server.visitor()
    let language = try visitor.get("/connexion").page.form(to: "/langue")
    let chosen = try visitor.submit(language, changing: ["retour": address])
    #expect(chosen.location == "/")
    let escaped = address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let form = try visitor.get("/connexion?retour=\(escaped)").page.form(to: "/connexion")
    let entered = try visitor.submit(
      form, changing: ["identifiant": "lina", "mot_de_passe": Community.password])
    #expect(entered.status == 303)
    #expect(entered.location == "/mon-preau")
  }

  @Test func `believe a proxy about addresses when it is trusted, and nobody else`() throws {
    let forwarded = ["X-Forwarded-For": "198.51.100.7, 203.0.113.42"]
    for (options, network) in [
      (["--trusted-proxy", "127.0.0.1"], "203.0.113.0"), ([], "127.0.0.0"),
    ] {
      let server = try ServerProcess(options)
      _ = try server.visitor().get("/connexion", headers: forwarded)
      let line = try server.process.waitForLine { $0.contains("route=/connexion") }
      #expect(line.contains(" ip=\(network)"), "\(line)")
      #expect(!line.contains("113.42"))
    }
  }

  @Test func `leave one line each in the log, without secrets or whole addresses`() throws {
    let community = try Community()
    let lina = try community.newcomer("lina")
    _ = try lina.web.get("/recherche?q=secret-cherche")
    _ = try lina.web.get("/invitation/jeton-secret-dans-l-adresse")
    let line = try community.server.process.waitForLine { $0.contains("route=/invitation/*") }
    for part in ["time=", "method=GET", "status=", "bytes=", "us=", "ip="] {
      #expect(line.contains(part))
    }
    let output = community.server.output
    for secret in ["secret", Community.password, "lina", "127.0.0.1 "] {
      #expect(!output.contains("route") || !output.dropFirst(60).contains(secret), "\(secret)")
    }
  }

  @Test func `finish before the server does`() throws {
    let community = try Community()
    let marc = try community.member("marc")
    let thread = try marc.ask("Un fil")
    #expect(try community.server.terminate() == 0)
    let again = try ServerProcess(data: community.server.data)
    #expect(try again.visitor().get(thread).page.h1 == "Un fil")
  }
}
