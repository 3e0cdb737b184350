import HTML

/// Pieces that the pages about members share.
extension Page {
  /// The title of a page, in the place where all pages have it.
  mutating func head(_ title: String, _ introduction: String = "") {
    div(.class("head")) { page in
      page.h1 { $0.text(title) }
      if !introduction.isEmpty { page.p { $0.text(introduction) } }
    }
  }

  /// The pages above this one.
  mutating func trail(_ steps: [(address: Address, label: String)], _ visit: Visit) {
    nav(.label(visit.say.members.trail)) { page in
      page.ol(.class("trail"), .role("list")) { page in
        for step in steps {
          page.li { page in page.a(.href(step.address)) { $0.text(step.label) } }
        }
      }
    }
  }

  /// The one main action of a page.
  mutating func mainButton(_ label: String) {
    button(.class("button button--main")) { $0.text(label) }
  }

  /// Whose password a form asks for or changes, for password managers alone: it is neither seen
  /// nor sent.
  mutating func accountName(_ visit: Visit) {
    guard let login = visit.viewer.member?.login else { return }
    input(
      .type("text"), .value(login), .autocomplete("username"), .flag("readonly", true),
      .flag("hidden", true), .label(visit.say.members.signUp.login))
  }

  /// A password's field: always empty, for a password is never given back.
  mutating func password(_ field: Field, _ kind: PasswordKind, _ say: SiteStrings) {
    textField(
      field, value: "", type: "password", say,
      .autocomplete(kind == .new ? "new-password" : "current-password"), .flag("required", true),
      .when(kind == .new, .named("minlength", String(NewPassword.lengths.lowerBound))))
  }
}

/// What a password manager should offer.
enum PasswordKind { case current, new }

extension Attribute {
  /// What the browser may fill in (HTML Standard §4.10.18.7; WCAG 2.2 SC 1.3.5).
  static func autocomplete(_ purpose: StaticString) -> Attribute {
    .named("autocomplete", literally: purpose)
  }

  /// Whether telephones begin words with a capital.
  static func capitals(_ kind: StaticString) -> Attribute {
    .named("autocapitalize", literally: kind)
  }
}
