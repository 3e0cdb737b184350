import Testing

@testable import Preau

@Suite struct `The name of an endorsement` {
  @Test(arguments: ["abc.1-2-3", "abc.attribution", "a-_b.signee"])
  func `is read as it is written`(segment: String) throws {
    let name = try #require(EndorsementName(segment: segment))
    #expect(name.secret + "." + name.part.text == segment)
  }

  @Test(arguments: ["abc", "abc.", "abc.1-2", "abc.x.y", "abc.01-2-3"])
  func `has one spelling`(segment: String) {
    #expect(EndorsementName(segment: segment) == nil)
  }
}

@Suite struct `Who vouches for a badge` {
  private func endorsement(
    _ kind: BadgeEndorsement.Kind, _ author: Author?, name: String = ""
  ) -> BadgeEndorsement {
    BadgeEndorsement(
      id: .init(1), secret: "s", uuid: "u", classID: .init(1), version: 1, award: nil, kind: kind,
      key: nil, place: nil, name: name, job: name.isEmpty ? "" : "électricien", organisation: "",
      words: "Bien.", state: .given, given: nil, isShown: true, called: "", expires: nil,
      signer: BadgeIssuer(
        id: .init(1), space: nil, name: "Préau", email: "", description: "", isClosed: false),
      author: author)
  }

  private func author(_ role: Member.Role, isPublic: Bool = false) -> Author {
    Author(
      id: .init(1), name: "Lina B.", role: role, hasPublicName: isPublic, isDeleted: false)
  }

  @Test func `is named in documents, unless that is a learner whose name is nobody's business`() {
    #expect(endorsement(.issuer, author(.teacher)).comment == "Bien.")
    #expect(endorsement(.peer, author(.teacher)).comment == "Bien.\n\n— Lina B.")
    #expect(endorsement(.peer, author(.learner)).comment == "Bien.\n\n— Un membre du site")
    #expect(endorsement(.peer, author(.learner, isPublic: true)).comment.hasSuffix("Lina B."))
    #expect(
      endorsement(.professional, nil, name: "Luc Ferrand").comment
        == "Bien.\n\n— Luc Ferrand, électricien")
  }

  @Test func `says who they are and something`() {
    var draft = EndorsementDraft()
    #expect(draft.problems(isMember: false) == [.nameMissing, .jobMissing, .wordsMissing])
    #expect(draft.problems(isMember: true) == [.wordsMissing])
    draft.words = String(repeating: "a", count: 2_001)
    #expect(draft.problems(isMember: true) == [.tooLong(over: 1)])
  }
}
