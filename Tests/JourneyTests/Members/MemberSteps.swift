import TestSupport
import Testing

/// Everybody's in these tests.
let password = "cheval agrafe"

extension HTTPClient {
  /// Makes an account with nothing but names and a password.
  @discardableResult
  func signUp(_ login: String, _ changes: [String: String] = [:]) throws -> Reply {
    let form = try get("/inscription").page.form(to: "/inscription")
    let fields = ["nom": login.uppercased(), "identifiant": login, "mot_de_passe": password]
    return try submit(form, changing: fields.merging(changes) { $1 })
  }

  func logIn(
    _ login: String, _ password: String = password, at page: String = "/connexion",
    headers: [String: String] = [:]
  ) throws -> Reply {
    let form = try get(page).page.form(to: "/connexion")
    return try submit(
      form, changing: ["identifiant": login, "mot_de_passe": password], headers: headers)
  }
}

extension Reply {
  /// What a form is refused for.
  var problems: [String] { page.all(".problems li").map(\.text) }
  var notice: String { page.first(".notice")?.text ?? "" }
}

extension ServerProcess {
  func member(_ words: [String], _ password: String? = nil) throws {
    let result = try PreauCommand.run(
      ["member", words[0], "--data", data.path] + words.dropFirst()
        + (password == nil ? [] : ["--password-stdin"]), stdin: password ?? "")
    #expect(result.status == 0, "\(result.stderr)")
  }

  /// A browser in which an administrator is logged in.
  func administrator() throws -> HTTPClient {
    try member(["add", "boss", "--role", "administrator"], password)
    let boss = visitor()
    #expect(try boss.logIn("boss").location == "/mon-preau")
    return boss
  }
}
