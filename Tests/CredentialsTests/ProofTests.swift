import Foundation
import JSONText
import LinkedData
import Testing

import enum TestSupport.Places

@testable import Credentials

@Suite struct `A proof inside a document` {
  private let integrity = DataIntegrity(contexts: School.contexts)
  private static let vectors = Places.packageRoot + "/Tests/LinkedDataTests/Vectors/"

  private func key(of method: String) throws -> Ed25519PublicKey {
    try #require(Multikey.read(String(method.split(separator: "#").last ?? "")))
  }

  @Test(arguments: [
    "w3c-eddsa-rdfc-2022/signedDataInt.json", "ob3-eddsa-rdfc-2022/signed.json",
  ])
  func `holds for the published example, and for no changed one`(file: String) throws {
    let document = try School.read(Self.vectors + file)
    let proof = try integrity.proof(of: document)
    try integrity.verify(document, proof, with: try key(of: proof.method))
    #expect(throws: DataIntegrity.Problem.signatureWrong) {
      try integrity.verify(
        document.with("name", "Teamwork Badge."), proof, with: try key(of: proof.method))
    }
    #expect(throws: DataIntegrity.Problem.signatureWrong) {
      try integrity.verify(document, proof, with: School.ed25519.publicKey)
    }
  }

  @Test func `is made as W3C's example was`() throws {
    let secret = try #require(
      Base58.decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq".utf8))
    let key = try #require(Ed25519SigningKey(seed: Array(secret.dropFirst(2))))
    let expected = try School.read(Self.vectors + "w3c-eddsa-rdfc-2022/signedDataInt.json")
    let unsigned = try School.read(Self.vectors + "w3c-eddsa-rdfc-2022/unsigned.json")
    let method = try #require(expected["proof"]?["verificationMethod"]?.string)
    let moment = try #require(Timestamp(expected["proof"]?["created"]?.string ?? ""))
    #expect(try integrity.sign(unsigned, with: key, method: method, at: moment) == expected)
  }

  @Test func `hashes as W3C's example does`() throws {
    let folder = Self.vectors + "w3c-eddsa-rdfc-2022/"
    let hashes = try integrity.hashes(
      try School.read(folder + "unsigned.json"),
      try School.read(folder + "proofConfigDataInt.json").with("@context", nil))
    let expected = try ["proofHashDataInt.txt", "docHashDataInt.txt"].map {
      try String(contentsOfFile: folder + $0, encoding: .utf8).filter { !$0.isWhitespace }
    }
    #expect(Hexadecimal.encode(hashes) == expected.joined())
  }

  @Test func `of the suite before it is read, too`() throws {
    let context = "https://w3id.org/security/suites/ed25519-2020/v1"
    let document = School().credential.json.with(
      "@context", .array(OB3.contexts.map { .string($0) } + [.string(context)]))
    let options: JSON = [
      "type": "Ed25519Signature2020", "created": "2026-11-20T10:00:00Z",
      "verificationMethod": "https://x.example/1#k", "proofPurpose": "assertionMethod",
    ]
    let signature = School.ed25519.sign(try integrity.hashes(document, options))
    let signed = document.with(
      "proof", [options.with("proofValue", .string("z" + Base58.encode(signature)))])
    let proof = try integrity.proof(of: signed)
    try integrity.verify(signed, proof, with: School.ed25519.publicKey)
    #expect(throws: DataIntegrity.Problem.signatureWrong) {
      try integrity.verify(signed.with("name", "x"), proof, with: School.ed25519.publicKey)
    }
  }

  @Test func `is refused for its shape before anything is computed`() throws {
    let document = try School().proved(School().credential.json)
    let proof = try #require(document["proof"])
    let cases: [(JSON?, DataIntegrity.Problem)] = [
      (nil, .missing), (.array([]), .missing),
      (proof.with("cryptosuite", "ecdsa-sd-2023"), .suiteUnknown("ecdsa-sd-2023")),
      (proof.with("proofPurpose", "authentication"), .purposeWrong("authentication")),
      (proof.with("proofPurpose", nil), .memberWrong("proofPurpose")),
      (proof.with("verificationMethod", nil), .memberWrong("verificationMethod")),
      (proof.with("proofValue", "z11"), .memberWrong("proofValue")),
      (proof.with("proofValue", "uAAAA"), .memberWrong("proofValue")),
      (proof.with("created", "yesterday"), .memberWrong("created")),
    ]
    for (proof, problem) in cases {
      #expect(throws: problem) { try integrity.proof(of: document.with("proof", proof)) }
    }
  }

  @Test func `covers every word of what it signs`() throws {
    let school = School()
    let document = try school.proved(school.credential.json)
    let proof = try integrity.proof(of: document)
    let key = School.ed25519.publicKey
    try integrity.verify(document, proof, with: key)
    let changed = [
      document.with("validFrom", "2026-11-20T12:00:01Z"), document.with("evidence", nil),
      document.with("credentialStatus", nil), document.with("endorsementJwt", ["e30.e30.AA"]),
      document.with("id", "urn:uuid:7d0f1f6a-93f0-4b0f-8f3c-7d5a0a2e9b12"),
    ]
    for document in changed {
      #expect(throws: DataIntegrity.Problem.signatureWrong) {
        try integrity.verify(document, proof, with: key)
      }
    }
    #expect(throws: DataIntegrity.Problem.graph(.undefinedTerm("motDePasse"))) {
      try integrity.verify(document.with("motDePasse", "secret"), proof, with: key)
    }
  }
}
