import HTML

extension Page {
  /// A form of ours: it carries the token without which no POST is taken.
  mutating func form(
    _ action: Address, _ visit: Visit, _ attributes: Attribute...,
    content: (inout Page) -> Void
  ) {
    let path = action.text.prefix { $0 != "?" && $0 != "#" }
    let send: [Attribute] = [.named("method", literally: "post"), .address("action", action)]
    rawForm(send + attributes) { page in
      page.input(
        .type("hidden"), .name(FormToken.field), .value(visit.formToken(for: String(path))))
      content(&page)
    }
  }

  /// A form that only asks: its fields end in the address.
  mutating func askingForm(
    _ action: Address, _ attributes: Attribute..., content: (inout Page) -> Void
  ) {
    rawForm([.address("action", action)] + attributes, content: content)
  }
}

/// The buttons of a page that are one change each (thank, follow, close…).
///
/// They stand wherever they belong and share one empty form, so that a page of 25 posts does not
/// carry a hundred tokens.
enum Gestures {
  /// What the token of the shared form is made for, in place of a path.
  static let scope = "gestes"
}

extension Page {
  /// The shared form itself: once on a page that has gesture buttons.
  mutating func gestures(_ visit: Visit) {
    rawForm([.id(Gestures.scope), .named("method", literally: "post")]) { page in
      page.input(
        .type("hidden"), .name(FormToken.field), .value(visit.formToken(for: Gestures.scope)))
    }
  }

  /// A button that makes one change through the shared form.
  mutating func gesture(
    _ action: Address, _ attributes: Attribute..., content: (inout Page) -> Void
  ) {
    element(
      "button",
      [.named("form", literally: "gestes"), .address("formaction", action)] + attributes, content)
  }
}
