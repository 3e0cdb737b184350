/// What the catalogue says.
struct ResourceStrings: Sendable {
  let title: String
  let advice: String
  let add: String
  let collections: String
  let empty: String
  let nothingFound: String
  let orderLabel: String
  let orderName: @Sendable (ResourceList.Order) -> String
  let evidenceHint: String
  let kindsLabel: String
  let allKinds: String
  let kindTab: @Sendable (Resource.Kind) -> String
  let kind: @Sendable (Resource.Kind) -> String
  let linkTo: @Sendable (String) -> String
  let dropFilter: String
  let start: String
  let more: String
  let uses: @Sendable (UseCounts) -> String
  let summary: @Sendable (UseCounts, (String, String, Int)?) -> String
  let minutes: @Sendable (Int) -> String
  let phone: String
  let onPhone: @Sendable (Bool?) -> String
  let connection: @Sendable (Resource.Connection) -> String
  let language: @Sendable (String) -> String
  let inLanguage: @Sendable (String) -> String
  let addedOn: String
  let addedBy: String
  let authorsAre: @Sendable (String) -> String
  let about: String
  let practical: String
  let actions: String
  let readTutorial: String
  let openFile: @Sendable (String) -> String
  let goTo: @Sendable (String) -> String
  let leavesSite: String
  let adaptation: String
  let adaptationHint: String
  let accessibility: String
  let accessKind: @Sendable (AccessibilityTerm.Kind) -> String
  let trust: @Sendable (AccessibilityCard.Trust) -> String
  let noAccess: String
  let vouch: String
  let vouchTitle: @Sendable (String) -> String
  let vouchAdvice: String
  let opinion: String
  let opinionRight: String
  let opinionProblem: String
  let opinionWords: String
  let opinionWordsHint: String
  let opinionMissing: String
  let problemWordsMissing: String
  let notOwnCard: String
  let removedNotice: String
  let restore: String
  let reportOfCard: String
  let reportOfUse: String
  let settle: String
  let edit: String
  let remove: String
  let removeTitle: String
  let removeAdvice: @Sendable (String) -> String
  let removeUseTitle: String
  let reason: String
  let reasonHint: String
  let reasonMissing: String
  let removedWords: @Sendable (String, String) -> String
  let useRemovedWords: @Sendable (String, String) -> String
  let reportedWords: @Sendable (String) -> String
  let report: String
  let reportTitle: String
  let reportUseTitle: String
  let reportAdvice: @Sendable (String) -> String
  let reportWords: String
  let wordsMissing: String
  let send: String
  let save: String
  let publish: String
  let publishAnyway: String
  let addTitle: String
  let addAdvice: String
  let addDoor: @Sendable (Resource.Kind) -> String
  let addDoorHint: @Sendable (Resource.Kind) -> String
  let editTitle: @Sendable (String) -> String
  let tutorialCardAdvice: String
  let alikeTitle: String
  let alikeAdvice: String
  let alikeTaken: String
  let url: String
  let urlHint: String
  let cardTitle: String
  let description: String
  let descriptionHint: String
  let authors: String
  let authorsHint: String
  let licenceHint: String
  let contentLanguage: String
  let spaceHint: String
  let file: String
  let otherFile: String
  let fileHint: String
  let fileIsHere: String
  let duration: String
  let durationHint: String
  let connectionLabel: String
  let notSaid: String
  let tagsHint: String
  let cover: String
  let coverHint: String
  let dropCover: String
  let accessHint: String
  let otherTerms: String
  let usesTitle: String
  let seeCard: String
  let broken: @Sendable (String) -> String
  let brokenWords: @Sendable (String) -> String
  let tellUse: String
  let changeUse: String
  let logInToTell: String
  let byContext: String
  let usesAbout: @Sendable (String) -> String
  let allUses: String
  let edited: String
  let useRemoved: @Sendable (String) -> String
  let withdraw: String
  let again: @Sendable (UseReport.Again) -> String
  let againQuestion: String
  let againAnswer: @Sendable (UseReport.Again) -> String
  let useAdvice: @Sendable (String) -> String
  let speaksAs: String
  let speaksAsHint: String
  let level: String
  let track: String
  let modality: String
  let sought: String
  let soughtHint: String
  let happened: String
  let happenedHint: String
  let changed: String
  let changedHint: String
  let problems: ResourceProblemStrings
}

extension ResourceStrings {
  /// What is wrong with a card.
  func say(_ problem: ResourceDraft.Problem, _ strings: Strings) -> String {
    switch problem {
    case .spaceMissing: strings.threads.say(.spaceMissing)
    case .titleMissing: strings.threads.say(.titleMissing)
    case .titleTooLong(let over): strings.threads.say(.titleTooLong(over: over))
    case .tooManyTags: strings.threads.say(.tooManyTags)
    case .tagTooLong: strings.threads.say(.tagTooLong)
    case .silenced(let until): strings.threads.say(.silenced(until: until))
    case .spaceFull: strings.threads.say(.spaceFull)
    case .file(let problem): strings.files.say(problem)
    case .descriptionTooLong(let over), .adaptationTooLong(let over): problems.tooLong(over)
    case .hazardsContradict: problems.hazardsContradict
    case .urlMissing: problems.urlMissing
    case .urlInvalid: problems.urlInvalid
    case .urlTaken: alikeTaken
    case .fileMissing: problems.fileMissing
    case .coverNoPicture: problems.coverNoPicture
    case .descriptionMissing: problems.descriptionMissing
    case .authorsTooLong: problems.authorsTooLong
    case .licenceMissing: problems.licenceMissing
    case .minutesInvalid: problems.minutesInvalid
    case .held: problems.held
    }
  }

  /// What is wrong with what somebody tells.
  func say(_ problem: UseDraft.Problem) -> String {
    switch problem {
    case .happenedMissing: problems.happenedMissing
    case .againMissing: problems.againMissing
    case .tooLong(.speaksAs): problems.speaksAsTooLong
    case .tooLong: problems.textTooLong
    }
  }
}

/// What is said of mistakes in cards and reports.
struct ResourceProblemStrings: Sendable {
  let tooLong: @Sendable (Int) -> String
  let hazardsContradict: String
  let urlMissing: String
  let urlInvalid: String
  let fileMissing: String
  let coverNoPicture: String
  let descriptionMissing: String
  let authorsTooLong: String
  let licenceMissing: String
  let minutesInvalid: String
  let held: String
  let happenedMissing: String
  let againMissing: String
  let speaksAsTooLong: String
  let textTooLong: String
}
