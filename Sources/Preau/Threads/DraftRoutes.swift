import HTML
import HTTP

/// What the site answers about drafts.
enum DraftRoutes {
  static func add(to routes: inout Routes) {
    routes.get("/brouillons", .members, list)
    // A page that saves by itself must not leave one kept form after another.
    routes.gesture("/brouillons/*", .members, isKept: false, keep)
    routes.gesture("/brouillons/*/oubli", .members, isKept: false, forget)
  }

  /// What is kept of a form: what a person typed or chose, and of which version of a text. The script
  /// that keeps drafts has the same list.
  static let names = [
    "espace", "genre", "titre", "texte", "etiquettes", "repond", "sans-nom", "version",
    "fichier-recu", "fichier-description", "fichier-decoratif", "resume", "licence",
    "langue-du-texte", "convient", "relire-avant", "changements",
  ]

  static func fields(of form: Form) -> Parameters {
    Parameters(
      names.compactMap { name in form[name].map { (name, $0) } }
        + TypedAnswers(form.fields).fields)
  }

  static func list(_ visit: Visit) throws -> Response {
    let member = try visit.member
    let drafts = try visit.read { try DraftStore.all(of: member.id, $0) }
    let say = visit.say.threads
    return visit.page(PageFrame(title: say.drafts)) { page in
      page.div(.class("head")) { $0.h1 { $0.text(say.drafts) } }
      if drafts.isEmpty { page.p(.class("empty")) { $0.text(say.noDrafts) } }
      page.gestures(visit)
      for draft in drafts { card(draft, visit, &page) }
    }
  }

  private static func card(_ draft: StoredDraft, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.threads
    page.article(.class("card stack")) { page in
      page.h2 { $0.text(title(of: draft, visit)) }
      page.p(.class("meta")) { page in
        page.text(say.name(of: draft.place) + " · ")
        page.moment(draft.updated, visit)
      }
      text(of: draft, visit, &page)
      page.p(.class("actions")) { page in
        if draft.isWithinReach {
          page.a(.class("button button--main"), .href(draft.place.address)) { $0.text(say.resume) }
        }
        page.gesture("/brouillons/\(draft.place.text)/oubli", .class("button")) {
          $0.text(say.forgetDraft)
        }
      }
    }
  }

  /// What was typed, else the thread that it is for, else what it is.
  private static func title(of draft: StoredDraft, _ visit: Visit) -> String {
    if let typed = draft.fields["titre"], !typed.trimmed.isEmpty { return typed }
    return draft.threadTitle.map(visit.title) ?? visit.say.threads.name(of: draft.place)
  }

  private static let longestBeginning = 200

  /// The beginning, then the whole: the place that it was for may take it no more.
  private static func text(of draft: StoredDraft, _ visit: Visit, _ page: inout Page) {
    let say = visit.say.threads
    let text = draft.fields["texte"] ?? ""
    let beginning = String(text.prefix(longestBeginning))
    let isWhole = beginning.utf8.count == text.utf8.count
    page.p { $0.text(isWhole ? text : beginning + "…") }
    if !draft.isWithinReach { page.p(.class("meta")) { $0.text(say.draftOutOfReach) } }
    if isWhole && draft.isWithinReach { return }
    page.details(.flag("open", !draft.isWithinReach)) { page in
      page.summary { $0.text(say.wholeDraft) }
      page.textarea(
        .label(visit.say.site.yourText), .flag("readonly", true), .named("rows", "8")
      ) {
        $0.literal("\n")
        $0.text(text)
      }
    }
  }

  /// Called while someone types; there is no page to show, but for the one that says why not.
  static func keep(_ visit: Visit, _ name: String) throws -> Response {
    let place = try DraftPlace(name).orNotFound()
    let member = try visit.member
    let fields = fields(of: visit.form)
    guard DraftStore.takes(fields) else { throw Refusal.badRequest }
    let isEmpty = fields.pairs.allSatisfy {
      !["titre", "texte"].contains($0.name) || $0.value.trimmed.isEmpty
    }
    let isKept = try visit.write { db -> Bool in
      if isEmpty {
        try DraftStore.forget(place, of: member.id, db)
        return true
      }
      return try DraftStore.keep(fields, at: place, of: member.id, now: visit.now, db)
    }
    if isKept { return Response(status: 204) }
    let say = visit.say.threads
    return visit.errorPage(409, SiteStrings.Words(title: say.drafts, advice: say.draftsFull))
  }

  static func forget(_ visit: Visit, _ name: String) throws -> Response {
    let place = try DraftPlace(name).orNotFound()
    try visit.write { try DraftStore.forget(place, of: visit.member.id, $0) }
    return visit.redirect(to: place.address)
  }
}

extension DraftPlace {
  /// Where the draft is taken up again.
  var address: Address {
    switch self {
    case .newThread: "/fils/nouveau"
    case .reply(let thread): "/fils/\(thread.value)"
    case .edit(let post): "/messages/\(post.value)/modifier"
    case .newTutorial: "/tutoriels/nouveau"
    case .tutorial(let id): "/tutoriels/\(id.value)/modifier"
    }
  }
}

extension ThreadStrings {
  func name(of place: DraftPlace) -> String {
    switch place {
    case .newThread: draftOfNew
    case .reply: draftOfReply
    case .edit: draftOfEdit
    case .newTutorial, .tutorial: draftOfTutorial
    }
  }
}
