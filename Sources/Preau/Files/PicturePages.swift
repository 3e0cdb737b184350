import HTML

/// The part of a form in which a picture is joined to a text. Complete without a script.
enum PicturePages {
  static func part(_ field: PictureField, _ strings: Strings, _ page: inout Page) {
    let say = strings.files
    page.details(.class("picture"), .flag("open", !field.isEmpty)) { page in
      page.summary { $0.text(say.addPicture) }
      page.div(.class("stack")) { page in
        if let key = field.received {
          page.p { page in
            page.img(
              .src("/fichiers/\(key)/vignette"), .named("alt", say.received),
              .named("loading", literally: "lazy"))
          }
          page.input(.type("hidden"), .name("image-recue"), .value(key))
          page.checkbox(
            Field(name: "image-retrait", label: say.leaveOut), isChecked: false, strings.site)
        }
        page.fileField(
          Field(
            name: "image", label: field.received == nil ? say.picture : say.otherPicture,
            hint: say.pictureHint, problem: problem(field, in: "image", say)),
          accept: "image/jpeg,image/png,image/webp,image/gif", strings.site)
        page.textField(
          Field(
            name: "image-description", label: say.description, hint: say.descriptionHint,
            problem: problem(field, in: "image-description", say)),
          value: field.description, strings.site, .named("autocomplete", literally: "off"),
          .named("maxlength", String(PictureField.longestDescription)))
        page.checkbox(
          Field(name: "image-decorative", label: say.decoration), isChecked: field.isDecoration,
          strings.site)
        page.p(.class("hint")) { $0.text(say.placeHint) }
      }
    }
  }

  private static func problem(
    _ field: PictureField, in place: StaticString, _ say: FileStrings
  ) -> String {
    guard let problem = field.problem, field.place.description == place.description else {
      return ""
    }
    return say.say(problem)
  }
}

extension PictureField {
  /// For the list above the form.
  func problems(_ say: FileStrings) -> [(field: StaticString, text: String)] {
    problem.map { [(place, say.say($0))] } ?? []
  }
}
