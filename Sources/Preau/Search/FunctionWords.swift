/// Words that say how a sentence holds together and not what it is about. They are indexed, so that
/// phrases can be found, but a search does not insist on them.
enum FunctionWords {
  static func contain(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= 7 else { return longOnes.contains(String(decoding: word, as: UTF8.self)) }
    return shortOnes.contains(packed(word))
  }

  static func contain(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { contain($0) }
  }

  /// Folded.
  private static let all = """
    a afin ai ainsi alors apres as au aucun aucune aujourdhui aussi autre autres aux avait avant
    avec avez avoir avons car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci
    comme comment dans de depuis des donc dont du elle elles en encore entre es est et etaient
    etait etant ete etes etre eu eux faire fait faut fois font ici il ils je la le les leur leurs
    lors lorsque lui ma mais me meme memes mes moi moins mon ne ni non nos notre nous on ont ou
    oui par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi puis puisque quand que
    quel quelle quelles quels quelquun qui quoi sa sans se sera ses si sinon soit son sont sous
    suis sur ta te tes toi ton tous tout toute toutes tres tu un une vers voici voila vos votre
    vous y
    """.split(whereSeparator: \.isWhitespace)

  private static let shortOnes: Set<UInt64> = Set(
    all.filter { $0.utf8.count <= 7 }.map { word in
      word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    })

  private static let longOnes: Set<String> = Set(
    all.filter { $0.utf8.count > 7 }.map(String.init))

  private static func packed(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
