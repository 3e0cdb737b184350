import Credentials
import JSONText
import LinkedData
import Media

/// A badge that was read and verified, to be kept.
struct NewImportedBadge: Sendable {
  let bytes: [UInt8]
  let hash: [UInt8]
  let form: ImportedBadge.Form
  let fileName: String
  let origin: String
  let finding: ImportedBadge.Finding
  let picture: ImportedPicture?
}

/// Looks at what is brought. Not to be used while reading from the store, which its questions need.
struct ImportReading {
  let options: Verification.Options
  let contexts: ContextLibrary
  let ask: Verification.Fetch

  func read(_ item: ImportItem, at now: Instant) throws(ImportProblem) -> NewImportedBadge {
    switch item.content {
    case .problem(let problem): throw problem
    case .bytes(let bytes): return try read(bytes, named: item.name, origin: "", at: now)
    case .address(let address):
      return try read(fetch(address), named: address, origin: address, at: now)
    }
  }

  private func fetch(_ address: String) throws(ImportProblem) -> [UInt8] {
    let answer: Verification.Fetched
    do { answer = try ask(address) } catch {
      throw .address(error as? BadgeAsking.Failure ?? .unreachable)
    }
    // What was taken back is answered with 410 and a document that says so.
    guard answer.status == 200 || answer.status == 410 else { throw .status(answer.status) }
    return answer.bytes
  }

  private func read(
    _ bytes: [UInt8], named name: String, origin: String, at now: Instant
  ) throws(ImportProblem) -> NewImportedBadge {
    guard bytes.count <= ImportLimits.badge else { throw .tooLong }
    guard let form = ImportedBadge.Form(of: bytes) else { throw .notBadge(.inputUnknown) }
    let report = verify(bytes)
    if let reason = Self.whyNoBadge(report) { throw .notBadge(reason) }
    var finding = ImportedBadge.Finding(report, at: now)
    if finding.facts.name.isEmpty, let text = report.text {
      finding.facts.name = Self.claimedName(in: text)
    }
    return NewImportedBadge(
      bytes: bytes, hash: Crypto.hash(bytes), form: form,
      fileName: form.fileName(from: name.isEmpty ? finding.facts.name : name), origin: origin,
      finding: finding,
      picture: ImportedPicture.find(for: report, in: bytes, form, asking: ask))
  }

  func verify(_ bytes: [UInt8]) -> VerificationReport {
    Verification(options, contexts: contexts).verify(bytes, fetch: ask)
  }

  /// A badge that is not valid is kept and said not to be; what is no badge at all is not kept.
  static func whyNoBadge(_ report: VerificationReport) -> VerificationReason? {
    guard report.award == nil, let last = report.steps.last,
      case .failed(let reason) = last.outcome
    else { return nil }
    if last.kind == .found || report.text == nil { return reason }
    switch reason {
    case .notBadge, .memberMissing, .memberWrong, .contextWrong, .json, .token: return reason
    default: return nil
    }
  }

  /// What a badge calls itself whose issuer does not answer.
  static func claimedName(in text: String) -> String {
    guard let document = try? JSON(reading: text) else { return "" }
    let name = document["badge"]?["name"]?.string ?? document["name"]?.string ?? ""
    return String(name.unicodeScalars.prefix(200))
  }
}

/// The picture of a badge from elsewhere.
struct ImportedPicture: Sendable {
  let type: String
  let bytes: [UInt8]

  init(type: String, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  /// In bytes.
  private static let longest = 512 << 10

  /// What a badge came in, or what it says that it looks like.
  static func find(
    for report: VerificationReport, in bytes: [UInt8], _ form: ImportedBadge.Form,
    asking ask: Verification.Fetch
  ) -> ImportedPicture? {
    if form == .png || form == .svg { return ImportedPicture(of: bytes) }
    guard report.state != .invalid, let address = report.award?.image?.address else { return nil }
    if address.hasPrefix("data:image/") { return Self.embedded(address) }
    guard let answer = try? ask(address), answer.status == 200 else { return nil }
    return ImportedPicture(of: answer.bytes)
  }

  /// A picture drawn anew; an SVG as it is, once it was found to do nothing.
  init?(of sent: [UInt8]) {
    if let picture = try? Picture(of: sent) {
      type = picture.type
      bytes = picture.thumbnail
    } else if Self.isStillSVG(sent) {
      type = BadgePicture.svg.type
      bytes = sent
    } else {
      return nil
    }
    if bytes.count > Self.longest { return nil }
  }

  static func isStillSVG(_ bytes: [UInt8]) -> Bool {
    guard ImportedBadge.Form(of: bytes) == .svg else { return false }
    do throws(BakingProblem) {
      _ = try Baking.unbake(bytes)
      return true
    } catch {
      return error == .nothingBaked
    }
  }

  /// RFC 2397, in Base64.
  private static func embedded(_ address: String) -> ImportedPicture? {
    guard let comma = address.firstIndex(of: ","), address[..<comma].hasSuffix(";base64") else {
      return nil
    }
    let text = address[address.index(after: comma)...]
    guard text.utf8.count <= 2 * longest else { return nil }
    let plain = text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" }
    return Base64URL.decode(String(plain)).flatMap { ImportedPicture(of: $0) }
  }
}
