import Testing

@testable import Preau

@Suite struct `Inviting` {
  @Test(arguments: [
    (InvitationDraft(days: "0"), InvitationDraft.Problem.days),
    (InvitationDraft(days: "366"), .days), (InvitationDraft(uses: "0"), .uses),
    (InvitationDraft(uses: "-1"), .uses), (InvitationDraft(role: "boss"), .role),
    (InvitationDraft(note: String(repeating: "n", count: 201)), .note),
  ])
  func `numbers without measure are refused`(
    draft: InvitationDraft, problem: InvitationDraft.Problem
  ) {
    #expect(throws: InvitationDraft.Problems(list: [problem])) { try draft.checked() }
  }
}
