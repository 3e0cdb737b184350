import HTML

/// A badge as its learner shows it to whoever has a link.
struct BadgeShowing: Sendable {
  let sheet: BadgeSheet
  /// Who gave it; nil for a rule, or the command line.
  let by: Author?
  /// As the learner wants to be called; empty: not at all.
  let name: String
  /// What the learner says of it; empty: nothing is shown.
  let reflection: String
  /// Its page.
  let address: Address
  /// Where it stands among others.
  let collection: Shelf?

  /// The collection around a badge.
  struct Shelf: Sendable {
    let title: String
    let address: Address
  }

  /// Files that whoever has the link may take along.
  static let files = OwnBadgeFile.all.filter { file in
    file.file == .ob3JWT && file.picture == .png || file.file == .ob3JSON
  }
}

extension Address {
  /// The same page as it stands in pages of others.
  var embedded: Address { below("integrer") }
  /// The page that verifies what this one shows.
  var verification: Address { below("verification") }
  /// The picture that messengers show beside its address.
  var card: Address { below("carte.png") }

  private func below(_ name: String) -> Address { Address(ownPath: text + "/" + name) ?? self }
}
