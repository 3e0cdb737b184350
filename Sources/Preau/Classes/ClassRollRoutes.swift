import HTTP
import SQLite

/// How a teacher puts learners on the roll of a class and gives them secrets.
enum ClassRollRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/classes/*/noms", .members, askForNames)
    routes.post("/classes/*/noms", .members, review)
    // Secrets are hashed away from the lane where people log in.
    routes.post("/classes/*/eleves", .members, lane: .slow, isKept: false, add)
    routes.get("/classes/*/billets", .members, chooseSlips)
    routes.post("/classes/*/billets", .members, lane: .slow, isKept: false, renew)
    routes.get("/classes/*/eleves/*", .members, learner)
    routes.get("/classes/*/eleves/*/retrait", .members, askToRemove)
    routes.post("/classes/*/eleves/*/nom", .members, isKept: false, rename)
    routes.post("/classes/*/eleves/*/retrait", .members, isKept: false, remove)
  }

  // MARK: New learners

  static func askForNames(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let found = try visit.read { try ClassRoutes.open(id, visit, $0) }
    return RollPages.paste("", .found, nil, of: found, visit)
  }

  /// What was pasted, tidied: nothing is made yet.
  static func review(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let (found, taken) = try visit.read { db in
      (try ClassRoutes.open(id, visit, db), try ClassRollStore.called(in: id, db))
    }
    let text = visit.form["noms"] ?? ""
    let order = NameList.Order(rawValue: visit.field("ordre")) ?? .found
    let list = NameList(text, order: order)
    func again(_ problem: PasteProblem) -> Response {
      RollPages.paste(text, order, problem, of: found, visit)
    }
    if list.lines.isEmpty { return again(.nobody) }
    if list.lines.count > SchoolClass.mostAtOnce { return again(.tooMany(list.lines.count)) }
    let rows = list.lines.map { NameRow(typed: $0.typed, name: $0.name) }
    return RollPages.review(
      NameReview(rows: rows, taken: taken, repeated: list.repeated, headings: list.headings),
      of: found, visit)
  }

  /// Makes the accounts and shows their secrets, once.
  static func add(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let teacher = try visit.member
    let (found, taken) = try visit.read { db in
      (try ClassRoutes.open(id, visit, db), try ClassRollStore.called(in: id, db))
    }
    var rows = zip(visit.form.all("nom"), visit.form.all("ligne")).prefix(SchoolClass.mostAtOnce)
      .map { NameRow(typed: $1, name: $0) }
    let names = try visit.read { db in try check(&rows, taken, db) }
    if rows.contains(where: { $0.problem != nil }) || names.isEmpty {
      return RollPages.review(
        NameReview(rows: rows, taken: taken, isRefused: true), of: found, visit)
    }
    let secrets = names.map { _ in ClassSecret.random() }
    let learners = try zip(names, secrets).map {
      ClassRollStore.NewLearner(name: $0, passwordHash: try $1.hash())
    }
    let made = try visit.write { db in
      try ClassRoutes.open(id, visit, db)
      return try ClassRollStore.add(learners, to: id, by: teacher.id, at: visit.now, db)
    }
    let slips = made.map { Slip(name: names[$0].text, secret: secrets[$0]) }
    return SlipPages.show(slips, of: found, visit)
  }

  /// The names to make accounts for; notes what is wrong with the others. One that the class has
  /// already is left out without a word: the review has said so.
  private static func check(
    _ rows: inout [NameRow], _ taken: Set<String>, _ db: Reader
  ) throws -> [DisplayName] {
    var names: [DisplayName] = []
    var seen: Set<String> = []
    for index in rows.indices where !rows[index].name.trimmed.isEmpty {
      do {
        let name = try DisplayName(typed: rows[index].name)
        let called = RollName.fold(name.text)
        if taken.contains(called) { continue }
        if let refusal = try name.refusal(for: nil, role: .learner, db) { throw refusal }
        if called.isEmpty { throw DisplayName.Problem.empty }
        if seen.insert(called).inserted {
          names.append(name)
        } else {
          rows[index].problem = .twice
        }
      } catch let problem as DisplayName.Problem {
        rows[index].problem = .name(problem)
      }
    }
    return names
  }

  // MARK: New secrets

  static func chooseSlips(_ visit: Visit, _ id: Space.ID) throws -> Response {
    try visit.read { db in
      let found = try ClassRoutes.open(id, visit, db)
      let learners = try ClassRollStore.learners(of: id, db).filter(\.isInCare)
      return RollPages.chooseSlips(learners, of: found, FormProblems(), visit)
    }
  }

  /// Replaces the secrets of those who were chosen and shows them, once. Who may be chosen is asked
  /// when the secret is stored: see ``ClassRollStore/setSecret(_:of:in:by:at:_:)``.
  static func renew(_ visit: Visit, _ id: Space.ID) throws -> Response {
    let teacher = try visit.member
    let (found, learners) = try visit.read { db in
      let found = try ClassRoutes.open(id, visit, db)
      return (found, try ClassRollStore.learners(of: id, db).filter(\.isInCare))
    }
    let isForAll = visit.form["tous"] != nil
    let chosen = visit.form.all("eleve").compactMap { Member.ID(segment: $0) }
    if chosen.isEmpty && !isForAll {
      let problems = FormProblems(visit.say.classes.nobodyChosen, in: "eleve")
      return RollPages.chooseSlips(learners, of: found, problems, visit)
    }
    let members = learners.map(\.author.id).filter { isForAll || chosen.contains($0) }
    guard !members.isEmpty else { throw Refusal.notAllowed }
    let secrets = members.map { _ in ClassSecret.random() }
    let hashes = try secrets.map { try $0.hash() }
    let slips = try visit.write { db in
      try ClassRoutes.open(id, visit, db)
      var slips: [Slip] = []
      for index in members.indices {
        let name = try ClassRollStore.setSecret(
          hashes[index], of: members[index], in: id, by: teacher.id, at: visit.now, db)
        if let name { slips.append(Slip(name: name, secret: secrets[index])) }
      }
      return slips
    }
    guard !slips.isEmpty else { throw Refusal.notAllowed }
    return SlipPages.show(slips, of: found, visit)
  }

  // MARK: One learner

  static func learner(_ visit: Visit, _ id: Space.ID, _ member: Member.ID) throws -> Response {
    try learner(visit, id, member, problem: nil)
  }

  private static func learner(
    _ visit: Visit, _ id: Space.ID, _ member: Member.ID, problem: NameRow.Problem?
  ) throws -> Response {
    try visit.read { db in
      let found = try ClassRoutes.mine(id, visit, db)
      let learner = try ClassRollStore.learners(of: id, db).first { $0.author.id == member }
      return RollPages.learner(try learner.orNotFound(), of: found, problem, visit)
    }
  }

  static func rename(_ visit: Visit, _ id: Space.ID, _ member: Member.ID) throws -> Response {
    let teacher = try visit.member
    do {
      let name = try DisplayName(typed: visit.field("nom"))
      try visit.write { db in
        try ClassRoutes.open(id, visit, db)
        if let refusal = try name.refusal(for: member, role: .learner, db) { throw refusal }
        try ClassRollStore.rename(member, to: name, in: id, by: teacher.id, db)
        try Journal.write(.learnerRenamed, by: teacher.id, on: member, in: id, at: visit.now, db)
      }
      return visit.redirect(to: SchoolClass.address(id), notice: .saved)
    } catch let problem as DisplayName.Problem {
      return try learner(visit, id, member, problem: .name(problem))
    } catch ClassRollStore.RenameRefusal.taken {
      return try learner(visit, id, member, problem: .twice)
    } catch is ClassRollStore.RenameRefusal {
      throw Refusal.notAllowed
    }
  }

  static func askToRemove(
    _ visit: Visit, _ id: Space.ID, _ member: Member.ID
  ) throws -> Response {
    try visit.read { db in
      let found = try ClassRoutes.mine(id, visit, db)
      let learner = try ClassRollStore.learners(of: id, db).first { $0.author.id == member }
      return RollPages.remove(try learner.orNotFound(), from: found, visit)
    }
  }

  /// Out of this class alone: the account stays.
  static func remove(_ visit: Visit, _ id: Space.ID, _ member: Member.ID) throws -> Response {
    let teacher = try visit.member
    do {
      try visit.write { db in
        try ClassRoutes.mine(id, visit, db)
        guard member != teacher.id else { throw Refusal.notAllowed }
        try MembershipStore.remove(member, from: id, db)
        try Journal.write(.memberRemoved, by: teacher.id, on: member, in: id, at: visit.now, db)
      }
    } catch is MembershipRefusal {
      throw Refusal.notFound
    }
    return visit.redirect(to: SchoolClass.address(id), notice: .saved)
  }
}

/// One line of the review: what was pasted, and the name that will be shown.
struct NameRow {
  let typed: String
  var name: String
  var problem: Problem?

  enum Problem: Equatable {
    case name(DisplayName.Problem)
    /// Another learner of the class has it.
    case twice
  }
}

/// What will be made of a pasted list.
struct NameReview {
  let rows: [NameRow]
  /// The names that the class has already, as they are typed.
  let taken: Set<String>
  var repeated = 0
  /// Lines that name nobody.
  var headings: [String] = []
  /// Whether it is shown again because something was wrong.
  var isRefused = false

  func isTaken(_ row: NameRow) -> Bool { taken.contains(RollName.fold(row.name)) }
  var newCount: Int {
    rows.count { !isTaken($0) && !$0.name.trimmed.isEmpty && $0.problem == nil }
  }
}

/// Why a pasted list cannot be reviewed.
enum PasteProblem {
  case nobody
  case tooMany(Int)
}
