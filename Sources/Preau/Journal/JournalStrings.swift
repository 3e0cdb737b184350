/// What the journal says.
struct JournalStrings: Sendable {
  let title: String
  let titleOf: @Sendable (_ space: String) -> String
  let introduction: String
  let empty: String
  let by: String
  let about: String
  let commandLine: String
  let theSite: String
  let first: String
  let older: String
  let link: String
  let action: @Sendable (JournalAction) -> String
  let object: @Sendable (JournalObject) -> String

  /// What the detail of an entry says in words; empty when there is nothing to add.
  func detail(_ entry: JournalEntry, _ say: Strings) -> String {
    // A count needs no words.
    if Int(entry.detail) != nil { return entry.detail }
    if entry.action == .caseDecided || entry.action == .contestAnswered {
      return say.moderation.ruling(entry.detail)
    }
    if entry.action == .postRefused { return say.moderation.ruling(entry.detail) }
    if [.sealGiven, .sealRefused, .sealsChosen].contains(entry.action) {
      return say.reviews.seals(named: entry.detail)
    }
    if entry.action == .holdingChosen {
      return Holding(rawValue: entry.detail).map(say.held.holding) ?? ""
    }
    let roles = entry.detail.split(separator: " ").compactMap { Member.Role(rawValue: String($0)) }
    return roles.map { say.members.role($0) }.joined(separator: " → ")
  }

  static let french = JournalStrings(
    title: "Journal",
    titleOf: { "Journal\u{00A0}: \($0)" },
    introduction: "Qui a fait quoi, quand et où. Personne ne peut modifier ni effacer ces lignes.",
    empty: "Il ne s’est encore rien passé.",
    by: "par",
    about: "au sujet de",
    commandLine: "la ligne de commande",
    theSite: "le site",
    first: "Le plus récent",
    older: "Plus ancien",
    link: "Journal",
    action: { action in
      switch action {
      case .accountCreated: "Compte créé"
      case .accountSuspended: "Compte suspendu"
      case .accountRestored: "Compte rétabli"
      case .accountDeleted: "Compte supprimé"
      case .roleChanged: "Rôle changé"
      case .codeIssued: "Code de mot de passe remis"
      case .passwordSet: "Mot de passe remplacé"
      case .invitationMade: "Invitation créée"
      case .invitationRevoked: "Invitation retirée"
      case .referentAppointed: "Référent nommé"
      case .referentDismissed: "Référent déchargé"
      case .memberAdmitted: "Membre admis"
      case .memberRemoved: "Membre retiré"
      case .postRemoved: "Message retiré"
      case .postRestored: "Message rétabli"
      case .postEdited: "Message d’une autre personne modifié"
      case .threadPinned: "Fil épinglé"
      case .threadUnpinned: "Fil désépinglé"
      case .threadClosed: "Fil fermé"
      case .threadReopened: "Fil rouvert"
      case .threadMoved: "Fil déplacé vers un autre espace"
      case .threadReceived: "Fil reçu d’un autre espace"
      case .threadMerged: "Fil réuni avec un autre"
      case .mergeUndone: "Fil séparé d’un autre"
      case .reportSettled: "Signalement réglé"
      case .caseTaken: "Signalement pris en charge"
      case .caseReleased: "Signalement laissé à d’autres"
      case .caseDecided: "Décision sur un signalement"
      case .decisionContested: "Décision contestée"
      case .contestAnswered: "Réponse à une contestation"
      case .moderationShown: "Registre de modération ouvert"
      case .moderationKept: "Registre de modération refermé"
      case .nameRevealed: "Nom d’un auteur regardé"
      case .masksAllowed: "Écrire sans son nom\u{00A0}: permis"
      case .masksRefused: "Écrire sans son nom\u{00A0}: plus permis"
      case .postApproved: "Message relu et publié"
      case .postRefused: "Message relu et refusé"
      case .holdingChosen: "Relecture avant publication"
      case .classMade: "Classe créée"
      case .classClosed: "Classe fermée"
      case .classReopened: "Classe rouverte"
      case .classCodeRenewed: "Code de la classe changé"
      case .classArchived: "Archive de la classe téléchargée"
      case .secretReset: "Secret remplacé"
      case .learnerRenamed: "Nom d’un élève changé"
      case .requestHandedOver: "Demande d’aide confiée"
      case .requestsTagged: "Demandes étiquetées ensemble"
      case .requestsAssigned: "Demandes confiées ensemble"
      case .requestsClosed: "Demandes fermées ensemble"
      case .bulkUndone: "Changement de plusieurs demandes annulé"
      case .volunteerNamed: "Bénévole nommé"
      case .volunteerDismissed: "Bénévole retiré"
      case .deskDelaySet: "Délai du bureau d’aide changé (en heures)"
      case .needsSent: "Besoins non couverts transmis"
      case .tagRenamed: "Étiquette renommée"
      case .tagMerged: "Étiquettes réunies"
      case .tagPromoted: "Étiquette devenue un mot de vocabulaire"
      case .vocabularyImported: "Vocabulaire importé (nouveaux, changés, disparus)"
      case .needsExported: "Tableau des besoins non couverts téléchargé"
      case .tutorialAccepted: "Tutoriel lu et publié"
      case .tutorialReturned: "Tutoriel lu et rendu"
      case .tutorialRemoved: "Tutoriel retiré"
      case .tutorialRestored: "Tutoriel rétabli"
      case .tutorialTaken: "Tutoriel repris"
      case .resourceRemoved: "Ressource retirée"
      case .resourceRestored: "Ressource rétablie"
      case .useRemoved: "Retour d’usage retiré"
      case .useRestored: "Retour d’usage rétabli"
      case .badgeIssuerAllowed: "Espace autorisé à donner des badges"
      case .badgeIssuerClosed: "Espace qui ne donne plus de badges"
      case .badgeMade: "Modèle de badge créé"
      case .badgeActivated: "Modèle de badge ouvert"
      case .badgeRetired: "Modèle de badge retiré"
      case .badgeOffered: "Badge attribué"
      case .badgeRuleSet: "Règle d’un badge décidée"
      case .badgeRulePaused: "Règle d’un badge mise en pause"
      case .badgeRuleResumed: "Règle d’un badge remise en marche"
      case .badgeRuleStopped: "Règle d’un badge arrêtée"
      case .badgeRuled: "Badge attribué par une règle"
      case .badgePeersSet: "Badge reconnu par les pairs (à partir de combien)"
      case .badgeRecognised: "Badge attribué après reconnaissance par les pairs"
      case .badgeAgreementNeeded: "Élèves\u{00A0}: accord demandé pour montrer un badge"
      case .badgeAgreementDropped: "Élèves\u{00A0}: plus d’accord demandé pour montrer un badge"
      case .badgeShowingAgreed: "Accord donné pour montrer un badge"
      case .badgeShowingDeclined: "Accord refusé pour montrer un badge"
      case .badgeReissued: "Badge refait pour une autre adresse"
      case .badgeReturned: "Demande de badge rendue"
      case .badgeRevoked: "Badge révoqué"
      case .badgeRestored: "Badge rétabli"
      case .badgeKeysRenewed: "Clés de badges renouvelées"
      case .badgeEndorsed: "Badge recommandé"
      case .badgeEndorsementRemoved: "Recommandation d’un badge retirée"
      case .sealGiven: "Sceau donné à un tutoriel"
      case .sealRefused: "Tutoriel relu et rendu"
      case .sealsChosen: "Sceaux demandés avant publication"
      case .tradeReviewerNamed: "Personne nommée pour le métier"
      case .tradeReviewerDismissed: "Personne qui n’est plus nommée pour le métier"
      case .remarkHidden: "Remarque sur un tutoriel masquée"
      case .exported: "Communauté exportée"
      }
    },
    object: { object in
      switch object {
      case .thread(let id): "fil n°\u{00A0}\(id.value)"
      case .post(let id): "message n°\u{00A0}\(id.value)"
      case .invitation(let id): "invitation n°\u{00A0}\(id.value)"
      case .tutorial(let id): "tutoriel n°\u{00A0}\(id.value)"
      case .badge(let id): "badge n°\u{00A0}\(id.value)"
      case .resource(let id): "ressource n°\u{00A0}\(id.value)"
      }
    })

  static let english = JournalStrings(
    title: "Journal",
    titleOf: { "Journal: \($0)" },
    introduction: "Who did what, when and where. Nobody can change or delete these lines.",
    empty: "Nothing has happened yet.",
    by: "by",
    about: "about",
    commandLine: "the command line",
    theSite: "the site",
    first: "Latest",
    older: "Older",
    link: "Journal",
    action: { action in
      switch action {
      case .accountCreated: "Account created"
      case .accountSuspended: "Account suspended"
      case .accountRestored: "Account restored"
      case .accountDeleted: "Account deleted"
      case .roleChanged: "Role changed"
      case .codeIssued: "Password code issued"
      case .passwordSet: "Password replaced"
      case .invitationMade: "Invitation made"
      case .invitationRevoked: "Invitation withdrawn"
      case .referentAppointed: "Référent appointed"
      case .referentDismissed: "Référent relieved"
      case .memberAdmitted: "Member admitted"
      case .memberRemoved: "Member taken out"
      case .postRemoved: "Post removed"
      case .postRestored: "Post restored"
      case .postEdited: "Somebody else’s post changed"
      case .threadPinned: "Thread pinned"
      case .threadUnpinned: "Thread unpinned"
      case .threadClosed: "Thread closed"
      case .threadReopened: "Thread reopened"
      case .threadMoved: "Thread moved to another space"
      case .threadReceived: "Thread received from another space"
      case .threadMerged: "Thread joined with another"
      case .mergeUndone: "Thread parted from another"
      case .reportSettled: "Report settled"
      case .caseTaken: "Report taken"
      case .caseReleased: "Report left to others"
      case .caseDecided: "Decision on a report"
      case .decisionContested: "Decision contested"
      case .contestAnswered: "Contested decision looked at again"
      case .moderationShown: "Record of moderation opened"
      case .moderationKept: "Record of moderation closed"
      case .nameRevealed: "Name of an author looked at"
      case .masksAllowed: "Writing without one’s name: allowed"
      case .masksRefused: "Writing without one’s name: no longer allowed"
      case .postApproved: "Post read and published"
      case .postRefused: "Post read and refused"
      case .holdingChosen: "Reading before publication"
      case .classMade: "Class made"
      case .classClosed: "Class closed"
      case .classReopened: "Class opened again"
      case .classCodeRenewed: "Code of the class changed"
      case .classArchived: "Archive of the class downloaded"
      case .secretReset: "Secret replaced"
      case .learnerRenamed: "Name of a learner changed"
      case .requestHandedOver: "Request for help handed over"
      case .requestsTagged: "Requests tagged together"
      case .requestsAssigned: "Requests assigned together"
      case .requestsClosed: "Requests closed together"
      case .bulkUndone: "Change of several requests undone"
      case .volunteerNamed: "Volunteer named"
      case .volunteerDismissed: "Volunteer removed"
      case .deskDelaySet: "Delay of the help desk changed (in hours)"
      case .needsSent: "Unmet needs sent"
      case .tagRenamed: "Tag renamed"
      case .tagMerged: "Tags joined"
      case .tagPromoted: "Tag made a concept of a vocabulary"
      case .vocabularyImported: "Vocabulary imported (new, changed, gone)"
      case .needsExported: "Table of unmet needs downloaded"
      case .tutorialAccepted: "Tutorial read and published"
      case .tutorialReturned: "Tutorial read and sent back"
      case .tutorialRemoved: "Tutorial removed"
      case .tutorialRestored: "Tutorial restored"
      case .tutorialTaken: "Tutorial taken over"
      case .resourceRemoved: "Resource removed"
      case .resourceRestored: "Resource restored"
      case .useRemoved: "Use report removed"
      case .useRestored: "Use report restored"
      case .badgeIssuerAllowed: "Space allowed to give badges"
      case .badgeIssuerClosed: "Space that gives no more badges"
      case .badgeMade: "Badge class made"
      case .badgeActivated: "Badge class opened"
      case .badgeRetired: "Badge class retired"
      case .badgeOffered: "Badge awarded"
      case .badgeRuleSet: "Rule of a badge decided"
      case .badgeRulePaused: "Rule of a badge paused"
      case .badgeRuleResumed: "Rule of a badge goes on"
      case .badgeRuleStopped: "Rule of a badge stopped"
      case .badgeRuled: "Badge awarded by a rule"
      case .badgePeersSet: "Badge recognised by peers (from how many on)"
      case .badgeRecognised: "Badge awarded after recognition by peers"
      case .badgeAgreementNeeded: "Pupils: an agreement is needed to show a badge"
      case .badgeAgreementDropped: "Pupils: no agreement is needed any more to show a badge"
      case .badgeShowingAgreed: "Agreement to show a badge given"
      case .badgeShowingDeclined: "Agreement to show a badge refused"
      case .badgeReissued: "Badge issued anew to another address"
      case .badgeReturned: "Badge request sent back"
      case .badgeRevoked: "Badge revoked"
      case .badgeRestored: "Badge restored"
      case .badgeKeysRenewed: "Keys of badges renewed"
      case .badgeEndorsed: "Badge recommended"
      case .badgeEndorsementRemoved: "Recommendation of a badge withdrawn"
      case .sealGiven: "Seal given to a tutorial"
      case .sealRefused: "Tutorial reviewed and sent back"
      case .sealsChosen: "Seals asked for before publication"
      case .tradeReviewerNamed: "Somebody named for the trade"
      case .tradeReviewerDismissed: "Somebody no longer named for the trade"
      case .remarkHidden: "Remark on a tutorial hidden"
      case .exported: "Community exported"
      }
    },
    object: { object in
      switch object {
      case .thread(let id): "thread no. \(id.value)"
      case .post(let id): "post no. \(id.value)"
      case .invitation(let id): "invitation no. \(id.value)"
      case .tutorial(let id): "tutorial no. \(id.value)"
      case .badge(let id): "badge no. \(id.value)"
      case .resource(let id): "resource no. \(id.value)"
      }
    })
}
