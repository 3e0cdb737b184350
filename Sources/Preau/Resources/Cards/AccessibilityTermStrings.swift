/// The sentences for the words of schema.org.
extension AccessibilityTerm {
  static let modes = [
    AccessibilityTerm(.mode, "textual", "Passe par le texte", "Uses text"),
    AccessibilityTerm(.mode, "visual", "Passe par l’image", "Uses pictures"),
    AccessibilityTerm(.mode, "auditory", "Passe par le son", "Uses sound"),
    AccessibilityTerm(.mode, "tactile", "Passe par le toucher", "Uses touch"),
    AccessibilityTerm(
      .mode, "chartOnVisual", "Des graphiques sont des images", "Charts are pictures"),
    AccessibilityTerm(
      .mode, "chemOnVisual", "Des formules chimiques sont des images",
      "Chemical formulas are pictures"),
    AccessibilityTerm(
      .mode, "colorDependent", "Des informations passent par la couleur seule",
      "Some information is given by colour alone"),
    AccessibilityTerm(
      .mode, "diagramOnVisual", "Des schémas sont des images", "Diagrams are pictures"),
    AccessibilityTerm(
      .mode, "mathOnVisual", "Des formules mathématiques sont des images",
      "Mathematical formulas are pictures"),
    AccessibilityTerm(
      .mode, "musicOnVisual", "Des partitions sont des images", "Sheet music is a picture"),
    AccessibilityTerm(
      .mode, "textOnVisual", "Du texte se trouve dans des images", "Some text is in pictures"),
  ]

  static let features = [
    AccessibilityTerm(
      .feature, "structuralNavigation", "On va d’un titre à l’autre avec un lecteur d’écran",
      "One can go from heading to heading with a screen reader"),
    AccessibilityTerm(
      .feature, "tableOfContents", "Un sommaire mène aux parties",
      "A table of contents leads to the parts"),
    AccessibilityTerm(
      .feature, "readingOrder", "L’ordre de lecture est juste", "The reading order is right"),
    AccessibilityTerm(
      .feature, "displayTransformability",
      "On peut changer la taille, la police et les espacements du texte",
      "Text size, typeface and spacing can be changed"),
    AccessibilityTerm(
      .feature, "alternativeText", "Les images ont une description",
      "Pictures have a text alternative"),
    AccessibilityTerm(
      .feature, "longDescription", "Les images complexes ont une description longue",
      "Complex pictures have a long description"),
    AccessibilityTerm(
      .feature, "captions", "Les vidéos ont des sous-titres", "Films have captions"),
    AccessibilityTerm(
      .feature, "closedCaptions", "Les sous-titres s’affichent à la demande",
      "Captions can be switched on"),
    AccessibilityTerm(
      .feature, "openCaptions", "Les sous-titres sont toujours à l’écran",
      "Captions are always on screen"),
    AccessibilityTerm(
      .feature, "transcript", "Ce qui est dit se lit aussi (transcription)",
      "What is said can be read too (transcript)"),
    AccessibilityTerm(
      .feature, "audioDescription", "Ce qui se voit est décrit à voix haute (audiodescription)",
      "What is seen is described aloud (audio description)"),
    AccessibilityTerm(
      .feature, "signLanguage", "Traduit en langue des signes", "Translated into sign language"),
    AccessibilityTerm(
      .feature, "synchronizedAudioText", "Le texte et la voix vont ensemble",
      "Text and voice go together"),
    AccessibilityTerm(
      .feature, "timingControl", "On prend le temps qu’il faut", "One takes the time one needs"),
    AccessibilityTerm(
      .feature, "unlocked", "Sans verrou qui gêne les aides techniques",
      "No lock gets in the way of assistive tools"),
    AccessibilityTerm(
      .feature, "describedMath", "Les formules ont une description", "Formulas are described"),
    AccessibilityTerm(
      .feature, "MathML", "Les formules mathématiques se lisent à voix haute",
      "Mathematical formulas can be read aloud"),
    AccessibilityTerm(
      .feature, "latex", "Les formules sont en LaTeX", "Formulas are in LaTeX"),
    AccessibilityTerm(
      .feature, "ChemML", "Les formules chimiques se lisent à voix haute",
      "Chemical formulas can be read aloud"),
    AccessibilityTerm(
      .feature, "ttsMarkup", "Préparé pour la synthèse vocale", "Prepared for text to speech"),
    AccessibilityTerm(
      .feature, "taggedPDF", "PDF balisé, lisible par un lecteur d’écran",
      "Tagged PDF, readable with a screen reader"),
    AccessibilityTerm(
      .feature, "ARIA", "Les commandes sont nommées pour les lecteurs d’écran",
      "Controls are named for screen readers"),
    AccessibilityTerm(
      .feature, "pageNavigation", "On va d’une page imprimée à l’autre",
      "One can go from printed page to printed page"),
    AccessibilityTerm(
      .feature, "pageBreakMarkers", "Les pages de la version imprimée sont repérées",
      "The pages of the printed version are marked"),
    AccessibilityTerm(.feature, "index", "Un index aide à retrouver", "An index helps to find"),
    AccessibilityTerm(
      .feature, "bookmarks", "Des signets mènent aux parties", "Bookmarks lead to the parts"),
    AccessibilityTerm(
      .feature, "highContrastDisplay", "Les couleurs sont bien contrastées",
      "Colours have a high contrast"),
    AccessibilityTerm(
      .feature, "highContrastAudio", "Les voix se détachent bien du fond",
      "Voices stand out from the background"),
    AccessibilityTerm(.feature, "largePrint", "En gros caractères", "In large print"),
    AccessibilityTerm(.feature, "braille", "En braille", "In braille"),
    AccessibilityTerm(
      .feature, "tactileGraphic", "Des dessins à toucher", "Drawings to be touched"),
    AccessibilityTerm(
      .feature, "tactileObject", "Des objets à toucher", "Objects to be touched"),
    AccessibilityTerm(
      .feature, "none", "Rien de particulier n’a été prévu", "Nothing in particular was provided"),
    AccessibilityTerm(
      .feature, "unknown", "On ne sait pas encore ce qui a été prévu",
      "What was provided is not known yet"),
  ]

  static let hazards = [
    AccessibilityTerm(.hazard, "none", "Sans danger connu", "No known hazard"),
    AccessibilityTerm(
      .hazard, "unknown", "On ne sait pas s’il y a un danger (flashs, mouvements, sons)",
      "Hazards (flashes, movement, sounds) are not known"),
    AccessibilityTerm(
      .hazard, "flashing", "Attention\u{00A0}: des flashs, risque de crise d’épilepsie",
      "Careful: flashes, which may cause seizures"),
    AccessibilityTerm(
      .hazard, "motionSimulation", "Attention\u{00A0}: des mouvements qui peuvent donner la nausée",
      "Careful: movement that may cause nausea"),
    AccessibilityTerm(
      .hazard, "sound", "Attention\u{00A0}: des sons forts ou soudains",
      "Careful: loud or sudden sounds"),
    AccessibilityTerm(.hazard, "noFlashingHazard", "Sans flashs", "No flashes"),
    AccessibilityTerm(
      .hazard, "noMotionSimulationHazard", "Sans mouvement gênant", "No disturbing movement"),
    AccessibilityTerm(
      .hazard, "noSoundHazard", "Sans sons forts ou soudains", "No loud or sudden sounds"),
    AccessibilityTerm(
      .hazard, "unknownFlashingHazard", "On ne sait pas s’il y a des flashs",
      "It is not known whether there are flashes"),
    AccessibilityTerm(
      .hazard, "unknownMotionSimulationHazard", "On ne sait pas s’il y a des mouvements gênants",
      "It is not known whether there is disturbing movement"),
    AccessibilityTerm(
      .hazard, "unknownSoundHazard", "On ne sait pas s’il y a des sons forts",
      "It is not known whether there are loud sounds"),
  ]

  static let devices = [
    AccessibilityTerm(.device, "ordinateur", "Sur un ordinateur", "On a computer"),
    AccessibilityTerm(.device, "tablette", "Sur une tablette", "On a tablet"),
    AccessibilityTerm(.device, "telephone", "Sur un téléphone", "On a telephone"),
    AccessibilityTerm(.device, "imprime", "Imprimé, sur papier", "Printed, on paper"),
  ]
}
