import HTML
import HTTP
import XML

/// The page on which vocabularies are imported.
enum VocabularyImportPages {
  /// More problems are counted, not named.
  private static let mostProblems = 50

  static func ask(_ preview: VocabularyPreview?, problem: String, _ visit: Visit) -> Response {
    let say = visit.say.vocabularies
    let frame = PageFrame(
      title: say.importOne, menu: .tags, status: problem.isEmpty ? 200 : 422,
      hasProblems: !problem.isEmpty)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.ol(.class("trail"), .role("list")) { page in
          page.li { page in page.a(.href("/vocabulaires")) { $0.text(say.title) } }
        }
        page.h1 { $0.text(say.importOne) }
        page.p { $0.text(say.importAdvice) }
      }
      if !problem.isEmpty {
        page.problems([(field: "fichier", text: problem)], visit.say.site)
      }
      if let preview { show(preview, visit, &page) }
      page.form(
        "/vocabulaires/importation", visit, .class("card stack"),
        .named("enctype", literally: "multipart/form-data")
      ) { page in
        page.fileField(
          Field(name: "fichier", label: say.file, hint: say.fileHint, problem: problem),
          accept: ".rdf,.xml,application/rdf+xml", visit.say.site)
        page.p { page in
          page.button(.class(preview == nil ? "button button--main" : "button")) {
            $0.text(say.look)
          }
        }
      }
    }
  }

  private static func show(
    _ preview: VocabularyPreview, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.vocabularies
    page.section(.class("card stack"), .id("apercu")) { page in
      page.h2 { $0.text(say.preview(preview.name)) }
      let parts = preview.change.parts
      for part in parts where parts.count == 1 || !part.isEmpty { show(part, visit, &page) }
      if !preview.problems.isEmpty {
        page.h3 { $0.text(say.problems(preview.problems.count)) }
        page.ul { page in
          for problem in preview.problems.prefix(mostProblems) {
            page.li(.class("secret")) { $0.text(say.say(problem)) }
          }
        }
      }
      page.form("/vocabulaires/importation/confirmation", visit) { page in
        page.input(.type("hidden"), .name("fichier"), .value(preview.mark))
        page.p(.class("actions")) { page in
          page.button(.class("button button--main")) { $0.text(say.confirm) }
          page.button(.class("button"), .name("action"), .value("oublier")) {
            $0.text(say.forget)
          }
        }
      }
    }
  }

  private static func show(
    _ part: VocabularyChange.Part, _ visit: Visit, _ page: inout Page
  ) {
    let say = visit.say.vocabularies
    page.h3 { page in
      page.text(
        part.scheme.titles.shown(in: visit.say.language.rawValue, or: part.scheme.language))
      if part.isNew { page.span(.class("state")) { $0.text(say.new) } }
    }
    page.p { $0.text(say.changes(part.new, part.changed, part.same)) }
    if part.gone.isEmpty { return }
    page.p { page in
      page.text(say.gone(part.gone.count) + visit.say.site.colon)
      page.text(part.gone.prefix(mostProblems).joined(separator: ", "))
    }
  }
}
