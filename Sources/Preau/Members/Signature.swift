import HTML

extension Strings {
  /// The name under which members see `author`.
  func name(of author: Author) -> String {
    if let number = author.maskNumber { return masks.face(number) }
    return author.isDeleted ? members.deletedMember : author.name
  }
}

extension Visit {
  /// The name under which this reader sees `author`.
  ///
  /// Outside log-in a learner is « un apprenant », unless a public name was chosen.
  func name(of author: Author) -> String {
    let isUnnamed = !author.isDeleted && !isNamed(author)
    return isUnnamed ? say.members.aLearner : say.name(of: author)
  }

  /// Whether this reader may know who `author` is.
  func isNamed(_ author: Author) -> Bool {
    !author.isDeleted && (viewer.isLoggedIn || author.isNamedToVisitors)
  }
}

extension Page {
  /// The author's name; for those who are logged in, it leads to the profile.
  mutating func signature(_ author: Author, _ visit: Visit) {
    let name = visit.name(of: author)
    guard visit.viewer.isLoggedIn, !author.isDeleted else {
      text(name)
      return
    }
    literal("<a class=\"author\" href=\"/membres/")
    number(Int(author.id.value))
    literal("\">")
    text(name)
    literal("</a>")
  }

  /// The author's face, or nobody's.
  mutating func face(_ author: Author, _ visit: Visit) {
    if visit.isNamed(author) {
      Avatar.usual(of: author.name, number: author.id.value, &self)
    } else {
      Avatar.nobody(&self)
    }
  }
}
