extension VocabularyStrings {
  static let english = VocabularyStrings(
    title: "Vocabularies",
    advice:
      "The common words by which what is written here is described and found. They describe "
      + "contents, never people.",
    none: "No vocabulary yet.",
    concepts: { $0 == 1 ? "1 concept" : "\($0) concepts" },
    others: { $0 ? "All concepts" : "Other concepts" },
    forMachines: "For machines:",
    tagged: "What is about it",
    nothingTagged: "Nothing has this word yet: no thread, tutorial or resource.",
    feed: "Atom feed of this word",
    deprecated: "This word should not be used any more.",
    replacedBy: "Instead",
    alsoCalled: "Also called",
    otherLanguages: "In other languages",
    identifier: "Identifier",
    broader: "Broader",
    narrower: "Narrower",
    related: "Related",
    matches: {
      $0 == 1 ? "1 match in another vocabulary" : "\($0) matches in other vocabularies"
    },
    match: { kind in
      switch kind {
      case .exactMatch: "same meaning"
      case .closeMatch: "close meaning"
      case .broadMatch: "broader"
      case .narrowMatch: "narrower"
      case .relatedMatch: "related"
      case .broader: "above"
      case .related: "related"
      }
    },
    pickerLegend: "What is it about, and for whom?",
    pickerHint:
      "Open a vocabulary and tick what fits. These words describe contents, never a person.",
    chosen: { "(\($0) ticked)" },
    importOne: "Import a vocabulary",
    importAdvice:
      "A SKOS file (RDF/XML), such as those of ScoLOMFR. Imported again, it updates: nothing that is "
      + "tagged loses its words.",
    file: "File",
    fileHint: "Nothing changes before you have seen what the file brings.",
    fileMissing: "Choose a file.",
    look: "See what it brings",
    preview: { "What “\($0)” brings" },
    new: "new",
    changes: { new, changed, same in
      "New concepts: \(new). Changed: \(changed). As before: \(same)."
    },
    gone: {
      $0 == 1
        ? "1 concept is not there any more and will be marked as not to be used"
        : "\($0) concepts are not there any more and will be marked as not to be used"
    },
    problems: {
      $0 == 1
        ? "1 fault of the file, the rest of which will be imported"
        : "\($0) faults of the file, the rest of which will be imported"
    },
    say: { problem in
      switch problem {
      case .circle(let uris):
        "Concepts stand above each other in a circle: " + uris.joined(separator: ", ")
      case .severalPreferred(let uri, let language):
        "Several preferred labels in “\(language)”: \(uri)"
      case .unknownParent(let uri, let parent):
        "The concept above is not in the file: \(uri) → \(parent)"
      case .noLabel(let uri): "Without a label, left out: \(uri)"
      case .noScheme(let uri): "In no vocabulary, left out: \(uri)"
      case .unknownMember(let uri, let member):
        "The collection holds a concept that is not in the file: \(uri) → \(member)"
      }
    },
    confirm: "Import",
    forget: "Do not import",
    noConcept: "The file holds no concept of a SKOS vocabulary.",
    atLine: { "Line \($0): \($1)" },
    xml: { reason in
      switch reason {
      case .tooLong: "The file is too long."
      case .tooDeep: "Too many elements inside each other."
      case .tooManyElements: "Too many elements."
      case .tooManyAttributes: "Too many attributes in one tag."
      case .attributeTooLong: "The value of an attribute is too long."
      case .textTooLong: "A text is too long."
      case .entity:
        "The file defines entities of its own, or asks for some from elsewhere: they are not read. "
          + "Write out what they stand for."
      case .documentType: "The file counts on its DTD for attributes: write them out."
      case .malformed(let code): "This is not well-formed XML (error \(code))."
      }
    },
    rdf: { reason in
      switch reason {
      case .strayText: "A text stands where RDF wants an element."
      case .misplaced: "This element or attribute means nothing here in RDF."
      case .reification: "Statements about statements are not read."
      case .container: "Containers (rdf:Bag, rdf:Seq, rdf:Alt, rdf:li) are not read."
      case .relativeAddress: "An address is relative, and the file has no xml:base."
      case .tooManyStatements: "The file makes too many statements."
      }
    })
}
