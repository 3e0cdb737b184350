import HTML
import HTTP

/// How a help desk is run, for those who look after its space.
struct HelpSettingsPage {
  let space: Space
  let hours: Int
  let followUpDays: Int
  let holidays: [SchoolHoliday]
  let volunteers: [Author]
  let draft: HolidayDraft
  var search: MemberSearch?
  var found: [FoundMember] = []

  private var address: Address { "/espaces/\(space.slug)/bureau" }

  func response(_ visit: Visit) -> Response {
    let say = visit.say.help
    let title = say.settingsTitle(space.name)
    let frame = PageFrame(
      title: title, menu: .spaces, status: draft.problem == nil ? 200 : 422,
      hasProblems: draft.problem != nil)
    return visit.page(frame) { page in
      page.trail([(space.address, space.name), (address, say.title)], visit)
      page.head(title)
      if let problem = draft.problem {
        page.problems([(problem.field, problem.words(say))], visit.say.site)
      }
      delay(visit, &page)
      daysOff(visit, &page)
      helpers(visit, &page)
      page.gestures(visit)
    }
  }

  private func delay(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.form("/espaces/\(space.slug)/bureau/delai", visit, .class("card form stack")) { page in
      page.choice(
        Field(name: "delai", label: say.delayLabel, hint: say.delayHint),
        options: HelpDelay.choices.map { (String($0), say.delayChoice($0)) },
        chosen: String(hours), visit.say.site)
      page.choice(
        Field(
          name: "nouvelles", label: say.followUp.delay, hint: say.followUp.delayHint),
        options: HelpFollowUp.delays.map { (String($0), say.followUp.days($0)) },
        chosen: String(followUpDays), visit.say.site)
      page.p { $0.mainButton(visit.say.site.save) }
    }
  }

  private func daysOff(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.holidays) }
      page.p { $0.text(say.holidaysAdvice) }
      if holidays.isEmpty { page.p(.class("meta")) { $0.text(say.noHolidays) } }
      page.ul(.class("rows"), .role("list")) { page in
        for holiday in holidays { line(holiday, visit, &page) }
      }
      page.form("/espaces/\(space.slug)/bureau/vacances", visit, .class("form stack")) { page in
        page.textField(
          field("nom", say.holidayName, say, .nameMissing), value: draft.name, visit.say.site,
          .named("maxlength", String(SchoolHoliday.longestName)))
        page.textField(
          field("du", say.firstDay, say, .firstMissing), value: draft.first, type: "date",
          visit.say.site)
        page.textField(
          field("au", say.lastDay, say, .lastMissing, .reversed), value: draft.last,
          type: "date", visit.say.site)
        if visit.viewer.isAdministrator {
          page.checkbox(
            Field(name: "pour-tous", label: say.forAll), isChecked: draft.isForAll,
            visit.say.site)
        }
        page.p { page in page.button(.class("button")) { $0.text(say.addHoliday) } }
      }
    }
  }

  private func field(
    _ name: StaticString, _ label: String, _ say: HelpDeskStrings,
    _ problems: HolidayDraft.Problem...
  ) -> Field {
    let problem = draft.problem.flatMap { problems.contains($0) ? $0.words(say) : nil }
    return Field(name: name, label: label, problem: problem ?? "")
  }

  private func line(_ holiday: SchoolHoliday, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    let dates = visit.say.dates
    page.li { page in
      page.span { page in
        page.strong { $0.text(holiday.name) }
        page.span(.class("meta")) { page in
          page.text(
            " · "
              + say.fromTo(
                dates.day(holiday.days.lowerBound.noon), dates.day(holiday.days.upperBound.noon)))
          if holiday.isForAll { page.text(" · " + say.forAllMark) }
        }
      }
      guard !holiday.isForAll || visit.viewer.isAdministrator else { return }
      page.gesture(
        "/espaces/\(space.slug)/bureau/vacances/retrait", .class("button button--quiet"),
        .name("vacances"), .value(String(holiday.id.value))
      ) { $0.text(say.removeHoliday(holiday.name)) }
    }
  }

  private func helpers(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.volunteers) }
      page.p { $0.text(say.volunteersAdvice) }
      if volunteers.isEmpty { page.p(.class("meta")) { $0.text(say.noVolunteers) } }
      people(volunteers, visit, &page) { page, author in
        page.gesture(
          "/espaces/\(space.slug)/bureau/benevoles/retrait", .class("button button--quiet"),
          .name("membre"), .value(String(author.id.value))
        ) { $0.text(say.dismissVolunteer(author.name)) }
      }
      page.askingForm(
        "/espaces/\(space.slug)/bureau/reglages", .class("stack"), .role("search")
      ) { page in
        page.textField(
          Field(name: "cherche", label: visit.say.spaces.search), value: search?.text ?? "",
          type: "search", visit.say.site)
        page.p { page in
          page.button(.class("button")) { $0.text(visit.say.spaces.startSearch) }
        }
      }
      guard let search else { return }
      let others = found.map(\.author).filter { one in !volunteers.contains { $0.id == one.id } }
      if others.isEmpty {
        page.p(.class("empty"), .role("status")) {
          $0.text(visit.say.spaces.foundNobody(search.text))
        }
      }
      people(others, visit, &page) { page, author in
        page.gesture(
          "/espaces/\(space.slug)/bureau/benevoles", .class("button button--quiet"),
          .name("membre"), .value(String(author.id.value))
        ) { $0.text(say.nameVolunteer(author.name)) }
      }
    }
  }

  private func people(
    _ people: [Author], _ visit: Visit, _ page: inout Page,
    button: (inout Page, Author) -> Void
  ) {
    if people.isEmpty { return }
    page.ul(.class("people"), .role("list")) { page in
      for author in people {
        page.li { page in
          page.face(author, visit)
          page.span { page in
            page.signature(author, visit)
            page.span(.class("meta")) { $0.text(" · " + visit.say.members.role(author.role)) }
          }
          button(&page, author)
        }
      }
    }
  }
}

extension HolidayDraft.Problem {
  fileprivate var field: StaticString {
    switch self {
    case .nameMissing: "nom"
    case .firstMissing: "du"
    case .lastMissing, .reversed: "au"
    }
  }

  fileprivate func words(_ say: HelpDeskStrings) -> String {
    switch self {
    case .nameMissing: say.nameMissing
    case .firstMissing, .lastMissing: say.dayMissing
    case .reversed: say.daysReversed
    }
  }
}
