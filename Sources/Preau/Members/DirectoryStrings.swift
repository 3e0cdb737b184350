/// What administrators read where they look after members.
struct DirectoryStrings: Sendable {
  let title: String
  let name: String
  let role: String
  let roleHint: String
  let anyRole: String
  let nobody: String
  let powers: String
  let changeRole: String
  let issueCode: String
  let codeHint: String
  let codeTitle: String
  let codeFor: @Sendable (_ name: String, _ login: String) -> String
  let codeAdvice: @Sendable (_ until: String) -> String
  let refused: String
  let lastAdministrator: String
  let noCodeForAdministrators: String
  let makeAdministratorTitle: @Sendable (String) -> String
  let makeAdministratorAdvice: String
  let makeAdministrator: String
  let suspend: String
  let suspendTitle: @Sendable (String) -> String
  let suspendAdvice: String
  let isSuspended: String
  let restore: String
  let noSuspensionOfAdministrators: String

  static let french = DirectoryStrings(
    title: "Membres",
    name: "Nom ou identifiant",
    role: "Rôle",
    roleHint: "Le rôle de référent se donne dans chaque espace.",
    anyRole: "Tous",
    nobody: "Aucun membre ne correspond.",
    powers: "Administration",
    changeRole: "Changer le rôle",
    issueCode: "Donner un code de secours",
    codeHint: "Pour un mot de passe perdu. Assurez-vous d’abord que c’est bien cette personne qui "
      + "vous le demande.",
    codeTitle: "Code de secours",
    codeFor: { name, login in
      "Pour \(name), dont l’identifiant est «\u{00A0}\(login)\u{00A0}»\u{00A0}:"
    },
    codeAdvice: {
      "Notez-le maintenant\u{00A0}: il ne sera plus affiché. Il sert une seule fois, jusqu’au \($0)"
        + "\u{202F}; un code donné plus tôt ne sert plus. Il se tape sur la page «\u{00A0}Mot de "
        + "passe perdu\u{00A0}»."
    },
    refused: "Ce n’est pas possible",
    lastAdministrator: "C’est le dernier compte d’administration du site. Donnez d’abord ce rôle à "
      + "quelqu’un d’autre.",
    noCodeForAdministrators: "On ne donne pas de code de secours à un administrateur\u{00A0}: il "
      + "ouvrirait tout le site. Son mot de passe se remplace sur le serveur, avec la commande "
      + "«\u{00A0}preau member password\u{00A0}».",
    makeAdministratorTitle: { "Faire \(FrenchElision.de($0)) un administrateur\u{202F}?" },
    makeAdministratorAdvice: "Un administrateur change les rôles, crée les espaces, lit le "
      + "journal du site et vous vaut en tout. Il peut aussi vous retirer ce rôle.",
    makeAdministrator: "Donner le rôle d’administrateur",
    suspend: "Suspendre ce compte",
    suspendTitle: { "Suspendre le compte \(FrenchElision.de($0))\u{202F}?" },
    suspendAdvice: "Cette personne sera déconnectée partout et ne pourra plus se connecter, "
      + "jusqu’à ce que vous rétablissiez son compte. Ses messages restent. C’est noté dans le "
      + "journal.",
    isSuspended: "Ce compte est suspendu\u{00A0}: personne ne peut s’y connecter.",
    restore: "Rétablir ce compte",
    noSuspensionOfAdministrators: "Le compte d’un administrateur ne se suspend pas\u{00A0}: "
      + "donnez-lui d’abord un autre rôle.")

  static let english = DirectoryStrings(
    title: "Members",
    name: "Name or log-in name",
    role: "Role",
    roleHint: "The role of référent is given in each space.",
    anyRole: "All",
    nobody: "No member matches.",
    powers: "Administration",
    changeRole: "Change the role",
    issueCode: "Issue a recovery code",
    codeHint: "For a lost password. Make sure first that it is this person who asks you.",
    codeTitle: "Recovery code",
    codeFor: { name, login in "For \(name), whose log-in name is “\(login)”:" },
    codeAdvice: {
      "Write it down now: it will not be shown again. It serves once, until \($0); a code given "
        + "earlier is of no use any more. It is typed on the page “Lost password”."
    },
    refused: "This is not possible",
    lastAdministrator: "This is the last administrator’s account of the site. Give that role to "
      + "somebody else first.",
    noCodeForAdministrators: "No recovery code is issued for an administrator: it would open the "
      + "whole site. Their password is replaced on the server, with the command “preau member "
      + "password”.",
    makeAdministratorTitle: { "Make \($0) an administrator?" },
    makeAdministratorAdvice: "An administrator changes roles, makes spaces, reads the journal of "
      + "the site and is your equal in everything. They can also take that role from you.",
    makeAdministrator: "Give the role of administrator",
    suspend: "Suspend this account",
    suspendTitle: { "Suspend the account of \($0)?" },
    suspendAdvice: "This person will be logged out everywhere and cannot log in until you restore "
      + "the account. Their posts stay. It is written in the journal.",
    isSuspended: "This account is suspended: nobody can log in to it.",
    restore: "Restore this account",
    noSuspensionOfAdministrators: "An administrator’s account cannot be suspended: give them "
      + "another role first.")
}
