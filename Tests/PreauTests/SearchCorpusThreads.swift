extension SearchCorpus {
  /// What has been written in the community of the tests. Several threads share words on purpose:
  /// the order in which they are found is what is tested.
  static let threads: [NewThread] = [
    NewThread(
      id: 1, title: "L’élève a été empêché de composer", tags: [2], isSolved: true,
      posts: [
        "Un élève de ma classe a été empêché de passer le contrôle : comment l’évaluer ?",
        "Propose-lui un oral, c’est prévu par les textes.",
      ]),
    NewThread(
      id: 2, title: "Calendrier des événements du lycée",
      posts: [
        "Où annoncer les événements de fin d’année aux familles ?",
        "Chez nous, l’agenda de l’ENT suffit.",
      ]),
    NewThread(
      id: 3, title: "Étudier une œuvre intégrale en seconde", author: 2,
      posts: [
        "Quelle œuvre choisir pour des élèves peu lecteurs ?",
        "Les œuvres courtes marchent mieux : une nouvelle de Maupassant.",
      ], replyAuthor: 1),
    NewThread(
      id: 4, title: "Vidéo-projecteur en panne : ne s'allume pas", tags: [3], isSolved: true,
      posts: [
        "Depuis lundi, rien à faire, le voyant reste rouge.",
        "Chez moi c’était la lampe. Il a fallu la remplacer.",
      ]),
    NewThread(
      id: 5, title: "Le vidéoprojecteur clignote", tags: [3],
      posts: ["L’image clignote dès que je branche mon portable."]),
    NewThread(
      id: 6, title: "Créer un quiz dans Moodle", tags: [1],
      posts: [
        "Comment créer un questionnaire noté automatiquement ?",
        "Dans le cours, ajoute l’activité Test. Le quiz se corrige seul.",
        "Merci, les questions aléatoires sont une bonne idée.",
      ]),
    NewThread(
      id: 7, title: "Quiz", posts: ["Bonjour, je cherche des idées pour la dernière séance."]),
    NewThread(
      id: 8, title: "Jeux pour réviser avant le brevet",
      posts: ["Un quiz, encore un quiz, toujours un quiz : mes élèves en redemandent."]),
    NewThread(
      id: 9, space: 2, title: "Transformer un document en PDF accessible", tags: [2],
      isSolved: true,
      posts: [
        "Le lecteur d’écran ne lit pas mes tableaux.",
        "Il faut des titres balisés et un texte de remplacement pour les images.",
      ]),
    NewThread(
      id: 10, space: 2, title: "AESH : aider à distance", author: 2, tags: [2],
      posts: [
        "J’accompagne une élève hospitalisée. Quels outils pour l’aider à distance ?",
        "Nous utilisons un tableau blanc partagé.",
      ], replyAuthor: 4),
    NewThread(
      id: 11, title: "Une tablette partagée pour trois",
      posts: ["La tablette de la classe passe de main en main. Qui a une organisation ?"]),
    NewThread(
      id: 12, title: "Cours hybride pour des apprentis en entreprise",
      posts: [
        "Mes apprentis sont deux semaines sur trois en entreprise.",
        "Une classe virtuelle le lundi, et le reste en autonomie.",
      ]),
    NewThread(
      id: 13, space: 3, title: "Déploiement du pare-feu académique",
      posts: ["Le pare-feu bloque la visioconférence des formateurs."]),
    NewThread(
      id: 14, space: 4, title: "Budget confidentiel des tablettes",
      posts: ["Le montant du marché des tablettes reste confidentiel. Mot rare : zygomatique."]),
    NewThread(
      id: 15, title: "Question d’un apprenant", author: 3,
      posts: ["Je ne comprends pas la photosynthèse.", "Regarde la vidéo du cours."]),
    NewThread(
      id: 16, title: "Photosynthèse : mon exposé", author: 4,
      posts: ["Voici mon exposé sur les plantes et la lumière."]),
    NewThread(
      id: 17, title: "Ancien fil de Parti", author: 5,
      posts: ["Un message d’un membre qui a quitté la communauté : ornithorynque."]),
    NewThread(
      id: 18, title: "Fermer la salle informatique le midi", isClosed: true,
      posts: ["La salle informatique ferme-t-elle pendant la pause ?", "Oui."]),
    NewThread(
      id: 19, title: "Évaluer par compétences",
      posts: ["L’évaluation par compétences demande du temps.", "On évalue moins, mais mieux."]),
    NewThread(
      id: 20, title: "Mots de passe oubliés",
      posts: [
        "Les sixièmes oublient leur mot de passe chaque semaine.",
        "Une carte plastifiée dans le carnet de correspondance.",
      ]),
    NewThread(
      id: 21, title: "Journaux scolaires et droit à l’image",
      posts: ["Le journal du collège publie des photos. Faut-il une autorisation ?"]),
    NewThread(
      id: 22, title: "Quelqu’un utilise l’auto-évaluation ?",
      posts: ["Quelqu’un a-t-il essayé l’auto-évaluation en lettres ?"]),
    NewThread(
      id: 23, title: "Aujourd’hui, grève des transports",
      posts: ["Aujourd’hui la moitié des élèves est absente."]),
    NewThread(
      id: 24, title: "Rendez-vous avec les familles",
      posts: ["Prendre rendez-vous en ligne : Pronote ou Framadate ?"]),
    NewThread(
      id: 25, title: "Lampe de bureau pour la classe", age: 900,
      posts: ["Quelle lampe acheter pour lire sans fatigue ?"]),
    NewThread(
      id: 26, title: "Lampe de bureau pour le CDI", age: 2,
      posts: ["Quelle lampe acheter pour lire sans fatigue ?"]),
    NewThread(
      id: 27, title: "Straße und Übung: échange franco-allemand",
      posts: ["Nous préparons l’échange avec Köln. Ｆｕｌｌ ｗｉｄｔｈ pour rire."]),
    NewThread(
      id: 28, title: "Chats et chiens en cours de SVT",
      posts: ["Étude du comportement. Mon chat dort pendant que les chats des autres jouent."]),
    NewThread(
      id: 29, title: "Un chat en direct avec les parents",
      posts: ["Ouvrir un chat le soir : bonne idée ?"]),
    NewThread(
      id: 30, title: "Sortie à la ferme",
      posts: ["L’autocar part à huit heures. Prévoir un pique-nique sans emballage."]),
  ]
}
