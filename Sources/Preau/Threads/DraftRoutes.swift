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

  /// What is kept of a form: what a person typed or chose.
  private static let names = [
    "espace", "genre", "titre", "texte", "etiquettes", "repond", "sans-nom",
    "fichier-recu", "fichier-description",
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
      page.h2 {
        $0.text(
          draft.fields["titre"].flatMap { $0.isEmpty ? nil : $0 } ?? say.name(of: draft.place))
      }
      page.p(.class("meta")) { page in
        page.text(say.name(of: draft.place) + " · ")
        page.moment(draft.updated, visit)
      }
      page.p { $0.text(String((draft.fields["texte"] ?? "").prefix(200))) }
      page.p(.class("actions")) { page in
        page.a(.class("button button--main"), .href(draft.place.address)) { $0.text(say.resume) }
        page.gesture("/brouillons/\(draft.place.text)/oubli", .class("button")) {
          $0.text(say.forgetDraft)
        }
      }
    }
  }

  /// Called while someone types; there is no page to show.
  static func keep(_ visit: Visit, _ name: String) throws -> Response {
    let place = try DraftPlace(name).orNotFound()
    let member = try visit.member
    let fields = fields(of: visit.form)
    guard DraftStore.takes(fields) else { throw Refusal.badRequest }
    let isEmpty = fields.pairs.allSatisfy {
      !["titre", "texte"].contains($0.name) || $0.value.trimmed.isEmpty
    }
    try visit.write { db in
      if isEmpty {
        try DraftStore.forget(place, of: member.id, db)
      } else {
        try DraftStore.keep(fields, at: place, of: member.id, now: visit.now, db)
      }
    }
    return Response(status: 204)
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
    }
  }
}

extension ThreadStrings {
  func name(of place: DraftPlace) -> String {
    switch place {
    case .newThread: draftOfNew
    case .reply: draftOfReply
    case .edit: draftOfEdit
    }
  }
}
