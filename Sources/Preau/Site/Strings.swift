/// Everything that the interface says, in one language.
///
/// One value per language: a sentence that is missing in one of them does not compile. It is a class
/// because hundreds of words must not be copied whenever a visit is handed on.
final class Strings: Sendable {
  let language: Language
  let site: SiteStrings
  let front: FrontStrings
  let dates: DateStrings
  let members: MemberStrings
  let spaces: SpaceStrings
  let threads: ThreadStrings
  let search: SearchStrings
  let finding: FindingStrings
  let savedSearches: SavedSearchStrings
  let tags: TagStrings
  let vocabularies: VocabularyStrings
  let feeds: AtomStrings
  let moderation: ModerationStrings
  let masks: MaskStrings
  let held: HeldStrings
  let merges: MergeStrings
  let journal: JournalStrings
  let classes: ClassStrings
  let help: HelpDeskStrings
  let questions: QuestionStrings
  let notifications: NotificationStrings
  let mail: MailStrings
  let files: FileStrings
  let licences: LicenceStrings
  let tutorials: TutorialStrings
  let resources: ResourceStrings
  let collections: CollectionStrings
  let census: CensusStrings
  let reviews: ReviewStrings
  let suggestions: SuggestionStrings
  let remarks: RemarkStrings
  let offline: OfflineStrings
  let answering: AnsweringStrings
  let badges: BadgeStrings
  let verifying: VerifyingStrings
  let imported: ImportedStrings
  let endorsing: EndorsementStrings
  let badgeCollections: BadgeCollectionStrings
  let badgeFollows: BadgeFollowStrings
  let badgeShares: BadgeShareStrings
  let certificates: CertificateStrings

  private init(
    language: Language,
    site: SiteStrings,
    front: FrontStrings,
    dates: DateStrings,
    members: MemberStrings,
    spaces: SpaceStrings,
    threads: ThreadStrings,
    search: SearchStrings,
    finding: FindingStrings,
    savedSearches: SavedSearchStrings,
    tags: TagStrings,
    vocabularies: VocabularyStrings,
    feeds: AtomStrings,
    moderation: ModerationStrings,
    masks: MaskStrings,
    held: HeldStrings,
    merges: MergeStrings,
    journal: JournalStrings,
    classes: ClassStrings,
    help: HelpDeskStrings,
    questions: QuestionStrings,
    notifications: NotificationStrings,
    mail: MailStrings,
    files: FileStrings,
    licences: LicenceStrings,
    tutorials: TutorialStrings,
    resources: ResourceStrings,
    collections: CollectionStrings,
    census: CensusStrings,
    reviews: ReviewStrings,
    suggestions: SuggestionStrings,
    remarks: RemarkStrings,
    offline: OfflineStrings,
    answering: AnsweringStrings,
    badges: BadgeStrings,
    verifying: VerifyingStrings,
    imported: ImportedStrings,
    endorsing: EndorsementStrings,
    badgeCollections: BadgeCollectionStrings,
    badgeFollows: BadgeFollowStrings,
    badgeShares: BadgeShareStrings,
    certificates: CertificateStrings
  ) {
    self.language = language
    self.site = site
    self.front = front
    self.dates = dates
    self.members = members
    self.spaces = spaces
    self.threads = threads
    self.search = search
    self.finding = finding
    self.savedSearches = savedSearches
    self.tags = tags
    self.vocabularies = vocabularies
    self.feeds = feeds
    self.moderation = moderation
    self.masks = masks
    self.held = held
    self.merges = merges
    self.journal = journal
    self.classes = classes
    self.help = help
    self.questions = questions
    self.notifications = notifications
    self.mail = mail
    self.files = files
    self.licences = licences
    self.tutorials = tutorials
    self.resources = resources
    self.collections = collections
    self.census = census
    self.reviews = reviews
    self.suggestions = suggestions
    self.remarks = remarks
    self.offline = offline
    self.answering = answering
    self.badges = badges
    self.verifying = verifying
    self.imported = imported
    self.endorsing = endorsing
    self.badgeCollections = badgeCollections
    self.badgeFollows = badgeFollows
    self.badgeShares = badgeShares
    self.certificates = certificates
  }

  static let french = Strings(
    language: .french, site: .french, front: .french, dates: .french, members: .french,
    spaces: .french, threads: .french, search: .french, finding: .french,
    savedSearches: .french, tags: .french,
    vocabularies: .french, feeds: .french,
    moderation: .french, masks: .french, held: .french, merges: .french, journal: .french,
    classes: .french,
    help: .french, questions: .french, notifications: .french, mail: .french, files: .french,
    licences: .french, tutorials: .french, resources: .french, collections: .french,
    census: .french, reviews: .french, suggestions: .french, remarks: .french,
    offline: .french, answering: .french,
    badges: .french, verifying: .french, imported: .french, endorsing: .french,
    badgeCollections: .french, badgeFollows: .french, badgeShares: .french,
    certificates: .french)
  static let english = Strings(
    language: .english, site: .english, front: .english, dates: .english, members: .english,
    spaces: .english, threads: .english, search: .english, finding: .english,
    savedSearches: .english, tags: .english,
    vocabularies: .english, feeds: .english,
    moderation: .english, masks: .english, held: .english, merges: .english, journal: .english,
    classes: .english,
    help: .english, questions: .english, notifications: .english, mail: .english, files: .english,
    licences: .english, tutorials: .english, resources: .english, collections: .english,
    census: .english, reviews: .english, suggestions: .english, remarks: .english,
    offline: .english, answering: .english,
    badges: .english, verifying: .english, imported: .english, endorsing: .english,
    badgeCollections: .english, badgeFollows: .english, badgeShares: .english,
    certificates: .english)

  static func of(_ language: Language) -> Strings {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
