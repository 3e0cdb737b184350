/// What every page says, and what is said when there is no page.
struct SiteStrings: Sendable {
  let skip: String
  let menu: String
  let threads: String
  let spaces: String
  let tags: String
  let search: String
  let searchHint: String
  let startSearch: String
  /// From the name of the site.
  let searchOf: @Sendable (String) -> String
  let myPreau: String
  let logIn: String
  let signUp: String
  let ask: String
  let help: String
  let accessibility: String
  let privacy: String
  let otherLanguage: String
  let otherLanguageTag: String
  let error: String
  /// Between a word and what it is about, with its spaces.
  let colon: String
  let problems: @Sendable (Int) -> String
  let home: String
  let yourText: String
  let yourTextHint: String
  let previous: String
  let next: String
  let pages: String
  let optional: String
  let cancel: String
  let save: String
  /// Who answers for the site, when the configuration names nobody.
  let contact: String

  let notFound: Words
  let gone: Words
  let suspended: Words
  let notAllowed: Words
  let badRequest: Words
  let methodNotAllowed: Words
  let foreignForm: Words
  let staleForm: Words
  let tooLarge: Words
  /// Said when a form could not be taken.
  let textIsThere: String
  let tooLongAddress: Words
  let tooManyRequests: Words
  let timeout: Words
  let failure: Words
  let busy: Words

  /// A page that says why there is no other: a title and what to do about it.
  struct Words: Sendable {
    let title: String
    let advice: String
  }

  static let french = SiteStrings(
    skip: "Aller au contenu",
    menu: "Principale",
    threads: "Entraide",
    spaces: "Espaces",
    tags: "Étiquettes",
    search: "Rechercher",
    searchHint: "Chercher",
    startSearch: "Lancer la recherche",
    searchOf: { "Chercher dans \($0)" },
    myPreau: "Mon préau",
    logIn: "Se connecter",
    signUp: "Créer un compte",
    ask: "Poser une question",
    help: "Aide",
    accessibility: "Accessibilité",
    privacy: "Données personnelles",
    otherLanguage: "English",
    otherLanguageTag: "en",
    error: "Erreur",
    colon: "\u{00A0}: ",
    problems: { $0 < 2 ? "Une chose est à corriger" : "\($0) choses sont à corriger" },
    home: "Aller à l’accueil",
    yourText: "Votre texte",
    yourTextHint: "Le voici tel que vous l’avez écrit\u{00A0}: rien n’est perdu.",
    previous: "Page précédente",
    next: "Page suivante",
    pages: "Pages",
    optional: "facultatif",
    cancel: "Annuler",
    save: "Enregistrer",
    contact: "la personne qui administre ce site",
    notFound: Words(
      title: "Cette page n’existe pas",
      advice: "L’adresse est peut-être incomplète, ou la page a été déplacée. La recherche "
        + "permet de retrouver ce que vous cherchiez."),
    gone: Words(
      title: "Ce contenu a été retiré",
      advice: "La personne qui l’avait écrit, ou un référent, l’a retiré."),
    suspended: Words(
      title: "Ce compte est suspendu",
      advice: "Un administrateur du site l’a suspendu. Pour en savoir plus, ou si c’est une "
        + "erreur, adressez-vous à l’établissement."),
    notAllowed: Words(
      title: "Cette page ne vous est pas ouverte",
      advice: "Elle est réservée à d’autres membres. Si vous pensez que c’est une erreur, "
        + "demandez à un référent de l’espace."),
    badRequest: Words(
      title: "Cette demande n’est pas comprise",
      advice: "L’adresse ou le formulaire est mal formé. Revenez en arrière et réessayez."),
    methodNotAllowed: Words(
      title: "Cette adresse ne se visite pas ainsi",
      advice: "Elle sert à recevoir un formulaire. Revenez en arrière et réessayez."),
    foreignForm: Words(
      title: "Ce formulaire ne vient pas de ce site",
      advice: "Par sécurité, rien n’a été fait. Ouvrez la page ici même et réessayez."),
    staleForm: Words(
      title: "Cette page avait été ouverte pour un autre compte, ou il y a trop longtemps",
      advice: "Par sécurité, rien n’a été fait. Revenez à la page, rechargez-la et réessayez."),
    tooLarge: Words(
      title: "Ce que vous envoyez est trop volumineux",
      advice: "Rien n’a été enregistré. Revenez en arrière avec le bouton de votre "
        + "navigateur\u{00A0}: votre texte y est encore. Un message tient en 20\u{202F}000 caractères\u{00A0}: "
        + "raccourcissez-le, ou publiez-le en plusieurs fois. Une image collée comme texte est "
        + "souvent la cause."),
    textIsThere:
      "Rien n’a été publié. Revenez en arrière avec le bouton de votre navigateur\u{00A0}: "
      + "votre texte y est encore.",
    tooLongAddress: Words(
      title: "Cette adresse est trop longue",
      advice: "L’adresse, ou ce que votre navigateur envoie avec elle, dépasse ce que ce site "
        + "lit. Raccourcissez-la, ou effacez les cookies de ce site, puis réessayez."),
    tooManyRequests: Words(
      title: "C’est un peu trop rapide",
      advice: "Attendez un instant, puis réessayez."),
    timeout: Words(
      title: "L’envoi a pris trop de temps",
      advice: "La connexion est peut-être mauvaise. Revenez en arrière et réessayez."),
    failure: Words(
      title: "Quelque chose s’est mal passé de notre côté",
      advice: "Ce n’est pas votre faute, et la panne est notée. Réessayez dans un instant."),
    busy: Words(
      title: "Beaucoup de monde sous le préau",
      advice: "Le serveur est très occupé. Réessayez dans quelques secondes."))

  static let english = SiteStrings(
    skip: "Skip to content",
    menu: "Main",
    threads: "Mutual help",
    spaces: "Spaces",
    tags: "Tags",
    search: "Search",
    searchHint: "Search",
    startSearch: "Start the search",
    searchOf: { "Search \($0)" },
    myPreau: "My Préau",
    logIn: "Log in",
    signUp: "Create an account",
    ask: "Ask a question",
    help: "Help",
    accessibility: "Accessibility",
    privacy: "Personal data",
    otherLanguage: "Français",
    otherLanguageTag: "fr",
    error: "Error",
    colon: ": ",
    problems: { $0 == 1 ? "One thing needs correcting" : "\($0) things need correcting" },
    home: "Go to the home page",
    yourText: "Your text",
    yourTextHint: "Here it is, just as you wrote it: nothing is lost.",
    previous: "Previous page",
    next: "Next page",
    pages: "Pages",
    optional: "optional",
    cancel: "Cancel",
    save: "Save",
    contact: "the person who administers this site",
    notFound: Words(
      title: "This page does not exist",
      advice: "The address may be incomplete, or the page has moved. The search may find what "
        + "you were looking for."),
    gone: Words(
      title: "This was removed",
      advice: "Its author, or a référent, has removed it."),
    suspended: Words(
      title: "This account is suspended",
      advice: "An administrator of the site suspended it. To know more, or if it is a mistake, ask "
        + "your school."),
    notAllowed: Words(
      title: "This page is not open to you",
      advice: "It is for other members. If you think that this is a mistake, ask a référent of "
        + "the space."),
    badRequest: Words(
      title: "This request cannot be understood",
      advice: "The address or the form is malformed. Go back and try again."),
    methodNotAllowed: Words(
      title: "This address is not visited like this",
      advice: "It receives a form. Go back and try again."),
    foreignForm: Words(
      title: "This form does not come from this site",
      advice: "For safety, nothing was done. Open the page here and try again."),
    staleForm: Words(
      title: "This page was opened for another account, or too long ago",
      advice: "For safety, nothing was done. Go back to the page, reload it and try again."),
    tooLarge: Words(
      title: "What you are sending is too large",
      advice: "Nothing was saved. Go back with the button of your browser: your text is still "
        + "there. A post holds 20,000 characters: shorten it, or publish it as several posts. An "
        + "image pasted as text is often the cause."),
    textIsThere:
      "Nothing was published. Go back with the button of your browser: your text is still "
      + "there.",
    tooLongAddress: Words(
      title: "This address is too long",
      advice: "The address, or what your browser sends with it, is more than this site reads. "
        + "Shorten it, or clear the cookies of this site, then try again."),
    tooManyRequests: Words(
      title: "That is a little too fast",
      advice: "Wait a moment, then try again."),
    timeout: Words(
      title: "Sending took too long",
      advice: "The connection may be poor. Go back and try again."),
    failure: Words(
      title: "Something went wrong on our side",
      advice: "It is not your fault, and the failure is on record. Try again in a moment."),
    busy: Words(
      title: "The schoolyard is crowded",
      advice: "The server is very busy. Try again in a few seconds."))
}
