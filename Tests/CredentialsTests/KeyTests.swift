import JSONText
import Testing

@testable import Credentials

@Suite struct `A key` {
  @Test func `of Ed25519 is written as W3C's vectors write it`() throws {
    let text = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    let key = try #require(Multikey.read(text))
    #expect(Multikey.text(key) == text)
    #expect(Multikey.read("z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc") == nil)
    #expect(Multikey.read("u6Mk") == nil && Multikey.read("") == nil)
  }

  @Test func `has the thumbprint of RFC 7638`() throws {
    let modulus = """
      0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKR\
      XjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAta\
      Sqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksI\
      NHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw
      """
    let key = try PublicKey(
      jwk: ["kty": "RSA", "n": JSON.string(modulus), "e": "AQAB", "alg": "RS256"])
    #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
  }

  @Test(arguments: [
    PublicKey.rsa(School.rsa.publicKey), .ed25519(School.ed25519.publicKey),
  ])
  func `is the same after PEM and JWK`(key: PublicKey) throws {
    #expect(key.pem.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
    #expect(PublicKey(pem: key.pem) == key)
    #expect(try PublicKey(jwk: key.jwk()) == key)
    #expect(key.jwk()["kid"]?.string == key.thumbprint)
    #expect(key.jwk(id: "https://x.example/k")["kid"] == "https://x.example/k")
  }

  @Test func `of P-256 signs as RFC 7515 §A.3 says`() throws {
    let jwk: JSON = [
      "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    ]
    let key = try PublicKey(jwk: jwk)
    #expect(PublicKey(pem: key.pem) == key)
    let token = """
      eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc\
      19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-K\
      g6NU1Q
      """
    let signed = try CompactJWS(reading: token.utf8)
    try signed.verify(with: key)
    #expect(throws: CompactJWS.Problem.algorithmNotOfKey(named: "ES256", key: .rsa)) {
      try signed.verify(with: .rsa(School.rsa.publicKey))
    }
    #expect(throws: KeyProblem.damaged) {
      try PublicKey(jwk: jwk["x"].map { ["kty": "EC", "crv": "P-256", "x": $0, "y": $0] } ?? .null)
    }
  }

  @Test func `is refused when it is short, secret or symmetric`() {
    let short = Base64.encodeURL([UInt8](repeating: 0xFF, count: 128))
    #expect(throws: KeyProblem.sizeRefused) {
      try PublicKey(jwk: ["kty": "RSA", "n": .string(short), "e": "AQAB"])
    }
    let long = Base64.encodeURL([UInt8](repeating: 0xFF, count: 1_100))
    #expect(throws: KeyProblem.sizeRefused) {
      try PublicKey(jwk: ["kty": "RSA", "n": .string(long), "e": "AQAB"])
    }
    #expect(throws: KeyProblem.privatePartPublished) {
      try PublicKey(jwk: PublicKey.rsa(School.rsa.publicKey).jwk().with("d", "AQ"))
    }
    #expect(throws: KeyProblem.unknownKind) { try PublicKey(jwk: ["kty": "oct", "k": "AQ"]) }
    #expect(PublicKey(pem: "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----") == nil)
    #expect(PublicKey(pem: "") == nil)
  }

  @Test func `opens only under its seal, for its issuer, unchanged`() throws {
    let seal = try #require(KeySeal(key: [UInt8](repeating: 7, count: 32)))
    let sealed = seal.seal(School.rsa.privateKey, for: "issuer 1")
    let opened = try #require(seal.open(sealed, for: "issuer 1"))
    let key = try #require(RSASigningKey(privateKey: opened))
    #expect(key.publicKey == School.rsa.publicKey)
    #expect(seal.open(sealed, for: "issuer 2") == nil)
    #expect(KeySeal(key: [UInt8](repeating: 8, count: 32))?.open(sealed, for: "issuer 1") == nil)
    var changed = sealed
    changed[40] ^= 1
    #expect(seal.open(changed, for: "issuer 1") == nil)
    #expect(seal.open([], for: "issuer 1") == nil && KeySeal(key: []) == nil)
    #expect(seal.seal([1], for: "x") != seal.seal([1], for: "x"))
  }
}

@Suite struct `A moment` {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-20T10:00:00Z", 1_795_168_800),
    ("2024-02-29T23:59:59Z", 1_709_251_199), ("1969-12-31T23:59:59Z", -1),
    ("2000-03-01T00:00:00Z", 951_868_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `is read as it was written`(text: String, seconds: Int64) {
    #expect(Timestamp(text)?.seconds == seconds)
    #expect(Timestamp(seconds: seconds).text == text)
  }

  @Test func `however far away can be written`() {
    for seconds in [Int64.min, Int64.max] {
      #expect(Timestamp(Timestamp(seconds: seconds).text) == nil)
    }
  }

  @Test func `has a zone`() {
    #expect(Timestamp("2026-11-20T11:00:00+01:00") == Timestamp("2026-11-20T10:00:00Z"))
    #expect(Timestamp("2026-11-20T05:00:00.123456-0500") == Timestamp("2026-11-20T10:00:00Z"))
    let without = [
      "2026-11-20", "2026-11-20T10:00:00", "2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "",
      "2026-11-20T24:00:00Z", "2026-11-20T10:00:00ZZ", "2026-11-20T10:00:00.Z", "1795168800",
    ]
    for text in without { #expect(Timestamp(text) == nil, "\(text)") }
  }
}

@Suite struct `Base 58` {
  @Test(
    arguments: [
      ([], ""), ([0], "1"), ([0, 0, 1], "112"), (Array("Hello World!".utf8), "2NEpo7TZRRrLZSi2U"),
    ] as [([UInt8], String)])
  func `has one text for each row of bytes`(bytes: [UInt8], text: String) {
    #expect(Base58.encode(bytes) == text)
    #expect(Base58.decode(text.utf8) == bytes)
  }

  @Test func `has no 0, O, I or l, and an end`() {
    for text in ["0", "O", "I", "l", "é"] { #expect(Base58.decode(text.utf8) == nil) }
    #expect(Base58.decode(String(repeating: "z", count: 257).utf8) == nil)
  }
}
