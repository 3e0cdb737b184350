import JSONText
import LinkedData

/// A verifiable credential (OB 3.0, of VC 2.0 or the older VC 1.1) and what secures it.
struct SecuredCredential {
  enum Proof {
    case token(CompactJWS)
    case proof(DataIntegrity.Proof, DataIntegrity)
  }

  let document: JSON
  let proof: Proof
  let id: String
  let issuer: String
  let validFrom: Timestamp
  let validUntil: Timestamp?

  /// A credential with a proof inside.
  init(_ document: JSON, _ contexts: ContextLibrary) throws(VerificationReason) {
    let integrity = DataIntegrity(contexts: contexts)
    let proof: Proof
    do throws(DataIntegrity.Problem) {
      proof = .proof(try integrity.proof(of: document), integrity)
    } catch {
      throw .proof(error)
    }
    try PlainSpelling.check(document)
    try self.init(document, proof)
  }

  /// A credential as a JWT.
  ///
  /// - Parameter payload: of `token`; in VC 1.1 the credential is in its claim `vc`.
  init(_ token: CompactJWS, _ payload: JSON) throws(VerificationReason) {
    let document = payload["vc"].map { Self.filled($0, from: payload) } ?? payload
    try self.init(document, .token(token))
    try checkClaims(payload)
  }

  private init(_ document: JSON, _ proof: Proof) throws(VerificationReason) {
    guard let context = document["@context"].list.first?.string,
      Self.contexts.contains(where: { areSame($0, context) })
    else { throw .contextWrong }
    guard document.hasType("VerifiableCredential") else {
      throw .notBadge(short(document["type"].strings.first ?? ""))
    }
    self.document = document
    self.proof = proof
    id = try document.text("id")
    guard let issuer = document["issuer"] else { throw .memberMissing("issuer") }
    guard let issuerID = issuer.reference, !issuerID.isEmpty else { throw .memberWrong("issuer") }
    self.issuer = issuerID
    let start = try document.moment("validFrom")
    let olderStart = try document.moment("issuanceDate")
    guard let from = [start, olderStart].compactMap({ $0 }).max() else {
      throw .memberMissing("validFrom")
    }
    validFrom = from
    let end = try document.moment("validUntil")
    validUntil = [end, try document.moment("expirationDate")].compactMap { $0 }.min()
  }

  private static let contexts = [
    "https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1",
  ]

  /// VC 1.1 §6.3.1: what a claim says need not be said again in `vc`.
  private static func filled(_ credential: JSON, from payload: JSON) -> JSON {
    var filled = credential
    if filled["id"] == nil { filled = filled.with("id", payload["jti"]) }
    if filled["issuer"] == nil { filled = filled.with("issuer", payload["iss"]) }
    for (member, claim) in [("issuanceDate", "nbf"), ("expirationDate", "exp")]
    where filled[member] == nil {
      let moment = payload[claim]?.integer.map { Timestamp(seconds: Int64($0)) }
      filled = filled.with(member, moment.map { .string($0.text) })
    }
    return filled
  }

  /// Open Badges 3.0 §8.2.4.1: the claims say what the credential says.
  private func checkClaims(_ payload: JSON) throws(VerificationReason) {
    guard let named = payload["iss"] else { throw .memberMissing("iss") }
    guard let named = named.string, areSame(named, issuer) else { throw .claimDiffers("iss") }
    if let named = payload["jti"] {
      guard let named = named.string, areSame(named, id) else { throw .claimDiffers("jti") }
    }
    if let named = payload["sub"], let subject = document["credentialSubject"].list.first?["id"] {
      guard named == subject else { throw .claimDiffers("sub") }
    }
    if let start = payload["nbf"] {
      guard Self.seconds(start) == validFrom.seconds else { throw .claimDiffers("nbf") }
    }
    if let end = payload["exp"] {
      guard let until = validUntil, Self.seconds(end) == until.seconds else {
        throw .claimDiffers("exp")
      }
    }
  }

  /// Some writers add a fraction of zero.
  private static func seconds(_ value: JSON) -> Int64? {
    guard case .number(let digits) = value, let number = Double(digits),
      let whole = Int64(exactly: number.rounded(.down))
    else { return nil }
    return whole
  }

  func verify(with key: PublicKey) throws(VerificationReason) {
    switch (proof, key) {
    case (.token(let token), _):
      do { try token.verify(with: key) } catch { throw .token(error) }
    case (.proof(let proof, let integrity), .ed25519(let key)):
      do { try integrity.verify(document, proof, with: key) } catch { throw .proof(error) }
    case (.proof, _): throw .key(.unknownKind)
    }
  }
}
