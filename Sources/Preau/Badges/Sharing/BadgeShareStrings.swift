/// What is said of badges that learners show.
struct BadgeShareStrings: Sendable {
  typealias Words = SiteStrings.Words

  // For their learner.
  let collectionAdvice: String
  let showWords: String
  let use: String
  let linkTitle: String
  let linkAdvice: String
  let address: String
  let noName: String
  let named: @Sendable (String) -> String
  let opensUntil: @Sendable (String) -> String
  let opensAlways: String
  let seeIt: String
  let onPaper: String
  let onPaperAdvice: String
  let onLinkedIn: String
  let onLinkedInAdvice: String
  let addToLinkedIn: String
  let inAPage: String
  let inAPageAdvice: String
  let code: String
  // For whoever has a link.
  let gone: Words
  let back: String
  let nameIsChosen: String
  let learnerSays: String
  let takeAlong: String
  let pictureAdvice: String
  let pictureIsStripped: String
  let toVerify: String
  let qrLabel: String
  let collectionTitle: @Sendable (String, String) -> String
  let collectionOf: @Sendable (String) -> String
  let emptyCollection: String
  let seeAndVerify: String
}

extension BadgeShareStrings {
  static let french = BadgeShareStrings(
    collectionAdvice:
      "Un lien montre cette collection, telle qu’elle est au moment où on la regarde, à qui le "
      + "reçoit de vous. Vous pouvez le retirer à tout moment.",
    showWords: "Montrer aussi ce que j’en dis",
    use: "S’en servir",
    linkTitle: "Un lien à montrer",
    linkAdvice:
      "Qui reçoit ce lien de vous voit la page, sans compte. Personne ne peut le deviner, et les "
      + "moteurs de recherche ne le gardent pas.",
    address: "Adresse à envoyer",
    noName: "Aucun nom n’y est montré.",
    named: { "Le nom montré est «\u{00A0}\($0)\u{00A0}»." },
    opensUntil: { "Il s’ouvre jusqu’au \($0)." },
    opensAlways: "Il s’ouvre jusqu’à ce que vous le retiriez.",
    seeIt: "Voir la page",
    onPaper: "Sur papier",
    onPaperAdvice:
      "La page s’imprime telle quelle, avec un code QR qui mène à sa vérification\u{00A0}: "
      + "ouvrez-la, puis imprimez-la depuis votre navigateur.",
    onLinkedIn: "Sur LinkedIn",
    onLinkedInAdvice:
      "Ce bouton vous fait quitter ce site\u{00A0}: LinkedIn recevra le nom du badge, qui l’a "
      + "donné, quand, et ce lien. Rien ne lui est envoyé avant.",
    addToLinkedIn: "Ajouter à mon profil LinkedIn (autre site)",
    inAPage: "Dans une page à vous",
    inAPageAdvice:
      "Collez ce code dans votre blog ou votre portfolio. Il ne contient aucun programme et ne suit "
      + "personne.",
    code: "Code à coller",
    gone: Words(
      title: "Ce lien ne montre plus rien",
      advice:
        "La personne qui vous l’a donné l’a retiré, ou il n’était ouvert que pour un temps. "
        + "Demandez-lui un nouveau lien."),
    back: "Revenir au badge",
    nameIsChosen:
      "Le nom est celui que la personne a choisi de montrer\u{00A0}: le badge lui-même ne le "
      + "contient pas.",
    learnerSays: "Ce que la personne en dit",
    takeAlong: "Emporter ce badge",
    pictureAdvice:
      "Certains téléphones et messageries effacent le badge que l’image contient\u{00A0}: pour le "
      + "transmettre, préférez le fichier ou le lien de cette page.",
    pictureIsStripped:
      "certains téléphones effacent le badge de l’image\u{00A0}: envoyez plutôt un fichier ou un lien",
    toVerify: "Pour vérifier ce badge, lisez ce code ou ouvrez cette adresse\u{00A0}:",
    qrLabel: "Code QR qui mène à cette page",
    collectionTitle: { "\($1), les badges de \($0)" },
    collectionOf: { "Les badges de \($0)" },
    emptyCollection: "Cette collection est vide pour l’instant.",
    seeAndVerify: "Voir et vérifier")

  static let english = BadgeShareStrings(
    collectionAdvice:
      "A link shows this collection, as it is when it is looked at, to whoever has it from you. You "
      + "can withdraw it at any time.",
    showWords: "Show what I say of it, too",
    use: "Use it",
    linkTitle: "A link to show",
    linkAdvice:
      "Whoever has this link from you sees the page, without an account. Nobody can guess it, and "
      + "search engines do not keep it.",
    address: "Address to send",
    noName: "No name is shown there.",
    named: { "The name that is shown is “\($0)”." },
    opensUntil: { "It opens until \($0)." },
    opensAlways: "It opens until you withdraw it.",
    seeIt: "See the page",
    onPaper: "On paper",
    onPaperAdvice:
      "The page can be printed as it is, with a QR code that leads to its verification: open it, "
      + "then print it from your browser.",
    onLinkedIn: "On LinkedIn",
    onLinkedInAdvice:
      "This button makes you leave this site: LinkedIn will get the name of the badge, who gave it, "
      + "when, and this link. Nothing is sent to it before.",
    addToLinkedIn: "Add to my LinkedIn profile (another site)",
    inAPage: "In a page of yours",
    inAPageAdvice:
      "Paste this code into your blog or portfolio. It holds no program and follows nobody.",
    code: "Code to paste",
    gone: Words(
      title: "This link shows nothing any more",
      advice:
        "The person who gave it to you has withdrawn it, or it was open for a time only. Ask them "
        + "for a new link."),
    back: "Back to the badge",
    nameIsChosen:
      "The name is the one that the person has chosen to show: the badge itself does not hold it.",
    learnerSays: "What the person says of it",
    takeAlong: "Take this badge along",
    pictureAdvice:
      "Some telephones and messengers strip the badge out of the picture: to pass it on, prefer the "
      + "file or the link of this page.",
    pictureIsStripped:
      "some telephones strip the badge out of the picture: rather send a file or a link",
    toVerify: "To verify this badge, scan this code or open this address:",
    qrLabel: "QR code that leads to this page",
    collectionTitle: { "\($1), badges of \($0)" },
    collectionOf: { "Badges of \($0)" },
    emptyCollection: "This collection is empty for now.",
    seeAndVerify: "See and verify")
}
