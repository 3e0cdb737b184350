/// Everything that the interface says, in one language.
///
/// One value per language: a sentence that is missing in one of them does not compile.
struct Strings: Sendable {
  let language: Language
  let site: SiteStrings
  let front: FrontStrings
  let dates: DateStrings
  let members: MemberStrings
  let spaces: SpaceStrings
  let threads: ThreadStrings
  let search: SearchStrings
  let tags: TagStrings
  let feeds: AtomStrings
  let moderation: ModerationStrings

  static let french = Strings(
    language: .french, site: .french, front: .french, dates: .french, members: .french,
    spaces: .french, threads: .french, search: .french, tags: .french, feeds: .french,
    moderation: .french)
  static let english = Strings(
    language: .english, site: .english, front: .english, dates: .english, members: .english,
    spaces: .english, threads: .english, search: .english, tags: .english, feeds: .english,
    moderation: .english)

  static func of(_ language: Language) -> Strings {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
