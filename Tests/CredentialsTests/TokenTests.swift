import CSodium
import JSONText
import Testing

@testable import Credentials

@Suite struct `A signed text` {
  private let key = PublicKey.rsa(School.rsa.publicKey)
  private let token = CompactJWS.sign(Array("{\"a\":1}".utf8), keyID: nil, with: School.rsa)

  private func forged(_ header: JSON, _ signature: [UInt8] = []) -> String {
    [header.utf8, Array("{\"a\":1}".utf8), signature].map(Base64.encodeURL).joined(separator: ".")
  }

  @Test func `is read as it was signed`() throws {
    let read = try CompactJWS(reading: token.utf8)
    #expect(read.payload == Array("{\"a\":1}".utf8))
    #expect(read.header == ["alg": "RS256"])
    try read.verify(with: key)
    #expect(throws: CompactJWS.Problem.signatureWrong) {
      try read.verify(with: .rsa(School.otherRSA.publicKey))
    }
  }

  @Test func `does not hold when any one of its bytes is another`() throws {
    for place in stride(from: 0, to: token.utf8.count, by: 7) {
      var bytes = Array(token.utf8)
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(throws: CompactJWS.Problem.self, "\(place)") {
        try CompactJWS(reading: bytes).verify(with: key)
      }
    }
  }

  @Test(arguments: ["none", "None", "HS256", "HS512", "PS256", "RS1", "rs256", ""])
  func `names an algorithm that we take`(algorithm: String) {
    #expect(throws: CompactJWS.Problem.algorithmRefused(algorithm)) {
      try CompactJWS(reading: forged(["alg": .string(algorithm)]).utf8)
    }
  }

  @Test func `takes no public key for a shared secret`() {
    let header: JSON = ["alg": "HS256"]
    let signed = Base64.encodeURL(header.utf8) + "." + Base64.encodeURL(Array("{}".utf8))
    let secret = Array(key.pem.utf8)
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, secret, secret.count)
    crypto_auth_hmacsha256_update(&state, Array(signed.utf8), UInt64(signed.utf8.count))
    var code = [UInt8](repeating: 0, count: 32)
    crypto_auth_hmacsha256_final(&state, &code)
    #expect(throws: CompactJWS.Problem.algorithmRefused("HS256")) {
      try CompactJWS(reading: (signed + "." + Base64.encodeURL(code)).utf8).verify(with: key)
    }
  }

  @Test func `is checked by what its key is for, not by what it names`() throws {
    let read = try CompactJWS(
      reading: forged(["alg": "EdDSA"], [UInt8](repeating: 0, count: 64)).utf8)
    #expect(throws: CompactJWS.Problem.algorithmNotOfKey(named: "EdDSA", key: .rsa)) {
      try read.verify(with: key)
    }
    #expect(throws: CompactJWS.Problem.signatureWrong) {
      try read.verify(with: .ed25519(School.ed25519.publicKey))
    }
  }

  @Test func `demands nothing and has a short header`() {
    let demanding = forged(["alg": "RS256", "crit": ["b64"], "b64": false])
    #expect(throws: CompactJWS.Problem.demandUnknown) {
      try CompactJWS(reading: demanding.utf8)
    }
    let long = forged(["alg": "RS256", "kid": .string(String(repeating: "a", count: 5_000))])
    #expect(throws: CompactJWS.Problem.headerTooLong) { try CompactJWS(reading: long.utf8) }
    let huge = String(repeating: "a", count: CompactJWS.longestText + 1)
    #expect(throws: CompactJWS.Problem.tooLong) { try CompactJWS(reading: huge.utf8) }
  }

  @Test(arguments: ["", "a.b", "a.b.c.d", "..", "e30.e30.e30", "W10.e30.AA", "e30=.e30.AA"])
  func `has three parts, the first an object that names its algorithm`(text: String) {
    #expect(throws: CompactJWS.Problem.damaged) { try CompactJWS(reading: text.utf8) }
  }
}
