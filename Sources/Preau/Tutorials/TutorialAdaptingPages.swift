import HTML
import HTTP

/// Asks where an adaptation stands and under which licence, or says why there can be none.
enum TutorialAdaptingPages {
  static func show(_ form: TutorialAdaptingRoutes.Form, _ visit: Visit) -> Response {
    let say = visit.say.tutorials
    let id = form.view.tutorial.id.value
    let frame = PageFrame(
      title: say.adaptTitle, menu: .tutorials, status: form.problems.isEmpty ? 200 : 422,
      hasProblems: !form.problems.isEmpty)
    func problem(_ name: String) -> String {
      form.problems.first { $0.field == name }.map { say.problem($0, visit.say) } ?? ""
    }
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.h1 { $0.text(say.adaptTitle) }
        page.p { page in
          page.a(.href(form.view.tutorial.address), visit.writtenLanguage) {
            $0.text("← " + form.version.title)
          }
        }
      }
      page.problems(
        at: form.problems.map { ($0.field, say.problem($0, visit.say)) }, visit.say.site)
      page.p { page in
        page.text(say.originalLicence + " ")
        page.licence(form.version.licence, visit)
      }
      if let refusal = form.refusal {
        page.p(.class("notice notice--wait")) { $0.text(visit.say.licences.refusal(refusal)) }
        return
      }
      page.form("/tutoriels/\(id)/adaptation", visit, .class("card form stack")) { page in
        page.p { $0.text(say.adaptAdvice) }
        page.input(
          .type("hidden"), .name("envoi"),
          .value(visit.form["envoi"] ?? Base64URL.encode(Crypto.randomBytes(9))))
        page.choice(
          Field(name: "espace", label: visit.say.threads.space, problem: problem("espace")),
          options: form.spaces.map { ($0.slug, $0.name) }, chosen: form.space, visit.say.site)
        page.choice(
          Field(
            name: "licence", label: visit.say.licences.title, hint: say.adaptLicenceHint,
            problem: problem("licence")),
          options: form.licences.map { ($0.uri, visit.say.licences.name($0)) },
          chosen: form.licence, visit.say.site)
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(say.adapt) }
          page.a(.class("button"), .href(form.view.tutorial.address)) {
            $0.text(visit.say.site.cancel)
          }
        }
      }
    }
  }
}
