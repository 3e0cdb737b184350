import JSONText
import Testing

@testable import Credentials

@Suite struct `Somebody who earned a badge` {
  private func matches(_ claim: JSON, _ address: String) -> Bool {
    RecipientClaim.all(in: claim).contains { $0.matches(address) }
  }

  @Test func `is found as typed and in lower case`() {
    let hash = SaltedIdentity.sha256("a@example.com", "Kosher")
    let claim: JSON = [
      "type": "email", "hashed": true, "salt": "Kosher", "identity": .string(hash),
    ]
    for address in ["a@example.com", "A@EXAMPLE.com", " a@example.com\n"] {
      #expect(matches(claim, address))
    }
    #expect(matches(claim.with("identity", .string(hash.uppercased())), "a@example.com"))
    #expect(!matches(claim, "b@example.com") && !matches(claim, ""))
    let typed = SaltedIdentity.sha256("A@Example.com", "Kosher")
    #expect(matches(claim.with("identity", .string(typed)), "A@Example.com"))
    #expect(!matches(claim.with("identity", .string(typed)), "a@example.com"))
  }

  @Test func `is found in badges of the first years`() {
    let claim: JSON = [
      "hashed": true, "identity": "md5$ddd142639a792e74751ee7e129237efa", "salt": "Kosher",
    ]
    #expect(matches(claim, "A@example.com") && !matches(claim, "b@example.com"))
    #expect(matches(["hashed": false, "identity": "A@Example.com"], "a@example.COM"))
    #expect(matches(["identity": "a@example.com"], "a@example.com"))
    #expect(matches(["identity": .string(SaltedIdentity.sha256("a@b.c", ""))], "a@b.c"))
  }

  @Test func `is found by any of the ways in which OB 3.0 names them`() {
    let subject: JSON = [
      "id": "mailto:A@Example.com",
      "identifier": [
        ["identityHash": "12345", "hashed": false, "identityType": "systemId"],
        [
          "identityHash": .string(SaltedIdentity.sha256("c@d.e", "s")), "hashed": true, "salt": "s",
        ],
      ],
    ]
    let claims = RecipientClaim.all(inSubject: subject)
    for name in ["a@example.com", "12345", "c@d.e"] {
      #expect(claims.contains { $0.matches(name) }, "\(name)")
    }
    #expect(!claims.contains { $0.matches("mailto:x@y.z") })
    // A random one is nobody's name.
    #expect(RecipientClaim.all(inSubject: ["id": "urn:uuid:1"]).isEmpty)
    #expect(RecipientClaim.all(inSubject: [:]).isEmpty)
  }
}
