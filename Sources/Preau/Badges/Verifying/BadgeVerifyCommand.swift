import Credentials
import Glibc
import JSONText
import SQLite

/// `preau badge verify`: anybody's badge, with a site of one's own or without.
public enum BadgeVerifyCommand {
  /// Verifies a badge and says what was found on standard output.
  ///
  /// - Parameters:
  ///   - dataFolder: when a site is there, it answers for its own addresses, without a connection.
  ///   - input: a path, `-` for standard input, or an address. One of this machine is asked, since
  ///     it is named by whoever runs the command; badges never lead there.
  ///   - recipient: who it should be for.
  ///   - asJSON: one object, for programs.
  ///   - allowsLoopback: for tests: badges may lead to this machine, too.
  /// - Returns: whether it is valid.
  public static func run(
    dataFolder: String, input: String, recipient: String?, asJSON: Bool,
    allowsLoopback: Bool = false
  ) throws -> Bool {
    let configuration = try Configuration.load(
      dataFolder: dataFolder, environment: Configuration.environment, options: [])
    CalendarTime.setTimeZone(configuration.timeZone)
    let bytes = try read(input)
    let recipients = [recipient].compactMap { $0 }
    let isHere = allowsLoopback || isOfThisMachine(input)
    let report: VerificationReport
    if access(Store.path(in: dataFolder), F_OK) == 0 {
      let site = try Site(
        configuration, assets: try Assets(root: try Assets.folder()), log: AccessLog(requests: nil))
      defer { site.database.close() }
      report = try BadgeChecking.check(
        bytes, for: recipients, on: site, at: .now, allowsLoopback: isHere)
    } else {
      var options = Verification.Options(now: Timestamp(.now))
      options.recipients = recipients
      var asking = BadgeAsking(configuration)
      asking.allowsLoopback = asking.allowsLoopback || isHere
      let contexts = try BadgeContexts.load(root: try Assets.folder())
      report = BadgeChecking.check(bytes, options, contexts, asking)
    }
    if asJSON { Terminal.say(json(report).text) } else { say(report) }
    return report.state == .valid
  }

  private static func read(_ input: String) throws -> [UInt8] {
    if isAddress(input) { return Array(input.utf8) }
    guard let bytes = input == "-" ? readAll(of: STDIN_FILENO) : readFile(input) else {
      throw StartFailure("cannot read \(input): \(systemMessage())")
    }
    return bytes
  }

  private static func isAddress(_ input: String) -> Bool {
    let lower = input.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://")
  }

  /// Whether an address names this machine.
  static func isOfThisMachine(_ input: String) -> Bool {
    guard isAddress(input), let start = input.firstRange(of: "://")?.upperBound else {
      return false
    }
    let authority = input[start...].prefix { !"/?#".contains($0) }.lowercased()
    let hosts = ["localhost", "127.0.0.1", "[::1]"]
    return hosts.contains { authority == $0 || authority.hasPrefix($0 + ":") }
  }

  private static func say(_ report: VerificationReport) {
    let say = Strings.english.verifying
    let verdict = say.verdict(on: report)
    Terminal.say("\(report.state.rawValue): \(verdict.title). \(verdict.advice)")
    if let award = report.award, report.state != .invalid {
      Terminal.say("\(award.name) (\(award.issuerName ?? award.issuerID))".oneLine)
    }
    for step in report.steps {
      Terminal.say("- \(say.step(step.kind)): \(say.sentence(step))".oneLine)
    }
  }

  private static func json(_ report: VerificationReport) -> JSON {
    let say = Strings.english.verifying
    let steps = report.steps.map { step in
      JSON.object(
        JSONObject([
          ("step", .string(step.kind.rawValue)), ("outcome", .string(word(step.outcome))),
          ("words", .string(say.sentence(step))),
        ]))
    }
    return .object(
      JSONObject([
        ("state", .string(report.state.rawValue)),
        ("form", report.form.map { .string($0.file.rawValue) } ?? .null),
        ("issuerKnown", .bool(report.isIssuerKnown)),
        ("name", report.award.map { .string($0.name) } ?? .null),
        ("issuer", report.award.map { .string($0.issuerID) } ?? .null),
        ("words", .string(say.verdict(on: report).title)),
        ("steps", .array(steps)),
      ]))
  }

  private static func word(_ outcome: VerificationStep.Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .noted: "noted"
    case .failed: "failed"
    case .unknown: "unknown"
    }
  }
}

extension BadgeForm {
  /// Named as where badges are exported.
  var file: BadgeFile {
    switch self {
    case .ob2Hosted: .ob2
    case .ob2Signed: .ob2Signed
    case .ob3JWT: .ob3JWT
    case .ob3Proof: .ob3JSON
    }
  }
}
