import HTML
import HTTP
import SQLite

/// Everything that one page of the board shows.
struct HelpBoardPage {
  let space: Space
  let rights: HelpRights
  let choice: HelpBoardChoice
  let delay: HelpDelay
  let counts: HelpCounts
  let lines: [HelpLine]
  let next: HelpCursor?
  let isFirst: Bool
  /// Those whose requests can be asked for apart: of the reader's own, who is their teacher.
  let classes: [SchoolClass]
  /// To whom requests can be given.
  let helpers: [Author]
  /// What the space asks with a question.
  let fields: [QuestionField]
  /// How many posts of the space wait to be read, for those who read them.
  let held: Int
  /// What was just done to many requests.
  let batch: HelpBatch?
  var problem: HelpBatchDraft.Problem?

  /// At most twelve statements, whatever the number of requests.
  ///
  /// - Throws: ``Refusal`` for those who do not help in this space.
  static func load(
    _ slug: String, _ choice: HelpBoardChoice, _ batch: HelpBatch.ID?, _ visit: Visit,
    _ db: Reader
  ) throws -> HelpBoardPage {
    let (profile, rights) = try HelpDeskRoutes.helped(slug, visit, db)
    let space = profile.space.id
    let delay = try HelpSettingsStore.delay(of: space, db)
    let latestDue = delay.latestDue(at: visit.now)
    let cursor = HelpCursor(visit.request.query["apres"])
    let classes = try ClassStore.all(of: visit.member.id, db)
      .filter { visit.teaches($0) && $0.id != space }
    var choice = choice
    // Whose class it is not learns nothing of who is in it.
    if !classes.contains(where: { $0.id == choice.schoolClass }) { choice.schoolClass = nil }
    let (lines, next) = try HelpBoardStore.page(
      of: choice, in: space, after: cursor, latestDue: latestDue, viewer: visit.viewer, db)
    return HelpBoardPage(
      space: profile.space, rights: rights, choice: choice, delay: delay,
      counts: try HelpBoardStore.counts(
        of: space, latestDue: latestDue, viewer: visit.viewer, at: visit.now, db),
      lines: lines, next: next, isFirst: cursor == nil, classes: classes,
      helpers: try HelpSettingsStore.helpers(of: space, db),
      fields: try QuestionFieldStore.fields(of: space, withRemoved: true, db),
      held: rights.mayRun ? try HeldStore.waiting(in: space, db).count : 0,
      batch: try batch.flatMap {
        try HelpBatchStore.batch($0, in: space, by: visit.viewer, db)
      })
  }

  private var address: Address { choice.address(space) }

  func response(_ visit: Visit) -> Response {
    let say = visit.say.help
    let title = say.titleOf(space.name)
    let frame = PageFrame(
      title: title, menu: .spaces, status: problem == nil ? 200 : 422,
      hasProblems: problem != nil)
    return visit.page(frame) { page in
      page.trail([("/espaces", visit.say.site.spaces), (space.address, space.name)], visit)
      head(title, visit, &page)
      page.gestures(visit)
      if let batch { done(batch, visit, &page) }
      tabs(visit, &page)
      filters(visit, &page)
      if let problem { page.problems([problem.words(say, visit.say.threads)], visit.say.site) }
      if lines.isEmpty {
        page.p(.class("empty")) { $0.text(choice.list.isOpen ? say.empty : say.emptyDone) }
      } else {
        many(visit, &page)
      }
      pager(visit, &page)
    }
  }

  private func head(_ title: String, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.div(.class("head")) { page in
      page.h1 { $0.text(title) }
      page.p { page in
        page.strong { $0.text(say.late(counts.late)) }
        page.text(" " + say.ages(counts))
      }
      if held > 0 {
        page.p { page in
          page.a(.href(Address("/signalements").at("attente"))) {
            $0.text(visit.say.held.ofHelpDesk(held))
          }
        }
      }
      page.p(.class("meta")) { page in
        page.span { $0.text(say.delay(delay.hours)) }
        page.a(.href("/espaces/\(space.slug)/bureau/reponses")) { $0.text(say.answers.title) }
        page.a(.href("/espaces/\(space.slug)/bureau/bilan")) { $0.text(say.followUp.outcomes) }
        page.a(.href("/espaces/\(space.slug)/bureau/themes")) { $0.text(say.themes.title) }
        if rights.mayRun {
          page.a(.href("/espaces/\(space.slug)/bureau/besoins")) { $0.text(say.needs.title) }
          page.a(.href("/espaces/\(space.slug)/bureau/reglages")) { $0.text(say.settings) }
          page.a(.href(QuestionFieldRoutes.address(of: space))) {
            $0.text(visit.say.questions.title)
          }
        }
      }
    }
  }

  private func done(_ batch: HelpBatch, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.div(.class("notice"), .role("status")) { page in
      page.text(batch.isUndone ? say.undone : say.done(batch.action, batch.count) + " ")
      if batch.isUndone || batch.count == 0 { return }
      page.gesture(
        "/espaces/\(space.slug)/bureau/lot/annulation", .class("link"), .name("lot"),
        .value(String(batch.id.value))
      ) { $0.text(say.undo) }
    }
  }

  private func tabs(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.nav(.label(say.lists)) { page in
      page.ul(.class("tabs"), .role("list")) { page in
        for list in HelpBoardChoice.List.allCases {
          let other = choice.on(list)
          page.li { page in
            page.a(
              .href(other.address(space)),
              .when(list == choice.list, .named("aria-current", literally: "page"))
            ) { page in
              page.text(counts.of(list).map { say.counted(say.list(list), $0) } ?? say.list(list))
            }
          }
        }
      }
    }
  }

  private var hasFilters: Bool {
    !choice.tag.isEmpty || choice.field != nil || choice.schoolClass != nil
  }

  /// Folded until it is used: on a telephone the requests come first.
  private func filters(_ visit: Visit, _ page: inout Page) {
    page.details(.class("desk__filters"), .flag("open", hasFilters)) { page in
      page.summary { $0.text(visit.say.help.showTag) }
      filterForm(visit, &page)
    }
  }

  private func filterForm(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.askingForm("/espaces/\(space.slug)/bureau", .class("search"), .role("search")) { page in
      if choice.list != .open {
        page.input(.type("hidden"), .name("liste"), .value(choice.list.rawValue))
      }
      page.textField(
        Field(name: "etiquette", label: say.tag), value: choice.tag, visit.say.site,
        .named("autocomplete", literally: "off"))
      if !classes.isEmpty {
        page.choice(
          Field(name: "classe", label: say.ofClass),
          options: [("", say.anyClass)] + classes.map { (String($0.id.value), $0.space.name) },
          chosen: choice.schoolClass.map { String($0.value) } ?? "", visit.say.site)
      }
      if !fields.isEmpty { fieldFilter(visit, &page) }
      page.button(.class("button")) { $0.text(say.showTag) }
      if hasFilters {
        page.a(.class("button"), .href(HelpBoardChoice(list: choice.list).address(space))) {
          $0.text(say.allTags)
        }
      }
    }
  }

  private func fieldFilter(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.questions
    page.choice(
      Field(name: "precision", label: say.filter),
      options: [("", say.filterNone)] + fields.map { (String($0.id.value), $0.label) },
      chosen: choice.field.map { String($0.value) } ?? "", visit.say.site)
    page.textField(
      Field(name: "contient", label: say.filterValue), value: choice.words, visit.say.site,
      .named("autocomplete", literally: "off"), .named("list", literally: "precisions"))
    page.element("datalist", [.id("precisions")]) { page in
      for option in Set(fields.flatMap(\.options)).sorted() {
        page.option(.value(option)) { _ in }
      }
    }
  }

  // MARK: The list

  private func many(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.form("/espaces/\(space.slug)/bureau/lot", visit, .class("desk")) { page in
      page.input(.type("hidden"), .name("liste"), .value(choice.list.rawValue))
      page.input(.type("hidden"), .name("etiquette"), .value(choice.tag))
      if let schoolClass = choice.schoolClass {
        page.input(.type("hidden"), .name("classe"), .value(String(schoolClass.value)))
      }
      if let field = choice.field {
        page.input(.type("hidden"), .name("precision"), .value(String(field.value)))
        page.input(.type("hidden"), .name("contient"), .value(choice.words))
      }
      page.h2(.class("unseen")) { $0.text(say.list(choice.list)) }
      page.ul(.class("threads"), .role("list")) { page in
        for line in lines { item(line, visit, &page) }
      }
      page.section(.class("card stack")) { page in
        page.h2 { $0.text(say.manyTitle) }
        acts(visit, &page)
      }
    }
  }

  private func item(_ line: HelpLine, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    let (request, thread) = (line.request, line.thread)
    let due = delay.due(request.asked)
    page.li { page in
      page.h3 { page in
        page.a(.href(Thread.address(thread.id, thread.slug)), visit.writtenLanguage) {
          $0.text(visit.title(thread.title))
        }
      }
      page.helpState(request, due: due, visit)
      page.p(.class("meta")) { page in
        page.span { $0.text(visit.name(of: thread.author)) }
        page.span { page in
          page.text(say.asked + " ")
          page.moment(request.asked, visit)
        }
        page.span { $0.text(visit.say.threads.replies(thread.postCount - 1)) }
        if let owner = request.owner { page.span { $0.text(say.owner(visit.name(of: owner))) } }
        page.helpDue(request, due: due, visit)
        for tag in thread.tags {
          // The board is narrowed by the words of members alone.
          let address =
            tag.concept == nil
            ? HelpBoardChoice(list: choice.list, tag: tag.slug).address(space) : tag.address
          page.a(.class("tag"), .href(address)) { $0.text(tag.label(in: visit.say.language)) }
        }
      }
      page.p(.class("desk__acts")) { page in
        page.label(.class("desk__choice")) { page in
          page.input(.type("checkbox"), .name("fil"), .value(String(thread.id.value)))
          page.text(" " + say.choose)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + visit.title(thread.title)) }
        }
        guard request.state == .new, thread.author.id != visit.viewer.member?.id else { return }
        page.gesture("/fils/\(thread.id.value)/prise-en-charge", .class("button")) { page in
          page.text(say.take)
          page.span(.class("unseen")) { $0.text(visit.say.site.colon + visit.title(thread.title)) }
        }
      }
    }
  }

  private func acts(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.help
    page.div(.class("search")) { page in
      page.textField(
        Field(
          name: "nouvelle-etiquette", label: say.tag,
          problem: problem == .tagMissing ? visit.say.threads.tagTooLong : ""),
        value: visit.form["nouvelle-etiquette"] ?? "", visit.say.site,
        .named("autocomplete", literally: "off"))
      page.button(.class("button"), .name("action"), .value("etiqueter")) {
        $0.text(say.addTag)
      }
    }
    page.div(.class("search")) { page in
      page.choice(
        Field(
          name: "a", label: say.assignTo,
          problem: problem == .heirMissing ? say.noSuchHelper : ""),
        options: helpers.map { (String($0.id.value), visit.name(of: $0)) },
        chosen: visit.form["a"] ?? String(visit.viewer.reader), visit.say.site)
      page.button(.class("button"), .name("action"), .value("confier")) { $0.text(say.assign) }
    }
    page.p { page in
      page.button(.class("button"), .name("action"), .value("fermer")) { $0.text(say.close) }
    }
  }

  private func pager(_ visit: Visit, _ page: inout Page) {
    if next == nil && isFirst { return }
    let say = visit.say.help
    page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
      if !isFirst { page.a(.class("button"), .href(address)) { $0.text(say.oldest) } }
      if let next {
        page.a(.class("button"), .rel("next"), .href(address.adding("apres", next.text))) {
          $0.text(say.more)
        }
      }
    }
  }
}

extension HelpCounts {
  /// How many a list holds; nil for those that are not counted.
  fileprivate func of(_ list: HelpBoardChoice.List) -> Int? {
    switch list {
    case .open: open
    case .forgotten: forgotten
    case .mine: mine
    case .new: new
    case .taken: taken
    case .waiting: waiting
    case .resolved, .unresolved, .closed: nil
    }
  }
}

extension HelpBatchDraft.Problem {
  fileprivate func words(
    _ say: HelpDeskStrings, _ threads: ThreadStrings
  ) -> (field: StaticString, text: String) {
    switch self {
    case .nothingChosen: ("nouvelle-etiquette", say.nothingChosen)
    case .tagMissing: ("nouvelle-etiquette", threads.tagTooLong)
    case .heirMissing: ("a", say.noSuchHelper)
    }
  }
}
