extension Page {
  public var forms: [Form] { all("form").map(form) }

  /// The form sent to `action`, its query aside.
  public func form(to action: String) throws -> Form {
    try form("to \(action)") { $0.action.prefix { $0 != "?" } == action.prefix { $0 != "?" } }
  }

  /// The first form that has a field of that name.
  public func form(with field: String) throws -> Form {
    try form("with \(field)") { $0.fields.contains { $0.name == field } }
  }

  /// The first form that has a button that reads `text`.
  public func form(button text: String) throws -> Form {
    try form("with a button \(text)") { $0.buttons.contains { $0.text == text } }
  }

  private func form(_ wanted: String, where matches: (Form) -> Bool) throws -> Form {
    if let found = forms.first(where: matches) { return found }
    let known = forms.map { "\($0.method) \($0.action) \($0.fields.map(\.name))" }
    throw FormError(description: "no form \(wanted) among \(known) on « \(h1) »")
  }

  private func form(_ element: Element) -> Form {
    var controls: [Element] = []
    root.walk { control, ancestors in
      guard ["input", "select", "textarea", "button"].contains(control.name) else { return }
      let isInside = ancestors.contains { $0 === element }
      let isOurs = control["form"].map { $0 == element["id"] } ?? isInside
      let fieldset = ancestors.contains { $0.name == "fieldset" && $0["disabled"] != nil }
      if isOurs, control["disabled"] == nil, !fieldset { controls.append(control) }
    }
    return Form(
      address: address, action: element["action"] ?? "",
      method: (element["method"] ?? "get").uppercased(),
      isMultipart: element["enctype"]?.lowercased() == "multipart/form-data",
      fields: controls.flatMap(fields), buttons: controls.compactMap(button))
  }

  private func button(_ control: Element) -> Form.Button? {
    let kind = control["type"]?.lowercased() ?? (control.name == "button" ? "submit" : "text")
    guard kind == "submit", control.name == "button" || control.name == "input" else { return nil }
    return Form.Button(
      name: control["name"] ?? "", value: control["value"] ?? "",
      text: control.name == "button" ? control.text : control["value"] ?? "",
      action: control["formaction"], method: control["formmethod"])
  }

  private func fields(_ control: Element) -> [Form.Field] {
    let name = control["name"] ?? ""
    func field(_ kind: String, _ value: String, isOn: Bool = true) -> Form.Field {
      Form.Field(name: name, kind: kind, value: value, isOn: isOn, options: [])
    }
    switch control.name {
    case "textarea": return [field("textarea", control.exactText)]
    case "select": return choices(control, name)
    case "button": return []
    default:
      let kind = control["type"]?.lowercased() ?? "text"
      switch kind {
      case "submit", "button", "reset", "image": return []
      case "checkbox", "radio":
        return [field(kind, control["value"] ?? "on", isOn: control["checked"] != nil)]
      default: return [field(kind, control["value"] ?? "")]
      }
    }
  }

  private func choices(_ control: Element, _ name: String) -> [Form.Field] {
    let options = control.all("option").filter { $0["disabled"] == nil }
    func value(_ option: Element) -> String { option["value"] ?? option.text }
    if control["multiple"] != nil {
      return options.map { option in
        Form.Field(
          name: name, kind: "option", value: value(option), isOn: option["selected"] != nil,
          options: [])
      }
    }
    let chosen = options.last { $0["selected"] != nil } ?? options.first
    return [
      Form.Field(
        name: name, kind: "select", value: chosen.map(value) ?? "", isOn: chosen != nil,
        options: options.map { Form.Option(value: value($0), text: $0.text) })
    ]
  }
}
