import HTML
import HTTP
import SQLite

/// What somebody who helps puts into a reply with one choice: an answer that serves again, or the
/// way to another thread.
enum HelpInsertion {
  /// The text that the address of the page asks for; empty when it asks for none.
  static func text(
    for view: ThreadView, _ help: HelpView?, _ visit: Visit, _ db: Reader
  ) throws -> String {
    guard let help, help.rights.mayHelp else { return "" }
    let query = visit.request.query
    let answer = query["reponse"].flatMap { HelpAnswer.ID(segment: $0) }
    let body = try answer.flatMap { try HelpAnswerStore.answer($0, of: view.space.id, db)?.body }
    let parts = [
      body.map { words(view, visit).fill($0) },
      try thread(named: query["voir"] ?? "", from: view, visit, db),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  /// The name of a learner does not go into a text that visitors may read.
  private static func words(_ view: ThreadView, _ visit: Visit) -> HelpAnswerWords {
    let author = view.thread.author
    let isKnown = author.isNamedToVisitors && visit.isNamed(author)
    let name = isKnown ? visit.name(of: author) : ""
    return HelpAnswerWords(
      firstName: name.split(separator: " ").first.map(String.init) ?? "", space: view.space.name,
      title: view.thread.title, link: visit.baseURL + view.thread.address.text)
  }

  /// A link to a thread that everybody who reads this one may read too: its title tells of it.
  ///
  /// - Parameter typed: the number of a thread, or an address that holds it.
  private static func thread(
    named typed: String, from view: ThreadView, _ visit: Visit, _ db: Reader
  ) throws -> String? {
    guard let id = number(in: typed), let other = try ThreadStore.view(id, for: visit.viewer, db),
      !other.thread.isRemoved,
      other.space.id == view.space.id
        || (other.space.visibility != .private
          && !view.space.visibility.isWider(than: other.space.visibility))
    else { return nil }
    let title = other.thread.title.filter { !"[]\\".contains($0) }
    return visit.say.help.answers.seeThread("[\(title)](\(other.thread.address.text))")
  }

  static func number(in typed: String) -> Thread.ID? {
    var rest = typed.trimmed[...]
    if let mark = rest.firstRange(of: "/fils/") { rest = rest[mark.upperBound...] }
    return Thread.ID(segment: String(rest.prefix { $0.isASCII && $0.isNumber }))
  }
}

extension Page {
  /// Above the reply of somebody who helps.
  mutating func helpInsertion(_ help: HelpView?, in shown: ThreadPage, _ visit: Visit) {
    guard let help, help.rights.mayHelp else { return }
    let say = visit.say.help.answers
    let (thread, space) = (shown.view.thread, shown.view.space)
    details(.class("card")) { page in
      page.summary { $0.text(say.insertTitle) }
      page.askingForm(thread.address.at("repondre"), .class("form stack")) { page in
        if shown.number > 1 {
          page.input(.type("hidden"), .name("page"), .value(String(shown.number)))
        }
        if !help.answers.isEmpty {
          page.choice(
            Field(name: "reponse", label: say.title),
            options: [("", say.none)] + help.answers.map { (String($0.id.value), $0.name) },
            chosen: "", visit.say.site)
        }
        page.textField(
          Field(name: "voir", label: say.otherThread, hint: say.otherThreadHint, isOptional: true),
          value: "", visit.say.site)
        page.p { page in page.button(.class("button")) { $0.text(say.insert) } }
      }
      page.p { page in
        page.a(.href("/espaces/\(space.slug)/bureau/reponses")) { $0.text(say.manage) }
      }
    }
  }
}
