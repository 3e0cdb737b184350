/// French before a name: « de Marc », « d’Odile », « d’Hélène ».
enum FrenchElision {
  /// « de » and what follows it. Before an h French names are elided, but for some foreign ones; y
  /// begins a syllable of its own: « de Yann ».
  static func de(_ name: String) -> String {
    guard let first = Slug.make(from: name).first, "aeiouh".contains(first) else {
      return "de " + name
    }
    return "d’" + name
  }
}
