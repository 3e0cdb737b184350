/// A running site with an administrator and the spaces that a test asks for.
///
/// Limits on posting are off, because tests post faster than people.
public final class Community: Sendable {
  public let server: ServerProcess

  /// A space as it is asked for.
  public struct Space: Sendable {
    public let slug: String
    public let name: String
    /// `public`, `members` or `private`.
    public let visibility: String

    public init(_ slug: String, _ name: String, _ visibility: String) {
      self.slug = slug
      self.name = name
      self.visibility = visibility
    }

    public static let open = Space("accueil", "Accueil", "public")
    public static let team = Space("equipe", "Équipe", "members")
    public static let closed = Space("atelier", "Atelier fermé", "private")
  }

  /// Everybody's password here.
  public static let password = "trois chevaux verts"

  /// - Parameters:
  ///   - arguments: more options of `preau serve`.
  ///   - port: 0 finds a free one.
  ///   - environment: more variables; `PREAU_POSTING_LIMITS` is `off` unless it says otherwise.
  public init(
    _ spaces: [Space] = [.open], arguments: [String] = [], environment: [String: String] = [:],
    port: UInt16 = 0
  ) throws {
    let limits = ["PREAU_POSTING_LIMITS": "off"]
    server = try ServerProcess(
      arguments, environment: limits.merging(environment) { $1 }, port: port)
    try add("admin", role: "administrator")
    let administrator = try person("admin")
    for space in spaces { try administrator.open(space) }
  }

  /// Makes an account from the command line, as whoever runs the site does.
  public func add(_ login: String, role: String) throws {
    let result = try PreauCommand.run(
      [
        "member", "add", "--data", server.data.path, login, "--role", role, "--password-stdin",
      ], stdin: Self.password + "\n")
    guard result.status == 0 else {
      throw ProcessFailure(
        reason: "member add: \(result.status)", output: result.stdout, errors: result.stderr)
    }
  }

  /// Someone who has an account already, logged in.
  public func person(_ login: String, password: String = Community.password) throws -> Person {
    let person = Person(login, server.visitor())
    try person.logIn(password: password)
    return person
  }

  /// Someone who signs up, as anybody may, with a name made of the log-in name.
  public func newcomer(
    _ login: String, name: String? = nil, role: String = "learner"
  ) throws -> Person {
    let person = Person(login, server.visitor())
    try person.signUp(name: name ?? "Nom de \(login)", role: role)
    return person
  }

  /// Someone with a role that sign-up does not give.
  public func member(_ login: String, role: String = "teacher") throws -> Person {
    try add(login, role: role)
    return try person(login)
  }

  /// Someone who looks after `space`, appointed by the administrator.
  public func referent(_ login: String, of space: Space) throws -> Person {
    let referent = try member(login)
    let address = "/espaces/\(space.slug)/membres"
    let administrator = try person("admin")
    let found = try administrator.web.get("\(address)?cherche=\(login)")
    try administrator.press("Nommer", on: found)
    return referent
  }
}
