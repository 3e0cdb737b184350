import HTTP
import SQLite

/// How a help desk is run: its delay, its holidays, its volunteers.
enum HelpSettingsRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/espaces/*/bureau/reglages", .members, show)
    routes.post("/espaces/*/bureau/delai", .members, setDelay)
    routes.post("/espaces/*/bureau/vacances", .members, addHoliday)
    routes.gesture("/espaces/*/bureau/vacances/retrait", .members, removeHoliday)
    routes.gesture("/espaces/*/bureau/benevoles", .members, nameVolunteer)
    routes.gesture("/espaces/*/bureau/benevoles/retrait", .members, dismissVolunteer)
  }

  static func show(_ visit: Visit, slug: String) throws -> Response {
    try visit.read { try page(slug, HolidayDraft(), visit, $0) }
  }

  static func setDelay(_ visit: Visit, slug: String) throws -> Response {
    guard let hours = Int(visit.field("delai")), HelpDelay.choices.contains(hours),
      let days = Int(visit.field("nouvelles")), HelpFollowUp.delays.contains(days)
    else { throw Refusal.badRequest }
    return try change(visit, slug) { profile, db in
      try HelpSettingsStore.set(delay: hours, followUp: days, of: profile.space.id, db)
      try Journal.write(
        .deskDelaySet, by: visit.member.id, in: profile.space.id, detail: String(hours),
        at: visit.now, db)
    }
  }

  static func addHoliday(_ visit: Visit, slug: String) throws -> Response {
    var draft = HolidayDraft(
      name: visit.form["nom"] ?? "", first: visit.field("du"), last: visit.field("au"),
      isForAll: visit.form["pour-tous"] == "oui")
    do {
      let (name, days) = try draft.checked()
      return try change(visit, slug) { profile, db in
        let isForAll = draft.isForAll && visit.viewer.isAdministrator
        try HelpSettingsStore.add(
          holiday: name, days, to: isForAll ? nil : profile.space.id, db)
      }
    } catch let problem as HolidayDraft.Problem {
      draft.problem = problem
      return try visit.read { try page(slug, draft, visit, $0) }
    }
  }

  static func removeHoliday(_ visit: Visit, slug: String) throws -> Response {
    guard let holiday = SchoolHoliday.ID(segment: visit.field("vacances")) else {
      throw Refusal.badRequest
    }
    return try change(visit, slug) { profile, db in
      try HelpSettingsStore.remove(
        holiday: holiday, from: profile.space.id, withSite: visit.viewer.isAdministrator, db)
    }
  }

  static func nameVolunteer(_ visit: Visit, slug: String) throws -> Response {
    try changeVolunteer(visit, slug, .volunteerNamed) { member, space, db in
      // Volunteers are shown by name.
      guard try ProfileStore.isMet(member, by: visit.viewer, db) else { throw Refusal.notFound }
      return try HelpSettingsStore.name(volunteer: member, in: space, at: visit.now, db)
    }
  }

  static func dismissVolunteer(_ visit: Visit, slug: String) throws -> Response {
    try changeVolunteer(visit, slug, .volunteerDismissed) { member, space, db in
      try HelpSettingsStore.dismiss(volunteer: member, in: space, at: visit.now, db)
    }
  }

  private static func changeVolunteer(
    _ visit: Visit, _ slug: String, _ action: JournalAction,
    _ body: (Member.ID, Space.ID, Writer) throws -> Bool
  ) throws -> Response {
    guard let member = Member.ID(segment: visit.field("membre")) else { throw Refusal.badRequest }
    return try change(visit, slug) { profile, db in
      guard try body(member, profile.space.id, db) else { return }
      try Journal.write(
        action, by: visit.member.id, on: member, in: profile.space.id, at: visit.now, db)
    }
  }

  private static func change(
    _ visit: Visit, _ slug: String, _ body: (SpaceProfile, Writer) throws -> Void
  ) throws -> Response {
    let space = try visit.write { db in
      let profile = try run(slug, visit, db)
      try body(profile, db)
      return profile.space
    }
    return visit.redirect(to: "/espaces/\(space.slug)/bureau/reglages", notice: .saved)
  }

  private static func page(
    _ slug: String, _ draft: HolidayDraft, _ visit: Visit, _ db: Reader
  ) throws -> Response {
    let profile = try run(slug, visit, db)
    let space = profile.space.id
    var content = HelpSettingsPage(
      space: profile.space, hours: try HelpSettingsStore.delay(of: space, db).hours,
      followUpDays: try HelpSettingsStore.followUpDays(of: space, db),
      holidays: try HelpSettingsStore.holidays(of: space, db),
      volunteers: try HelpSettingsStore.volunteers(of: space, db), draft: draft)
    content.search = MemberSearch(visit.request.query["cherche"] ?? "")
    if let search = content.search {
      content.found = try MemberSearchStore.found(
        by: search, for: space, viewer: visit.viewer, db)
    }
    return content.response(visit)
  }

  /// A space, for somebody who looks after it.
  private static func run(_ slug: String, _ visit: Visit, _ db: Reader) throws -> SpaceProfile {
    let (profile, rights) = try HelpDeskRoutes.helped(slug, visit, db)
    guard rights.mayRun else { throw Refusal.notAllowed }
    return profile
  }
}

/// Days without school as they were typed.
struct HolidayDraft {
  var name = ""
  var first = ""
  var last = ""
  var isForAll = false
  var problem: Problem?

  enum Problem: Error {
    case nameMissing, firstMissing, lastMissing, reversed
  }

  /// - Throws: the first ``Problem``, in the order of the form.
  func checked() throws(Problem) -> (name: String, days: ClosedRange<Day>) {
    let name = String(name.oneLine.prefix(SchoolHoliday.longestName))
    if name.isEmpty { throw .nameMissing }
    guard let first = Day(first) else { throw .firstMissing }
    guard let last = Day(last) else { throw .lastMissing }
    if last < first { throw .reversed }
    return (name, first...last)
  }
}
