/// What a mailed invitation says.
struct InvitationMailStrings: Sendable {
  let subject: @Sendable (_ maker: String, _ site: String) -> String
  let classSubject: @Sendable (_ maker: String, _ name: String) -> String
  let open: String
  let orCode: @Sendable (_ address: String) -> String
  let until: @Sendable (_ day: String) -> String
  let ignore: String

  static let french = InvitationMailStrings(
    subject: { "\($0) vous invite sur \($1)" },
    classSubject: { "\($0) vous invite dans «\u{00A0}\($1)\u{00A0}»" },
    open: "Pour accepter, ouvrez ce lien\u{00A0}:",
    orCode: { "Ou tapez ce code sur \($0)\u{00A0}:" },
    until: { "L’invitation est valable jusqu’au \($0)." },
    ignore: "Si elle n’est pas pour vous, ne faites rien\u{00A0}: votre adresse sera oubliée.")

  static let english = InvitationMailStrings(
    subject: { "\($0) invites you to \($1)" },
    classSubject: { "\($0) invites you to “\($1)”" },
    open: "To accept, open this link:",
    orCode: { "Or type this code on \($0):" },
    until: { "The invitation is valid until \($0)." },
    ignore: "If it is not for you, do nothing: your address will be forgotten.")
}
