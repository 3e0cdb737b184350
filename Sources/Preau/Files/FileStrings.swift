/// What is said about files.
struct FileStrings: Sendable {
  let add: String
  let file: String
  let otherFile: String
  let fileHint: String
  let received: String
  let leaveOut: String
  let description: String
  let descriptionHint: String
  let decoration: String
  let placeHint: String
  /// Bytes, rounded to what one compares.
  let video: String
  let videoTexts: String
  let videoTextsAdvice: String
  let captions: String
  let captionsHint: String
  let noCaptions: String
  let transcript: String
  let transcriptHint: String
  let noTranscript: String
  let tooLong: String
  let keepTexts: String
  let size: @Sendable (Int) -> String
  let tooLarge: @Sendable (_ most: FileSizes) -> String
  let say: @Sendable (FileProblem) -> String

  @Sendable private static func tooLarge(_ most: FileSizes) -> String {
    "Ce fichier est trop lourd\u{00A0}: \(most.file / 1_000_000)\u{00A0}Mo au plus, et "
      + "\(most.film / 1_000_000)\u{00A0}Mo pour une vidéo. D’une photo, envoyez une copie plus petite "
      + "ou une capture d’écran\u{202F}; d’un document, seulement les pages utiles\u{202F}; d’un geste, "
      + "le moment qui compte."
  }

  @Sendable private static func tooLargeEnglish(_ most: FileSizes) -> String {
    "This file is too large: \(most.file / 1_000_000) MB at most, and \(most.film / 1_000_000) MB for a "
      + "video. Send a smaller copy or a screenshot of a photo, of a document only the pages that "
      + "matter, and of a gesture the moment that counts."
  }

  static let french = FileStrings(
    add: "Ajouter une image, une vidéo ou un document",
    file: "Votre fichier",
    otherFile: "Un autre fichier à la place",
    fileHint:
      "Photo ou image, vidéo MP4 ou WebM, PDF, texte, OpenDocument, Word, Excel, PowerPoint, GeoGebra ou ZIP. "
      + "D’une photo ou d’une vidéo, le lieu et l’heure sont effacés\u{202F}; un document garde tout ce qu’il "
      + "contient, souvent le nom de qui l’a fait. Ne montrez personne sans son accord.",
    received: "L’image que vous avez choisie",
    leaveOut: "Finalement, ne pas mettre cette image",
    description: "Que montre-t-il\u{202F}?",
    descriptionHint:
      "Une phrase, pour les personnes qui ne voient pas l’image ou dont la connexion "
      + "est trop lente. Par exemple\u{00A0}: «\u{00A0}Le montage de la pompe, vu de "
      + "dessus\u{00A0}». Un document sans phrase porte son nom.",
    decoration: "C’est une image décorative\u{00A0}: elle n’apprend rien",
    placeHint:
      "Le fichier se place à la fin de votre texte. Pour en ajouter un autre, demandez d’abord un "
      + "aperçu.",
    video: "La vidéo",
    videoTexts: "Sous-titres et transcription",
    videoTextsAdvice: "Pour les personnes qui n’entendent pas, qui n’ont pas de casque, ou dont la "
      + "connexion ne suffit pas. Qui a envoyé la vidéo écrit ces textes ici.",
    captions: "Sous-titres",
    captionsHint: "Au format WebVTT\u{00A0}: la première ligne est WEBVTT, puis un temps comme "
      + "00:00.000 --> 00:04.000 et ce qui est dit. Les outils de sous-titrage l’écrivent.",
    noCaptions: "Ce n’est pas du WebVTT\u{00A0}: il faut la ligne WEBVTT et au moins un temps.",
    transcript: "Transcription",
    transcriptHint: "Ce qui est dit et ce qu’il faut avoir vu, en texte simple.",
    noTranscript: "Il n’y en a pas encore.",
    tooLong: "C’est trop long\u{00A0}: 200\u{202F}000 caractères au plus.",
    keepTexts: "Enregistrer",
    size: { size($0, units: ("ko", "Mo"), point: ",") },
    tooLarge: tooLarge,
    say: {
      switch $0 {
      case .unknownType:
        "Ce fichier n’est ni une image ni un document que nous savons reconnaître. Enregistrez-le en "
          + "PDF, ou faites-en une capture d’écran."
      case .tooLarge(let most): tooLarge(most)
      case .tooManyPixels:
        "Cette image est trop grande\u{00A0}: 50 millions de points au plus. Une capture d’écran de "
          + "la photo suffit souvent."
      case .damaged:
        "Ce fichier est abîmé ou incomplet. Choisissez-le de nouveau, ou un autre."
      case .dangerous:
        "Ce fichier ZIP est dangereux pour qui l’ouvrirait\u{00A0}: il se déplie en bien plus qu’il "
          + "n’en a l’air. Il n’est pas gardé."
      case .macros:
        "Ce document contient des macros, c’est-à-dire un programme. Enregistrez-le sans macros, ou "
          + "en PDF."
      case .unplayable:
        "Les navigateurs ne savent pas lire cette vidéo. Envoyez un MP4 (H.264) ou un WebM."
      case .videosNotTaken:
        "Ce site ne prend pas de vidéos. Demandez à son administrateur, ou montrez-en une image."
      case .memberFull:
        "Vous n’avez plus de place pour des fichiers. Retirez-en de vos anciens messages\u{202F}: la "
          + "place se libère quelques semaines après."
      case .needsDescription:
        "L’image est bien arrivée. Dites en une phrase ce qu’on y voit, ou cochez qu’elle est "
          + "décorative."
      }
    })

  static let english = FileStrings(
    add: "Add a picture, a video or a document",
    file: "Your file",
    otherFile: "Another file instead",
    fileHint:
      "A photo or picture, MP4 or WebM video, PDF, text, OpenDocument, Word, Excel, PowerPoint, GeoGebra or ZIP. "
      + "Place and time of a photo or video are erased; a document keeps all that it holds, often the name of "
      + "who made it. Show nobody who has not agreed.",
    received: "The picture that you chose",
    leaveOut: "Leave this picture out after all",
    description: "What does it show?",
    descriptionHint:
      "One sentence, for people who do not see the picture or whose connection is too "
      + "slow. For instance: “The pump, assembled, seen from above”. A document without one bears "
      + "its name.",
    decoration: "It is a decorative picture: there is nothing to learn from it",
    placeHint:
      "The file goes to the end of your text. To add another one, ask for a preview first.",
    video: "The video",
    videoTexts: "Captions and transcript",
    videoTextsAdvice: "For people who do not hear, have no headphones, or whose connection is too "
      + "slow. Whoever sent the video writes these texts here.",
    captions: "Captions",
    captionsHint:
      "As WebVTT: the first line is WEBVTT, then a time like 00:00.000 --> 00:04.000 and "
      + "what is said. Captioning tools write it.",
    noCaptions: "This is no WebVTT: it needs the line WEBVTT and at least one time.",
    transcript: "Transcript",
    transcriptHint: "What is said and what one must have seen, as plain text.",
    noTranscript: "There is none yet.",
    tooLong: "This is too long: 200,000 characters at most.",
    keepTexts: "Save",
    size: { size($0, units: ("kB", "MB"), point: ".") },
    tooLarge: tooLargeEnglish,
    say: {
      switch $0 {
      case .unknownType:
        "This file is neither a picture nor a document that we recognise. Save it as PDF, or take a "
          + "screenshot of it."
      case .tooLarge(let most): tooLargeEnglish(most)
      case .tooManyPixels:
        "This picture is too large: 50 million pixels at most. A screenshot of the photo is often "
          + "enough."
      case .damaged: "This file is damaged or incomplete. Choose it again, or another one."
      case .dangerous:
        "This ZIP file is dangerous for whoever opens it: it unfolds into far more than it seems. It "
          + "is not kept."
      case .macros:
        "This document holds macros, that is, a program. Save it without macros, or as PDF."
      case .unplayable:
        "Browsers cannot play this video. Send an MP4 (H.264) or a WebM."
      case .videosNotTaken:
        "This site takes no videos. Ask its administrator, or show a picture of it."
      case .memberFull:
        "You have no room left for files. Take some out of your old posts; the room comes back a few "
          + "weeks later."
      case .needsDescription:
        "The picture has arrived. Say in one sentence what it shows, or tick that it is decorative."
      }
    })

  /// Rounded up: who waits for a file would rather wait less than was said.
  private static func size(_ bytes: Int, units: (String, String), point: String) -> String {
    if bytes < 1_000_000 { return "\((bytes + 999) / 1_000)\u{00A0}\(units.0)" }
    let tenths = (bytes + 99_999) / 100_000
    if tenths >= 100 || tenths % 10 == 0 { return "\((tenths + 9) / 10)\u{00A0}\(units.1)" }
    return "\(tenths / 10)\(point)\(tenths % 10)\u{00A0}\(units.1)"
  }
}
