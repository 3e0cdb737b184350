import TestSupport

/// A class made through its pages, by a teacher without a browser.
struct ClassRoom {
  /// What a learner was given on paper.
  struct Slip: Sendable {
    let name: String
    let secret: String
  }

  let community: Community
  let teacher: Person
  /// Such as `/classes/4`.
  let address: String
  /// As it is shown: `CDF-HJK`.
  let code: String
  var slips: [Slip] = []

  static let names = "MARTIN Léa\nBENALI Inès\nDURAND Sami\n"

  init(
    _ community: Community, names: String = ClassRoom.names, teacher login: String = "prof"
  ) throws {
    self.community = community
    teacher = try community.member(login)
    let form = try teacher.web.get("/classes/nouvelle").page.form(to: "/classes/nouvelle")
    let made = try teacher.web.submit(form, changing: ["nom": "2de B"], follow: true)
    address = String(made.address.dropFirst(teacher.web.origin.count))
    code = made.page.first(".class-code")?.text ?? ""
    if !names.isEmpty { slips = try add(names) }
  }

  /// Pastes names, looks at the review, makes the accounts.
  func add(_ names: String) throws -> [Slip] {
    let paste = try teacher.web.get(address + "/noms").page.form(with: "noms")
    let review = try teacher.web.submit(paste, changing: ["noms": names])
    let made = try teacher.web.submit(review.page.form(to: address + "/eleves"))
    return Self.slips(made.page)
  }

  static func slips(_ page: Page) -> [Slip] {
    page.all(".slip").map { slip in
      let values = slip.all("dd").map(\.text)
      return Slip(name: values[1], secret: values[2])
    }
  }

  /// The answer to a log-in at the door of the class.
  static func enter(
    _ web: HTTPClient, code: String, name: String, secret: String
  ) throws -> Reply {
    let form = try web.get("/classe/\(code)").page.form(with: "secret")
    return try web.submit(form, changing: ["nom": name, "secret": secret])
  }

  /// A learner inside the class.
  func learner(_ slip: Slip) throws -> Person {
    let web = community.server.visitor()
    let reply = try Self.enter(web, code: code, name: slip.name, secret: slip.secret)
    guard reply.status == 303 else {
      throw NotLetIn(name: slip.name, status: reply.status)
    }
    return Person(slip.name, web)
  }

  /// The address of the class's space.
  func space() throws -> String {
    try teacher.web.get(address).page.link("Les échanges de la classe")
  }
}

struct NotLetIn: Error {
  let name: String
  let status: Int
}
