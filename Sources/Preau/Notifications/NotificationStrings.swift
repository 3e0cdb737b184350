/// What is said of notifications.
struct NotificationStrings: Sendable {
  let title: String
  let new: String
  let none: String
  let noneOlder: String
  let markAll: String
  let allRead: String
  let takeBack: String
  /// The name of the link in the roof, from how many lines are new.
  let bell: @Sendable (Int) -> String
  /// "Sami, Camille et 3 autres", from the names of different people; empty for none.
  let names: @Sendable ([String]) -> String
  /// What happened, from how many times and by whom (empty: nobody is named).
  let sentence: @Sendable (Notification.Kind, Int, String) -> String

  static let french = NotificationStrings(
    title: "Notifications",
    new: "Nouveau",
    none: "Rien de nouveau. Les réponses à vos messages, les appels à votre nom et la suite des "
      + "fils que vous suivez arriveront ici.",
    noneOlder: "Rien de plus ancien.",
    markAll: "Tout marquer comme lu",
    allRead: "Tout est marqué comme lu.",
    takeBack: "Annuler",
    bell: {
      switch $0 {
      case 0: "Notifications"
      case 1: "Notifications\u{00A0}: 1 nouvelle"
      case ...NotificationPages.mostCounted: "Notifications\u{00A0}: \($0) nouvelles"
      default: "Notifications\u{00A0}: plus de \(NotificationPages.mostCounted) nouvelles"
      }
    },
    names: { names in
      switch names.count {
      case 0: ""
      case 1: names[0]
      case 2: "\(names[0]) et \(names[1])"
      case 3: "\(names[0]), \(names[1]) et une autre personne"
      default: "\(names[0]), \(names[1]) et \(names.count - 2) autres personnes"
      }
    },
    sentence: { kind, count, names in
      let by = names.isEmpty ? "" : ", " + FrenchElision.de(names)
      return switch kind {
      case .mention:
        count < 2 ? "Un message vous appelle\(by)" : "\(count) messages vous appellent\(by)"
      case .reply:
        count < 2 ? "Une réponse à votre message\(by)" : "\(count) réponses à vos messages\(by)"
      case .followed: count < 2 ? "Un nouveau message\(by)" : "\(count) nouveaux messages\(by)"
      case .started: "Un nouveau fil\(by)"
      case .accepted: "Votre réponse est acceptée"
      case .solved: "Une réponse est acceptée\u{00A0}: la question est résolue"
      case .thanks: count < 2 ? "Un merci pour votre message" : "\(count) mercis pour vos messages"
      case .reportSettled: "Merci de votre signalement\u{00A0}: il a été examiné"
      case .ruling: "Une décision a été prise au sujet de votre message"
      case .approved: "Votre message est publié"
      case .refused: "Votre message n’est pas publié\u{00A0}: voyez pourquoi"
      case .taken:
        names.isEmpty
          ? "Votre demande est prise en charge" : "\(names) prend votre demande en charge"
      case .awaited: "On attend une précision de votre part"
      case .resolved: "Votre demande est notée comme résolue"
      case .unresolved: "Pas de solution pour l’instant\u{00A0}: votre besoin est noté"
      case .closed: "Votre demande est fermée"
      case .assigned:
        names.isEmpty ? "Une demande vous est confiée" : "\(names) vous confie une demande"
      case .reopened: "La réponse n’a pas suffi\u{00A0}: la demande est rouverte"
      case .asksToEnter:
        names.isEmpty
          ? "Quelqu’un demande à entrer dans votre classe"
          : "\(names)\u{00A0}: demande à entrer dans votre classe"
      case .admitted: "La classe vous est ouverte"
      case .merged: "Votre question a rejoint une question semblable"
      case .followUp: "Avez-vous pu mettre la réponse en pratique\u{202F}?"
      case .coAuthor:
        names.isEmpty
          ? "On vous propose de signer un tutoriel" : "\(names) vous propose de signer un tutoriel"
      case .quoted:
        names.isEmpty
          ? "On voudrait citer votre message dans un tutoriel\u{00A0}: êtes-vous d’accord\u{202F}?"
          : "\(names) voudrait citer votre message dans un tutoriel\u{00A0}: êtes-vous "
            + "d’accord\u{202F}?"
      case .tutorialPublished: "Votre tutoriel est publié"
      case .tutorialReturned: "Votre tutoriel vous est rendu, avec un mot"
      case .tutorialTaken:
        names.isEmpty
          ? "Quelqu’un reprend un de vos tutoriels" : "\(names) reprend un de vos tutoriels"
      case .tutorialOrphaned:
        "Un tutoriel de votre espace est à relire, et ses auteurs ne viennent plus\u{00A0}: "
          + "qui le reprend\u{202F}?"
      case .tutorialDue: "Un de vos tutoriels est à relire\u{00A0}: est-il encore juste\u{202F}?"
      case .originalChanged: "Le tutoriel que vous avez adapté a une nouvelle version"
      case .tutorialToRead:
        names.isEmpty
          ? "Un tutoriel attend votre lecture" : "\(names) vous donne un tutoriel à lire"
      case .tutorialSealed:
        names.isEmpty
          ? "Votre tutoriel a reçu un sceau" : "\(names) a donné un sceau à votre tutoriel"
      case .badgeOffered: "Un badge vous est attribué\u{00A0}: le prenez-vous\u{202F}?"
      case .badgeRevoked: "Un de vos badges est révoqué\u{00A0}: voyez pourquoi"
      case .badgeReturned: "Votre demande de badge vous est rendue, avec un mot"
      case .badgeAsked:
        names.isEmpty ? "Un badge est demandé" : "\(names) demande un badge"
      case .badgePeerAsked:
        names.isEmpty
          ? "On vous demande de dire ce que vous avez vu, pour un badge"
          : "\(names) vous demande de dire ce que vous avez vu, pour un badge"
      case .badgePeerWrote:
        names.isEmpty
          ? "On a témoigné pour votre badge" : "Témoignage pour votre badge, de \(names)"
      case .badgeExpiring: "Un de vos badges ne sera bientôt plus valable"
      case .badgeAgreementAsked:
        names.isEmpty
          ? "Un élève voudrait montrer un badge\u{00A0}: êtes-vous d’accord\u{202F}?"
          : "\(names) voudrait montrer un badge\u{00A0}: êtes-vous d’accord\u{202F}?"
      case .badgeAgreed: "Vous pouvez montrer votre badge\u{00A0}: on est d’accord"
      case .badgeNotAgreed: "Un de vos badges ne peut pas être montré\u{00A0}: voyez pourquoi"
      case .reviewReleased: "Un tutoriel que vous relisiez n’est plus à relire"
      case .suggestionMade:
        names.isEmpty
          ? "Une correction est proposée pour votre tutoriel"
          : "\(names) propose une correction pour votre tutoriel"
      case .suggestionAccepted: "Votre correction est acceptée\u{00A0}: merci"
      case .suggestionRefused: "Votre correction n’est pas retenue\u{00A0}: voyez pourquoi"
      case .remarkMade:
        names.isEmpty
          ? "Une remarque sur votre tutoriel"
          : "Une remarque \(FrenchElision.de(names)) sur votre tutoriel"
      case .remarkAnswered:
        names.isEmpty
          ? "Une réponse à votre remarque sur un tutoriel"
          : "\(names) répond à votre remarque sur un tutoriel"
      case .remarkHidden: "Un référent a masqué votre remarque sur un tutoriel"
      case .remarkReported: "Une remarque sur un tutoriel est signalée"
      case .savedSearch:
        count < 2
          ? "Du nouveau pour une recherche que vous gardez"
          : "Du nouveau pour \(count) recherches que vous gardez"
      case .message: names.isEmpty ? "Un mot pour vous" : "Un mot " + FrenchElision.de(names)
      }
    })

  static let english = NotificationStrings(
    title: "Notifications",
    new: "New",
    none: "Nothing new. Answers to your posts, posts that call you by name, and what follows in "
      + "the threads that you follow will come here.",
    noneOlder: "Nothing older.",
    markAll: "Mark all as read",
    allRead: "All is marked as read.",
    takeBack: "Undo",
    bell: {
      switch $0 {
      case 0: "Notifications"
      case ...NotificationPages.mostCounted: "Notifications: \($0) new"
      default: "Notifications: more than \(NotificationPages.mostCounted) new"
      }
    },
    names: { names in
      switch names.count {
      case 0: ""
      case 1: names[0]
      case 2: "\(names[0]) and \(names[1])"
      case 3: "\(names[0]), \(names[1]) and one other person"
      default: "\(names[0]), \(names[1]) and \(names.count - 2) other people"
      }
    },
    sentence: { kind, count, names in
      let by = names.isEmpty ? "" : ", by \(names)"
      return switch kind {
      case .mention: count < 2 ? "A post calls you\(by)" : "\(count) posts call you\(by)"
      case .reply: count < 2 ? "A reply to your post\(by)" : "\(count) replies to your posts\(by)"
      case .followed: count < 2 ? "A new post\(by)" : "\(count) new posts\(by)"
      case .started: "A new thread\(by)"
      case .accepted: "Your answer was accepted"
      case .solved: "An answer was accepted: the question is solved"
      case .thanks: count < 2 ? "Thanks for your post" : "\(count) thanks for your posts"
      case .reportSettled: "Thank you for your report: it was looked into"
      case .ruling: "A decision was made about your post"
      case .approved: "Your post is published"
      case .refused: "Your post is not published: see why"
      case .taken:
        names.isEmpty
          ? "Your request is being taken care of" : "\(names) takes care of your request"
      case .awaited: "Something is asked of you"
      case .resolved: "Your request is noted as resolved"
      case .unresolved: "No solution for now: your need is noted"
      case .closed: "Your request is closed"
      case .assigned:
        names.isEmpty ? "A request was given to you" : "\(names) gives you a request"
      case .reopened: "The answer was not enough: the request is open again"
      case .asksToEnter:
        names.isEmpty
          ? "Somebody asks to enter your class" : "\(names): asks to enter your class"
      case .admitted: "The class is open to you"
      case .merged: "Your question has joined a similar one"
      case .followUp: "Could you put the answer into practice?"
      case .coAuthor:
        names.isEmpty
          ? "You are asked to sign a tutorial" : "\(names) asks you to sign a tutorial"
      case .quoted:
        names.isEmpty
          ? "Somebody would like to quote your post in a tutorial: do you agree?"
          : "\(names) would like to quote your post in a tutorial: do you agree?"
      case .tutorialPublished: "Your tutorial is published"
      case .tutorialReturned: "Your tutorial comes back to you, with a word"
      case .tutorialTaken:
        names.isEmpty
          ? "Somebody takes over one of your tutorials"
          : "\(names) takes over one of your tutorials"
      case .tutorialOrphaned:
        "A tutorial of your space is to be looked at again, and its authors come no more: who takes "
          + "it over?"
      case .tutorialDue: "One of your tutorials is to be looked at again: does it still hold?"
      case .originalChanged: "The tutorial that you adapted has a new version"
      case .tutorialToRead:
        names.isEmpty
          ? "A tutorial waits for you to read it" : "\(names) gives you a tutorial to read"
      case .tutorialSealed:
        names.isEmpty
          ? "Your tutorial has got a seal" : "\(names) has given a seal to your tutorial"
      case .badgeOffered: "You are given a badge: do you take it?"
      case .badgeRevoked: "One of your badges was revoked: see why"
      case .badgeReturned: "Your request for a badge comes back, with a word"
      case .badgeAsked:
        names.isEmpty ? "Somebody asks for a badge" : "\(names) asks for a badge"
      case .badgePeerAsked:
        names.isEmpty
          ? "You are asked to say what you saw, for a badge"
          : "\(names) asks you to say what you saw, for a badge"
      case .badgePeerWrote:
        names.isEmpty
          ? "Somebody has testified for your badge" : "\(names) has testified for your badge"
      case .badgeExpiring: "One of your badges will soon be valid no more"
      case .badgeAgreementAsked:
        names.isEmpty
          ? "A pupil would like to show a badge: do you agree?"
          : "\(names) would like to show a badge: do you agree?"
      case .badgeAgreed: "You can show your badge: it was agreed to"
      case .badgeNotAgreed: "It was not agreed that you show a badge: see why"
      case .reviewReleased: "A tutorial that you were reviewing is no longer to be reviewed"
      case .suggestionMade:
        names.isEmpty
          ? "A correction of your tutorial is suggested"
          : "\(names) suggests a correction of your tutorial"
      case .suggestionAccepted: "Your correction was accepted: thank you"
      case .suggestionRefused: "Your correction was not kept: see why"
      case .remarkMade:
        names.isEmpty ? "A remark on your tutorial" : "A remark by \(names) on your tutorial"
      case .remarkAnswered:
        names.isEmpty
          ? "An answer to your remark on a tutorial" : "\(names) answers your remark on a tutorial"
      case .remarkHidden: "A référent has hidden your remark on a tutorial"
      case .remarkReported: "A remark on a tutorial is reported"
      case .savedSearch:
        count < 2
          ? "Something new for a search that you keep"
          : "Something new for \(count) searches that you keep"
      case .message: names.isEmpty ? "A word for you" : "A word from \(names)"
      }
    })
}
