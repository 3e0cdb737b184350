/// Someone who uses the site without a browser: fills in its forms and presses its buttons.
public final class Person {
  public let login: String
  public let web: HTTPClient

  public init(_ login: String, _ web: HTTPClient) {
    self.login = login
    self.web = web
  }

  /// Makes an account without an e-mail address.
  public func signUp(name: String, role: String) throws {
    let page = try web.get("/inscription").page
    let reply = try web.submit(
      page.form(to: "/inscription"),
      changing: [
        "nom": name, "identifiant": login, "mot_de_passe": Community.password, "role": role,
      ])
    try expect(reply, 303, "sign-up of \(login)")
  }

  public func logIn(password: String = Community.password) throws {
    let page = try web.get("/connexion").page
    let reply = try web.submit(
      page.form(to: "/connexion"), changing: ["identifiant": login, "mot_de_passe": password])
    try expect(reply, 303, "log-in of \(login)")
  }

  /// Starts a thread, past the step that shows similar ones.
  ///
  /// - Returns: its address, such as `/fils/3-titre`.
  public func ask(
    _ title: String, _ text: String = "Le texte de la question.",
    in space: Community.Space = .open, kind: String = "question", tags: String = ""
  ) throws -> String {
    let form = try web.get("/fils/nouveau").page.form(to: "/fils/nouveau")
    var reply = try web.submit(
      form,
      changing: [
        "espace": space.slug, "genre": kind, "titre": title, "texte": text, "etiquettes": tags,
      ], pressing: "publier")
    if reply.status == 200 {
      reply = try web.submit(reply.page.form(to: "/fils/nouveau"), pressing: "publier")
    }
    return try address(reply, "the thread \(title)")
  }

  /// Replies on the first page of a thread.
  ///
  /// - Returns: where one lands, such as `/fils/3-titre#message-2`.
  @discardableResult
  public func reply(_ text: String, to thread: String) throws -> String {
    let reply = try web.submit(
      web.get(thread).page.form(with: "texte"), changing: ["texte": text], pressing: "publier")
    return try address(reply, "a reply to \(thread)")
  }

  /// Presses a button of the shared form: the first one inside `place` whose words begin so.
  @discardableResult
  public func press(_ words: String, in place: String = "body", on reply: Reply) throws -> Reply {
    let answer = try send(gesture: words, in: place, on: reply)
    try expect(answer, 303, words)
    return answer
  }

  /// The same on a page of the site, whatever the answer.
  @discardableResult
  public func press(_ words: String, in place: String = "body", on address: String) throws -> Reply
  {
    try press(words, in: place, on: web.get(address))
  }

  public func send(gesture words: String, in place: String = "body", on reply: Reply) throws
    -> Reply
  {
    let page = reply.page
    let buttons = page.first(place)?.all("button[form=\"gestes\"]") ?? []
    guard let button = buttons.first(where: { $0.text.hasPrefix(words) }),
      let action = button["formaction"],
      let token = page.first("#gestes [name=\"jeton\"]")?["value"]
    else {
      throw FormError(
        description: "no button \(words) in \(place) among \(buttons.map(\.text)) on \(page.h1)")
    }
    return try web.post(
      action, form: [("jeton", token)] + [(button["name"] ?? "", button["value"] ?? "")],
      headers: ["Origin": web.origin])
  }

  /// Removes a thread with its first post, past the page that asks once more.
  public func removeThread(_ thread: String) throws {
    let asked = try web.open(link: "Retirer", on: web.get(thread))
    try expect(asked, 200, "the page that asks once more")
    try confirmRemoval(asked.page.form(button: "Retirer le fil"))
  }

  /// Removes what somebody else wrote, past the page that asks why.
  ///
  /// - Parameter post: its number on the site.
  public func remove(post: Int) throws {
    let address = "/messages/\(post)/retrait"
    try confirmRemoval(web.get(address).page.form(to: address))
  }

  private func confirmRemoval(_ form: Form) throws {
    let reason = form["motif"] == nil ? [:] : ["motif": "other"]
    try expect(web.submit(form, changing: reason), 303, "the removal")
  }

  /// Makes a space; for an administrator.
  public func open(_ space: Community.Space) throws {
    let form = try web.get("/espaces/nouveau").page.form(to: "/espaces/nouveau")
    let reply = try web.submit(
      form,
      changing: ["nom": space.name, "adresse": space.slug, "lecture": space.visibility])
    try expect(reply, 303, "the space \(space.slug)")
  }

  /// Lets `other` into a private space; for its référent.
  public func admit(_ other: Person, to space: Community.Space) throws {
    try press("Admettre", on: "/espaces/\(space.slug)/membres?cherche=\(other.login)")
  }

  /// Loses the session and keeps the rest, as a browser whose session has ended.
  public func loseSession() { web.cookies["preau"] = nil }

  private func address(_ reply: Reply, _ what: String) throws -> String {
    try expect(reply, 303, what)
    return reply.location ?? ""
  }

  private func expect(_ reply: Reply, _ status: Int, _ what: String) throws {
    if reply.status == status { return }
    throw BadResponse(
      reason: "\(what): status \(reply.status) instead of \(status)", received: reply.page.text)
  }
}
