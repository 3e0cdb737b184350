import Testing

@testable import Preau

@Suite struct `Signing up` {
  let good = SignUpDraft(
    name: "Léa", login: "lea", email: "", role: "learner", password: "cheval agrafe")

  func problems(_ draft: SignUpDraft, invited: Member.Role? = nil) -> [SignUpDraft.Problem] {
    do {
      _ = try draft.checked(invited: invited)
      return []
    } catch {
      return error.list
    }
  }

  @Test func `needs no e-mail address`() throws {
    #expect(try good.checked(invited: nil).email == nil)
  }

  @Test(arguments: ["teacher", "professional", "administrator", "boss", ""])
  func `gives nobody a role that others must vouch for`(role: String) {
    var draft = good
    draft.role = role
    #expect(problems(draft) == [.role])
  }

  @Test func `with an invitation gives the role that it names, whatever was sent`() throws {
    var draft = good
    draft.role = "administrator"
    #expect(try draft.checked(invited: .professional).role == .professional)
  }

  @Test func `says everything that is wrong at once`() {
    let draft = SignUpDraft(name: " ", login: "a", email: "lea", role: "x", password: "court")
    #expect(
      problems(draft) == [
        .name(.empty), .login(.tooShort), .password(.tooShort), .emailMalformed, .role,
      ])
  }

  @Test(arguments: [
    "lea", "lea@", "@x.fr", "a@b@c", "a b@x.fr", "lea@x..fr", "lea@.fr", "<lea@x.fr>",
    "lea@x.fr\n",
  ])
  func `an address that cannot be one is noticed`(email: String) {
    if email.hasSuffix("\n") {
      #expect((try? EmailAddress(typed: email))?.text == "lea@x.fr")
    } else {
      #expect(throws: EmailAddress.Malformed.self) { try EmailAddress(typed: email) }
    }
  }
}
