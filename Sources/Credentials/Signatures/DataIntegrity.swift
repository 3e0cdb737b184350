import JSONText
import LinkedData

/// Proofs inside a document, over the graph that it stands for (W3C Data Integrity EdDSA
/// Cryptosuites 1.0 §3.2).
public struct DataIntegrity: Sendable {
  private let contexts: ContextLibrary

  /// - Parameter contexts: the only ones that are known.
  public init(contexts: ContextLibrary) {
    self.contexts = contexts
  }

  /// Why a proof is not taken.
  public enum Problem: Error, Equatable, Sendable {
    /// The document has none.
    case missing
    /// None of a suite that we know: what the first one names.
    case suiteUnknown(String)
    /// It is not for asserting something.
    case purposeWrong(String)
    /// A member is missing or cannot be read.
    case memberWrong(String)
    /// It was for a limited time, which is over.
    case proofExpired
    /// The document stands for no graph that can be signed.
    case graph(LinkedDataError)
    /// The signature is not that key's.
    case signatureWrong
  }

  /// A badge with all its evidence has some hundred values, and naming its nodes takes some hundred
  /// steps.
  private static let limits = WorkLimit(values: 5_000, steps: 25_000)

  /// The names of suites that are read. Only the first is written.
  public static let suite = "eddsa-rdfc-2022"
  static let olderSuite = "Ed25519Signature2020"

  /// The same document with a proof.
  ///
  /// - Parameter document: without a proof.
  /// - Parameter method: the id of the key, such as `https://example.org/issuers/1#z6Mk…`.
  public func sign(
    _ document: JSON, with key: Ed25519SigningKey, method: String, at moment: Timestamp
  ) throws(LinkedDataError) -> JSON {
    let options = JSON.members([
      ("type", "DataIntegrityProof"), ("cryptosuite", .string(Self.suite)),
      ("created", .string(moment.text)), ("verificationMethod", .string(method)),
      ("proofPurpose", "assertionMethod"),
    ])
    let signature = key.sign(try hashes(document, options))
    return document.with(
      "proof", options.with("proofValue", .string("z" + Base58.encode(signature))))
  }

  /// The proof of a document that we can check: the first of a suite that we know.
  public func proof(of document: JSON) throws(Problem) -> Proof {
    let proofs = document["proof"].list
    guard let first = proofs.first else { throw .missing }
    guard let taken = proofs.first(where: { Self.suite(of: $0) != nil }) else {
      throw .suiteUnknown(first["cryptosuite"]?.string ?? first["type"]?.string ?? "")
    }
    return try Proof(reading: taken)
  }

  /// Checks the signature of a proof over the rest of its document.
  public func verify(_ document: JSON, _ proof: Proof, with key: Ed25519PublicKey)
    throws(Problem)
  {
    let hashes: [UInt8]
    do {
      hashes = try self.hashes(
        document.with("proof", nil), proof.document.with("proofValue", nil))
    } catch {
      throw .graph(error)
    }
    guard key.isSignature(proof.signature, of: hashes) else { throw .signatureWrong }
  }

  /// The 64 bytes that are signed: the hash of the proof's options, then that of the document.
  func hashes(_ document: JSON, _ options: JSON) throws(LinkedDataError) -> [UInt8] {
    let proof = options.with("@context", document["@context"])
    return try hash(proof) + hash(document)
  }

  private func hash(_ document: JSON) throws(LinkedDataError) -> [UInt8] {
    let form = try LinkedDocument(document, with: contexts, limits: Self.limits).canonical()
    return Sodium.sha256(Array(form.utf8))
  }

  private static func suite(of proof: JSON) -> String? {
    switch proof["type"]?.string {
    case "DataIntegrityProof": proof["cryptosuite"]?.string == suite ? suite : nil
    case olderSuite: olderSuite
    default: nil
    }
  }

  /// A proof, taken apart.
  public struct Proof: Sendable {
    /// As it stands in the document.
    let document: JSON
    /// The id of the key.
    public let method: String
    /// 64 bytes.
    let signature: [UInt8]
    /// When it says that it was made.
    public let created: Timestamp?
    /// Until when it says that it holds.
    public let expires: Timestamp?

    init(reading proof: JSON) throws(Problem) {
      guard let purpose = proof["proofPurpose"]?.string else {
        throw .memberWrong("proofPurpose")
      }
      guard purpose == "assertionMethod" else {
        throw .purposeWrong(String(purpose.prefix(64)))
      }
      guard let method = proof["verificationMethod"]?.string else {
        throw .memberWrong("verificationMethod")
      }
      guard let value = proof["proofValue"]?.string, value.utf8.first == UInt8(ascii: "z"),
        let signature = Base58.decode(value.utf8.dropFirst()), signature.count == 64
      else { throw .memberWrong("proofValue") }
      if proof["previousProof"] != nil { throw .memberWrong("previousProof") }
      document = proof
      self.method = method
      self.signature = signature
      created = try Self.moment(proof, "created")
      expires = try Self.moment(proof, "expires")
    }

    private static func moment(_ proof: JSON, _ name: String) throws(Problem) -> Timestamp? {
      guard let value = proof[name] else { return nil }
      guard let text = value.string, let moment = Timestamp(text) else {
        throw .memberWrong(name)
      }
      return moment
    }
  }
}
