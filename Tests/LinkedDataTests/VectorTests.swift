import JSONText
import LinkedData
import Testing

@Suite struct `Published vectors` {
  @Test(arguments: [
    ("ob3-eddsa-rdfc-2022/signed.json", "ob3-eddsa-rdfc-2022/document-canon.nq.txt"),
    ("w3c-eddsa-rdfc-2022/signedDataInt.json", "w3c-eddsa-rdfc-2022/canonDocDataInt.txt"),
    ("w3c-eddsa-rdfc-2022/unsigned.json", "w3c-eddsa-rdfc-2022/canonDocDataInt.txt"),
  ])
  func `the document without its proof, byte for byte`(file: String, expected: String) throws {
    var document = try #require(try Bundled.vector(file).object)
    document["proof"] = nil
    let canonical = try LinkedDocument(.object(document), with: Bundled.library).canonical()
    #expect(try canonical == Bundled.text(ofVector: expected))
  }

  @Test(arguments: [
    ("ob3-eddsa-rdfc-2022/signed.json", "ob3-eddsa-rdfc-2022/proof-canon.nq.txt"),
    ("w3c-eddsa-rdfc-2022/signedDataInt.json", "w3c-eddsa-rdfc-2022/proofCanonDataInt.txt"),
  ])
  func `the proof's options, byte for byte`(file: String, expected: String) throws {
    let document = try Bundled.vector(file)
    var options = try #require(document["proof"]?.object)
    options["proofValue"] = nil
    options["@context"] = document["@context"]
    let canonical = try LinkedDocument(.object(options), with: Bundled.library).canonical()
    #expect(try canonical == Bundled.text(ofVector: expected))
  }

  @Test func `the expanded form has neither contexts nor short names`() throws {
    let options = try Bundled.vector("w3c-eddsa-rdfc-2022/proofConfigDataInt.json")
    let security = "https://w3id.org/security#"
    let key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    let expected: JSON = [
      [
        "@type": ["\(security)DataIntegrityProof"],
        "\(security)cryptosuite": [
          ["@type": "\(security)cryptosuiteString", "@value": "eddsa-rdfc-2022"]
        ],
        "http://purl.org/dc/terms/created": [
          [
            "@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": "2023-02-24T23:36:38Z",
          ]
        ],
        "\(security)verificationMethod": [["@id": "did:key:\(key)#\(key)"]],
        "\(security)proofPurpose": [["@id": "\(security)assertionMethod"]],
      ]
    ]
    #expect(try LinkedDocument(options, with: Bundled.library).expanded == expected)
  }
}
