import HTML

/// Where members write. Complete without a script; `composer.js` adds comfort through the `data-`
/// attributes.
enum ComposerPages {
  // MARK: A new thread

  static func thread(_ form: ThreadForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.threads
    var problems = form.problems.map { (id: $0.field, text: say.say($0)) }
    if let refusal = form.refusal { problems.append(("texte", say.say(refusal))) }
    problems += form.picture.problems(visit.say.files).map { ($0.field.description, $0.text) }
    page.problems(at: problems, visit.say.site)
    if form.asksNow { asked(form, visit, &page) }
    preview(form.preview, form.showsPreview, visit, &page)
    similar(form.similar, visit, &page)
    restored(form.restored, .newThread, visit, &page)
    notKept(!form.isKept, visit, &page)
    page.gestures(visit)
    page.form(
      "/fils/nouveau", visit, .class("composer card"), .named("data-draft", literally: "nouveau"),
      .named("data-similar", literally: "/fils/semblables"), withFiles,
      mostOfFile(visit), mostOfFilm(visit), tooLarge(visit)
    ) { page in
      mark(visit, usually: Base64URL.encode(Crypto.randomBytes(9)), &page)
      if !form.similar.isEmpty { page.input(.type("hidden"), .name("vu"), .value("oui")) }
      page.choice(
        Field(name: "espace", label: say.space, problem: problem(form, [.spaceMissing], say)),
        options: form.spaces.map { ($0.slug, $0.name) }, chosen: form.draft.space, visit.say.site)
      kinds(form.draft.kind, say, &page)
      page.textField(
        Field(
          name: "titre", label: say.threadTitle, hint: say.threadTitleHint,
          problem: problem(form, say) {
            if case .titleTooLong = $0 { true } else { $0 == .titleMissing }
          }),
        value: form.draft.title, visit.say.site, .named("autocomplete", literally: "off"))
      page.div(.class("similar"), .named("data-similar-list", literally: ""), .flag("hidden", true))
      { _ in }
      writing(
        Field(
          name: "texte", label: say.body, hint: say.bodyHint,
          problem: form.refusal.map(say.say)
            ?? problem(form, say) { if case .body = $0 { true } else { false } }),
        value: form.draft.body, rows: 10, form.picture, visit.say, &page)
      page.input(.type("hidden"), .name("formulaire"), .value(form.draft.space))
      QuestionFormPages.fields(form.fields, form.draft.answers, form.problems, visit, &page)
      tags(form.draft.tags, form.problems, say, visit, &page)
      if !form.maskSpaces.isEmpty || form.draft.isMasked {
        MaskPages.box(
          isChecked: form.draft.isMasked, hint: visit.say.masks.boxHint(form.maskSpaces),
          problem: form.refusal == .masksNotAllowed ? say.say(.masksNotAllowed) : "", visit, &page)
      }
      actions(form.similar.isEmpty ? say.publish : say.publishAnyway, visit.say, &page)
      if form.mayAskMore, form.fields.isEmpty { wayToFields(visit, &page) }
    }
  }

  /// The space asks something: said once, with all that was typed in the form below.
  private static func asked(_ form: ThreadForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.questions
    let name = form.spaces.first { $0.slug == form.draft.space }?.name ?? ""
    page.div(
      .class("notice notice--wait"), .role("alert"), .named("tabindex", literally: "-1"),
      .flag("autofocus", true)
    ) { page in
      page.p { page in
        page.a(.named("href", literally: "#precisions")) { $0.text(say.asked(name)) }
        page.text(". " + say.askedHint)
      }
    }
  }

  /// The fields of a space come with the page that is made for it. Never the first button, which Enter
  /// presses.
  private static func wayToFields(_ visit: Visit, _ page: inout Page) {
    let say = visit.say.questions
    page.p { page in
      page.button(
        .class("button button--quiet"), .name("action"), .value("espace"),
        .named("aria-describedby", literally: "precisions-aide")
      ) { $0.text(say.show) }
      page.text(" ")
      page.span(.class("meta"), .id("precisions-aide")) { $0.text(say.showHint) }
    }
  }

  private static func kinds(_ chosen: Thread.Kind, _ say: ThreadStrings, _ page: inout Page) {
    page.fieldset(.class("field kinds")) { page in
      page.legend { $0.text(say.kindLabel) }
      for kind in Thread.Kind.allCases {
        page.label { page in
          page.input(
            .type("radio"), .name("genre"), .value(kind.rawValue),
            .flag("checked", kind == chosen))
          page.span { page in
            page.strong { $0.text(say.kind(kind)) }
            page.span(.class("hint")) { $0.text(say.kindHint(kind)) }
          }
        }
      }
    }
  }

  /// Tutorials and threads that may already answer.
  static func similar(_ found: SimilarToDraft, _ visit: Visit, _ page: inout Page) {
    page.answers(found.tutorials, visit)
    if found.threads.isEmpty { return }
    page.section(.class("card similar")) { page in
      page.h2 { $0.text(visit.say.threads.similarTitle) }
      page.p { $0.text(visit.say.threads.similarAdvice) }
      page.threadList(found.threads, visit)
    }
  }

  // MARK: A reply, an edit

  static func reply(
    _ shown: ThreadPage, _ say: ThreadStrings, _ visit: Visit, _ page: inout Page
  ) {
    let thread = shown.view.thread
    let reply = shown.reply
    page.section(.id("repondre"), .class("card composer")) { page in
      page.h2 { $0.text(say.reply) }
      let problem =
        reply.problem.isEmpty ? [] : [(field: "texte" as StaticString, text: reply.problem)]
      page.problems(problem + reply.picture.problems(visit.say.files), visit.say.site)
      preview(reply.preview, reply.showsPreview, visit, &page)
      restored(reply.restored, .reply(thread.id), visit, &page)
      notKept(!reply.isKept, visit, &page)
      page.form(
        "/fils/\(thread.id.value)/reponses", visit, .class("stack"),
        .named("data-draft", DraftPlace.reply(thread.id).text), withFiles,
        mostOfFile(visit), mostOfFilm(visit), tooLarge(visit)
      ) { page in
        // The same until somebody replies: the page can be asked for again by its tag.
        mark(visit, usually: String(thread.lastNumber), &page)
        if let answers = reply.draft.answers {
          page.input(.type("hidden"), .name("repond"), .value(answers))
          page.p(.class("meta")) { $0.text(say.inReplyTo(answers)) }
        }
        mask(shown, visit, &page)
        if reply.draft.body.isEmpty, reply.problem.isEmpty, reply.picture.isEmpty {
          page.written(emptyReply.in(visit.say.language))
        } else {
          writeReply(reply, visit.say, &page)
        }
      }
    }
  }

  /// Under what name one replies, where it is not one's own or need not be.
  private static func mask(_ shown: ThreadPage, _ visit: Visit, _ page: inout Page) {
    let relation = shown.view.relation
    if let face = relation.face {
      page.p(.class("meta")) { $0.text(visit.say.masks.worn(visit.name(of: face))) }
    } else if relation.allowsMasks || shown.reply.draft.isMasked, !relation.isAuthor {
      MaskPages.box(
        isChecked: shown.reply.draft.isMasked, hint: visit.say.masks.replyHint, visit, &page)
    }
  }

  private static let emptyReply = LanguageParts { writeReply(ReplyForm(), $0, &$1) }

  private static func writeReply(_ reply: ReplyForm, _ say: Strings, _ page: inout Page) {
    writing(
      Field(
        name: "texte", label: say.threads.replyLabel, hint: say.threads.bodyHint,
        problem: reply.problem),
      value: reply.draft.body, rows: 6, reply.picture, say, &page)
    actions(say.threads.publishReply, say, &page)
  }

  /// What was typed for a thread that takes no reply any more.
  static func givenBack(_ shown: ThreadPage, _ visit: Visit, _ page: inout Page) {
    let reply = shown.reply
    if reply.draft.body.isEmpty { return }
    page.section(.class("card stack")) { page in
      restored(reply.restored, .reply(shown.view.thread.id), visit, &page)
      if !reply.problem.isEmpty { page.problems([("texte", reply.problem)], visit.say.site) }
      page.textArea(
        Field(
          name: "texte", label: visit.say.site.yourText, hint: visit.say.site.yourTextHint,
          problem: reply.problem),
        value: reply.draft.body, rows: 8, visit.say.site, .flag("readonly", true))
    }
  }

  static func edit(_ form: EditForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.threads
    let post = form.place.post
    var problems = form.problems.map { (id: $0.field, text: say.say($0)) }
    if let refusal = form.refusal { problems.append(("texte", say.say(refusal))) }
    problems += form.picture.problems(visit.say.files).map { ($0.field.description, $0.text) }
    if form.isStale { problems.append(("texte", say.staleEdit)) }
    page.problems(at: problems, visit.say.site)
    if form.isStale { present(form, visit, &page) }
    preview(form.preview, form.showsPreview, visit, &page)
    restored(form.restored, .edit(post.id), visit, &page)
    notKept(!form.isKept, visit, &page)
    page.gestures(visit)
    page.form(
      "/messages/\(post.id.value)/modifier", visit, .class("composer card"),
      .named("data-draft", DraftPlace.edit(post.id).text), withFiles,
      mostOfFile(visit), mostOfFilm(visit), tooLarge(visit)
    ) { page in
      page.input(.type("hidden"), .name("version"), .value(String(form.version)))
      if form.hasTitle {
        let problem = form.problems.first { $0.field == "titre" }
        page.textField(
          Field(
            name: "titre", label: say.threadTitle, hint: say.threadTitleHint,
            problem: problem.map(say.say) ?? ""),
          value: form.title, visit.say.site, .named("autocomplete", literally: "off"))
      }
      let problem = form.problems.first { $0.field == "texte" }
      writing(
        Field(
          name: "texte", label: say.body, hint: say.bodyHint,
          problem: form.refusal.map(say.say) ?? problem.map(say.say)
            ?? (form.isStale ? say.staleEdit : "")),
        value: form.body, rows: 12, form.picture, visit.say, &page)
      QuestionFormPages.fields(
        form.fields, form.answers, form.problems, isStrict: false, visit, &page)
      if form.hasTitle { tags(form.tags, form.problems, say, visit, &page) }
      actions(say.saveEdit, visit.say, &page)
    }
  }

  /// What a post says now that somebody else changed it, beside the form with one's own words.
  private static func present(_ form: EditForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.threads
    page.section(.class("card stack")) { page in
      page.h2 { $0.text(say.presentText) }
      if form.hasTitle {
        page.p { $0.strong(visit.writtenLanguage) { $0.text(form.view.thread.title) } }
      }
      page.textarea(.label(say.presentText), .flag("readonly", true), .named("rows", "8")) {
        $0.literal("\n")
        $0.text(form.place.source)
      }
    }
  }

  /// The form for a post that waits to be published.
  static func edit(_ form: HeldForm, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.threads
    var problems = form.problems.map { (id: $0.field, text: say.say($0)) }
    if !form.refusal.isEmpty { problems.append(("texte", form.refusal)) }
    problems += form.picture.problems(visit.say.files).map { ($0.field.description, $0.text) }
    func problem(_ field: String) -> String { problems.first { $0.id == field }?.text ?? "" }
    page.problems(at: problems, visit.say.site)
    preview(form.preview, form.showsPreview, visit, &page)
    page.form(
      "/attente/\(form.held.id.value)/modifier", visit, .class("composer card"), withFiles
    ) { page in
      if form.held.reply == nil {
        page.textField(
          Field(
            name: "titre", label: say.threadTitle, hint: say.threadTitleHint,
            problem: problem("titre")),
          value: form.title, visit.say.site, .named("autocomplete", literally: "off"))
      }
      writing(
        Field(name: "texte", label: say.body, hint: say.bodyHint, problem: problem("texte")),
        value: form.body, rows: 10, form.picture, visit.say, &page)
      QuestionFormPages.fields(
        form.fields, form.answers, form.problems, isStrict: false, visit, &page)
      if form.held.reply == nil { tags(form.tags, form.problems, say, visit, &page) }
      actions(visit.say.held.saveEdit, visit.say, &page)
    }
  }

  // MARK: Parts

  /// What tells two sendings of one form from two forms.
  static func mark(
    _ visit: Visit, usually fresh: @autoclosure () -> String, _ page: inout Page
  ) {
    page.input(.type("hidden"), .name("envoi"), .value(visit.form["envoi"] ?? fresh()))
  }

  static func writing(
    _ field: Field, value: String, rows: Int, _ picture: FileField, _ say: Strings,
    _ page: inout Page
  ) {
    page.written(toolbar.in(say.language))
    page.textArea(field, value: value, rows: rows, say.site)
    page.written(help.in(say.language))
    if picture.isEmpty {
      page.written(emptyPicture.in(say.language))
    } else {
      FilePages.part(picture, say, &page)
    }
  }

  private static let emptyPicture = LanguageParts { FilePages.part(FileField(), $0, &$1) }

  static var withFiles: Attribute {
    .named("enctype", literally: "multipart/form-data")
  }

  /// For the script, which says so before all of it is sent.
  static func mostOfFile(_ visit: Visit) -> Attribute {
    .named("data-most", String(visit.site.configuration.fileSizes.file))
  }

  static func mostOfFilm(_ visit: Visit) -> Attribute {
    .named("data-most-film", String(visit.site.configuration.fileSizes.film))
  }

  static func tooLarge(_ visit: Visit) -> Attribute {
    .named("data-too-large", visit.say.files.tooLarge(visit.site.configuration.fileSizes))
  }

  /// Below the text: whether the draft is kept, and how one writes.
  private static let help = LanguageParts { say, page in
    let say = say.threads
    page.p(
      .class("meta"), .role("status"), .named("data-draft-state", literally: ""),
      .named("data-saved", say.toolbar.saved), .named("data-saving", say.toolbar.saving),
      .named("data-unsaved", say.toolbar.unsaved), .named("data-full", say.draftsFull)
    ) { _ in }
    page.details(.class("writing-help")) { page in
      page.summary { $0.text(say.writingHelp) }
      page.dl { page in
        for (source, meaning) in say.writingHelpLines {
          page.div { page in
            page.dt { $0.code { $0.text(source) } }
            page.dd { $0.text(meaning) }
          }
        }
      }
    }
  }

  /// Hidden until the script that makes the buttons work has come.
  private static let toolbar = LanguageParts { say, page in
    let say = say.threads.toolbar
    page.div(
      .class("toolbar"), .role("toolbar"), .label(say.label), .flag("hidden", true),
      .named("data-toolbar", literally: "texte")
    ) { page in
      tool("bold", String(say.bold.prefix(1)), say.bold, &page)
      tool("italic", String(say.italic.prefix(1)), say.italic, &page)
      tool("link", say.link, say.link, &page)
      tool("list", "•", say.list, &page)
      tool("numbered", "1.", say.numbered, &page)
      tool("quote", "»", say.quote, &page)
      tool("code", "</>", say.code, &page)
    }
  }

  private static func tool(
    _ name: StaticString, _ sign: String, _ label: String, _ page: inout Page
  ) {
    page.button(
      .type("button"), .class("button"), .named("data-tool", literally: name), .label(label),
      .title(label)
    ) { $0.text(sign) }
  }

  private static func tags(
    _ value: String, _ problems: [ThreadDraft.Problem], _ say: ThreadStrings, _ visit: Visit,
    _ page: inout Page
  ) {
    let problem = problems.first { $0.field == "etiquettes" }
    page.textField(
      Field(
        name: "etiquettes", label: say.tags, hint: say.tagsHint,
        problem: problem.map(say.say) ?? "", isOptional: true),
      value: value, visit.say.site, .named("autocomplete", literally: "off"),
      .named("list", literally: "etiquettes-propositions"),
      .named("data-suggestions", literally: "/vocabulaires/propositions"))
    // Filled by a script while somebody types.
    page.element("datalist", [.id("etiquettes-propositions")]) { _ in }
  }

  static func actions(_ publish: String, _ say: Strings, _ page: inout Page) {
    page.p(.class("actions")) { page in
      page.button(.class("button button--main"), .name("action"), .value("publier")) {
        $0.text(publish)
      }
      page.button(.class("button"), .name("action"), .value("apercu")) {
        $0.text(say.threads.preview)
      }
    }
  }

  private static func preview(
    _ html: SanitizedHTML?, _ isWanted: Bool, _ visit: Visit, _ page: inout Page
  ) {
    if !isWanted { return }
    page.section(
      .class("card preview"), .id("apercu"), .named("tabindex", literally: "-1"),
      .flag("autofocus", true), .label(visit.say.threads.previewTitle)
    ) { page in
      page.h2 { $0.text(visit.say.threads.previewTitle) }
      page.div(.class("prose")) { page in
        if let html, !html.utf8.isEmpty {
          page.sanitized(html)
        } else {
          let say = visit.say.threads
          page.p(.class("meta")) { $0.text(html == nil ? say.bodyRefused : say.nothingToPreview) }
        }
      }
    }
  }

  static func restored(
    _ moment: Instant?, _ place: DraftPlace, _ visit: Visit, _ page: inout Page
  ) {
    guard let moment else { return }
    page.p(.class("notice")) { page in
      page.text(
        visit.say.threads.draftRestored(visit.say.dates.relative(moment, now: visit.now)) + " ")
      page.gesture("/brouillons/\(place.text)/oubli", .class("link")) {
        $0.text(visit.say.threads.forgetDraft)
      }
    }
  }

  static func notKept(_ isNotKept: Bool, _ visit: Visit, _ page: inout Page) {
    if !isNotKept { return }
    page.p(.class("notice notice--wait")) { page in
      page.text(visit.say.threads.draftsFull + " ")
      page.a(.href("/brouillons")) { $0.text(visit.say.threads.drafts) }
    }
  }

  private static func problem(
    _ form: ThreadForm, _ wanted: [ThreadDraft.Problem], _ say: ThreadStrings
  ) -> String {
    problem(form, say) { wanted.contains($0) }
  }

  private static func problem(
    _ form: ThreadForm, _ say: ThreadStrings, _ isWanted: (ThreadDraft.Problem) -> Bool
  ) -> String {
    form.problems.first(where: isWanted).map(say.say) ?? ""
  }
}

extension ThreadDraft.Problem {
  /// The field that it is about.
  var field: String {
    switch self {
    case .titleMissing, .titleTooLong: "titre"
    case .tooManyTags, .tagTooLong: "etiquettes"
    case .spaceMissing: "espace"
    case .body: "texte"
    case .answer(let field, _, _): QuestionField.prefix + String(field.value)
    }
  }
}

extension ThreadStrings {
  func say(_ problem: ThreadDraft.Problem) -> String {
    switch problem {
    case .titleMissing: titleMissing
    case .titleTooLong(let over): titleTooLong(over)
    case .tooManyTags: tooManyTags
    case .tagTooLong: tagTooLong
    case .spaceMissing: spaceMissing
    case .body(let problem): say(problem)
    case .answer(_, let label, let problem): answerProblem(problem, label)
    }
  }

  func say(_ problem: PostDraft.Problem) -> String {
    switch problem {
    case .empty: bodyMissing
    case .tooLong(let over): bodyTooLong(over)
    case .refused: bodyRefused
    }
  }
}
