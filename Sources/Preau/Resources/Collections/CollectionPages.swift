import HTML
import HTTP

/// The pages of collections.
enum CollectionPages {
  static func list(
    _ lines: [CollectionLine], next: ResourceCursor?, isFirst: Bool, mine: Bool, _ visit: Visit
  ) -> Response {
    let say = visit.say.collections
    var frame = PageFrame(title: say.title, menu: .resources)
    frame.isIndexed = isFirst && !mine
    if frame.isIndexed { frame.canonical = "/collections" }
    let own = Address("/collections").adding("liste", "miennes")
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.trail([("/ressources", visit.say.resources.title)], visit)
        page.h1 { $0.text(say.title) }
        page.p { $0.text(say.advice) }
        if visit.viewer.isLoggedIn {
          page.p { page in
            page.a(.class("button button--main"), .href("/collections/nouvelle")) {
              $0.text(say.make)
            }
          }
        }
      }
      if visit.viewer.isLoggedIn {
        page.nav(.label(say.title)) { page in
          page.ul(.class("tabs"), .role("list")) { page in
            tab(say.all, "/collections", !mine, &page)
            tab(say.mine, own, mine, &page)
          }
        }
      }
      if lines.isEmpty { page.p(.class("empty")) { $0.text(say.empty) } }
      page.ul(.class("threads"), .role("list")) { page in
        for line in lines { page.li { page in self.line(line, visit, &page) } }
      }
      if next == nil && isFirst { return }
      page.nav(.class("pager"), .label(visit.say.site.pages)) { page in
        let start: Address = mine ? own : "/collections"
        if !isFirst {
          page.a(.class("button"), .href(start)) { $0.text(visit.say.resources.start) }
        }
        if let next {
          page.a(.class("button"), .rel("next"), .href(start.adding("avant", next.text))) {
            $0.text(visit.say.resources.more)
          }
        }
      }
    }
  }

  private static func tab(
    _ label: String, _ address: Address, _ isHere: Bool, _ page: inout Page
  ) {
    page.li { page in
      page.a(.href(address), .when(isHere, .named("aria-current", literally: "page"))) {
        $0.text(label)
      }
    }
  }

  private static func line(_ line: CollectionLine, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.collections
    page.h2(.class("threads__title")) { page in
      page.a(.href(line.address), visit.writtenLanguage) { $0.text(visit.title(line.title)) }
    }
    page.span(.class("state")) { $0.text(say.kind(line.kind)) }
    if !line.words.isEmpty {
      page.p(.class("search__snippet"), visit.writtenLanguage) {
        $0.text(visit.title(ResourcePages.firstWords(of: line.words)))
      }
    }
    page.p(.class("meta")) { page in
      page.span { $0.text(say.count(line.count)) }
      page.span { page in
        page.text(visit.say.tutorials.by + " ")
        page.signature(line.owner, visit)
      }
      page.moment(line.changed, visit)
      if line.visibility != .public { page.span { $0.text(say.visibility(line.visibility)) } }
    }
  }

  // MARK: One collection

  static func show(_ view: CollectionView, _ form: CollectionForm, _ visit: Visit) -> Response {
    let say = visit.say.collections
    let collection = view.collection
    let isOpen = collection.visibility == .public && !collection.isRemoved
    var frame = PageFrame(
      title: visit.title(collection.title), menu: .resources,
      status: form.problem.isEmpty ? 200 : 422, isIndexed: isOpen,
      hasProblems: !form.problem.isEmpty, canonical: collection.address)
    if isOpen { frame.feed = collection.feedAddress }
    frame.summary = PageFrame.brief(visit.title(collection.words))
    frame.reads = true
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.trail([("/collections", say.title)], visit)
        page.h1(visit.writtenLanguage) { $0.text(visit.title(collection.title)) }
        page.p(.class("meta")) { page in
          page.span(.class("state")) { $0.text(say.kind(collection.kind)) }
          page.span { page in
            page.text(visit.say.tutorials.by + " ")
            page.signatures([view.owner] + view.editors.filter(\.hasAgreed).map(\.author), visit)
          }
          page.span { $0.text(say.visibility(collection.visibility)) }
          page.moment(collection.changed, visit)
        }
        page.div(visit.writtenLanguage) { $0.paragraphs(visit.title(collection.words)) }
        heading(view, visit, &page)
      }
      if !form.problem.isEmpty { page.problems([("nom", form.problem)], visit.say.site) }
      notices(view, visit, &page)
      items(view, visit, &page)
      if view.isOwner, view.mayEdit { editors(view, form, visit, &page) }
      if visit.viewer.isLoggedIn { page.gestures(visit) }
    }
  }

  private static func heading(_ view: CollectionView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.collections
    page.p(.class("actions no-print")) { page in
      if view.mayEdit {
        page.a(.class("button"), .href("/collections/\(view.collection.id.value)/modifier")) {
          $0.text(visit.say.resources.edit)
        }
      }
      if view.collection.visibility == .public {
        page.a(.class("button"), .href(view.collection.feedAddress)) { $0.text(say.follow) }
      }
      if view.mayRemove, !view.collection.isRemoved {
        page.gesture(
          "/collections/\(view.collection.id.value)/retrait", .class("button button--quiet")
        ) { $0.text(say.remove) }
      }
    }
  }

  private static func notices(_ view: CollectionView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.collections
    let id = view.collection.id.value
    if view.collection.isRemoved {
      page.div(.class("notice notice--wait")) { page in
        page.p { $0.text(say.removedNotice) }
        page.gesture("/collections/\(id)/retrait", .class("button")) {
          $0.text(visit.say.resources.restore)
        }
      }
    }
    if view.isAsked {
      page.div(.class("notice")) { page in
        page.p { $0.text(say.askedNotice) }
        page.p(.class("actions")) { page in
          page.gesture("/collections/\(id)/accord", .class("button button--main")) {
            $0.text(say.agree)
          }
          page.gesture("/collections/\(id)/depart", .class("button")) { $0.text(say.decline) }
        }
      }
    }
  }

  private static func items(_ view: CollectionView, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.collections
    if view.items.isEmpty {
      page.p(.class("empty")) { $0.text(say.emptyCollection) }
      return
    }
    page.section(.label(say.contents)) { page in
      page.h2(.class("unseen")) { $0.text(say.contents) }
      page.ol(
        .class("threads collection"), .role("list"),
        .when(view.collection.kind == .path, .named("data-path", literally: "oui"))
      ) { page in
        for (index, item) in view.items.enumerated() {
          page.li(.id("ressource-\(item.line.id.value)")) { page in
            if view.collection.kind == .path {
              page.p(.class("collection__step")) { $0.text(say.step(index + 1)) }
            }
            page.resourceLine(item.line, visit)
            if !item.note.isEmpty {
              page.div(.class("collection__note"), visit.writtenLanguage) {
                $0.paragraphs(visit.title(item.note))
              }
            }
            if view.mayEdit { tools(item, index, view, visit, &page) }
          }
        }
      }
    }
  }

  private static func tools(
    _ item: CollectionItem, _ index: Int, _ view: CollectionView, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.collections
    let id = view.collection.id.value
    let resource = item.line.id.value
    let title = visit.title(item.line.title)
    func move(_ word: StaticString, _ label: String, _ page: inout Page) {
      page.gesture(
        "/collections/\(id)/places", .class("button button--quiet"), .name("place"),
        .value("\(word)-\(resource)")
      ) { page in
        page.text(label)
        page.span(.class("unseen")) { $0.text(visit.say.site.colon + title) }
      }
    }
    page.p(.class("actions no-print")) { page in
      if index > 0 { move("monter", say.up, &page) }
      if index + 1 < view.items.count { move("descendre", say.down, &page) }
      move("sortir", say.takeOut, &page)
    }
    page.details(.class("no-print")) { page in
      page.summary { page in
        page.text(say.changeNote)
        page.span(.class("unseen")) { $0.text(visit.say.site.colon + title) }
      }
      page.form("/collections/\(id)/notes", visit, .class("form")) { page in
        page.input(.type("hidden"), .name("ressource"), .value(String(resource)))
        page.div(.class("field")) { page in
          page.label(.for("note-\(resource)")) { $0.text(say.note) }
          page.textarea(.id("note-\(resource)"), .name("note"), .named("rows", literally: "3")) {
            $0.literal("\n")
            $0.text(item.note)
          }
        }
        page.button(.class("button")) { $0.text(visit.say.resources.save) }
      }
    }
  }

  private static func editors(
    _ view: CollectionView, _ form: CollectionForm, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.collections
    let id = view.collection.id.value
    page.section(.class("card stack no-print")) { page in
      page.h2 { $0.text(say.editors) }
      page.p { $0.text(say.editorsAdvice) }
      if !view.editors.isEmpty {
        page.ul(.class("rows"), .role("list")) { page in
          for editor in view.editors {
            page.li { page in
              page.span { page in
                page.signature(editor.author, visit)
                if !editor.hasAgreed { page.text(" " + say.notAnswered) }
              }
              page.gesture(
                "/collections/\(id)/depart", .class("button button--quiet"), .name("membre"),
                .value(String(editor.author.id.value))
              ) { page in
                page.text(say.dismiss)
                page.span(.class("unseen")) { $0.text(" " + visit.name(of: editor.author)) }
              }
            }
          }
        }
      }
      page.form("/collections/\(id)/editeurs", visit, .class("form")) { page in
        page.textField(
          Field(name: "nom", label: say.editorName, hint: say.editorHint, problem: form.problem),
          value: form.name, visit.say.site, .named("autocomplete", literally: "off"))
        page.button(.class("button")) { $0.text(say.askEditor) }
      }
    }
  }

  // MARK: Forms

  static func form(
    _ draft: CollectionDraft, _ view: CollectionView?, _ problems: [CollectionDraft.Problem],
    _ visit: Visit
  ) -> Response {
    let say = visit.say.collections
    var found = FormProblems()
    for problem in problems { found.add(say.say(problem), to: problem.field) }
    let resource = visit.form["ressource"] ?? visit.request.query["ressource"] ?? ""
    return ResourceActPages.form(
      view == nil ? say.makeTitle : say.changeTitle, view?.collection.address ?? "/collections",
      view.map { "/collections/\($0.collection.id.value)/modifier" } ?? "/collections/nouvelle",
      visit.say.resources.save, found, visit
    ) { page in
      if view == nil { page.input(.type("hidden"), .name("ressource"), .value(resource)) }
      page.textField(
        Field(name: "titre", label: visit.say.resources.cardTitle, problem: found["titre"]),
        value: draft.title, visit.say.site, .named("autocomplete", literally: "off"))
      page.textArea(
        Field(
          name: "mots", label: say.words, hint: say.wordsHint, problem: found["mots"],
          isOptional: true),
        value: draft.words, rows: 4, visit.say.site)
      page.radios(
        Field(name: "genre", label: say.kindQuestion),
        options: Collection.Kind.allCases.map { ($0.word, say.kind($0), say.kindHint($0)) },
        chosen: draft.kind, visit.say.site)
      if view?.isOwner == false { return }
      page.choice(
        Field(name: "lecture", label: say.whoReads, hint: say.whoReadsHint),
        options: Space.Visibility.allCases.map { ($0.rawValue, say.visibility($0)) },
        chosen: draft.visibility, visit.say.site)
    }
  }

  /// Into which collection a card goes.
  static func choose(
    _ view: ResourceView, _ own: [CollectionLine], problem: String, _ visit: Visit
  ) -> Response {
    let say = visit.say.collections
    let id = view.resource.id.value
    var problems = FormProblems()
    if !problem.isEmpty { problems.add(problem, to: "collection") }
    let new = Address("/collections/nouvelle").adding("ressource", String(id))
    if own.isEmpty {
      return visit.page(PageFrame(title: say.addTo, menu: .resources)) { page in
        page.head(say.addTo, say.noneYet)
        page.p(.class("actions")) { page in
          page.a(.class("button button--main"), .href(new)) { $0.text(say.make) }
          page.a(.class("button"), .href(view.resource.address)) {
            $0.text(visit.say.site.cancel)
          }
        }
      }
    }
    return ResourceActPages.form(
      say.addTo, view.resource.address, "/ressources/\(id)/ranger", say.put, problems, visit
    ) { page in
      page.p { $0.text(visit.title(view.resource.title)) }
      page.choice(
        Field(name: "collection", label: say.which, problem: problems["collection"]),
        options: own.map { (String($0.id.value), $0.title) },
        chosen: visit.form["collection"] ?? "", visit.say.site)
      page.textArea(
        Field(name: "note", label: say.note, hint: say.noteHint, isOptional: true),
        value: visit.form["note"] ?? "", rows: 3, visit.say.site)
      page.p { page in page.a(.href(new)) { $0.text(say.make) } }
    }
  }
}
