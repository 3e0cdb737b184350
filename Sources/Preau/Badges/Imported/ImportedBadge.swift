// A badge from elsewhere keeps four promises:
// (1) It is given back as it came, to the last byte.
// (2) It is its learner's alone: nobody else sees it, and nobody is told.
// (3) What it says is shown as its own words; whether that is right is said beside, and since when.
// (4) Nothing of it acts in a page: a PNG is drawn anew, an SVG is a picture only.

import Credentials
import HTML
import SQLite

/// A badge that a member earned elsewhere and has brought along.
struct ImportedBadge: Sendable {
  typealias ID = Number<ImportedBadge>
  let id: ID
  let member: Member.ID
  let form: Form
  let fileName: String
  /// The address that it was asked from; empty: it came as a file.
  let origin: String
  let brought: Instant
  let hasPicture: Bool
  let finding: Finding

  /// What its bytes are. Stored under these names.
  enum Form: String, ColumnValue, Sendable, CaseIterable { case png, svg, json, jws }

  var address: Address { "/mes-badges/apportes/\(id.value)" }

  /// What it is called; its file's name when it could not be read.
  var name: String { finding.facts.name.isEmpty ? fileName : finding.facts.name }
}

extension ImportedBadge.Form {
  /// What some bytes look like; the verification says what they are.
  init?(of bytes: [UInt8]) {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
      return
    }
    switch bytes.first(where: { !blanks.contains($0) }) {
    case UInt8(ascii: "<"): self = .svg
    case UInt8(ascii: "{"): self = .json
    // The start of every object in Base64.
    case UInt8(ascii: "e"): self = .jws
    default: return nil
    }
  }

  /// Of its file, without a dot.
  var fileExtension: String { rawValue }

  var type: String {
    switch self {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .json: "application/json"
    case .jws: "text/plain; charset=utf-8"
    }
  }

  /// The name of a file that holds it, harmless on every computer.
  ///
  /// - Parameter given: a name or an address: anybody's words.
  func fileName(from given: String) -> String {
    let last = given.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? given
    let stem = last.split(separator: ".").dropLast().joined(separator: " ")
    let slug = Slug.make(from: stem.isEmpty ? last : stem)
    return slug + "." + fileExtension
  }
}

extension ImportedBadge {
  /// What a verification has found, as far as it is kept.
  struct Finding: Sendable, Equatable {
    /// Whoever it is for: that is said apart.
    var state: VerificationReport.State
    var kind: BadgeForm?
    var isIssuerKnown: Bool
    var recipient: Recipient
    var checked: Instant
    var facts: Facts

    func state(at now: Instant) -> VerificationReport.State {
      if state == .valid, let expires = facts.expires, expires <= now { return .expired }
      return state
    }
  }

  /// For whom it says that it is. Stored under these names.
  enum Recipient: String, ColumnValue, Sendable, CaseIterable {
    /// For the member's address; for another one; it does not say; the member has none.
    case same, other, unsaid, unasked
  }

  /// What it says of itself; empty where it says nothing.
  struct Facts: Sendable, Equatable {
    var award = ""
    var issuer = ""
    var issuerName = ""
    var issuerAddress = ""
    var name = ""
    var description = ""
    /// In Markdown.
    var criteria = ""
    /// In Markdown.
    var narrative = ""
    var issued: Instant?
    var expires: Instant?
  }
}

extension ImportedBadge.Finding {
  /// - Parameter before: what was known of it: it is kept where nothing could be read this time.
  init(_ report: VerificationReport, at now: Instant, before: ImportedBadge.Facts? = nil) {
    state = Self.state(of: report)
    kind = report.form
    isIssuerKnown = report.isIssuerKnown
    recipient = Self.recipient(of: report)
    checked = now
    facts = report.award.map(ImportedBadge.Facts.init) ?? before ?? ImportedBadge.Facts()
  }

  /// Without what was found about who it is for: that is no reason not to keep one's badge.
  static func state(of report: VerificationReport) -> VerificationReport.State {
    guard report.state == .wrongRecipient || report.state == .couldNotCheck else {
      return report.state
    }
    let isLeftOpen = report.steps.contains { step in
      if case .unknown = step.outcome { return step.kind != .recipient }
      return false
    }
    // What ended early has a last step that is not about the person.
    return isLeftOpen ? .couldNotCheck : .valid
  }

  static func recipient(of report: VerificationReport) -> ImportedBadge.Recipient {
    guard let step = report.steps.first(where: { $0.kind == .recipient }) else { return .unasked }
    switch step.outcome {
    case .passed, .noted: return .same
    case .failed: return .other
    case .unknown: return .unsaid
    }
  }
}

extension ImportedBadge.Facts {
  /// - Parameter award: anybody's words, cut where they are longer than a page should be.
  init(_ award: ReadAward) {
    func cut(_ text: String?, _ most: Int) -> String {
      String((text ?? "").unicodeScalars.prefix(most))
    }
    self.award = cut(award.id, 2_000)
    issuer = cut(award.issuerID, 2_000)
    issuerName = cut(award.issuerName, 200)
    issuerAddress = cut(award.issuerAddress, 2_000)
    name = cut(award.name, 200)
    description = cut(award.description, 2_000)
    criteria = cut(award.criteria?.narrative ?? award.criteria?.address, 20_000)
    narrative = cut(award.narrative, 20_000)
    issued = award.issuedOn.map { Instant(seconds: $0.seconds) }
    expires = award.expires.map { Instant(seconds: $0.seconds) }
  }
}
