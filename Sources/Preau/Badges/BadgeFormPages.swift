import HTML
import HTTP

/// The form in which a kind of badge is written.
enum BadgeFormPages {
  static func form(
    _ draft: BadgeDraft, _ badge: BadgeClass?, _ issuers: [BadgeIssuer],
    _ problems: [BadgeDraft.Problem], _ visit: Visit
  ) -> Response {
    let say = visit.say.badges
    var found = FormProblems()
    for problem in problems { found.add(say.say(problem), to: problem.field) }
    let back: Address = badge?.address ?? "/badges"
    let action: Address = badge.map { "/badges/\($0.id.value)/modifier" } ?? "/badges/nouveau"
    return ResourceActPages.form(
      badge == nil ? say.makeTitle : say.changeTitle, back, action, visit.say.resources.save, found,
      visit, menu: .badges, takesFiles: true
    ) { page in
      if badge != nil {
        page.p(.class("notice")) { $0.text(say.changeAdvice) }
      } else {
        page.input(
          .type("hidden"), .name("envoi"),
          .value(visit.form["envoi"] ?? Base64URL.encode(Crypto.randomBytes(9))))
      }
      if issuers.count > 1 {
        page.choice(
          Field(name: "emetteur", label: say.givenBy),
          options: issuers.map { (String($0.id.value), $0.name) }, chosen: draft.issuer,
          visit.say.site)
      }
      page.textField(
        Field(name: "nom", label: say.name, hint: say.nameHint, problem: found["nom"]),
        value: draft.name, visit.say.site, .autocomplete("off"))
      page.textArea(
        Field(
          name: "description", label: say.description, hint: say.descriptionHint,
          problem: found["description"]), value: draft.description, rows: 3, visit.say.site)
      page.textArea(
        Field(
          name: "criteres", label: say.criteria, hint: say.criteriaHint,
          problem: found["criteres"]), value: draft.criteria, rows: 8, visit.say.site)
      picture(draft, badge?.version, found["image"], visit, &page)
      page.textField(
        Field(
          name: "mois", label: say.monthsQuestion, hint: say.monthsHint, problem: found["mois"],
          isOptional: true),
        value: draft.months, visit.say.site, .named("inputmode", literally: "numeric"))
      page.textField(
        Field(
          name: "etiquettes", label: say.tags, hint: say.tagsHint, problem: found["etiquettes"],
          isOptional: true), value: draft.tags, visit.say.site, .autocomplete("off"))
      page.textArea(
        Field(
          name: "notions", label: say.alignments, hint: say.alignmentsHint,
          problem: found["notions"], isOptional: true), value: draft.concepts, rows: 2,
        visit.say.site)
      page.checkbox(
        Field(name: "demandes", label: say.takesRequests, hint: say.takesRequestsHint),
        isChecked: draft.takesRequests, visit.say.site)
    }
  }

  private static func picture(
    _ draft: BadgeDraft, _ version: BadgeVersion?, _ problem: String, _ visit: Visit,
    _ page: inout Page
  ) {
    let say = visit.say.badges
    page.fieldset(.class("field stack")) { page in
      page.legend { $0.text(say.picture) }
      if let version, version.pictured != nil {
        page.drawing(of: version)
        page.checkbox(
          Field(name: "dessin", label: say.backToDrawing), isChecked: false, visit.say.site)
      } else {
        page.div(.class("badge-picture"), .named("aria-hidden", literally: "true")) {
          $0.drawing(draft.drawing)
        }
      }
      page.choice(
        Field(name: "forme", label: say.shape),
        options: BadgeDrawing.Shape.allCases.map { ($0.rawValue, say.shapeName($0)) },
        chosen: draft.drawing.shape.rawValue, visit.say.site)
      page.choice(
        Field(name: "couleur", label: say.colour),
        options: BadgeDrawing.Colour.allCases.map { ($0.rawValue, say.colourName($0)) },
        chosen: draft.drawing.colour.rawValue, visit.say.site)
      page.choice(
        Field(name: "pictogramme", label: say.pictogram),
        options: BadgeDrawing.Pictogram.allCases.map { ($0.rawValue, say.pictogramName($0)) },
        chosen: draft.drawing.pictogram.rawValue, visit.say.site)
      page.fileField(
        Field(
          name: "image", label: say.upload, hint: say.uploadHint, problem: problem,
          isOptional: true), accept: "image/png,image/jpeg,image/webp", visit.say.site)
    }
  }
}
