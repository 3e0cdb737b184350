import HTML

/// The part of a form in which a file is joined to a text. Complete without a script.
enum FilePages {
  static func part(_ field: FileField, _ strings: Strings, _ page: inout Page) {
    let say = strings.files
    page.details(.class("picture"), .flag("open", !field.isEmpty)) { page in
      page.summary { $0.text(say.add) }
      page.div(.class("stack")) { page in
        if let key = field.received {
          page.p { page in
            page.img(
              .src("/fichiers/\(key)/vignette"), .named("alt", say.received),
              .named("loading", literally: "lazy"))
          }
          page.input(.type("hidden"), .name("fichier-recu"), .value(key))
          page.checkbox(
            Field(name: "fichier-retrait", label: say.leaveOut), isChecked: false, strings.site)
        }
        page.fileField(
          Field(
            name: "fichier", label: field.received == nil ? say.file : say.otherFile,
            hint: say.fileHint,
            problem: problem(field, in: "fichier", say)),
          accept: accepted, strings.site)
        page.textField(
          Field(
            name: "fichier-description", label: say.description, hint: say.descriptionHint,
            problem: problem(field, in: "fichier-description", say)),
          value: field.description, strings.site, .named("autocomplete", literally: "off"),
          .named("maxlength", String(FileField.longestDescription)))
        page.checkbox(
          Field(name: "fichier-decoratif", label: say.decoration), isChecked: field.isDecoration,
          strings.site)
        page.p(.class("hint")) { $0.text(say.placeHint) }
      }
    }
  }

  /// A help to choose; the content decides.
  static let accepted: StaticString =
    """
    image/jpeg,image/png,image/webp,image/gif,video/mp4,video/webm,video/quicktime,.pdf,.txt,.md,.csv,.rtf,.odt,.ods,.odp,.odg,.docx,\
    .xlsx,.pptx,.epub,.ggb,.h5p,.sb3,.zip
    """

  private static func problem(
    _ field: FileField, in place: StaticString, _ say: FileStrings
  ) -> String {
    guard let problem = field.problem, field.place.description == place.description else {
      return ""
    }
    return say.say(problem)
  }
}

extension FileField {
  /// For the list above the form.
  func problems(_ say: FileStrings) -> [(field: StaticString, text: String)] {
    problem.map { [(place, say.say($0))] } ?? []
  }
}
