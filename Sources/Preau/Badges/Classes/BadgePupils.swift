import HTML
import HTTP
import SQLite

/// The learners of a class, to whom a badge is given together, each with words of their own.
struct BadgePupils: Sendable {
  let school: SchoolClass
  let pupils: [Pupil]

  struct Pupil: Sendable {
    let author: Author
    /// Whether the badge is theirs already, or offered to them.
    let holds: Bool
  }

  /// The classes that somebody teaches now.
  static func classes(of member: Member.ID, _ db: Reader) throws -> [SchoolClass] {
    try ClassStore.all(of: member, db).filter { $0.role == .referent && !$0.isClosed }
  }

  /// The class that a draft names, when its author teaches it.
  static func find(
    _ draft: BadgeAwardDraft, _ badge: BadgeClass, by member: Member.ID, at now: Instant,
    _ db: Reader
  ) throws -> BadgePupils? {
    let taught = try classes(of: member, db)
    guard let school = taught.first(where: { String($0.id.value) == draft.group }) else {
      return nil
    }
    let pupils = try ClassRollStore.learners(of: school.id, db).map { learner in
      Pupil(
        author: learner.author,
        holds: try BadgeReadingStore.holds(learner.author.id, badge.id, at: now, db))
    }
    return BadgePupils(school: school, pupils: pupils)
  }

  /// Whether the box of a pupil is ticked: at first, those of all who do not have it.
  func isTicked(_ pupil: Pupil, _ draft: BadgeAwardDraft) -> Bool {
    draft.listed == draft.group
      ? draft.ticked.contains(pupil.author.id.value) : !pupil.holds
  }
}

extension Page {
  /// The class to choose, and its list once it was chosen.
  mutating func pupils(
    _ classes: [SchoolClass], _ pupils: BadgePupils?, _ draft: BadgeAwardDraft, _ visit: Visit
  ) {
    let say = visit.say.badgePupils
    if classes.isEmpty { return }
    choice(
      Field(name: "classe", label: say.wholeClass, hint: say.wholeClassHint),
      options: [("", say.noClass)] + classes.map { (String($0.id.value), $0.space.name) },
      chosen: draft.group, visit.say.site)
    guard let pupils else { return }
    input(.type("hidden"), .name("liste"), .value(draft.group))
    fieldset(.class("field stack")) { page in
      page.legend { $0.text(say.learnersOf(pupils.school.space.name)) }
      if pupils.pupils.isEmpty { page.p(.class("empty")) { $0.text(say.nobody) } }
      for pupil in pupils.pupils { page.pupil(pupil, pupils, draft, visit) }
    }
  }

  private mutating func pupil(
    _ pupil: BadgePupils.Pupil, _ pupils: BadgePupils, _ draft: BadgeAwardDraft, _ visit: Visit
  ) {
    let say = visit.say.badgePupils
    let number = pupil.author.id.value
    let name = visit.name(of: pupil.author)
    if pupil.holds {
      p { $0.text(name + " · " + say.hasIt) }
      return
    }
    div(.class("field field--check")) { page in
      let id = "eleve-\(number)"
      page.input(
        .type("checkbox"), .id(id), .name("eleve"), .value(String(number)),
        .flag("checked", pupils.isTicked(pupil, draft)))
      page.label(.for(id)) { $0.text(name) }
      page.input(
        .type("text"), .named("name", "mots-\(number)"), .value(draft.words[number] ?? ""),
        .label(say.wordsFor(name)), .autocomplete("off"))
    }
  }

  /// What was chosen, carried through the page that shows it once more.
  mutating func chosenPupils(_ draft: BadgeAwardDraft) {
    if draft.group.isEmpty { return }
    input(.type("hidden"), .name("classe"), .value(draft.group))
    input(.type("hidden"), .name("liste"), .value(draft.listed))
    for number in draft.ticked.sorted() {
      input(.type("hidden"), .name("eleve"), .value(String(number)))
      input(
        .type("hidden"), .named("name", "mots-\(number)"), .value(draft.words[number] ?? ""))
    }
  }
}

/// What giving a badge to a class says.
struct BadgePupilStrings: Sendable {
  let wholeClass: String
  let wholeClassHint: String
  let noClass: String
  let nobody: String
  let hasIt: String
  let learnersOf: @Sendable (_ name: String) -> String
  let wordsFor: @Sendable (_ name: String) -> String

  static let french = BadgePupilStrings(
    wholeClass: "Une de vos classes",
    wholeClassHint: "Vous choisirez ensuite qui, et pourrez écrire un mot pour chacun.",
    noClass: "aucune",
    nobody: "Personne n’est encore dans cette classe.",
    hasIt: "a déjà ce badge",
    learnersOf: { "Les élèves de \($0)" },
    wordsFor: { "Ce que \($0) a fait" })

  static let english = BadgePupilStrings(
    wholeClass: "One of your classes",
    wholeClassHint: "You choose then who, and can write a word for each.",
    noClass: "none",
    nobody: "Nobody is in this class yet.",
    hasIt: "has this badge already",
    learnersOf: { "The learners of \($0)" },
    wordsFor: { "What \($0) has done" })
}

extension Strings {
  var badgePupils: BadgePupilStrings { language == .french ? .french : .english }
}
