import HTML
import HTTP

/// The page on which an administrator tidies a tag: three forms, each with its own button.
enum TagEditPages {
  static func edit(_ tag: Tag, _ form: TagEdit, _ visit: Visit) -> Response {
    let say = visit.say.tags
    let title = say.editTitle(tag.label)
    let problem = form.problem.map { say.say($0.problem) } ?? ""
    let frame = PageFrame(
      title: title, menu: .tags, status: problem.isEmpty ? 200 : 422,
      hasProblems: !problem.isEmpty)
    return visit.page(frame) { page in
      page.div(.class("head")) { page in
        page.ol(.class("trail"), .role("list")) { page in
          page.li { page in page.a(.href("/etiquettes")) { $0.text(say.title) } }
          page.li { page in page.a(.href(tag.address)) { $0.text(tag.label) } }
        }
        page.h1 { $0.text(title) }
        page.p { $0.text(say.editAdvice) }
      }
      if let wrong = form.problem {
        page.problems([(field: wrong.field, text: problem)], visit.say.site)
      }
      func said(_ field: StaticString) -> String {
        form.problem?.field.description == field.description ? problem : ""
      }
      page.section(.class("card")) { page in
        page.h2 { $0.text(say.rename) }
        page.form("/etiquettes/\(tag.slug)/nom", visit, .class("stack")) { page in
          page.textField(
            Field(name: "nom", label: say.newName, problem: said("nom")), value: form.name,
            visit.say.site, .named("autocomplete", literally: "off"))
          button(say.rename, &page)
        }
      }
      page.section(.class("card")) { page in
        page.h2 { $0.text(say.merge) }
        page.form("/etiquettes/\(tag.slug)/fusion", visit, .class("stack")) { page in
          page.textField(
            Field(
              name: "vers", label: say.mergeInto, hint: say.mergeHint, problem: said("vers")),
            value: form.other, visit.say.site, .named("autocomplete", literally: "off"))
          button(say.merge, &page)
        }
      }
      page.section(.class("card")) { page in
        page.h2 { $0.text(say.promote) }
        page.form("/etiquettes/\(tag.slug)/promotion", visit, .class("stack")) { page in
          page.textField(
            Field(
              name: "mot", label: say.promoteTo, hint: say.promoteHint, problem: said("mot")),
            value: form.concept, visit.say.site, .named("autocomplete", literally: "off"))
          button(say.promote, &page)
          if form.mayCreate {
            page.p { page in
              page.button(.class("button"), .name("action"), .value("creer")) {
                $0.text(say.createConcept)
              }
            }
          }
        }
      }
    }
  }

  private static func button(_ label: String, _ page: inout Page) {
    page.p { page in page.button(.class("button button--main")) { $0.text(label) } }
  }
}

extension TagStrings {
  func say(_ problem: TagEdit.Problem) -> String {
    switch problem {
    case .missing: nameMissing
    case .tooLong: nameTooLong
    case .inUse: nameInUse
    case .unknownTag: unknownTag
    case .sameTag: sameTag
    case .unknownConcept: unknownConcept
    }
  }
}
