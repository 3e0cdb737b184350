/// A word that several recent questions share.
struct HelpTheme {
  /// As it is written in a title; several when the same questions share them.
  var words: [String]
  let threads: [HelpThemeStore.Question]

  /// A word is shared from so many questions on.
  static let fewest = 3
  static let mostShown = 12

  /// The words that questions share, the most shared first.
  static func all(in questions: [HelpThemeStore.Question]) -> [HelpTheme] {
    guard let stemmer = FrenchStemmer() else { return [] }
    var groups: [String: (written: String, threads: [HelpThemeStore.Question])] = [:]
    for question in questions {
      var seen: Set<String> = []
      let title = Array(question.title.utf8)
      for word in SearchWord.all(in: question.title) where isTelling(word) {
        let key = stemmer.token(for: word.form) ?? word.form
        guard seen.insert(key).inserted else { continue }
        let written = String(decoding: title[word.source], as: UTF8.self).lowercased()
        groups[key, default: (written, [])].threads.append(question)
      }
    }
    let shared = groups.values.filter { $0.threads.count >= fewest }
      .sorted { ($1.threads.count, $0.written) < ($0.threads.count, $1.written) }
    var themes: [HelpTheme] = []
    for group in shared {
      let same = themes.firstIndex { $0.threads.map(\.thread) == group.threads.map(\.thread) }
      if let same {
        themes[same].words.append(group.written)
      } else {
        themes.append(HelpTheme(words: [group.written], threads: group.threads))
      }
    }
    return Array(themes.prefix(mostShown))
  }

  private static func isTelling(_ word: SearchWord) -> Bool {
    !word.isFunctionWord && word.form.utf8.count > 2 && word.form.contains { !$0.isNumber }
  }
}

/// A tag of which more was asked lately than before.
struct RisingTag {
  let tag: Tag
  let recent: Int
  let before: Int
}
