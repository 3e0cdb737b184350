import JSONText
import LinkedData

/// One verification under way.
final class Inspection {
  let options: Verification.Options
  let contexts: ContextLibrary
  let fetches: Fetches
  let keys: IssuerKeys
  private var steps: [VerificationStep] = []
  private var findings: Set<VerificationReport.State> = []
  private var text: String?
  private(set) var isIssuerKnown = false
  var form: BadgeForm?
  var award: ReadAward?
  var endorsements: [ReadEndorsement] = []

  init(_ options: Verification.Options, _ contexts: ContextLibrary, _ fetches: Fetches) {
    self.options = options
    self.contexts = contexts
    self.fetches = fetches
    keys = IssuerKeys(options, fetches)
  }

  /// What ends a verification: nothing after it could mean anything.
  struct Stop: Error {
    let kind: VerificationStep.Kind
    let reason: VerificationReason
  }

  func inspect(_ input: [UInt8]) -> VerificationReport {
    do throws(Stop) {
      try look(at: input)
    } catch {
      note(error.kind, error.reason)
    }
    let gravest = Self.gravest.first { findings.contains($0) }
    return VerificationReport(
      state: gravest ?? .valid, form: form, steps: steps, award: award,
      endorsements: endorsements, isIssuerKnown: isIssuerKnown, text: text)
  }

  /// What is known for sure comes before what could not be found out.
  private static let gravest: [VerificationReport.State] = [
    .invalid, .revoked, .expired, .notYetValid, .wrongRecipient, .couldNotCheck,
  ]

  private func look(at input: [UInt8]) throws(Stop) {
    var found = try during(.found) { () throws(VerificationReason) in try FoundBadge(input) }
    if case .address(let address) = found {
      found = try during(.found) { () throws(VerificationReason) in
        let answer = try fetches.answer(address, .plain)
        // What was taken back is answered with 410 and a document that says so.
        guard answer.status == 200 || answer.status == 410 else {
          throw .fetch(short(address), .status(answer.status))
        }
        return try FoundBadge(answer.bytes)
      }
    }
    switch found {
    case .address: throw Stop(kind: .found, reason: .inputUnknown)
    case .document(let document, let text):
      self.text = text
      pass(.found)
      try inspect(document)
    case .token(let token, let text):
      self.text = text
      pass(.found)
      try inspect(token)
    }
  }

  private func inspect(_ document: JSON) throws(Stop) {
    if document.hasType("Assertion") {
      try inspectHosted(document)
    } else if document.hasType("VerifiableCredential") {
      form = .ob3Proof
      let secured = try during(.form) { () throws(VerificationReason) in
        try SecuredCredential(document, contexts)
      }
      try inspect(secured)
    } else {
      throw Stop(kind: .form, reason: .notBadge(short(document["type"].strings.first ?? "")))
    }
  }

  private func inspect(_ token: CompactJWS) throws(Stop) {
    let payload = try during(.form) { () throws(VerificationReason) in
      do throws(JSONError) { return try JSON(reading: token.payload) } catch { throw .json(error) }
    }
    if payload.hasType("Assertion") {
      try inspectSigned(token, payload)
    } else {
      form = .ob3JWT
      let secured = try during(.form) { () throws(VerificationReason) in
        try SecuredCredential(token, payload)
      }
      try inspect(secured)
    }
  }

  // MARK: - Steps

  /// Does a part of the work; what is thrown in it ends the verification as a step of `kind`.
  func during<Value>(
    _ kind: VerificationStep.Kind, _ work: () throws(VerificationReason) -> Value
  ) throws(Stop) -> Value {
    do { return try work() } catch { throw Stop(kind: kind, reason: error) }
  }

  func pass(_ kind: VerificationStep.Kind, _ remark: VerificationReason? = nil) {
    steps.append(
      VerificationStep(kind: kind, outcome: remark.map { .noted($0) } ?? .passed))
  }

  /// A step that did not pass; the verification goes on unless its caller ends it.
  func note(_ kind: VerificationStep.Kind, _ reason: VerificationReason) {
    let state = reason.state
    findings.insert(state)
    steps.append(
      VerificationStep(
        kind: kind, outcome: state == .couldNotCheck ? .unknown(reason) : .failed(reason)))
  }

  /// The step about the issuer, once its name is known to be its own.
  func passIssuer(_ id: String) {
    isIssuerKnown = options.knownIssuers.contains { areSame($0.id, id) }
    pass(.issuer, isIssuerKnown ? nil : .issuerUnknown(short(id)))
  }

  /// The step about dates.
  func checkDates(from start: Timestamp?, until end: Timestamp?) {
    let now = options.now.seconds
    if let end, end.seconds + Verification.clockSkew < now {
      note(.dates, .expired(end))
    } else if let start, start.seconds - Verification.clockSkew > now {
      note(.dates, .notBefore(start))
    } else {
      pass(.dates)
    }
  }
}

extension VerificationReason {
  /// What follows from it, where it ends a verification.
  var state: VerificationReport.State {
    switch self {
    case .expired: .expired
    case .notBefore: .notYetValid
    case .revoked, .suspended: .revoked
    case .recipientDiffers: .wrongRecipient
    case .fetch, .tooManyFetches, .issuerWithoutKeys, .methodUnknown, .statusUnknown, .listWrong,
      .recipientNotNamed:
      .couldNotCheck
    default: .invalid
    }
  }
}

extension JSON {
  func hasType(_ name: String) -> Bool { self["type"].strings.contains { areSame($0, name) } }

  /// A member that must be a text with something in it.
  func text(_ name: String) throws(VerificationReason) -> String {
    guard let value = self[name] else { throw .memberMissing(name) }
    guard let text = value.string, !text.isEmpty else { throw .memberWrong(name) }
    return text
  }

  /// A member that, if there is one, must be a date with a time and a zone.
  func moment(_ name: String) throws(VerificationReason) -> Timestamp? {
    guard let value = self[name] else { return nil }
    guard let text = value.string, let moment = Timestamp(text) else { throw .memberWrong(name) }
    return moment
  }

  /// The id of what is either named or described.
  var reference: String? { string ?? self["id"]?.string }
}
