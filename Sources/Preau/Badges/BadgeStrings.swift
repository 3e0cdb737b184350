/// What badges say.
struct BadgeStrings: Sendable {
  let title: String
  let issuers: String
  let issuersAdvice: String
  let spacesThatGive: String
  let givesBadges: String
  let allow: String
  let forbid: String
  let keys: String
  let keysAdvice: String
  let renewKeys: String
  let advice: String
  let mine: String
  let mineAdvice: String
  let make: String
  let verifyOne: String
  let empty: String
  let criteria: String
  let about: String
  let givenBy: String
  let givenOn: String
  let validity: String
  let forEver: String
  let tags: String
  let alignments: String
  let change: String
  let activate: String
  let retire: String
  let holders: String
  let award: String
  let nobodyYet: String
  let removeTest: String
  let revoke: String
  let restore: String
  let seeIt: String
  let changeRequest: String
  let withdrawRequest: String
  let ask: String
  let askAgain: String
  let makeTitle: String
  let changeTitle: String
  let changeAdvice: String
  let name: String
  let nameHint: String
  let description: String
  let descriptionHint: String
  let criteriaHint: String
  let picture: String
  let shape: String
  let colour: String
  let pictogram: String
  let monthsQuestion: String
  let monthsHint: String
  let tagsHint: String
  let alignmentsHint: String
  let takesRequests: String
  let takesRequestsHint: String
  let nameMissing: String
  let descriptionMissing: String
  let criteriaMissing: String
  let monthsWrong: String
  let awardTitle: String
  let people: String
  let peopleHint: String
  let peopleMissing: String
  let test: String
  let testHint: String
  let reread: String
  let correct: String
  let previewAdvice: String
  let reasonMissing: String
  let revokeTitle: String
  let reason: String
  let reasonHint: String
  let requests: String
  let noRequests: String
  let returnedWith: String
  let requestWords: String
  let requestWordsHint: String
  let requestWordsMissing: String
  let evidence: String
  let evidenceHint: String
  let evidenceTooMany: String
  let send: String
  let requestTitle: String
  let alreadyDecided: String
  let verdict: String
  let accept: String
  let acceptHint: String
  let sendBack: String
  let sendBackHint: String
  let verdictWords: String
  let verdictWordsHint: String
  let verdictMissing: String
  let verdictWordsMissing: String
  let alreadyHeld: String
  let noneYet: String
  let seeAll: String
  let takeAll: String
  let revokedBecause: String
  let aboutBadge: String
  let delete: String
  let deleteNow: String
  let deleteTitle: String
  let howEarned: String
  let doYouTakeIt: String
  let takeAdvice: String
  let putOnline: String
  let putOnlineHint: String
  let showEvidence: String
  let take: String
  let decline: String
  let share: String
  let shareAdvice: String
  let withdrawn: String
  let withdraw: String
  let nameThere: String
  let nameThereHint: String
  let howLong: String
  let untilWithdrawn: String
  let makeLink: String
  let online: String
  let isOnline: String
  let isNotOnline: String
  let takeOffline: String
  let takeAlong: String
  let takeAlongAdvice: String
  let reflection: String
  let reflectionHint: String
  let earnedBySomebody: String
  let whatItMeans: String
  let howAssessed: String
  let whatWasSaid: String
  let verify: String
  let waiting: @Sendable (Int) -> String
  let months: @Sendable (Int) -> String
  let days: @Sendable (Int) -> String
  let until: @Sendable (String) -> String
  let requestWaits: @Sendable (String) -> String
  let tooLong: @Sendable (Int) -> String
  let conceptUnknown: @Sendable (String) -> String
  let evidenceWrong: @Sendable (String) -> String
  let awardNow: @Sendable (Int) -> String
  let askTitle: @Sendable (String) -> String
  let deleteAdvice: @Sendable (String) -> String
  let revokeAdvice: @Sendable (String, String) -> String
  let earnedTitle: @Sendable (String, String) -> String
  let earnedBy: @Sendable (String) -> String
}

extension BadgeStrings {
  static let french = BadgeStrings(
    title: "Badges",
    issuers: "Qui donne des badges",
    issuersAdvice: "Le site en donne, et les espaces que vous autorisez.",
    spacesThatGive: "Les espaces",
    givesBadges: "Donne des badges",
    allow: "Autoriser",
    forbid: "Ne plus autoriser",
    keys: "Les clés",
    keysAdvice: "De nouvelles clés signeront les prochains badges. Ceux d’avant restent valables.",
    renewKeys: "Renouveler les clés",
    advice:
      "Ce que l’on sait faire, et comment on est avec les autres\u{00A0}: des badges que "
      + "l’on gagne ici et que l’on montre où l’on veut.",
    mine: "Mes badges",
    mineAdvice: "Vous seul les voyez, tant que vous ne les montrez pas.",
    make: "Créer un badge",
    verifyOne: "Vérifier un badge",
    empty: "Aucun badge n’est proposé pour l’instant.",
    criteria: "Ce qu’il faut faire",
    about: "En bref",
    givenBy: "Donné par",
    givenOn: "Donné le",
    validity: "Valable",
    forEver: "sans limite",
    tags: "Mots-clés",
    alignments: "Compétences et référentiels",
    change: "Modifier",
    activate: "Ouvrir",
    retire: "Ne plus le donner",
    holders: "Qui l’a reçu",
    award: "Attribuer",
    nobodyYet: "Personne pour l’instant.",
    removeTest: "Retirer l’essai",
    revoke: "Révoquer",
    restore: "Annuler la révocation",
    seeIt: "Le voir",
    changeRequest: "Compléter ma demande",
    withdrawRequest: "Retirer ma demande",
    ask: "Demander ce badge",
    askAgain: "Compléter et redemander",
    makeTitle: "Créer un badge",
    changeTitle: "Modifier le badge",
    changeAdvice:
      "Ceux qui l’ont déjà gardent le leur tel qu’il était\u{00A0}: vos changements valent "
      + "pour les prochains.",
    name: "Nom",
    nameHint:
      "Ce que la personne sait faire ou comment elle est\u{00A0}: «\u{00A0}Répond avec "
      + "patience\u{00A0}», «\u{00A0}Consigne une installation\u{00A0}».",
    description: "En une phrase",
    descriptionHint:
      "Ce que ce badge dit à quelqu’un qui ne vous connaît pas\u{00A0}: un employeur, une "
      + "famille.",
    criteriaHint:
      "Des choses que l’on peut voir\u{00A0}: «\u{00A0}a expliqué à trois "
      + "camarades…\u{00A0}». Le Markdown est permis.",
    picture: "Son image",
    shape: "Forme",
    colour: "Couleur",
    pictogram: "Pictogramme",
    monthsQuestion: "Durée de validité, en mois",
    monthsHint: "Vide\u{00A0}: sans limite.",
    tagsHint: "Séparés par des virgules.",
    alignmentsHint: "Les adresses de notions de nos vocabulaires, une par ligne.",
    takesRequests: "On peut le demander",
    takesRequestsHint: "Sinon il est seulement attribué.",
    nameMissing: "Donnez-lui un nom.",
    descriptionMissing: "Dites en une phrase ce qu’il signifie.",
    criteriaMissing: "Dites ce qu’il faut faire pour l’obtenir.",
    monthsWrong: "La durée est un nombre de mois, de 1 à 240.",
    awardTitle: "Attribuer le badge",
    people: "À qui",
    peopleHint:
      "Une personne par ligne\u{00A0}: son identifiant ou son nom, puis, si vous voulez, "
      + "un point-virgule et ce qu’elle a fait. Un tableau se colle tel quel.",
    peopleMissing: "Écrivez au moins une personne.",
    test: "Un essai",
    testHint: "Le badge dira qu’il est un essai, et vous pourrez le retirer.",
    reread: "Relire avant d’attribuer",
    correct: "Corriger",
    previewAdvice: "Voici qui le recevra. Chacun choisira de le prendre ou non.",
    reasonMissing: "Dites pourquoi\u{00A0}: la personne le lira.",
    revokeTitle: "Révoquer un badge",
    reason: "Pourquoi",
    reasonHint: "La personne le lit, et qui vérifie le badge aussi.",
    requests: "Demandes de badges",
    noRequests: "Aucune demande n’attend.",
    returnedWith: "Votre demande vous a été rendue avec ces mots\u{00A0}:",
    requestWords: "Ce que vous avez fait",
    requestWordsHint: "Racontez avec vos mots, en suivant les critères.",
    requestWordsMissing: "Racontez ce que vous avez fait.",
    evidence: "Ce qui le montre",
    evidenceHint:
      "Des adresses, une par ligne\u{00A0}: un fil, un tutoriel, une page. Par exemple "
      + "/fils/12.",
    evidenceTooMany: "Dix adresses au plus.",
    send: "Envoyer",
    requestTitle: "Une demande de badge",
    alreadyDecided: "Cette demande a déjà sa réponse.",
    verdict: "Votre avis",
    accept: "Accepter",
    acceptHint: "Les critères sont remplis\u{00A0}: le badge lui est proposé.",
    sendBack: "Rendre avec un mot",
    sendBackHint: "Dites ce qui manque\u{00A0}: la demande pourra être complétée.",
    verdictWords: "Vos mots",
    verdictWordsHint:
      "S’il est accepté, ils accompagnent le badge\u{202F}; sinon ils disent ce qui manque.",
    verdictMissing: "Choisissez\u{00A0}: accepter, ou rendre.",
    verdictWordsMissing: "Écrivez un mot\u{00A0}: c’est ce que la personne attend.",
    alreadyHeld: "La personne a déjà ce badge, ou il n’est plus donné.",
    noneYet: "Vous n’avez pas encore de badge.",
    seeAll: "Voir ceux que l’on peut gagner",
    takeAll: "Tout emporter (ZIP)",
    revokedBecause: "Ce badge a été révoqué.",
    aboutBadge: "À propos de ce badge",
    delete: "Supprimer de mes badges",
    deleteNow: "Supprimer pour toujours",
    deleteTitle: "Supprimer ce badge",
    howEarned: "Comment il a été gagné",
    doYouTakeIt: "Prenez-vous ce badge\u{202F}?",
    takeAdvice:
      "Il reste à vous seul\u{00A0}: personne ne le voit tant que vous ne le montrez pas.",
    putOnline: "Le rendre vérifiable en ligne",
    putOnlineHint:
      "Qui a son adresse, que personne ne peut deviner, pourra vérifier qu’il est vrai. "
      + "Votre nom n’y est pas.",
    showEvidence: "Montrer aussi",
    take: "Prendre ce badge",
    decline: "Non merci",
    share: "Le montrer",
    shareAdvice:
      "Un lien montre ce badge à qui le reçoit de vous. Vous pouvez le retirer à tout "
      + "moment.",
    withdrawn: "Lien retiré ou passé",
    withdraw: "Retirer ce lien",
    nameThere: "Le nom à montrer",
    nameThereHint:
      "Tel que la personne qui suit le lien doit vous connaître. Vide\u{00A0}: aucun nom.",
    howLong: "Pendant",
    untilWithdrawn: "jusqu’à ce que je le retire",
    makeLink: "Créer un lien",
    online: "Vérification en ligne",
    isOnline: "Ce badge est vérifiable par qui a son adresse.",
    isNotOnline:
      "Son adresse ne répond à personne pour l’instant. Un lien que vous créez se vérifie quand "
      + "même\u{202F}; un fichier Open Badges 2.0, seulement une fois en ligne.",
    takeOffline: "Ne plus le rendre vérifiable",
    takeAlong: "L’emporter",
    takeAlongAdvice:
      "Certains téléphones effacent ce qu’une image contient\u{00A0}: gardez aussi un "
      + "fichier, ou le lien.",
    reflection: "Ce que j’en dis",
    reflectionHint: "Pour vous\u{00A0}: comment vous l’avez gagné, ce que vous en gardez.",
    earnedBySomebody: "Gagné par la personne qui vous donne ce lien.",
    whatItMeans: "Ce que cela veut dire",
    howAssessed: "Comment cela a été évalué",
    whatWasSaid: "Ce qu’on a vu",
    verify: "Vérifier",
    waiting: { $0 == 1 ? "1 demande attend" : "\($0) demandes attendent" },
    months: { "\($0) mois" },
    days: { $0 == 365 ? "un an" : "\($0) jours" },
    until: { "jusqu’au \($0)" },
    requestWaits: { "Votre demande du \($0) attend une réponse." },
    tooLong: { "C’est trop long de \($0) caractères." },
    conceptUnknown: { "Aucune notion n’a cette adresse\u{00A0}: \($0)" },
    evidenceWrong: { "Ce n’est pas une adresse\u{00A0}: \($0)" },
    awardNow: { $0 == 1 ? "Attribuer le badge" : "Attribuer \($0) badges" },
    askTitle: { "Demander «\u{00A0}\($0)\u{00A0}»" },
    deleteAdvice: {
      "«\u{00A0}\($0)\u{00A0}» et ses liens disparaîtront d’ici pour toujours. Les "
        + "fichiers que vous avez emportés resteront chez vous."
    },
    revokeAdvice: {
      "Le badge «\u{00A0}\($0)\u{00A0}» \(FrenchElision.de($1)) ne sera plus valable. Pendant un jour, "
        + "vous pourrez changer d’avis."
    },
    earnedTitle: { "\($1), par \($0)" },
    earnedBy: { "Gagné par \($0)." })
}
