import HTML

extension Page {
  /// The way to a certificate, and what it is; nothing where none can be made.
  mutating func certificate(_ address: Address, _ visit: Visit) {
    guard CertificateFonts.areInstalled else { return }
    let say = visit.say.certificates
    p { page in
      page.a(.class("button"), .href(address), .flag("download", true)) { $0.text(say.title) }
      page.span(.class("meta")) { $0.text(say.advice) }
    }
  }
}
