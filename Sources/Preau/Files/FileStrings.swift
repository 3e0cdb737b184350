/// What is said about pictures.
struct FileStrings: Sendable {
  let addPicture: String
  let picture: String
  let otherPicture: String
  let pictureHint: String
  let received: String
  let leaveOut: String
  let description: String
  let descriptionHint: String
  let decoration: String
  let placeHint: String
  let say: @Sendable (PictureProblem) -> String

  static let french = FileStrings(
    addPicture: "Ajouter une photo ou une image",
    picture: "Votre photo ou votre image",
    otherPicture: "Une autre image à la place",
    pictureHint: "Le lieu et l’heure de la prise de vue sont effacés. Ne montrez personne sans son "
      + "accord.",
    received: "L’image que vous avez choisie",
    leaveOut: "Finalement, ne pas mettre cette image",
    description: "Que voit-on sur l’image\u{202F}?",
    descriptionHint: "Une phrase, pour les personnes qui ne la voient pas ou dont la connexion est "
      + "trop lente. Par exemple\u{00A0}: «\u{00A0}Le montage de la pompe, vu de "
      + "dessus\u{00A0}».",
    decoration: "L’image est décorative\u{00A0}: elle n’apprend rien",
    placeHint:
      "L’image se place à la fin de votre texte. Pour en ajouter une autre, demandez d’abord "
      + "un aperçu.",
    say: {
      switch $0 {
      case .unknownType:
        "Ce fichier n’est pas une image que nous savons lire. Choisissez une photo JPEG, PNG, WebP "
          + "ou GIF."
      case .tooManyPixels:
        "Cette image est trop grande\u{00A0}: 50 millions de points au plus. Une capture d’écran de "
          + "la photo suffit souvent."
      case .damaged:
        "Ce fichier est abîmé ou incomplet. Choisissez l’image de nouveau, ou une autre."
      case .memberFull:
        "Vous n’avez plus de place pour des images. Retirez-en de vos anciens messages\u{202F}: la "
          + "place se libère quelques semaines après."
      case .needsDescription:
        "L’image est bien arrivée. Dites en une phrase ce qu’on y voit, ou cochez qu’elle est "
          + "décorative."
      }
    })

  static let english = FileStrings(
    addPicture: "Add a photo or a picture",
    picture: "Your photo or picture",
    otherPicture: "Another picture instead",
    pictureHint: "The place and time at which it was taken are erased. Show nobody who has not "
      + "agreed.",
    received: "The picture that you chose",
    leaveOut: "Leave this picture out after all",
    description: "What does the picture show?",
    descriptionHint: "One sentence, for people who do not see it or whose connection is too slow. "
      + "For instance: “The pump, assembled, seen from above”.",
    decoration: "The picture is decorative: there is nothing to learn from it",
    placeHint: "The picture goes to the end of your text. To add another one, ask for a preview "
      + "first.",
    say: {
      switch $0 {
      case .unknownType:
        "This file is no picture that we can read. Choose a JPEG, PNG, WebP or GIF picture."
      case .tooManyPixels:
        "This picture is too large: 50 million pixels at most. A screenshot of the photo is often "
          + "enough."
      case .damaged: "This file is damaged or incomplete. Choose the picture again, or another one."
      case .memberFull:
        "You have no room left for pictures. Take some out of your old posts; the room comes back "
          + "a few weeks later."
      case .needsDescription:
        "The picture has arrived. Say in one sentence what it shows, or tick that it is decorative."
      }
    })
}
