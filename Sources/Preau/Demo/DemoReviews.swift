import SQLite

/// Who validated the tutorials of the demo, as their files say:
///
///   pedagogie, metier    log-in name | how many days ago | what the reviewer says
enum DemoReviews {
  private static let day: Int64 = 86_400

  /// Notes the seals of one tutorial, for what waits or is published.
  ///
  /// - Parameter header: what its file says under a name.
  static func record(
    _ header: (String) -> String?, of id: Tutorial.ID, at now: Instant, _ db: Writer
  ) throws {
    for (seal, name) in [(ReviewSeal.teaching, "pedagogie"), (.trade, "metier")] {
      let parts = (header(name) ?? "").split(separator: "|", maxSplits: 2).map(\.trimmed)
      guard parts.count > 1, let days = Int64(parts[1]) else { continue }
      guard let reviewer = try MemberStore.member(login: parts[0], db),
        let version = try DemoStore.reviewable(id, db)
      else { throw StartFailure("a demo tutorial cannot have the seal \(parts[0])") }
      try ReviewStore.record(
        seal, for: version, of: id, by: reviewer.id, words: parts.count > 2 ? parts[2] : "",
        at: now + -day * days, db)
    }
  }

  /// The spaces ask for the seals with which their tutorials are written: both for those of a trade.
  static func askForSeals(at now: Instant, _ db: Writer) throws {
    guard let administrator = try MemberStore.member(login: "admin", db) else { return }
    let viewer = Viewer(member: administrator, session: nil)
    for (space, seals) in try DemoStore.sealedSpaces(db) {
      try ReviewerStore.choose(seals, in: space, by: viewer, at: now, db)
    }
  }
}
