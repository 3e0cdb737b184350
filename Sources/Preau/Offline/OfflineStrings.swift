/// What the site says of what a device keeps. `{}` is where the script puts a title.
struct OfflineStrings: Sendable {
  let title: String
  let advice: String
  let impossible: String
  let kept: String
  let none: String
  let total: String
  let dropOne: String
  let dropAll: String
  let removed: String
  let emptied: String
  let gone: String
  let renewed: String
  let noNetwork: String
  let noNetworkAdvice: String
  let tryAgain: String
  // Beside a tutorial.
  let heading: String
  let choiceAdvice: String
  let keep: String
  let drop: String
  let busy: String
  let failed: String
  let full: String
  let keptVersion: @Sendable (_ day: String) -> String
  // On what is kept.
  let copy: String
  let version: @Sendable (_ day: String) -> String
  let leftOut: String

  static let french = OfflineStrings(
    title: "Mes tutoriels hors ligne",
    advice: "Ce que vous avez gardé sur cet appareil s’ouvre sans réseau, à son adresse "
      + "habituelle. Tout en est retiré quand vous vous déconnectez.",
    impossible: "Garder un tutoriel demande JavaScript, un navigateur récent et une connexion "
      + "chiffrée (https). Sans cela, un tutoriel s’imprime aussi\u{00A0}: la page se met en "
      + "forme pour le papier.",
    kept: "Gardés sur cet appareil",
    none: "Rien n’est gardé ici. Sur la page d’un tutoriel, choisissez «\u{00A0}Garder hors "
      + "ligne\u{00A0}».",
    total: "Place prise en tout",
    dropOne: "Retirer",
    dropAll: "Tout retirer de cet appareil",
    removed: "«\u{00A0}{}\u{00A0}» n’est plus gardé ici.",
    emptied: "Plus rien n’est gardé sur cet appareil.",
    gone: "«\u{00A0}{}\u{00A0}» n’est plus publié, ou plus pour vous\u{00A0}: il n’est plus gardé "
      + "ici.",
    renewed: "«\u{00A0}{}\u{00A0}» avait une version plus récente\u{00A0}: c’est elle qui est "
      + "gardée maintenant.",
    noNetwork: "Pas de réseau",
    noNetworkAdvice: "Cette page n’est pas gardée sur cet appareil, et le site ne répond pas. "
      + "Voici ce que vous pouvez lire en attendant.",
    tryAgain: "Réessayer",
    heading: "Hors ligne",
    choiceAdvice: "Gardé sur cet appareil, ce tutoriel se lit sans réseau, images comprises, "
      + "jusqu’à votre déconnexion.",
    keep: "Garder hors ligne",
    drop: "Ne plus garder",
    busy: "Un instant\u{2026}",
    failed: "Le réseau n’a pas tout donné\u{00A0}: réessayez.",
    full: "Il n’y a plus de place sur cet appareil\u{00A0}: retirez d’abord autre chose.",
    keptVersion: { "Gardé sur cet appareil, version du \($0)." },
    copy: "Copie gardée sur cet appareil",
    version: { "version du \($0)" },
    leftOut: "Les films et les documents à télécharger demandent le réseau.")

  static let english = OfflineStrings(
    title: "My offline tutorials",
    advice: "What you have kept on this device opens without the network, at its usual address. "
      + "All of it is removed when you log out.",
    impossible: "Keeping a tutorial takes JavaScript, a recent browser and an encrypted "
      + "connection (https). Without these, a tutorial can be printed: its page is laid out for "
      + "paper.",
    kept: "Kept on this device",
    none: "Nothing is kept here. On the page of a tutorial, choose “Keep offline”.",
    total: "Room taken in all",
    dropOne: "Remove",
    dropAll: "Remove everything from this device",
    removed: "“{}” is no longer kept here.",
    emptied: "Nothing is kept on this device any more.",
    gone: "“{}” is no longer published, or not for you: it is no longer kept here.",
    renewed: "“{}” had a newer version, which is the one kept now.",
    noNetwork: "No network",
    noNetworkAdvice: "This page is not kept on this device, and the site does not answer. Here is "
      + "what you can read meanwhile.",
    tryAgain: "Try again",
    heading: "Offline",
    choiceAdvice: "Kept on this device, this tutorial can be read without the network, pictures "
      + "included, until you log out.",
    keep: "Keep offline",
    drop: "Stop keeping",
    busy: "One moment\u{2026}",
    failed: "The network did not give everything: try again.",
    full: "There is no room left on this device: remove something else first.",
    keptVersion: { "Kept on this device, version of \($0)." },
    copy: "Copy kept on this device",
    version: { "version of \($0)" },
    leftOut: "Films and documents to download need the network.")
}
