import Testing

@testable import Preau

@Suite struct `Looking for one of one's own badges` {
  private func admits(_ filter: OwnBadgeFilter) -> Bool {
    let texts = ["Répond avec patience", "Aide sans se moquer", "entraide"]
    return filter.admits(.valid, from: "Préau", texts)
  }

  @Test(arguments: ["", "patience", "REPOND", "pat rép", "entr", "moquer aide"])
  func `finds the words that one remembers`(words: String) {
    #expect(admits(OwnBadgeFilter(words: words)))
  }

  @Test(arguments: ["vitesse", "patience vitesse", "tience"])
  func `leaves out what says nothing of them`(words: String) {
    #expect(!admits(OwnBadgeFilter(words: words)))
  }

  @Test func `keeps to one state and one issuer`() {
    #expect(admits(OwnBadgeFilter(standing: .valid, issuer: "Préau")))
    #expect(!admits(OwnBadgeFilter(standing: .expired)))
    #expect(!admits(OwnBadgeFilter(issuer: "Ailleurs")))
  }
}

@Suite struct `A place in a collection of badges` {
  private let order = (1...3).map { BadgePlace.ID($0) }

  @Test(arguments: [
    (2, BadgeMove.up, [2, 1, 3]), (2, .down, [1, 3, 2]), (1, .up, [1, 2, 3]),
    (3, .down, [1, 2, 3]), (9, .up, [1, 2, 3]),
  ])
  func `changes with its neighbour`(place: Int, move: BadgeMove, becomes: [Int]) {
    let moved = BadgePlace.moved(BadgePlace.ID(Int64(place)), move, in: order)
    #expect(moved.map { Int($0.value) } == becomes)
  }
}

@Suite struct `A collection of badges as it was typed` {
  private func problem(_ title: String, _ words: String = "") -> BadgeCollectionDraft.Problem? {
    var draft = BadgeCollectionDraft()
    draft.title = title
    draft.words = words
    do { _ = try draft.checked() } catch { return error }
    return nil
  }

  @Test func `has a title, and not too many words`() {
    #expect(problem("Mon stage") == nil)
    #expect(problem(" \n") == .titleMissing)
    #expect(problem(String(repeating: "é", count: 121)) == .titleTooLong(over: 1))
    #expect(problem("Oui", String(repeating: "a", count: 2_003)) == .wordsTooLong(over: 3))
  }
}

@Suite struct `What is still needed for a badge` {
  private let noon = Instant(seconds: 1_800_000_000)

  private func badge(
    _ state: BadgeClass.State = .active, takesRequests: Bool = true, isClosed: Bool = false
  ) -> BadgeClass {
    BadgeClass(
      id: .init(1),
      issuer: BadgeIssuer(
        id: .init(1), space: nil, name: "Préau", email: "a@b.example", description: "",
        isClosed: isClosed),
      state: state,
      version: BadgeVersion(
        number: 1, name: "Aide", slug: "aide", description: "", criteria: "",
        drawing: BadgeDrawing(), tags: [], months: nil, takesRequests: takesRequests))
  }

  private func request(_ state: BadgeRequest.State) -> BadgeProgress.Request {
    BadgeProgress.Request(state: state, created: noon, answer: "Il en faut trois.")
  }

  @Test func `follows from what was asked for and answered`() {
    #expect(BadgeProgress(badge: badge(), request: nil).steps == [.canBeAskedFor])
    #expect(
      BadgeProgress(badge: badge(), request: request(.waiting)).steps == [.waits(since: noon)])
    #expect(
      BadgeProgress(badge: badge(), request: request(.returned)).steps
        == [.returned(answer: "Il en faut trois.")])
    #expect(
      BadgeProgress(badge: badge(), request: request(.withdrawn)).steps == [.canBeAskedFor])
  }

  @Test func `is nothing where nobody gives it any more`() {
    #expect(BadgeProgress(badge: badge(.retired), request: nil).steps == [.isOver])
    #expect(BadgeProgress(badge: badge(isClosed: true), request: nil).steps == [.isOver])
    #expect(
      BadgeProgress(badge: badge(.retired), request: request(.returned)).steps == [.isOver])
    #expect(BadgeProgress(badge: badge(takesRequests: false), request: nil).steps == [.isGiven])
  }
}
